"""A whole version as a file."""

import tempfile
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from os import SEEK_END
from typing import IO, Annotated

from fastapi import APIRouter, Path
from fastapi.responses import StreamingResponse

from graph_api.routers.parameters import NoDay, SnapshotDep

router = APIRouter(prefix="/api/v1/export", tags=["versions"])
_CHUNK = 1 << 20
_IN_MEMORY = 16 << 20  # bytes; a larger export goes through a file that has no name


@router.get("/{format}", response_class=StreamingResponse, dependencies=[NoDay])
def read_export(format: Annotated[str, Path(max_length=40)], snapshot: SnapshotDep) -> StreamingResponse:
    """The graph as nquads, trig, jsonld (which keep sources apart), turtle, ntriples, jsonl, csv, parquet, graphml,
    neo4j-bulk. `Repr-Digest` is the SHA-256 of the file (RFC 9530)."""
    from graph_store.export import export, export_format  # what it takes is not wanted before

    form = export_format(format)
    file: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)
    export(snapshot.view, format, file)
    name = f"mandate-graph-{snapshot.number}.{form.ending}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(file.seek(0, SEEK_END)),
        "Repr-Digest": f"sha-256=:{b64encode(_sha256(file)).decode()}:",
    }
    return StreamingResponse(_chunks(file), media_type=form.media_type, headers=headers)


def _sha256(file: IO[bytes]) -> bytes:
    """The hash of the file, which is left at its beginning."""
    found = sha256()
    file.seek(0)
    while chunk := file.read(_CHUNK):
        found.update(chunk)
    file.seek(0)
    return found.digest()


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
