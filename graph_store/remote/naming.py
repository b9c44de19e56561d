"""What a name or number means on another server, which is asked for it as printed: no index of its names is here."""

from pathlib import Path

from pyoxigraph import Literal

from graph_store.label_index import ON_REQUEST
from graph_store.remote.engine import RemoteEngine
from ontology.errors import Ambiguous, NotFound
from ontology.identifiers import split_iri
from ontology.text import nfc

_NAMED = (Path(__file__).parent / "named.rq").read_text("utf-8")
_SHOWN = 8


def resolve(engine: RemoteEngine, text: str) -> str:
    """The IRI of the one thing that bears the name or number. Raises NotFound, or Ambiguous with all candidates."""
    name = nfc(text).strip()
    ways = {"vi": Literal(name, language="vi"), "en": Literal(name, language="en"), "plain": Literal(name)}
    rows = engine.bound(_NAMED, ways).rows
    found = [str(row[0]) for row in rows if split_iri(str(row[0]))[0] not in ON_REQUEST]
    if not found:
        raise NotFound(
            f"nothing on the server bears the name or number {text[:200]!r}",
            message_vi=f"trên máy chủ không có gì mang tên hoặc số ký hiệu {text[:200]!r}",
            hint="write it as the graph does, marks and case included, or give type/key",
            hint_vi="viết đúng như trong đồ thị, cả dấu và chữ hoa, hoặc cho loại/khóa",
        )
    if len(found) > 1:
        listed = "; ".join(found[:_SHOWN])
        raise Ambiguous(
            f"{len(found)} things bear the name or number {text[:200]!r}",
            message_vi=f"có {len(found)} đối tượng mang tên hoặc số ký hiệu {text[:200]!r}",
            hint=f"give one of: {listed}",
            hint_vi=f"nêu rõ một trong: {listed}",
            candidates=found,
        )
    return found[0]
