"""What the HTTP door answers about imports and versions; the rest stands in resources.py."""

from typing import Self

from graph_api.resources import Json, ListResource, Resource
from graph_store.net_change import net_change
from graph_store.versions import Change, Manifest
from ingest.records import ImportRecord

SHOWN_QUADS = 2_000  # of a change, each way


class FileResource(Resource):
    name: str
    sha256: str
    status: str
    message: str
    message_vi: str
    facts: dict[str, int]


class ImportResource(Resource):
    """One import. `base` is the version it was staged on, `version` the one that published it."""

    id: str
    status: str
    created_at: str
    author: str
    base: int
    version: int | None
    files: list[FileResource]
    added: int
    removed: int
    issues: int
    violations: int
    warnings: int
    source_class: str
    questions: int
    broken: int

    @classmethod
    def of(cls, record: ImportRecord) -> Self:
        return cls.model_validate(record.as_json())


class ImportList(ListResource):
    items: list[ImportResource]


class CountsResource(Resource):
    """How many findings there are, and how many of each gravity, rule and file; how many of them are waived."""

    total: int
    waived: int
    severities: dict[str, int]
    rules: list[dict[str, Json]]
    files: list[dict[str, Json]]


class FindingList(ListResource):
    """What the shapes say, rule by rule, the gravest first. `counts` is of all that the filter chooses."""

    counts: CountsResource
    items: list[dict[str, Json]]


class ReportResource(ImportResource):
    """An import with what was not understood and what the shapes say: the first of each list, `counts` of all findings.

    `findings_at` and `issues_at` are where the lists go on.
    """

    counts: CountsResource
    findings_at: str
    issues_at: str
    issue_list: list[dict[str, Json]]
    validation: list[dict[str, Json]]
    question_list: list[dict[str, Json]]
    broken_list: list[dict[str, Json]]
    coverage: dict[str, Json]


class IssueList(ListResource):
    """Issues in the order of their files; `total` is of all that the filter chooses."""

    total: int
    items: list[dict[str, Json]]


class PreviewResource(Resource):
    """What a table would give; nothing of it is kept.

    `mapping` is the text of a mapping file, `columns` are ours -> theirs, `likeness` says how alike a proposed one
    sounds, `missing` what is to be said before it can be used. `facts` are the first statements with their cells,
    `issues` what would be refused or is in doubt, each with its cell and in both languages.
    """

    table: str
    sheets: list[str]
    header: int | None
    mapping: str
    columns: dict[str, list[str]]
    likeness: dict[str, dict[str, Json]]
    missing: list[str]
    row_count: int
    rows: list[dict[str, Json]]
    facts: list[dict[str, str]]
    issue_count: int
    issues: list[dict[str, Json]]
    statements: int


class ChangeResource(Resource):
    """What one version changes against another, as N-Quads lines; `truncated` if there are more than are shown.

    A net change leaves out what a new edition of a table states as its older one did.
    """

    added_total: int
    removed_total: int
    added: list[str]
    removed: list[str]
    truncated: bool

    @classmethod
    def of(cls, change: Change, *, net: bool) -> Self:
        if net:
            change = net_change(change)
        return cls(
            added_total=len(change.added),
            removed_total=len(change.removed),
            added=[f"{quad} ." for quad in change.added[:SHOWN_QUADS]],
            removed=[f"{quad} ." for quad in change.removed[:SHOWN_QUADS]],
            truncated=max(len(change.added), len(change.removed)) > SHOWN_QUADS,
        )


class VersionResource(Resource):
    """A published version."""

    number: int
    parent: int | None
    kind: str
    import_id: str | None
    author: str
    created_at: str
    note: str
    quads: int
    added: int
    removed: int
    content_hash: str
    hash: str

    @classmethod
    def of(cls, manifest: Manifest) -> Self:
        return cls.model_validate({name: getattr(manifest, name) for name in cls.model_fields})


class VersionList(ListResource):
    items: list[VersionResource]
