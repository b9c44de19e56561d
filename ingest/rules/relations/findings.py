"""What a page shows but the rules do not understand: for a person to look at."""

import re

from ingest.cued import Cued
from ingest.facts import Finding
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.people.people import People
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page
from ontology.errors import InvalidIdentifier
from ontology.numbers import read_number
from ontology.text import CAPITALS

# What is built as a number is: 1379-QĐNS/TW. Its type code may be in no code list.
_LIKE_A_NUMBER = Cued(
    "", rf"(?<![\w/.-])\d{{1,5}}[a-z]?\s?[-–]\s?[{CAPITALS}][{CAPITALS}a-zđ]{{1,5}}/[{CAPITALS}]{{2,10}}(?![\w-])"
)
_BODY_WORDS = re.compile(rf" [{CAPITALS}][^\n.,;:()“”\"]{{1,80}}")  # what follows a role and may name its body


def find_findings(page: Page, titles: Titles, people: People, documents: list[DocumentMention]) -> list[Finding]:
    """Numbers with an unknown type code, and titles at a name or in a decision whose body is not known."""
    return sorted(
        [*_numbers(page, {d.number_at for d in documents}), *_titles(page, titles, people)],
        key=lambda f: f.evidence.start,
    )


def _numbers(page: Page, read: set[int]) -> list[Finding]:
    found = []
    for match in page.each(_LIKE_A_NUMBER, printed=True):
        if match.start() in read:
            continue
        try:
            read_number(match.group())
        except InvalidIdentifier:
            evidence = page.evidence(match.start(), match.end(), "number-with-unknown-code")
            found.append(Finding("unknown-type-code", evidence, (("number", evidence.quote),)))
    return found


def _titles(page: Page, titles: Titles, people: People) -> list[Finding]:
    names_end = {person.end for person in people.all}
    found = []
    for role in titles.unread:
        words = _BODY_WORDS.match(page.shown, role.end())
        if not words or not (_is_decided(page, role.start()) or _is_at_name(page, role.start(), names_end)):
            continue
        end = role.end() + len(words.group().rstrip())
        evidence = page.evidence(role.start(), end, "title-of-unknown-body")
        values = (("role", page.words[role.start() : role.end()]), ("words", words.group().strip()))
        found.append(Finding("unknown-title-body", evidence, values))
    return found


def _is_decided(page: Page, place: int) -> bool:
    """Whether words of a decision end right there: "giữ chức vụ Chủ tịch …"."""
    before = page.low[max(0, place - 30) : place].rstrip(" :")
    return any(m.end() == len(before) for m in page.lexicon.any_of("decisions").finditer(before))


def _is_at_name(page: Page, place: int, names_end: set[int]) -> bool:
    """Whether a name and a comma or dash stand right before: "Lê Văn Mẫu, Chủ tịch …"."""
    return any(end in names_end and page.low[end:place].strip() in (",", "-", "–") for end in range(place - 3, place))
