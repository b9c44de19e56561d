"""The lines in which a paper says who publishes it are no words of its article."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon

TEXT = """Chiều 8/5, Ban Chấp hành Đảng bộ tỉnh Lào Cai tổ chức Hội nghị lần thứ 25.
Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, chủ trì."""
LEXICON = Lexicon.load()


def facts(text: str) -> Extraction:
    return extract(text, LEXICON)


@pytest.mark.parametrize(
    "line",
    [
        "Giấy phép số 123/GP-BTTTT ngày 1/2/2020 của Bộ Thông tin và Truyền thông. Tổng Biên tập: Phạm Văn Biên",
        "® Giấy phép hoạt động báo chí in và điện tử số 12/GP-BVHTTDL cấp ngày 01/2/2020.",
        "Tổng Biên tập: Phạm Văn Biên - Phó Tổng Biên tập: Ngô Thị Soạn",
        "Chịu trách nhiệm nội dung: Phạm Văn Biên, Chánh Văn phòng Tỉnh ủy Yên Bái",
        "Cơ quan chủ quản: Ban Tuyên giáo Trung ương",
        "Toà soạn: số 12, phố Mẫu, Hà Nội, ngày 1/2/2020",
    ],
)
def test_an_imprint_adds_no_fact_and_no_year(line: str) -> None:
    bare = facts(TEXT)
    for text in (f"{TEXT}\n{line}", f"{TEXT}\n{line.upper()}\n"):
        with_imprint = facts(text)
        assert [p.name for p in with_imprint.people] == [p.name for p in bare.people] == ["Lê Văn Mẫu"]
        assert [b.name for b in with_imprint.bodies] == [b.name for b in bare.bodies]
        assert [(e.name, e.date) for e in with_imprint.events] == [(e.name, e.date) for e in bare.events]
        assert not with_imprint.documents


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tổng Biên tập Báo Mẫu Phạm Văn Biên phát biểu tại hội nghị.", "Phạm Văn Biên"),
        ("Giấy phép của công ty do ông Ngô Văn Cấp, Giám đốc Sở Tài chính tỉnh Lào Cai, ký.", "Ngô Văn Cấp"),
    ],
)
def test_sentences_on_editors_and_licences_are_read(line: str, name: str) -> None:
    assert name in [p.name for p in facts(f"{TEXT}\n{line}").people]
