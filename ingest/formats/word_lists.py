"""The numbers and bullets that Word gives to the paragraphs of lists, put before their words as they are shown.

"Điều 3.", "b)" and "-" of a file whose lists were made by Word stand nowhere in its text; see ECMA-376 part 1, 17.9.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_PLACEHOLDER = re.compile(r"%([1-9])")
_BULLETS = "-–+*•"  # others are signs of fonts that show pictures
_LONGEST = 60  # characters of a text with placeholders
_MOST = 100_000  # of a number that is shown
_LETTERS = 26
_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)


def show_list_marks(document: Document) -> None:
    """Writes before the words of each paragraph of a list the number or bullet that Word shows there."""
    relations = document.part.rels.values()
    parts = (r.target_part for r in relations if r.reltype == RELATIONSHIP_TYPE.NUMBERING and not r.is_external)
    numbering = next((part.element for part in parts if isinstance(part, XmlPart)), None)
    if numbering is None:
        return
    lists = _Lists(numbering, document.styles.element)
    for paragraph in document.element.body.iter(qn("w:p")):
        if (mark := lists.mark(paragraph)) and any(t.text for t in paragraph.iter(qn("w:t"))):
            _write_before(paragraph, mark)


def _write_before(paragraph: BaseOxmlElement, mark: str) -> None:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = mark
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    properties = paragraph.find(qn("w:pPr"))
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, run)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str  # decimal, bullet, lowerLetter …
    text: str  # %1.%2 stands for the numbers of the first two levels
    blank: bool  # whether the words are set apart from it


class _Lists:
    """What each list has counted so far."""

    def __init__(self, numbering: BaseOxmlElement, styles: BaseOxmlElement) -> None:
        kinds = {_value(kind, None, "w:abstractNumId"): kind for kind in numbering.findall(qn("w:abstractNum"))}
        named = {_value(kind, "w:styleLink"): number for number, kind in kinds.items()}
        levels = {number: dict(_levels(kind)) for number, kind in kinds.items()}
        for number, kind in kinds.items():
            if link := named.get(_value(kind, "w:numStyleLink") or "-"):
                levels[number] = levels[link]
        self._lists = {_value(one, None, "w:numId"): one for one in numbering.findall(qn("w:num"))}
        self._levels = {
            number: {**levels.get(_value(one, "w:abstractNumId"), {}), **dict(_levels(one, f"{qn('w:lvlOverride')}/"))}
            for number, one in self._lists.items()
        }
        self._styles = {_value(style, None, "w:styleId"): style for style in styles.findall(qn("w:style"))}
        self._counted: dict[str, dict[int, int]] = {}  # of each kind of list, by level
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: BaseOxmlElement) -> str:
        """What Word shows before the paragraph, which is the next of its list; "" if it is in none."""
        number, depth = self._place(paragraph)
        if (one := self._lists.get(number)) is None:
            return ""
        levels = self._levels[number]
        if depth not in levels:
            return ""
        counted = self._counted.setdefault(_value(one, "w:abstractNumId"), {})
        if (number, depth) not in self._begun:
            self._begun.add((number, depth))
            if (start := _restart(one, depth)) is not None:
                counted[depth] = start - 1
        counted[depth] = counted.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counted if level > depth]:
            del counted[deeper]
        return _shown(levels, counted, depth)

    def _place(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        """The number of the paragraph's list, and its level in it, as it or its style says."""
        number, depth = _numbered(paragraph)
        style, seen = _value(paragraph, f"{qn('w:pPr')}/{qn('w:pStyle')}"), set[str]()
        while number is None and style in self._styles and style not in seen:
            seen.add(style)
            number, of_style = _numbered(self._styles[style])
            depth = of_style if depth is None else depth
            style = _value(self._styles[style], "w:basedOn")
        return number or "", depth or 0


def _numbered(element: BaseOxmlElement) -> tuple[str | None, int | None]:
    """What a paragraph or style says itself of its list and level; list 0 is none."""
    within = f"{qn('w:pPr')}/{qn('w:numPr')}/"
    level = _value(element, f"{within}{qn('w:ilvl')}")
    return _value(element, f"{within}{qn('w:numId')}") or None, int(level) if level.isdecimal() else None


def _levels(element: BaseOxmlElement, within: str = "") -> Iterator[tuple[int, _Level]]:
    for level in element.findall(f"{within}{qn('w:lvl')}"):
        depth, start = _value(level, None, "w:ilvl"), _value(level, "w:start")
        text = _value(level, "w:lvlText")[:_LONGEST]
        form, blank = _value(level, "w:numFmt") or "decimal", _value(level, "w:suff") != "nothing"
        yield int(depth or 0), _Level(int(start) if start.isdecimal() else 1, form, text, blank)


def _restart(one: BaseOxmlElement, depth: int) -> int | None:
    """From which number on the list counts anew at the level, if it says so."""
    for override in one.findall(qn("w:lvlOverride")):
        if (
            _value(override, None, "w:ilvl") == str(depth)
            and (start := _value(override, "w:startOverride")).isdecimal()
        ):
            return int(start)
    return None


def _shown(levels: dict[int, _Level], counted: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "bullet":
        mark = level.text if level.text and level.text in _BULLETS else "-"
    else:
        mark = _PLACEHOLDER.sub(lambda m: _counter(levels, counted, int(m[1]) - 1), level.text)
    return f"{mark} " if mark and level.blank else mark


def _counter(levels: dict[int, _Level], counted: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    number = counted.get(depth, level.start if level else 1)
    return _in_form(min(number, _MOST), level.form if level else "decimal")


def _in_form(number: int, form: str) -> str:
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter" if number:
            letters = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
            return letters[:_LONGEST] if form == "lowerLetter" else letters[:_LONGEST].upper()
        case "lowerRoman" | "upperRoman":
            return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters[:_LONGEST]


def _value(element: BaseOxmlElement, path: str | None, attribute: str = "w:val") -> str:
    """The attribute of what stands at the path in the element (a name like w:start), or its own; "" without it."""
    found = element.find(qn(path) if path and path.startswith("w:") else path) if path else element
    return "" if found is None else str(found.get(qn(attribute)) or "")
