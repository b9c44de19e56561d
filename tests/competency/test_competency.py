"""Every competency question gets its expected answer from the bundled graph, the same in every engine."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from graph_api.cli.demonstration import build
from graph_api.settings import Settings
from graph_store.engine import Engine
from graph_store.kglite_engine import KgliteEngine
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.load import load as load_neo4j
from graph_store.neo4j.sync import projection_of
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.versions import VersionStore
from graph_store.view import View
from queries.catalog import TODAY, question, questions
from queries.competency_questions import Asker, CompetencyQuestion, load, themes

ASKED = [asked for theme in themes() for asked in theme.questions]
FEWEST = 80  # questions of all themes
each_question = pytest.mark.parametrize(
    "asked", ASKED, ids=[f"{theme.name}-{n}-{q.query}" for theme in themes() for n, q in enumerate(theme.questions, 1)]
)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """What `mandate demo` publishes: the bundled tables and texts, imported and checked like any other."""
    folder = tmp_path_factory.mktemp("competency")
    build(Settings(data=folder), None)
    with VersionStore(folder).open() as opened:
        yield opened


@pytest.fixture(scope="module")
def sparql(view: View) -> Iterator[SparqlEngine]:
    engine = SparqlEngine(view)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def kglite(view: View) -> Iterator[KgliteEngine]:
    engine = KgliteEngine(view)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def neo4j(view: View, neo4j_address: Address) -> Iterator[Neo4jEngine]:
    load_neo4j(neo4j_address, projection_of(view))
    engine = Neo4jEngine(neo4j_address, view)
    yield engine
    engine.close()


def ask(engine: Engine, asked: CompetencyQuestion) -> None:
    ready = question(asked.query)
    answer = engine.answer(ready, ready.bind(asked.parameters))
    found = asked.found(answer.columns, answer.rows)
    assert found[: len(asked.rows)] == list(asked.rows)
    assert len(found) == asked.count


@each_question
def test_oxigraph_gives_the_expected_answer(sparql: SparqlEngine, asked: CompetencyQuestion) -> None:
    ask(sparql, asked)


@each_question
def test_kglite_gives_the_expected_answer(kglite: KgliteEngine, asked: CompetencyQuestion) -> None:
    ask(kglite, asked)


@each_question
def test_neo4j_gives_the_expected_answer(neo4j: Neo4jEngine, asked: CompetencyQuestion) -> None:
    ask(neo4j, asked)


def test_there_are_enough_questions_and_every_kind_of_asker_has_some() -> None:
    assert len(ASKED) >= FEWEST
    assert {asked.asked_by for asked in ASKED} == set(get_args(Asker))


def test_every_ready_question_answers_somebody() -> None:
    assert set(questions()) - {asked.query for asked in ASKED} == set()


def test_most_questions_of_a_theme_have_an_answer() -> None:
    for theme in themes():
        assert sum(bool(asked.rows) for asked in theme.questions) * 2 > len(theme.questions), theme.name


def test_nobody_asks_what_another_asks() -> None:
    asked = Counter(f"{a.query} {sorted(question(a.query).bind(a.parameters).items())}" for a in ASKED)
    words = Counter(text for a in ASKED for text in (a.vi, a.en))
    assert [what for what, times in (asked | words).items() if times > 1] == []


@each_question
def test_a_question_reads_as_one_in_both_languages_and_says_how_it_was_checked(asked: CompetencyQuestion) -> None:
    assert asked.vi.endswith("?") and asked.en.endswith("?") and asked.vi != asked.en
    assert asked.checked


@each_question
def test_no_answer_depends_on_the_day_of_asking(asked: CompetencyQuestion) -> None:
    todays = {parameter.name for parameter in question(asked.query).parameters if parameter.default == TODAY}
    assert todays <= asked.parameters.keys()


ENTRY = """title = { vi = "Văn bản", en = "Documents" }

[[question]]
asked_by = "researcher"
vi = "Số 67-QĐ/TW là văn bản nào?"
en = "Which document is 67-QĐ/TW?"
query = "documents_by_number"
parameters = { number = "67-QĐ/TW" }
columns = ["document"]
rows = [["document/67-qd-tw-2022-06-02"]]
checked = "documents.csv"
"""


def test_a_theme_is_read_with_its_questions(tmp_path: Path) -> None:
    (tmp_path / "documents.toml").write_text(ENTRY, "utf-8")
    (theme,) = load(tmp_path)
    (asked,) = theme.questions
    assert (theme.name, theme.title_vi, theme.title_en) == ("documents", "Văn bản", "Documents")
    assert (asked.columns, asked.rows, asked.count) == (("document",), (("document/67-qd-tw-2022-06-02",),), 1)


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('asked_by = "researcher"', 'asked_by = "nobody"', "nobody"),
        ('checked = "documents.csv"', "", "checked"),
        ('checked = "documents.csv"', 'checked = "documents.csv"\nmood = "good"', "mood"),
        ('columns = ["document"]', 'columns = ["colour"]', "colour"),
        ('columns = ["document"]', "", "cells"),
        ('rows = [["document/67-qd-tw-2022-06-02"]]', "rows = []\ncount = 2", "counts 2"),
        ('title = { vi = "Văn bản", en = "Documents" }', 'title = { vi = "Văn bản" }', "title"),
    ],
)
def test_an_entry_that_is_not_as_it_should_be_fails_at_load(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in ENTRY
    (tmp_path / "documents.toml").write_text(ENTRY.replace(right, wrong), "utf-8")
    with pytest.raises(ValueError, match=r"documents\.toml") as raised:
        load(tmp_path)
    assert says in str(raised.value)
