"""The life of an import over a real store: stage, publish, discard, refuse, and the same bytes twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from graph_store.versions import VersionStore
from ingest.demo import reference_tables, sample_texts
from ingest.imports import Importer
from ontology.errors import ImportStateError, NotConformant, NotFound, SourceUnreadable

Write = Callable[[str, str], Path]

KINDS = "name_vi,name_en,kind,level,aliases,agreed_by,source\n"
ONE_KIND = KINDS + "Ban mẫu cấp tỉnh,model committee,steering_committee,province,,,sổ tay\n"
TEXT = (
    "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính. "
    "Hội nghị thực hiện Quy định số 45-QĐ/TW ngày 02/4/2021 của Ban Bí thư.\n"
)


def test_a_staged_import_changes_nothing_until_it_is_published(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    record = importer.stage([write("kinds.csv", ONE_KIND)])
    assert (record.status, versions.current_number()) == ("staged", 0)
    manifest = importer.publish(record.id)
    assert (manifest.number, versions.current_number()) == (1, 1)
    assert importer.record(record.id).status == "published" and importer.record(record.id).version == 1


def test_the_same_bytes_twice_change_nothing(importer: Importer, versions: VersionStore, write: Write) -> None:
    paths = [write("kinds.csv", ONE_KIND), write("report.txt", TEXT)]
    importer.publish(importer.stage(paths).id)
    again = importer.stage(paths)
    assert (again.status, again.added, again.removed, versions.staged()) == ("unchanged", 0, 0, [])
    assert {f.status for f in again.files} == {"unchanged"} and versions.current_number() == 1


def another(versions: VersionStore) -> Importer:
    """An importer of another process on the same folder, a second later."""
    moment = datetime(2026, 1, 5, 12, 0, 1, tzinfo=UTC)
    return Importer(versions, folder=versions.root / "imports", clock=lambda: moment, author="another")


def test_the_same_bytes_staged_twice_are_published_once(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    paths = [write("kinds.csv", ONE_KIND), write("report.txt", TEXT)]
    other = another(versions)
    first, second = importer.stage(paths), other.stage(paths)
    assert first.status == second.status == "staged"
    importer.publish(first.id)
    with pytest.raises(ImportStateError, match="changes nothing any more"):
        other.publish(second.id)
    told = other.record(second.id)
    assert (told.status, told.added, {f.status for f in told.files}) == ("unchanged", 0, {"unchanged"})
    assert (versions.current_number(), versions.staged()) == (1, [])


def test_the_same_bytes_published_while_they_were_read_are_nothing_new(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    paths, other = [write("kinds.csv", ONE_KIND)], another(versions)

    def publishes(_done: int, _all: int, step: str) -> None:
        if step == "SHACL":  # the last that is told before the stage is made
            other.publish(other.stage(paths).id)

    told = importer.stage(paths, progress=publishes)
    assert (told.status, told.files[0].status) == ("unchanged", "unchanged")
    assert (versions.current_number(), versions.staged()) == (1, [])


def test_of_two_imports_that_share_a_file_the_later_one_publishes_the_rest(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    shared, own, other = write("kinds.csv", ONE_KIND), write("report.txt", TEXT), another(versions)
    first, second = importer.stage([shared]), other.stage([shared, own])
    importer.publish(first.id)
    manifest = other.publish(second.id)
    assert manifest.number == 2 and 0 < manifest.added < second.added and manifest.removed == 0


def test_imports_are_told_newest_first_within_a_second_too(versions: VersionStore, write: Write) -> None:
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    moments = (noon + timedelta(milliseconds=9 * step) for step in count())
    importer = Importer(versions, folder=versions.root / "imports", clock=lambda: next(moments), author="tests")
    ids = [importer.stage([write(f"{number}.csv", ONE_KIND)]).id for number in range(6)]
    assert [record.id for record in importer.records()] == ids[::-1]


def test_an_issue_says_where_in_its_file_the_words_stand(importer: Importer, write: Write) -> None:
    record = importer.stage([write("a.txt", f"Tỉnh ủy Lào Cai họp phiên thường kỳ.\n{TEXT}Quyết định số 9-QĐ/TU.\n")])
    found = {issue["quote"]: issue["locator"] for issue in importer.issues(record.id)}
    assert found["Quyết định số 9-QĐ/TU"] == "line 3"


def test_one_bad_file_leaves_the_others_as_they_are(importer: Importer, write: Write) -> None:
    good, bad = write("a.csv", ONE_KIND), write("b.txt", "")
    record = importer.stage([good.parent])
    assert {f.name: f.status for f in record.files} == {good.name: "read", bad.name: "refused"}
    assert record.status == "staged" and record.issues == 1
    assert importer.issues(record.id)[0]["source"] == "b.txt"


def test_an_import_of_nothing_but_bad_files_is_refused_and_kept_on_record(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    record = importer.stage([write("b.txt", "")])
    assert (record.status, versions.staged()) == ("refused", [])
    with pytest.raises(ImportStateError):
        importer.publish(record.id)


def test_a_path_that_names_no_file_is_an_error(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    with pytest.raises(SourceUnreadable):
        importer.stage([tmp_path / "void"])


def test_an_edited_table_supersedes_its_older_edition(importer: Importer, versions: VersionStore, write: Write) -> None:
    importer.publish(importer.stage([write("kinds.csv", ONE_KIND)]).id)
    edited = ONE_KIND.replace("model committee", "sample committee")
    record = importer.stage([write("kinds.csv", edited)])
    importer.publish(record.id)
    assert record.removed > 0
    with versions.open() as view:
        labels = {q.object.value for q in view.store if "prefLabel" in q.predicate.value}
    assert "sample committee" in labels and "model committee" not in labels


def test_a_discarded_import_cannot_be_published(importer: Importer, versions: VersionStore, write: Write) -> None:
    record = importer.stage([write("kinds.csv", ONE_KIND)])
    assert importer.discard(record.id).status == "discarded" and versions.staged() == []
    with pytest.raises(ImportStateError):
        importer.publish(record.id)


def test_an_import_that_the_shapes_reject_is_staged_but_never_published(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    text = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n<id/holding/abc> a mg:Holding .\n"
    record = importer.stage([write("bad.ttl", text)])
    assert record.status == "staged" and record.violations > 0
    with pytest.raises(NotConformant) as caught:
        importer.publish(record.id)
    assert caught.value.facts["report"] and versions.current_number() == 0


def test_two_imports_staged_on_one_base_can_both_be_published(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    first = importer.stage([write("kinds.csv", ONE_KIND)])
    second = importer.stage([write("report.txt", TEXT)])
    importer.publish(first.id)
    importer.publish(second.id)
    assert versions.current_number() == 2 and not versions.verify()


def test_an_unknown_import_is_not_found(importer: Importer) -> None:
    for step in (importer.record, importer.publish, importer.discard, importer.report):
        with pytest.raises(NotFound):
            step("../../etc/passwd")


def test_the_bundled_graph_conforms_and_raises_no_issue(importer: Importer) -> None:
    tables = importer.stage(reference_tables())
    importer.publish(tables.id)
    texts = importer.stage(sample_texts(), source_class="demonstration")
    importer.publish(texts.id)
    assert (tables.issues, tables.violations, texts.violations) == (0, 0, 0)
    assert [i["message_en"] for i in importer.issues(texts.id)] == []


def test_progress_is_told_file_by_file(importer: Importer, write: Write) -> None:
    told: list[tuple[int, int, str]] = []
    paths = [write("kinds.csv", ONE_KIND), write("report.txt", TEXT)]
    importer.stage(paths, progress=lambda done, every, name: told.append((done, every, name)))
    assert told == [(0, 2, "kinds.csv"), (1, 2, "report.txt"), (2, 2, ""), (2, 2, "SHACL")]
