"""The ontology is within OWL 2 DL and RL, and HermiT finds every class of it satisfiable: by ROBOT, of Maven Central.

Where Maven or Java is missing these tests are skipped loudly; a failure where CI is set.
"""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from graph_store.neo4j.parts import java, locked_jars
from ontology.errors import StoreUnavailable
from ontology.terms import MG, vocabulary
from tests.conftest import CACHE
from tests.ontology.logic import our_axioms, published_axioms, world

RECIPE = Path(__file__).parent / "robot"
ONTOLOGY = URIRef("https://example.org/all")
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def robot() -> Run:
    """Runs a command of ROBOT: robot("reason", "--input", file)."""
    try:
        jars, program = locked_jars(CACHE / "robot-1.9.6", RECIPE, "the reasoner"), java()
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no reasoner to test with: {error}. {error.hint}")
    command = [program, "-cp", f"{jars}/*", "org.obolibrary.robot.CommandLineInterface"]

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True, timeout=300)

    return run


def one_ontology() -> Graph:
    """All modules as one ontology without imports, with the declarations of the foreign terms that they use.

    The datatypes of OWL 2 have no xsd:date: the dates of code lists are given as text.
    """
    graph, published = Graph(), published_axioms(unions=True)
    modules = set(vocabulary().subjects(RDF.type, OWL.Ontology))
    for s, p, o in vocabulary():
        if s not in modules:
            dated = isinstance(o, Literal) and o.datatype == XSD.date
            graph.add((s, p, Literal(str(o)) if dated else o))
    for term in {t for triple in graph for t in triple if isinstance(t, URIRef)}:
        for sort in published.objects(term, RDF.type):
            graph.add((term, RDF.type, sort))
    graph.add((ONTOLOGY, RDF.type, OWL.Ontology))
    return graph


def reasoned_about() -> Graph:
    graph = our_axioms() + published_axioms(unions=True) + world()
    graph.add((ONTOLOGY, RDF.type, OWL.Ontology))
    return graph


def written(graph: Graph, folder: Path) -> Path:
    path = folder / "ontology.ttl"
    graph.serialize(path, format="turtle", encoding="utf-8")
    return path


@pytest.mark.parametrize("profile", ["DL", "RL"])
def test_the_ontology_is_within_the_profile(robot: Run, tmp_path: Path, profile: str) -> None:
    report = tmp_path / "report.txt"
    path = written(one_ontology(), tmp_path)
    done = robot("validate-profile", "--profile", profile, "--input", path, "--output", report)
    assert done.returncode == 0, report.read_text("utf-8")[:2000]


def test_a_use_outside_the_profile_is_found(robot: Run, tmp_path: Path) -> None:
    graph = one_ontology()
    graph.add((MG.Evidence, RDFS.subClassOf, RDF.Statement))
    done = robot(
        "validate-profile",
        *("--profile", "DL", "--input", written(graph, tmp_path), "--output", tmp_path / "report.txt"),
    )
    assert done.returncode != 0 and "Statement" in (tmp_path / "report.txt").read_text("utf-8")


def test_every_class_is_satisfiable_and_every_use_that_the_shapes_allow_is_consistent(
    robot: Run, tmp_path: Path
) -> None:
    done = robot("reason", "--reasoner", "hermit", "--input", written(reasoned_about(), tmp_path))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "error",
    [
        [(MG.Plenum, RDFS.subClassOf, MG.Body)],
        [(MG.documentNumber, RDFS.range, XSD.integer)],
        [(MG.heldBy, RDFS.subPropertyOf, URIRef(ORG + "postIn"))],
        [(MG.Holding, OWL.disjointWith, URIRef(PROV + name)) for name in ("Activity", "Agent", "Entity")],
    ],
    ids=["class-of-two", "range-of-literal", "alignment", "union-as-domain"],
)
def test_a_planted_contradiction_is_found_by_the_reasoner(
    robot: Run, tmp_path: Path, error: list[tuple[URIRef, URIRef, URIRef]]
) -> None:
    graph = reasoned_about()
    for triple in error:
        graph.add(triple)
    done = robot("reason", "--reasoner", "hermit", "--input", written(graph, tmp_path))
    assert done.returncode != 0 and ("inconsistent" in done.stdout or "unsatisfiable" in done.stdout)
