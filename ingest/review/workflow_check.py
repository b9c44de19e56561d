"""Is the database of judgements and waivers what was written? Called by `mandate verify`."""

from ingest.review import judgement_store, waiver_store
from ingest.review.workflow_rows import database
from ingest.review.workflow_seals import damaged_rows
from ontology.damage import Damage


def damaged_workflow(url: str) -> list[Damage]:
    """What is said of each judgement and waiver that is not what was written; nothing if there is no database yet."""
    engine = database(url)
    try:
        return damaged_rows(engine, [judgement_store.TABLE, waiver_store.TABLE])
    finally:
        engine.dispose()
