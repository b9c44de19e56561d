"""The posts that a cell of a table tells in words, by the rules that read texts: Phó Bí thư, Chủ tịch HĐND tỉnh."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from ingest.extraction import extract
from ingest.facts import BodyFact, HoldingFact
from ingest.lexicon import Lexicon
from ontology.text import canonical, old_tone_placement, one_line

_ANYBODY = "Nguyễn Văn An"  # stands for whose cell it is: the rules want a name, and not every name is known to them
_ENDS = re.compile(r"\s*[;•]\s*")
_BORDER = re.compile(r"[^\S\n]*(?:,\s*|\n\s*)[-–+]?\s*")
_LISTS_KEPT = 10_000
_LONGEST = 1_000  # characters of a cell that holds the posts of one person
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Post:
    """A role in a body, as a cell tells it, and whether it is held no longer."""

    role: str
    body: BodyFact
    former: bool


@dataclass(frozen=True, slots=True)
class PostsRead:
    """`unread`: the words of a cell that name no post whose body is known."""

    posts: tuple[Post, ...] = ()
    unread: tuple[str, ...] = ()


@lru_cache(maxsize=_LISTS_KEPT)
def read_posts(words: str, body: str) -> PostsRead:
    """The posts of a cell. `body` is the one whose list it is, "" if none is named: it and its place are meant by posts
    that leave theirs out."""
    if len(words) > _LONGEST:
        return PostsRead(unread=(f"{words[:_SHOWN]} …",))
    parts = _parts(words)
    found, unread = _found(", ".join(parts), body), list[str]()
    told = Counter(post.role for post in found)
    for part in parts if len(found) < len(parts) else ():
        posts = _found(part, body) or (_found(f"{part} {body}", body) if body else [])
        found += [post for post in posts if not told[post.role]]
        told.subtract(post.role for post in posts if told[post.role])
        if not posts:
            unread.append(part)
    return PostsRead(tuple(found), tuple(unread))


def _parts(words: str) -> list[str]:
    """The cell at semicolons, and at commas and line breaks behind which another post begins."""
    post = Lexicon.load().any_of("posts")
    parts = []
    for piece in _ENDS.split(words):
        low, begin = old_tone_placement(piece).lower(), 0
        for border in _BORDER.finditer(low):
            if post.match(low, border.end()):
                parts.append(piece[begin : border.start()])
                begin = border.end()
        parts.append(piece[begin:])
    return [told for part in parts if (told := one_line(part).strip(" ,.-–+"))]


def _found(words: str, body: str) -> list[Post]:
    """What a text would tell with these words behind a name, below the name of the body."""
    facts = extract(f"{body}\n{_ANYBODY}, {words}.\n", Lexicon.load())
    bodies = {canonical(fact.name): fact for fact in facts.bodies}
    held = [fact for fact in facts.holdings if fact.person == _ANYBODY and canonical(fact.body) in bodies]
    return [_post(fact, bodies[canonical(fact.body)]) for fact in held]


def _post(fact: HoldingFact, body: BodyFact) -> Post:
    return Post(fact.role, body, fact.status in ("former", "dismissed"))
