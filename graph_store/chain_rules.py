"""Which statements a mandate chain crosses from each kind of thing, up and down, in the order in which they are shown.

"<" before a property means: the other thing is its subject. `guides` and `details` stand beside
`implements`, since a guidance has its mandate from what it guides.
"""

from graph_store.chain_model import Direction

UPWARD = {
    "Person": ("<heldBy",),
    "Holding": ("byDocument", "<appoints", "inPosition"),
    "Position": ("positionIn", "exOfficio"),
    "Body": ("<establishes", "<changedTo", "<regulates", "ofKind", "agreedBy"),
    "BodyKind": ("<establishes", "<regulates", "agreedBy"),
    "Document": ("basedOn", "implements", "guides", "details", "agreedBy", "issuedBy", "<promulgates"),
    "Event": ("inTerm", "meetingOf"),
    "ChangeEvent": ("byDocument",),
    "Term": ("openedBy",),
}
DOWNWARD = {
    "Term": ("<inTerm",),
    "Event": ("<openedBy", "<agreedBy", "<issuedBy", "establishes"),
    "Document": (
        "promulgates",
        "establishes",
        "regulates",
        "appoints",
        "<byDocument",
        "<basedOn",
        "<implements",
        "<guides",
        "<details",
    ),
    "BodyKind": ("<ofKind",),
    "ChangeEvent": ("changedTo",),
    "Body": ("<positionIn", "<issuedBy", "<meetingOf"),
    "Position": ("<inPosition", "<exOfficio"),
    "Holding": ("heldBy",),
}
# In these, what rests stands as the object and what carries as the subject; in all others it is the other way round.
CARRIED_BY_SUBJECT = frozenset({"establishes", "changedTo", "regulates", "appoints", "promulgates"})
# One thing has one of each; two that do not agree are a dispute.
SINGLE = {
    "Holding": ("heldBy", "inPosition"),
    "Position": ("positionIn",),
    "Event": ("inTerm",),
    "Term": ("openedBy",),
}
SINGLE_DATES = {
    "Document": ("issuedOn",),
    "Holding": ("from", "to"),
    "Body": ("existsFrom", "existsTo"),
    "Event": ("startsOn", "endsOn"),
    "ChangeEvent": ("changedOn",),
    "Term": ("startsOn", "endsOn"),
}


def hops(core: str, type_name: str, direction: Direction) -> tuple[tuple[str, bool], ...]:
    """(property, whether the other thing is its subject) of each hop from a thing of that core class and type."""
    table = UPWARD if direction == "up" else DOWNWARD
    steps = tuple((step.lstrip("<"), step.startswith("<")) for step in table.get(core, ()))
    # The term that a congress opens is no basis of the congress.
    return tuple(s for s in steps if s != ("inTerm", False)) if type_name == "Congress" else steps
