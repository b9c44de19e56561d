"""Subcommittees that prepare a congress: Tiểu ban Văn kiện Đại hội XIV của Đảng."""

import re
from functools import cached_property

from ingest.rules.mentions.body_mentions import BodyMention, replace
from ingest.rules.mentions.event_names import CONGRESS, congress_name
from ingest.rules.text.page import Page

_BLANK = re.compile(r"[ ]+")


class Subcommittees:
    """Completes a mention of "Tiểu ban" by its subject and its congress."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def read(self, mention: BodyMention) -> BodyMention | None:
        """Tiểu ban Văn kiện Đại hội XIV của Đảng; Tiểu ban Văn kiện."""
        blank = _BLANK.match(self._page.low, mention.end)
        subject = self._page.lexicon.any_of("subcommittees").match(self._page.low, blank.end()) if blank else None
        if not subject:
            return None
        name = f"{mention.name} {self._page.lexicon.subcommittees[subject.group()]}"
        congress = CONGRESS.pattern.match(self._page.low, subject.end() + 1)
        term = congress["term"] if congress else self._only_term
        whole = f"{name} {congress_name(term)}" if term else name
        return replace(mention, end=congress.end() if congress else subject.end(), name=whole)

    @cached_property
    def _only_term(self) -> str | None:
        """The term of the congress that the subcommittees of this page prepare, if it names one only."""
        subcommittee = rf"tiểu ban (?:{self._page.lexicon.any_of('subcommittees').pattern}) "
        terms = {
            congress["term"]
            for named in re.finditer(subcommittee, self._page.low)
            if (congress := CONGRESS.pattern.match(self._page.low, named.end()))
        }
        return terms.pop() if len(terms) == 1 else None
