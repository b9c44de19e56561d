"""A chain as text, Mermaid, JSON and networkx: complete, in both languages, and safe against what sources write."""

import json
import re
from datetime import date

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_store.chain_json import chain_json, chain_networkx
from graph_store.chain_mermaid import chain_mermaid, escape
from graph_store.chain_model import Chain
from graph_store.chain_text import chain_text
from graph_store.chains import trace
from ontology.language import Language
from tests.graph_store.small_world import evidence, iri, world

DAY = date(2024, 5, 1)
WORLD = """
    person:an a mg:Person ; skos:prefLabel "Trịnh An"@vi .
    hold:h a mg:Holding ; mg:heldBy person:an ; mg:inPosition pos:p ; mg:from "2023"^^xsd:gYear .
    pos:p a mg:Position ; skos:prefLabel "Trưởng ban"@vi ; mg:positionIn body:b .
    body:b a mg:SteeringCommittee ; skos:prefLabel "Ban Chỉ đạo tỉnh Hồng Sa"@vi .
    doc:r a mg:Regulation ; skos:prefLabel "Quy định 88-QĐ/TW"@vi ; mg:regulates body:b ; mg:issuedBy body:s .
    doc:e a mg:Decision ; mg:establishes body:b ; mg:issuedBy body:s .
    doc:n a mg:Regulation ; mg:replaces doc:r ; mg:issuedOn "2024-01-01"^^xsd:date ;
        skos:prefLabel "Quy định 91-QĐ/TW"@vi .
    body:s a mg:StandingCommittee ; skos:prefLabel "Ban Thường trực"@vi .
""" + evidence("e", "hold:h mg:inPosition pos:p", "ông Trịnh An, Trưởng Ban Chỉ đạo", rank="unverified")


@pytest.fixture(scope="module")
def chain() -> Chain:
    return trace(world(WORLD), iri("person:an"), at=DAY)


def test_the_text_shows_words_source_place_rank_and_what_is_broken(chain: Chain) -> None:
    text = chain_text(chain, "vi")
    assert text.startswith("Căn cứ của Trịnh An (người) vào ngày 2024-05-01\n")
    assert "“ông Trịnh An, Trưởng Ban Chỉ đạo” — file0.html, ký tự 3-20 (r 0.80, chưa kiểm chứng)" in text
    assert "✗ ĐỨT: văn bản đã được thay thế bởi Quy định 91-QĐ/TW (2024-01-01)" in text
    assert " 2023 – ?" in text


def test_the_text_speaks_english_too(chain: Chain) -> None:
    text = chain_text(chain, "en")
    assert text.startswith("What carries Trịnh An (person) on 2024-05-01\n")
    assert "✗ BROKEN: the document was replaced by Quy định 91-QĐ/TW" in text
    assert "unverified" in text


def test_what_is_reached_twice_is_described_once(chain: Chain) -> None:
    text = chain_text(chain, "en")
    assert text.count("Ban Thường trực") == 2
    assert text.count("(see above)") == 1


def test_a_hop_walked_backwards_is_called_by_its_inverse_label() -> None:
    store = world("doc:r a mg:Regulation . doc:g a mg:Guidance ; mg:guides doc:r ; mg:documentNumber '36-HD/VPTW' .")
    chain = trace(store, iri("doc:r"), direction="down", at=DAY)
    assert "← guided by guidance (36-HD/VPTW)" in chain_text(chain, "en")
    assert "← được hướng dẫn bởi" in chain_text(chain, "vi")


def test_deeper_hops_stand_further_in(chain: Chain) -> None:
    lines = [line for line in chain_text(chain, "en").splitlines() if "→" in line or "←" in line]
    assert [len(line) - len(line.lstrip()) for line in lines] == [2, 4, 6, 8, 10, 8, 10]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_cut_chain_says_so(language: Language) -> None:
    text = chain_text(trace(world(WORLD), iri("person:an"), at=DAY, depth=1), language)
    assert text.splitlines()[-1].startswith({"vi": "Chưa hết", "en": "There is more"}[language])


def test_a_very_long_chain_is_shown_without_recursion() -> None:
    links = " ".join(f"doc:d{i} a mg:Decision ; mg:basedOn doc:d{i + 1} ." for i in range(1500))
    chain = trace(world(links + "doc:d1500 a mg:Law ."), iri("doc:d0"), at=DAY, depth=2000, limit=2000)
    assert len(chain_text(chain, "vi").splitlines()) == 1501


def test_json_is_plain_and_names_every_field(chain: Chain) -> None:
    plain = json.loads(json.dumps(chain_json(chain)))
    assert {"start", "direction", "at", "depth", "truncated", "left_out", "broken", "nodes", "edges"} == set(plain)
    assert plain["nodes"][0]["type_label"] == {"vi": "người", "en": "person"}
    hop = plain["edges"][1]
    assert (hop["predicate"], hop["standing"], hop["certainty"]) == ("inPosition", "stated", "possible")
    assert hop["evidence"][0]["claim_rank"] == "unverified"
    assert plain["broken"] == len(chain.broken) == 1


def test_networkx_keeps_direction_and_predicate_as_stated(chain: Chain) -> None:
    graph = chain_networkx(chain)
    assert isinstance(graph, networkx.MultiDiGraph)
    assert set(graph.nodes) == {node.iri for node in chain.nodes}
    assert set(graph.edges(keys=True)) == {(e.subject, e.object, e.predicate) for e in chain.edges}
    assert networkx.is_directed_acyclic_graph(graph)
    assert graph.nodes[iri("body:b")]["type"] == "SteeringCommittee"
    assert graph.edges[iri("doc:r"), iri("body:b"), "regulates"]["broken"][0]["code"] == "document-replaced"


def test_mermaid_has_a_line_for_every_node_and_edge(chain: Chain) -> None:
    lines = chain_mermaid(chain, "vi").splitlines()
    assert lines[0] == "flowchart BT"
    assert sum(bool(re.fullmatch(r'    n\d+\["[^"]*"\](:::broken)?', line)) for line in lines) == len(chain.nodes)
    assert sum(bool(re.fullmatch(r'    n\d+ (-->|-\.->)\|"[^"]*"\| n\d+', line)) for line in lines) == len(chain.edges)


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_no_label_breaks_out_of_a_mermaid_line(text: str) -> None:
    assert re.fullmatch(r"(?:[^\W_]|[ .,\-/()]|#\d+;)*", escape(text))


def test_a_hostile_name_stays_within_its_line_in_text_and_mermaid() -> None:
    name = r"A\"]\nclick n0 \"javascript:alert(1)\"\n%%{init:{}}%% \u001B[31m<script>\u202E"
    chain = trace(world(f'doc:a a mg:Decision ; skos:prefLabel "{name}"@vi .'), iri("doc:a"), at=DAY)
    diagram = chain_mermaid(chain)
    assert len(diagram.splitlines()) == 3
    assert not re.search(r'[<>%{}:]|"\]\w', diagram.splitlines()[1])
    text = chain_text(chain, "vi")
    assert len(text.splitlines()) == 1
    assert "\x1b" not in text and "\u202e" not in text
