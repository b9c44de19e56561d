"""Names and posts that stand on lines of their own: which of them a pair begins with."""

import re

from ingest.rules.mentions.title_mentions import Title
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_LONGEST = 60  # lines of such a block that are gone through
_MARK = re.compile(r"[\s\d.)/+*•–-]*")
_NAME = re.compile(
    rf"(?:(?i:đồng chí|ông|bà|đ/c) )?(?P<surname>[{CAPITALS}][^\W\d_]*)(?: [{CAPITALS}][^\W\d_]*){{1,4}}\s*$"
)


class NameLines:
    """Reads the lines over a title."""

    def __init__(self, page: Page, titles: Titles) -> None:
        self._page = page
        self._titles = titles

    def is_of_name_above(self, title: Title) -> bool:
        """Whether the title is that of the name on the line over it, as the block begins with a name."""
        index = self._page.paragraph_index(title.start)
        opens_with_name = False
        for line in range(index - 1, max(-1, index - _LONGEST), -1):
            if self._is_name(line):
                opens_with_name = True
            elif self._is_post(line):
                opens_with_name = False
            else:
                break
        return opens_with_name

    def _is_name(self, line: int) -> bool:
        """Whether the line holds the name of a person alone."""
        span = self._page.paragraphs[line]
        mark = _MARK.match(self._page.shown, span.start, span.end)
        name = _NAME.match(self._page.shown, mark.end() if mark else span.start, span.end)
        return name is not None and name["surname"].capitalize() in self._page.lexicon.surnames

    def _is_post(self, line: int) -> bool:
        """Whether the line begins with a title."""
        span = self._page.paragraphs[line]
        mark = _MARK.match(self._page.shown, span.start, span.end)
        return self._titles.starting(mark.end() if mark else span.start) is not None
