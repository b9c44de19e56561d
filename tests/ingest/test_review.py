"""Review: what reading was not sure of becomes a question; what a steward says of it is kept, applied and undone."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_store.versions import VersionStore
from ingest.imports import Importer
from ingest.issues import Candidate
from ingest.review.decisions import Bulk, Decision
from ingest.review.questions import Question
from ingest.review.reviews import Reviews
from ontology.errors import InvalidIdentifier, NotFound

Write = Callable[[str, str], Path]
FIRST = "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính.\n"
SECOND = (
    "Ngày 20/9/2023, đoàn công tác đã làm việc tại tỉnh. "
    "Ông Lê Văn Mẫu, Giám đốc Sở Tư pháp tỉnh Cà Mau báo cáo kết quả cải cách hành chính.\n"
)
MISSPELT = "Ngày 3/4/2023, Ban Nội chính Trương ương tổ chức Hội nghị tổng kết công tác tại thành phố Hà Nội.\n"


@pytest.fixture
def reviews(importer: Importer) -> Reviews:
    return Reviews(importer, lambda: datetime(2026, 1, 6, 9, tzinfo=UTC))


def only(questions: list[Question], code: str) -> Question:
    found = [question for question in questions if question.code == code]
    assert len(found) == 1, questions
    return found[0]


def people(versions: VersionStore) -> set[str]:
    """IRIs of all who bear the name."""
    with versions.open() as view:
        return {
            q.subject.value
            for q in view.store
            if q.predicate.value.endswith("prefLabel") and getattr(q.object, "value", "") == "Lê Văn Mẫu"
        }


def two_namesakes(importer: Importer, write: Write) -> tuple[str, Question]:
    """The import whose text names a namesake of somebody published, and the question that it raises."""
    importer.publish(importer.stage([write("first.txt", FIRST)]).id)
    record = importer.stage([write("second.txt", SECOND)])
    return record.id, only(importer.questions(record.id), "namesake")


def test_a_namesake_becomes_a_question_with_the_sentence_and_who_it_may_be(importer: Importer, write: Write) -> None:
    import_id, question = two_namesakes(importer, write)
    assert question.state == "open" and importer.record(import_id).questions == 1
    assert question.sentence.startswith("Ông Lê Văn Mẫu, Giám đốc Sở Tư pháp")
    assert question.sentence[question.mark : question.mark_end] == "Lê Văn Mẫu"
    assert len(question.candidates) == 1


def test_of_a_candidate_the_posts_and_the_words_that_say_so_are_told(
    importer: Importer, reviews: Reviews, write: Write
) -> None:
    import_id, question = two_namesakes(importer, write)
    ((_, (candidate,)),) = reviews.told(import_id, [question])
    assert candidate.label == "Lê Văn Mẫu" and candidate.facts[0].startswith("Bí thư, Tỉnh ủy Lào Cai")
    assert "Bí thư Tỉnh ủy Lào Cai" in candidate.quotes[0].quote


def test_without_an_answer_namesakes_stay_two(importer: Importer, versions: VersionStore, write: Write) -> None:
    import_id, _ = two_namesakes(importer, write)
    importer.publish(import_id)
    assert len(people(versions)) == 2


def test_same_links_before_publication_and_is_never_asked_again(
    importer: Importer, versions: VersionStore, reviews: Reviews, write: Write
) -> None:
    import_id, question = two_namesakes(importer, write)
    applied = reviews.decide(import_id, [Decision(question.key, "same")], why="tiểu sử công bố năm 2023")
    assert [record.id for record in applied.imports] == [import_id]
    assert importer.questions(import_id)[0].state == "decided" and importer.record(import_id).questions == 0
    assert "namesake" not in [entry["code"] for entry in importer.issues(import_id)]
    importer.publish(import_id)
    assert len(people(versions)) == 1
    again = importer.stage([write("third.txt", SECOND + "\n")])
    assert not [q for q in importer.questions(again.id) if q.state == "open"]


def test_different_is_never_asked_again_and_never_links(
    importer: Importer, versions: VersionStore, reviews: Reviews, write: Write
) -> None:
    import_id, question = two_namesakes(importer, write)
    reviews.decide(import_id, [Decision(question.key, "different")])
    importer.publish(import_id)
    assert len(people(versions)) == 2 and importer.record(import_id).issues == 0


def test_unsure_waits_and_changes_nothing(importer: Importer, reviews: Reviews, write: Write) -> None:
    import_id, question = two_namesakes(importer, write)
    applied = reviews.decide(import_id, [Decision(question.key, "unsure")])
    assert applied.imports == () and importer.questions(import_id)[0].state == "unsure"
    assert importer.record(import_id).questions == 1


def test_a_judgement_after_publication_is_staged_as_an_import_that_merges(
    importer: Importer, versions: VersionStore, reviews: Reviews, write: Write
) -> None:
    import_id, question = two_namesakes(importer, write)
    importer.publish(import_id)
    (staged,) = reviews.decide(import_id, [Decision(question.key, "same")]).imports
    assert staged.status == "staged" and len(people(versions)) == 2
    importer.publish(staged.id)
    assert len(people(versions)) == 1


def test_undo_parts_again_what_was_merged(
    importer: Importer, versions: VersionStore, reviews: Reviews, write: Write
) -> None:
    import_id, question = two_namesakes(importer, write)
    before = {quad for quad in importer.change(import_id).added if "/import/" not in str(quad)}
    applied = reviews.decide(import_id, [Decision(question.key, "same")])
    undone = reviews.undo(applied.judgements, why="nhầm người")
    assert [record.id for record in undone.imports] == [import_id]
    assert {quad for quad in importer.change(import_id).added if "/import/" not in str(quad)} == before
    kept = importer.judgements.all()
    assert [(j.verdict, j.undone_by, j.undone_why) for j in kept] == [("same", "tests", "nhầm người")]
    importer.publish(import_id)
    assert len(people(versions)) == 2
    with pytest.raises(NotFound, match="nothing was undone"):
        reviews.undo(applied.judgements)


def test_rejected_words_state_nothing(importer: Importer, reviews: Reviews, write: Write) -> None:
    record = importer.stage([write("report.txt", MISSPELT)])
    question = only(importer.questions(record.id), "misspelt-words")
    assert question.asks == "words" and question.sentence[question.mark : question.mark_end] == "Trương ương"
    stated = {str(quad) for quad in importer.change(record.id).added if "/body/" in str(quad)}
    assert stated
    reviews.decide(record.id, [Decision(question.key, "reject")])
    left = {str(quad) for quad in importer.change(record.id).added if "ban-noi-chinh" in str(quad)}
    assert not left


def test_accepted_words_stay_and_are_not_asked_again(importer: Importer, reviews: Reviews, write: Write) -> None:
    record = importer.stage([write("report.txt", MISSPELT)])
    added = importer.change(record.id).added
    question = only(importer.questions(record.id), "misspelt-words")
    reviews.decide(record.id, [Decision(question.key, "accept")])
    assert importer.change(record.id).added == added and importer.record(record.id).questions == 0


def test_a_number_of_several_documents_waits_until_one_is_chosen(
    importer: Importer, reviews: Reviews, write: Write
) -> None:
    known = "number,kind,name,aliases,title,deciding_body,letterhead,issued,relations,signatory,source\n"
    rows = "".join(f"18-NQ/TW,Nghị quyết,,,,,,{day},,,sổ tay\n" for day in ("2017-10-25", "2022-06-16"))
    importer.publish(importer.stage([write("documents.csv", known + rows)]).id)
    text = "Ngày 5/7/2024, Tỉnh ủy Lào Cai tổ chức Hội nghị quán triệt Nghị quyết số 18-NQ/TW tới cán bộ, đảng viên.\n"
    record = importer.stage([write("report.txt", text)])
    question = only(importer.questions(record.id), "ambiguous-number")
    assert len(question.candidates) == 2
    with pytest.raises(InvalidIdentifier, match="which candidate"):
        reviews.decide(record.id, [Decision(question.key, "same")])
    later = next(c.iri for c in question.candidates if "2022" in c.iri)
    reviews.decide(record.id, [Decision(question.key, "same", later)])
    subjects = {str(quad) for quad in importer.change(record.id).added}
    assert any(later in subject for subject in subjects) and importer.record(record.id).questions == 0


def test_a_short_number_that_was_judged_is_a_name_of_the_document_and_no_number_of_it(
    importer: Importer, reviews: Reviews, write: Write
) -> None:
    table = "number,kind,name,aliases,title,deciding_body,letterhead,issued,relations,signatory,source\n"
    row = "67-QĐ/TW,Quy định,,,,,,2022-06-02,,,sổ tay\n"
    importer.publish(importer.stage([write("documents.csv", table + row)]).id)
    text = "Ngày 5/7/2024, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết thực hiện Quy định 67.\n"
    record = importer.stage([write("report.txt", text)])
    question = only(importer.questions(record.id), "short-number")
    reviews.decide(record.id, [Decision(question.key, "same", question.candidates[0].iri)])
    added = [str(quad) for quad in importer.change(record.id).added]
    assert any("documentNumber" in quad for quad in added) is False
    assert any(question.candidates[0].iri in quad for quad in added) and importer.record(record.id).questions == 0


@pytest.mark.parametrize(
    ("decision", "error"),
    [(Decision("no-such-key", "same"), NotFound), (Decision("", "accept"), InvalidIdentifier)],
)
def test_what_is_no_answer_is_refused_and_nothing_kept(
    importer: Importer, reviews: Reviews, write: Write, decision: Decision, error: type[Exception]
) -> None:
    import_id, question = two_namesakes(importer, write)
    asked = Decision(decision.question or question.key, decision.verdict)
    with pytest.raises(error):
        reviews.decide(import_id, [Decision(question.key, "different"), asked])
    assert importer.judgements.all() == []


def test_bulk_answers_all_open_questions_of_one_code(importer: Importer, reviews: Reviews, write: Write) -> None:
    import_id, _ = two_namesakes(importer, write)
    bulk = Bulk("different", "namesake")
    applied = reviews.decide(import_id, bulk.decisions(importer.questions(import_id)), why="khác tỉnh")
    assert len(applied.judgements) == 1 and importer.record(import_id).questions == 0
    assert bulk.decisions(importer.questions(import_id)) == []


def test_bulk_same_says_it_of_the_one_best_candidate_that_scores_enough() -> None:
    def question(key: str, *scores: float) -> Question:
        candidates = tuple(Candidate(f"iri-{n}", score) for n, score in enumerate(scores))
        verdicts = (None,) * len(scores)
        return Question(
            key, "identity", "namesake", "", "", key, "", "", "", "", "", None, None, "", 0, 0, candidates, verdicts
        )

    asked = [question("best", 0.2, 0.9), question("tie", 0.9, 0.9), question("low", 0.4), question("alone", 0.8)]
    decided = Bulk("same", "namesake", min_score=0.8).decisions(asked)
    assert decided == [Decision("best", "same", "iri-1"), Decision("alone", "same", "iri-0")]
    different = Bulk("different", "namesake", max_score=0.5).decisions(asked)
    assert [decision.question for decision in different] == ["low"]


def test_exported_judgements_hold_in_another_data_folder(
    importer: Importer, reviews: Reviews, write: Write, tmp_path: Path
) -> None:
    import_id, question = two_namesakes(importer, write)
    reviews.decide(import_id, [Decision(question.key, "same")], why="tiểu sử")
    exported = json.loads(json.dumps(reviews.export()))
    versions = VersionStore(tmp_path / "other")
    clock = lambda: datetime(2026, 2, 1, tzinfo=UTC)  # noqa: E731
    other = Importer(versions, folder=tmp_path / "other" / "imports", clock=clock, author="other")
    assert (Reviews(other, clock).take_in(exported), Reviews(other, clock).take_in(exported)) == (1, 0)
    other.publish(other.stage([write("first.txt", FIRST)]).id)
    other.publish(other.stage([write("second.txt", SECOND)]).id)
    assert len(people(versions)) == 1
    assert other.judgements.all()[0].author == "tests"


@pytest.mark.parametrize("exported", [[], {}, {"format": 2, "judgements": []}, {"format": 1, "judgements": [{"a": 1}]}])
def test_anything_but_an_export_is_refused_whole(reviews: Reviews, importer: Importer, exported: object) -> None:
    with pytest.raises(InvalidIdentifier):
        reviews.take_in(exported)
    assert importer.judgements.all() == []
