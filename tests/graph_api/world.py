"""A small made-up world as tables, and the data folder that an import of them makes; for tests of API and pages."""

from datetime import UTC, datetime
from pathlib import Path

from graph_api.settings import Settings
from graph_api.workspace import Workspace
from ontology.identifiers import ID_BASE, body_iri, body_kind_iri, document_iri, event_iri

NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)
HOST = "http://127.0.0.1:8000"
KIND = "Ban Chỉ đạo thử nghiệm cấp tỉnh"
COMMITTEE = "Ban Chỉ đạo thử nghiệm tỉnh Sông Vân"
PERSON = "Lường Thị Hạnh"
# 15-QĐ/TW (2023) replaces 9-QĐ/TW (2018); both regulate the kind that the committee of Sông Vân is of.
TABLES = {
    "provinces.csv": """code,name,full_name,name_en,kind,valid_from,valid_to,source
97,Sông Vân,Tỉnh Sông Vân,Song Van,tỉnh,,,made up
""",
    "terms.csv": """congress,name_vi,name_en,aliases,opened,closed,until,source
XIII,Đại hội thử lần thứ XIII,13th trial congress,Đại hội XIII,2021-01-25,2021-02-01,2026-01-23,made up
""",
    "plenums.csv": """term,number,name_vi,name_en,aliases,opened,closed,source
XIII,7,Hội nghị thử 7 khóa XIII,7th trial plenum,,2023-04-02,2023-04-04,made up
""",
    "bodies.csv": """name_vi,name_en,kind,level,place_code,abbreviations,\
established,dissolved,successor,established_by,source
Ban Thường trực thử nghiệm,Trial Secretariat,party_committee,central,,BTT,,,,,made up
""",
    "body_kinds.csv": f"""name_vi,name_en,kind,level,aliases,agreed_by,source
{KIND},provincial trial committee,steering_committee,province,,Hội nghị thử 7 khóa XIII,made up
""",
    "committees.csv": f"""name_vi,name_en,body_kind,place_code,source
{COMMITTEE},Trial committee of Song Van,{KIND},97,made up
""",
    "holdings.csv": f"""person,role,body,from,to,appointed_by,source
{PERSON},Trưởng ban,{COMMITTEE},2023-07-01,,,"Báo Sông Vân, 2023-09-01"
Ðinh Văn Bính,Phó Trưởng ban,{COMMITTEE},2023-07,2024,,unverified: hearsay
""",
    "documents.csv": f"""number,kind,name,aliases,title,deciding_body,letterhead,issued,relations,signatory,source
15-QĐ/TW,Quy định,,,on the committees,Ban Thường trực thử nghiệm,,2023-05-10,\
replaces 9-QĐ/TW; regulates {KIND},{PERSON},made up
9-QĐ/TW,Quy định,,,on the committees of old,Ban Thường trực thử nghiệm,,2018-02-03,regulates {KIND},,made up
12-NQ/TW,Nghị quyết,,,on one thing,Ban Thường trực thử nghiệm,,2017-10-25,,,made up
12-NQ/TW,Nghị quyết,,,on another thing,Ban Thường trực thử nghiệm,,2022-06-16,,,made up
""",
}
REGULATION = document_iri("15-QĐ/TW", "2023-05-10").removeprefix(ID_BASE)
OLD_REGULATION = document_iri("9-QĐ/TW", "2018-02-03").removeprefix(ID_BASE)
COMMITTEE_KEY = body_iri(COMMITTEE).removeprefix(ID_BASE)
KIND_KEY = body_kind_iri(KIND).removeprefix(ID_BASE)
PLENUM_KEY = event_iri("Hội nghị thử 7 khóa XIII").removeprefix(ID_BASE)


def build(data: Path) -> None:
    """Imports and publishes the tables as version 1 of the data folder."""
    inbox = data / "inbox"
    inbox.mkdir(parents=True)
    for name, text in TABLES.items():
        (inbox / name).write_text(text, "utf-8")
    workspace = Workspace(Settings(data=data), clock=lambda: NOW)
    record = workspace.importer.stage([inbox])
    workspace.importer.publish(record.id)
    workspace.close()
