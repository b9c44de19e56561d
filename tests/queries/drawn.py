"""Graphs drawn at random: every class, each with every property that the shapes know of it, in any tangle.

They hold what no source says (a document that replaces itself, an end before its begin), since the engines have to give
equal rows there too. The same seed gives the same graph.
"""

import random
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, RDFS, SKOS, URIRef

from ontology.identifiers import ID_BASE
from ontology.terms import CODE_BASE, MG, ONTOLOGY_BASE, local_name, vocabulary
from queries.catalog import Parameter, Question
from shapes.description import PropertyRule, class_shapes

XSD = "http://www.w3.org/2001/XMLSchema#"
_EACH = 5  # entities of a class
_MORE = {"position": 20, "holding": 40, "person": 12}
_DENSITY = 0.5  # of the subjects that may have a property, how many do; some have two
_WORDS = ("Ban", "Chỉ", "đạo", "Hòa", "Bình", "Tổ", "công", "tác", "Lê", "Văn", "Nguyễn", "khóa")
_NUMBERS = ("67-QĐ/TW", "12-NQ/TW", "05-HD/VPTW", "18/2021/NĐ-CP", "203-QĐ/TU")
# Entity types of IRIs, each with the classes that it may have.
_TYPES = {
    "document": ("Regulation", "Resolution", "Decision", "Directive"),
    "body": ("PartyCommittee", "SteeringCommittee", "PartyDepartment", "StateBody"),
    "body-kind": ("BodyKind",),
    "position": ("Position",),
    "person": ("Person",),
    "holding": ("Holding",),
    "event": ("Plenum", "Congress", "Conference", "Meeting"),
    "change-event": ("Merger", "Renaming", "Foundation"),
    "place": ("Place",),
    "term": ("Term",),
    "coverage": ("Coverage",),
    "source": ("Source",),
    "import": ("Import",),
}


