"""What a Word file keeps around its words, taken away: suggested changes, content controls, fields, boxes of text.

python-docx reads the paragraphs and tables that stand in the body itself, and the runs and links that stand in a
paragraph itself. Words inside anything else would be lost without a word: a name that a colleague suggested, the
number of a paper that was filled into a form.
"""

from collections.abc import Iterable, Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.text.paragraph import Paragraph

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DELETED = (qn("w:del"), qn("w:moveFrom"))
_AROUND_WORDS = tuple(
    map(qn, "w:ins w:moveTo w:sdt w:sdtContent w:smartTag w:customXml w:fldSimple w:dir w:bdo".split())
)
_NOTES = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}


def settle(body: BaseOxmlElement) -> None:
    """Leaves paragraphs, tables and runs alone in `body`: with what was suggested, without what was crossed out.

    The paragraphs of a text box follow the one that it is fastened to.
    """
    for same in [*body.iter(_ALTERNATIVES)]:
        _replace(same, next(iter(same), ()))  # those after the first show it to older programs
    for row in [*body.iter(qn("w:tr"))]:
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            _replace(row, ())
    for crossed_out in [*body.iter(*_DELETED)]:
        _replace(crossed_out, ())
    for around in [*body.iter(*_AROUND_WORDS)]:
        _replace(around, around)
    for box in [*body.iter(qn("w:txbxContent"))][::-1]:
        if (paragraph := next(box.iterancestors(qn("w:p")), None)) is not None:
            for block in [*box][::-1]:
                paragraph.addnext(block)


def notes(part: DocumentPart) -> Iterator[tuple[str, str]]:
    """(place, text) of the paragraphs of footnotes, then endnotes, in the order of their numbers."""
    for kind, relation in _NOTES.items():
        if found := next((r.target_part for r in part.rels.values() if r.reltype == relation), None):
            root = parse_xml(found.blob)
            settle(root)
            told = [note for note in root.iter(qn(f"w:{kind}")) if note.get(qn("w:type")) is None]
            for number, note in enumerate(told, 1):
                yield from ((f"{kind} {number}", Paragraph(p, part).text) for p in note.iter(qn("w:p")))


def _replace(element: BaseOxmlElement, children: Iterable[BaseOxmlElement]) -> None:
    """Puts in the place of the element these, which stand in it."""
    for child in [*children]:
        element.addprevious(child)
    element.getparent().remove(element)
