"""What the shapes say of an import, and which of it stands in the way of publishing: violations that nobody waived."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pyoxigraph import Store

from graph_store.versions import Change
from ingest.review.waiver_store import Waiver
from ingest.told_report import told
from ontology.errors import NotConformant
from ontology.terms import local_name
from shapes.change import check_change
from shapes.check import Report
from shapes.own import OwnShapes
from shapes.reasons import explained

Waived = Mapping[tuple[str, str], Waiver]  # (local name of the shape, focus node) -> what lets it pass


def checker(own: OwnShapes | None = None) -> Callable[[Store, Change, Store], Report]:
    """Gives the report on a change, by the bundled and the own shapes, with names and the words of the sources."""

    def check(store: Store, change: Change, base: Store) -> Report:
        return told(check_change(base, store, change.added, change.removed, own=own), store)

    return check


def must_conform(waived: Waived, own: OwnShapes | None = None) -> Callable[[Store, Change, Store], Report]:
    """The check of a publication on a base that moved since staging. Raises NotConformant."""

    def checked(store: Store, change: Change, base: Store) -> Report:
        report = checker(own)(store, change, base)
        left = blocking(report.as_json(), waived)
        if left:
            raise NotConformant(
                f"on the newest version the shapes reject the import in {len(left)} places",
                message_vi=f"trên phiên bản mới nhất, lần nhập vi phạm {len(left)} chỗ",
                hint="discard it and import again to see where",
                hint_vi="bỏ nó đi rồi nhập lại để thấy vi phạm ở đâu",
                report=report.as_json(),
            )
        return report

    return checked


def blocking(results: Sequence[Mapping[str, Any]], waived: Waived) -> list[Mapping[str, Any]]:
    """The violations that no waiver lets pass."""
    return [r for r in results if r["severity"] == "violation" and _key(r) not in waived]


def with_waivers(results: Sequence[Mapping[str, Any]], waived: Waived) -> list[dict[str, Any]]:
    """The results as readers want them told, each with the waiver that lets it pass, or None."""
    return [{**explained(r), "waiver": w.as_json() if (w := waived.get(_key(r))) else None} for r in results]


def _key(result: Mapping[str, Any]) -> tuple[str, str]:
    return local_name(str(result["shape"])), str(result["focus_node"])