class Drawn:
    """One graph, and parameters that fit it."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._entities: dict[str, list[NamedNode]] = {}  # by class
        self._graphs = [NamedNode(f"{ID_BASE}source/s{n:02}") for n in range(3)]
        self.store = Store()
        self.store.extend(self._declared())
        self._entities[str(MG.Provision)] = self._provisions()
        self.store.extend(self._classed())
        self.store.extend(self._stated())
        self.store.extend(self._quoted())

    def parameters(self, asked: Question) -> dict[str, str]:
        """A value for each parameter: things of the graph, days of its time, words of its names, codes."""
        given = [p for p in asked.parameters if p.default is None or p.kind == "date" or self._draw.random() < 0.5]
        values = {p.name: self._draw.choice(p.codes) if p.codes else self._value(p) for p in given}
        if "since" in values and "until" in values:
            values["since"], values["until"] = sorted((values["since"], values["until"]))
        return values

    def _value(self, parameter: Parameter) -> str:
        if parameter.kind == "date":
            return self._day()
        if parameter.kind == "integer":
            return str(self._draw.randint(0, 40))
        if parameter.kind == "iri":
            within = tuple(f"{ID_BASE}{type}/" for type in parameter.types) or (ID_BASE,)
            fitting = {n.value for nodes in self._entities.values() for n in nodes if n.value.startswith(within)}
            return self._draw.choice(sorted(fitting))
        return self._draw.choice((*_WORDS, *_NUMBERS, "any", "2021", "QĐ/TW XIII"))

    def _declared(self) -> Iterator[Quad]:
        label, alt = (NamedNode(str(p)) for p in (SKOS.prefLabel, SKOS.altLabel))
        for key, classes in _TYPES.items():
            for number in range(_MORE.get(key, _EACH) * len(classes)):
                name = classes[number % len(classes)]
                node = NamedNode(f"{ID_BASE}{key}/{key[0]}{number:02}")
                graph = self._draw.choice(self._graphs)
                yield Quad(node, NamedNode(str(RDF.type)), NamedNode(str(MG[name])), graph)
                for kind in (str(MG[name]), *self._above(str(MG[name]))):
                    self._entities.setdefault(kind, []).append(node)
                if self._draw.random() < 0.9:
                    yield Quad(node, label, Literal(self._name(), language="vi"), graph)
                if self._draw.random() < 0.2:
                    yield Quad(node, label, Literal(self._name(), language="vi"), self._draw.choice(self._graphs))
                if self._draw.random() < 0.3:
                    yield Quad(node, label, Literal("Office", language="en"), graph)
                if self._draw.random() < 0.3:
                    yield Quad(node, alt, Literal(self._name(), language="vi"), self._draw.choice(self._graphs))

    def _stated(self) -> Iterator[Quad]:
        """Each property that the shapes know of a class, on some of its entities."""
        for shape in class_shapes():
            paths = {rule.path for rule in shape.properties if rule.path.startswith(ONTOLOGY_BASE)}
            paths -= {str(MG.provisionOf), str(MG.sourceClass)}  # one each, given above
            told = [[rule for rule in shape.properties if rule.path == path] for path in sorted(paths)]
            for subject in self._of_classes(shape.targets):
                for rules in told:
                    yield from self._some(subject, rules)

    def _provisions(self) -> list[NamedNode]:
        documents = self._of_classes([str(MG.Document)])
        nodes = [NamedNode(f"{d.value}#dieu-{n}") for d in documents for n in (1, 2) if self._draw.random() < 0.4]
        kind = NamedNode(str(MG.Provision))
        self.store.extend(Quad(n, NamedNode(str(RDF.type)), kind, self._draw.choice(self._graphs)) for n in nodes)
        whole = NamedNode(str(MG.provisionOf))
        of = [(n, NamedNode(n.value.partition("#")[0])) for n in nodes]
        self.store.extend(Quad(n, whole, d, self._draw.choice(self._graphs)) for n, d in of)
        return nodes

    def _classed(self) -> Iterator[Quad]:
        """The class of every source, without which none can be published."""
        for source in self._entities[str(MG.Source)]:
            code = self._draw.choice(("official", "press", "reference", "demonstration", "other"))
            yield Quad(source, NamedNode(str(MG.sourceClass)), NamedNode(f"{CODE_BASE}source-class/{code}"), source)

    def _quoted(self) -> Iterator[Quad]:
        """Evidence for every statement, from its graph."""
        stated = sorted((q for q in self.store if q.predicate.value.startswith(ONTOLOGY_BASE)), key=str)
        for number, quad in enumerate(stated):
            node = NamedNode(f"{ID_BASE}evidence/e{number:04}")
            rank = self._draw.choice(("stated", "unverified"))
            told = [
                (RDF.type, NamedNode(str(MG.Evidence))),
                (RDF.subject, quad.subject),
                (RDF.predicate, quad.predicate),
                (RDF.object, quad.object),
                (MG.fromSource, quad.graph_name),
                (MG.start, Literal(str(number), datatype=NamedNode(XSD + "integer"))),
                (MG.end, Literal(str(number + 9), datatype=NamedNode(XSD + "integer"))),
                (MG.confidence, Literal("0.9", datatype=NamedNode(XSD + "decimal"))),
                (MG.quote, Literal(self._name())),
                (MG.rule, Literal("made-up")),
                (MG.claimRank, NamedNode(f"{CODE_BASE}claim-rank/{rank}")),
                *([(MG.note, Literal("read as another word"))] if self._draw.random() < 0.2 else []),
            ]
            for predicate, value in told:
                yield Quad(node, NamedNode(str(predicate)), value, quad.graph_name)

    def _some(self, subject: NamedNode, rules: list[PropertyRule]) -> Iterator[Quad]:
        """Often none; sometimes two: things that it points at, or values that sources do not agree on."""
        if self._draw.random() > _DENSITY:
            return
        links = any(rule.values.classes for rule in rules)
        most = min((rule.most for rule in rules if rule.most), default=2) if links else 2
        telling = [r for r in rules if r.values.classes or r.values.code_lists or r.values.datatypes]
        for _ in range(min(most, self._draw.choice((1, 1, 1, 2)))):
            value = self._object(telling[0]) if telling else None
            if value is not None and value != subject:
                yield Quad(subject, NamedNode(rules[0].path), value, self._draw.choice(self._graphs))

    def _object(self, rule: PropertyRule) -> NamedNode | Literal | None:
        name = local_name(rule.path)
        if rule.values.classes:
            targets = self._of_classes(rule.values.classes)
            return self._draw.choice(targets) if targets else None
        if rule.values.code_lists:
            schemes = [URIRef(scheme) for scheme in rule.values.code_lists]
            codes = sorted(str(c) for scheme in schemes for c in vocabulary().subjects(SKOS.inScheme, scheme))
            return NamedNode(self._draw.choice(codes)) if codes else None
        kinds = rule.values.datatypes
        if name in ("earliest", "latest"):
            return Literal(self._day(), datatype=NamedNode(XSD + "date"))
        if XSD + "integer" in kinds:
            return Literal(str(self._draw.randint(1, 80)), datatype=NamedNode(XSD + "integer"))
        if XSD + "gYear" in kinds:
            return self._date()
        if name == "documentNumber":
            return Literal(self._draw.choice(_NUMBERS))
        if str(RDF.langString) in kinds:
            return Literal(self._name(), language="vi")
        return Literal(self._draw.choice((*_WORDS, "QĐ/TW XIII"))) if kinds == [XSD + "string"] else None

    def _of_classes(self, classes: Iterable[str]) -> list[NamedNode]:
        return sorted({n for c in classes for n in self._entities.get(c, ())}, key=str)

    def _above(self, name: str) -> list[str]:
        above = vocabulary().transitive_objects(URIRef(name), RDFS.subClassOf)
        return [str(c) for c in above if str(c).startswith(ONTOLOGY_BASE) and str(c) != name]

    def _name(self) -> str:
        return " ".join(self._draw.choices(_WORDS, k=self._draw.randint(1, 3)))

    def _day(self) -> str:
        return f"20{self._draw.randint(15, 27)}-{self._draw.randint(1, 12):02}-{self._draw.randint(1, 28):02}"

    def _date(self) -> Literal:
        """A day, month or year."""
        day = self._day()
        text, kind = self._draw.choice(((day, "date"), (day[:7], "gYearMonth"), (day[:4], "gYear")))
        return Literal(text, datatype=NamedNode(XSD + kind))
