"""The command that looks at a table before it is imported: preview."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.errors import REFUSED, tell
from graph_api.cli.imports import MappingFile, mapping_text, print_issues
from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, Lang, Language, add, importer_of
from graph_api.cli.output import print_json, print_table, write_bytes
from ontology.text import one_line

if TYPE_CHECKING:
    from ingest.tables.preview import Preview

app = typer.Typer(rich_markup_mode=None)


@add(app, "preview", "mandate preview members.xlsx --write-mapping members.toml")
def preview(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, readable=True)],
    mapping: MappingFile = None,
    write_mapping: Annotated[
        Path | None,
        typer.Option("--write-mapping", metavar="FILE", dir_okay=False, help="Write the proposed mapping there."),
    ] = None,
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help="Which sheet of a workbook to look at.")] = "",
    rows: Annotated[int, typer.Option("--rows", min=1, max=1_000, help="How many rows to show.")] = 5,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
    lang: Language = Lang.vi,
) -> None:
    """Show what a table would give, with a mapping or with one proposed from its header; store nothing.

    Names are looked up in the newest version. Exit 1 if nothing can be read before the mapping is completed.
    """
    from ingest.known import Known
    from ingest.tables.preview import preview as look

    importer = importer_of(data)
    told = mapping_text(mapping) if mapping else ""
    with importer.versions.open() as base:
        found = look(file, file.name, told, Known.of(base.store, judgements=importer.judgements.current()), sheet)
    if write_mapping and found.mapping:
        write_bytes(found.mapping.encode(), write_mapping)
    if as_json:
        print_json(found.as_json(rows))
    else:
        _print(found, rows, lang, file, write_mapping)
    if not found.table or found.missing:
        raise typer.Exit(REFUSED)


def _print(found: "Preview", most: int, lang: Lang, file: Path, written: Path | None) -> None:
    if not found.table:
        tell("mandate: không bảng nào giống / no table of ours has such columns\n-> docs/import.md")
        return
    if found.sheets:
        print(f"trang tính / sheets: {', '.join(map(one_line, found.sheets))}")
    if found.header:
        print(f"hàng tiêu đề / header row: {found.header}")
    if found.likeness:
        print_table(
            ("column", "theirs", "of 100"), [(o, t, f"{likeness:.0f}") for o, (t, likeness) in found.likeness.items()]
        )
    if found.mapping:
        print(f"{written or 'mapping.toml'}:\n{found.mapping}")
    if found.missing:
        names = ", ".join(found.missing)
        tell(f"mandate: cần điền {names} / still to be said: {names}\n-> [columns] {names} = …, or [constants]")
        return
    filled = [column for column in found.rows[0].cells if any(row[column] for row in found.rows)] if found.rows else []
    shown = [(row.locator(*filled), *(row[column] for column in filled)) for row in found.rows[:most]]
    print_table(("at", *filled), shown)
    told = [(fact["at"], fact["subject"], fact[f"property_{lang}"], fact["value"]) for fact in found.facts[:most]]
    print_table(("at", "fact", "", ""), told)
    print(f"{found.table}: {len(found.rows)} rows, {found.statements} quads, {len(found.issues)} issues")
    print_issues([issue.as_json() for issue in found.issues], lang)
    option = f" --mapping {written or 'mapping.toml'}" if found.mapping else ""
    print(f"-> mandate import {file}{option}")
