"""The catalogue: headers are read and checked, and values are bound as the questions want them."""

from datetime import date
from pathlib import Path

import pytest

from ontology.errors import NotFound, QueryInvalid
from ontology.identifiers import ID_BASE
from queries.catalog import Column, Question, load, question, questions
from queries.column_words import words

HEADER = """# posts: who sits in ?body?
# vi: ai ở trong ?body?
# param body iri: the body | cơ quan
# param at date default today: the day | ngày
# note: a note of its own
# note-vi: một lời chú
# returns ?person iri, ?rank integer

SELECT 1
LIMIT 20
"""


def write(folder: Path, sparql: str, cypher: str | None, name: str = "posts") -> Path:
    for part in ("sparql", "cypher"):
        (folder / part).mkdir()
    (folder / "sparql" / f"{name}.rq").write_text(sparql, encoding="utf-8")
    if cypher is not None:
        (folder / "cypher" / f"{name}.cypher").write_text(cypher.replace("# ", "// "), encoding="utf-8")
    return folder


@pytest.fixture
def posts(tmp_path: Path) -> Question:
    return load(write(tmp_path, HEADER, HEADER))["posts"]


def test_a_header_gives_question_parameters_and_columns(posts: Question) -> None:
    assert posts.text_en == "who sits in ?body?"
    assert posts.text_vi == "ai ở trong ?body?"
    assert [(p.name, p.kind, p.default, p.required) for p in posts.parameters] == [
        ("body", "iri", None, True),
        ("at", "date", "today", False),
    ]
    assert (posts.parameters[0].description, posts.parameters[0].description_vi) == ("the body", "cơ quan")
    assert [(c.name, c.kind) for c in posts.columns] == [("person", "iri"), ("rank", "integer")]
    assert posts.columns[0] == Column("person", "iri", "the person", "người")
    assert (posts.note, posts.note_vi) == ("a note of its own", "một lời chú")
    assert posts.sparql.endswith("SELECT 1\nLIMIT 20\n") and posts.limit == 20


def test_a_part_of_a_question_is_asked_by_the_ends_of_its_texts(posts: Question) -> None:
    part = posts.part(40, 21)
    assert part.sparql.endswith("SELECT 1\nLIMIT 21\nOFFSET 40\n")
    assert part.cypher.endswith("SELECT 1\nSKIP 40\nLIMIT 21\n")
    assert (part.parameters, part.columns) == (posts.parameters, posts.columns)


@pytest.mark.parametrize("asked", questions().values(), ids=lambda q: q.name)
def test_a_question_is_explained_in_both_languages(asked: Question) -> None:
    told = [(p.description, p.description_vi) for p in asked.parameters]
    told += [(c.description, c.description_vi) for c in asked.columns]
    assert all(english and vietnamese for english, vietnamese in told)
    assert bool(asked.note) == bool(asked.note_vi)


def test_no_words_are_kept_for_a_column_that_no_question_has() -> None:
    known = {name: {column.name for column in asked.columns} for name, asked in questions().items()}
    known["any"] = set().union(*known.values())
    assert [(name, c) for name, table in words().items() for c in table if c not in known.get(name, ())] == []


