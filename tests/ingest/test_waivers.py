"""A waiver lets what one rule finds on one thing pass, by name and with a reason, until its day and no longer."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from graph_store.versions import VersionStore
from ingest.imports import Importer
from ingest.review.waiver_store import Waiver, WaiverStore
from ontology.errors import InvalidIdentifier, NotConformant, NotFound

Write = Callable[[str, str], Path]
NODE = "https://w3id.org/mandate-graph/id/document/12-qd-tu"
WRONG = (
    "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n"
    "<https://w3id.org/mandate-graph/id/holding/a> a mg:Holding .\n"
)


def waiver(shape: str = "Document-authority", until: str = "2026-03-31", reason: str = "bản gốc đã mất") -> Waiver:
    return Waiver(shape, NODE, reason, "Lan", "2026-01-05T12:00:00+00:00", until)


@pytest.fixture
def store(tmp_path: Path) -> WaiverStore:
    return WaiverStore(f"sqlite:///{tmp_path / 'data' / 'workflow.sqlite'}")


def test_a_waiver_holds_through_its_last_day(store: WaiverStore) -> None:
    kept = store.add(waiver())
    assert store.holding(date(2026, 3, 31)) == {("Document-authority", NODE): kept}
    assert store.holding(date(2026, 4, 1)) == {} and store.all() == [kept]


def test_one_that_was_withdrawn_holds_no_longer_and_stays_on_record(store: WaiverStore) -> None:
    kept = store.add(waiver())
    store.withdraw([kept.id], author="Minh", at="2026-02-01T00:00:00+00:00")
    assert not store.holding(date(2026, 2, 2))
    assert [(w.withdrawn_by, w.reason) for w in store.all()] == [("Minh", "bản gốc đã mất")]
    with pytest.raises(NotFound) as caught:
        store.withdraw([kept.id], author="Minh", at="2026-02-03T00:00:00+00:00")
    assert caught.value.message_vi and caught.value.hint_vi


@pytest.mark.parametrize(
    ("faulty", "error"),
    [
        (waiver(shape="No-such-rule"), InvalidIdentifier),
        (waiver(until="mai"), InvalidIdentifier),
        (waiver(until="2026-02-30"), InvalidIdentifier),
        (waiver(until="2026-01-04"), InvalidIdentifier),
        (waiver(reason="  "), InvalidIdentifier),
        (waiver(reason="x" * 3_000), InvalidIdentifier),
    ],
)
def test_a_waiver_without_rule_day_or_reason_is_refused(
    store: WaiverStore, faulty: Waiver, error: type[Exception]
) -> None:
    with pytest.raises(error):
        store.add(faulty)
    assert not store.all()


def waive_all(importer: Importer, import_id: str, until: str) -> None:
    for result in importer.validation(import_id):
        shape, node = result["shape"].rpartition("#")[2], result["focus_node"]
        importer.waivers.add(Waiver(shape, node, "đã kiểm tra", "Lan", f"{until}T12:00:00+00:00", until))


def test_a_waived_violation_no_longer_stops_a_publication(importer: Importer, write: Write) -> None:
    record = importer.stage([write("a.ttl", WRONG)])
    assert record.violations
    with pytest.raises(NotConformant):
        importer.publish(record.id)
    waive_all(importer, record.id, "2026-01-05")
    told = importer.validation(record.id)
    assert told and all(r["waiver"]["reason"] == "đã kiểm tra" for r in told)
    assert importer.publish(record.id).number == 1


def test_an_expired_waiver_stops_it_again(importer: Importer, write: Write) -> None:
    record = importer.stage([write("a.ttl", WRONG)])
    waive_all(importer, record.id, "2026-01-04")
    with pytest.raises(NotConformant):
        importer.publish(record.id)
    assert all(result["waiver"] is None for result in importer.validation(record.id))


def test_a_waiver_holds_on_a_version_that_came_meanwhile(
    importer: Importer, versions: VersionStore, write: Write, tmp_path: Path
) -> None:
    record = importer.stage([write("a.ttl", WRONG)])
    other = write("b.txt", "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết.\n")
    importer.publish(importer.stage([other]).id)
    later = Importer(
        versions,
        folder=tmp_path / "data" / "imports",
        clock=lambda: datetime(2026, 2, 1, tzinfo=UTC),
        author="tests",
    )
    with pytest.raises(NotConformant):
        later.publish(record.id)
    waive_all(importer, record.id, "2026-02-01")
    assert later.publish(record.id).number == 2


def test_a_day_in_digits_of_another_script_would_never_end_and_is_refused(store: WaiverStore) -> None:
    with pytest.raises(InvalidIdentifier):
        store.add(waiver(until="２０２６-03-31"))


def test_the_day_on_which_it_is_given_may_be_its_last_and_no_earlier_one(store: WaiverStore) -> None:
    assert store.add(waiver(until="2026-01-05")).id
    with pytest.raises(InvalidIdentifier, match="2026-01-04 is before 2026-01-05") as caught:
        store.add(waiver(until="2026-01-04"))
    assert "trước ngày ghi miễn trừ" in caught.value.message_vi and caught.value.hint_vi


def test_one_that_has_ended_comes_along_from_elsewhere(store: WaiverStore) -> None:
    assert store.take_in([waiver(until="2026-01-04")]) == 1 and not store.holding(date(2026, 1, 5))