@pytest.mark.parametrize(
    ("given", "code"), [("quy-dinh", "quy-dinh"), ("Quy định", "quy-dinh"), ("QUY ĐỊNH ", "quy-dinh")]
)
def test_a_code_is_given_as_such_or_by_its_name(given: str, code: str) -> None:
    assert question("documents_of_kind").bind({"kind": given}) == {"kind": code}


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("documents_of_kind", {"kind": "quydinh"}, "quy-che, quy-dinh"),
        ("in_force_on", {"only": "in force"}, "any"),
        ("lost_basis", {"of": "person"}, "document, body-kind, body, position, holding, any"),
        ("holders_on_date", {"body": "body/x", "at": "2023"}, "2023-06-30"),
        ("readings_below", {"percent": "half"}, "whole number"),
        ("holders_on_date", {"body": "x"}, "type/key"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_would_fit(name: str, value: dict[str, str], says: str) -> None:
    with pytest.raises(QueryInvalid) as raised:
        question(name).bind(value)
    assert says in str(raised.value) and f"câu hỏi {name} cần" in raised.value.message_vi


@pytest.mark.parametrize(
    ("sparql", "cypher", "says"),
    [
        (HEADER, None, "lacks cypher/posts.cypher"),
        (HEADER, HEADER.replace("?rank integer", "?rank string"), "two kinds of columns"),
        (HEADER, HEADER.replace("default today", "default 2024-01-01"), "two kinds of parameters"),
        (HEADER, HEADER.replace("ai ở", "ai ngồi"), "two kinds of text_vi"),
        (HEADER.replace("# posts:", "# seats:"), HEADER, "cannot have"),
        (HEADER.replace("# vi: ai ở trong ?body?\n", ""), HEADER, "lacks text_vi"),
        (HEADER.replace("iri: the body | cơ quan", "iri: the body"), HEADER, "cannot have"),
        (HEADER.replace("?person iri", "person iri"), HEADER, "no column"),
        (HEADER.replace("?rank integer", "?rank number"), HEADER, "unknown kind 'number'"),
        (HEADER.replace("?rank integer", "?body iri"), HEADER, "twice"),
        (HEADER.replace("# note:", "# remark:"), HEADER, "cannot have"),
        (
            HEADER.replace("?rank integer", "?colour string"),
            HEADER.replace("?rank integer", "?colour string"),
            "colour",
        ),
        (HEADER.replace("body iri", "body code"), HEADER, "without its list"),
        (HEADER.replace("body iri", "body iri of role"), HEADER, "list without codes"),
        (HEADER.replace("LIMIT 20", "LIMIT 30"), HEADER, "two limits"),
        (HEADER.replace("LIMIT 20\n", ""), HEADER, "does not end with a LIMIT"),
    ],
)
def test_a_header_that_is_wrong_or_unlike_its_twin_fails_at_load(
    tmp_path: Path, sparql: str, cypher: str | None, says: str
) -> None:
    with pytest.raises(ValueError, match="posts") as raised:
        load(write(tmp_path, sparql, cypher))
    assert says in str(raised.value)


def test_values_are_bound_in_full_and_defaults_filled_in(posts: Question) -> None:
    bound = posts.bind({"body": "body/ban-x-1a2b"}, today=date(2026, 3, 9))
    assert bound == {"body": ID_BASE + "body/ban-x-1a2b", "at": "2026-03-09"}
    assert posts.bind({"body": ID_BASE + "body/ban-x-1a2b", "at": "2020-02-29"})["at"] == "2020-02-29"


def test_a_provision_is_named_by_its_document_and_the_way_into_it() -> None:
    asked = question("relations_at_provision")
    bound = asked.bind({"document": "document/67-qd-tw-2022-06-02#dieu-5-khoan-2"})
    assert bound == {"document": ID_BASE + "document/67-qd-tw-2022-06-02#dieu-5-khoan-2"}
    assert asked.bind(dict.fromkeys(bound, str(bound["document"]))) == bound


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"body": "body/x", "colour": "red"},
        {"body": "ban x"},
        {"body": "animal/x"},
        {"body": "body/X"},
        {"body": "body/x#dieu-5"},
        {"body": "document/x#"},
        {"body": "document/x#dieu 5"},
        {"body": "body/x> ?s ?p"},
        {"body": "https://example.org/body/x"},
        {"body": "body/x", "at": "2020"},
        {"body": "body/x", "at": "2021-02-29"},
        {"body": "body/x", "at": "hôm nay"},
    ],
)
def test_a_missing_unknown_or_malformed_value_is_refused(posts: Question, values: dict[str, str]) -> None:
    with pytest.raises(QueryInvalid) as raised:
        posts.bind(values)
    assert raised.value.message_vi.startswith("câu hỏi posts")
    assert raised.value.facts["question"] == "posts"


def test_a_first_day_after_the_last_is_refused() -> None:
    asked = question("events_between")
    with pytest.raises(QueryInvalid, match="since > until"):
        asked.bind({"since": "2022-02-01", "until": "2022-01-31"})
    assert asked.bind({"since": "2022-02-01", "until": "2022-02-01"})


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("-3", -3)])
def test_integers_are_bound_as_numbers(tmp_path: Path, text: str, value: int) -> None:
    header = HEADER.replace("param body iri", "param body integer")
    asked = load(write(tmp_path, header, header))["posts"]
    assert asked.bind({"body": text})["body"] == value
    with pytest.raises(QueryInvalid):
        asked.bind({"body": "9" * 40})


def test_strings_are_bound_in_one_unicode_form_and_not_without_end() -> None:
    by_number = question("documents_by_number")
    assert by_number.bind({"number": "15-QĐ/TỪ"})["number"] == "15-QĐ/TỪ"
    with pytest.raises(QueryInvalid):
        by_number.bind({"number": "1" * 2001})


def test_an_unknown_question_names_those_there_are() -> None:
    with pytest.raises(NotFound) as raised:
        question("who_is_who")
    assert "mandate_basis" in raised.value.hint


def test_the_questions_come_in_order_of_name() -> None:
    assert list(questions()) == sorted(questions())
    assert len(questions()) >= 10


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("holders_on_date", {"body": "place/bac-kan-06"}),
        ("mandate_chain", {"document": "body/ban-bi-thu-2b7d"}),
        ("committees_by_kind", {"kind": "body/ban-bi-thu-2b7d"}),
        ("bodies_by_name", {"words": " "}),
    ],
)
def test_a_thing_of_another_type_and_no_words_at_all_are_refused(name: str, given: dict[str, str]) -> None:
    with pytest.raises(QueryInvalid, match="wants"):
        question(name).bind(given)


def test_a_thing_of_any_type_may_be_asked_about() -> None:
    assert question("evidence_for").bind({"entity": "place/bac-kan-06"})


def test_blanks_between_words_count_once() -> None:
    assert question("bodies_by_name").bind({"words": " Tỉnh  ủy "}) == {"words": "Tỉnh ủy"}
