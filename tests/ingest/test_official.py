"""Official documents: what they say of themselves, on what they rest, whom they appoint and who signed them."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact, Extraction
from ingest.lexicon import Lexicon

REGULATION = """\
BAN CHẤP HÀNH TRUNG ƯƠNG
*
ĐẢNG CỘNG SẢN VIỆT NAM
Số 412-QĐ/TW
Hà Nội, ngày 15 tháng 3 năm 2023

QUY ĐỊNH
về chế độ họp của ban chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh
-----
- Căn cứ Điều lệ Đảng;
- Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư khóa XIII;
- Căn cứ Kết luận số 45-KL/TW, ngày 01/02/2023 của Bộ Chính trị về công tác phòng ngừa; Nghị quyết Đại hội \
XIII của Đảng;
- Xét đề nghị của Ban Nội chính Trung ương,

Ban Bí thư quy định về chế độ họp của ban chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh như sau:
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi, đối tượng
1. Quy định này áp dụng với các tỉnh ủy, thành ủy.
Điều 2. Chế độ họp
Ban chỉ đạo họp mỗi quý một lần theo khoản 2 Điều 5 Quy định số 67-QĐ/TW, ngày 02/6/2022 của Ban Bí thư.
Điều 3. Hiệu lực thi hành
Quy định này có hiệu lực từ ngày ký, thay thế Quy định số 300-QĐ/TW, ngày 05/5/2019 của Ban Bí thư.

Nơi nhận:
- Các tỉnh ủy, thành ủy,
- Lưu Văn phòng Trung ương Đảng.
T/M BAN BÍ THƯ

Lê Thị Mẫu
"""
DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 812/QĐ-UBND
Lào Cai, ngày 20 tháng 9 năm 2022

QUYẾT ĐỊNH
Về việc kiện toàn Ban Chỉ đạo cải cách hành chính tỉnh Lào Cai

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương \
ngày 22 tháng 11 năm 2019;
Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách \
hành chính;
Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 233/TTr-SNV ngày 12 tháng 9 năm 2022.

QUYẾT ĐỊNH:

Điều 1. Kiện toàn Ban Chỉ đạo cải cách hành chính tỉnh Lào Cai gồm các ông, bà có tên sau:
1. Ông Lê Văn Mẫu, Chủ tịch UBND tỉnh - Trưởng ban;
2. Bà Đỗ Thị Sen, Giám đốc Sở Nội vụ - Phó Trưởng ban Thường trực;
3. Ông Trần Văn Thử, Chánh Văn phòng UBND tỉnh - Thành viên.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 511/QĐ-UBND ngày 03 tháng 3 năm \
2019 của Chủ tịch UBND tỉnh.
Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Phạm Văn Thảo
"""
COMMITTEE = """\
TỈNH ỦY CÀ MAU
* Số 77-QĐ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Cà Mau, ngày 08 tháng 8 năm 2022
QUYẾT ĐỊNH
thành lập Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Cà Mau
- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;
- Căn cứ Quy định số 67-QĐ/TW, ngày 02/6/2022 của Ban Bí thư về chức năng, nhiệm vụ, quyền hạn của ban chỉ \
đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh;
- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XVI;
- Xét đề nghị của Ban Tổ chức Tỉnh ủy và Ban Nội chính Tỉnh ủy,
BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH
Điều 1. Thành lập Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Cà Mau, gồm các đồng chí sau:
1. Đồng chí Nguyễn Văn Mẫu, Bí thư Tỉnh ủy, Trưởng Ban.
2. Đồng chí Huỳnh Thị Thử, Phó Bí thư Thường trực Tỉnh ủy, Phó Trưởng Ban.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 3,
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
BÍ THƯ
(Đã ký)
Nguyễn Văn Mẫu
"""
TRANSFER = """\
ĐẢNG BỘ TỈNH ĐẮK LẮK
TỈNH ỦY
*
Số 930-QĐNS/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Đắk Lắk, ngày 04 tháng 7 năm 2023
QUYẾT ĐỊNH
về việc điều động, phân công cán bộ
- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh Đắk Lắk khóa XVII, nhiệm kỳ 2020 - 2025;
- Xét đề nghị của Ban Tổ chức Tỉnh ủy tại Tờ trình số 512-TTr/BTCTU, ngày 30/6/2023,
BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH
Điều 1. Điều động đồng chí Trần Văn Mẫu, Tỉnh ủy viên, Bí thư Huyện ủy Krông Pắc, giữ chức vụ Phó Trưởng Ban \
Nội chính Tỉnh ủy kể từ ngày 10/7/2023.
Điều 2. Đồng chí Trần Văn Mẫu thôi tham gia Ban Chấp hành, Ban Thường vụ và thôi giữ chức vụ Bí thư Huyện ủy \
Krông Pắc nhiệm kỳ 2020 - 2025.
Điều 3. Các đồng chí có tên trên chịu trách nhiệm thi hành Quyết định này.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
Lê Thị Thử
"""


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def itself(text: str) -> DocumentFact:
    (document,) = (d for d in read(text).documents if d.self)
    return document


def related(text: str, predicate: str, subject: str = "") -> list[str]:
    """The objects of a relation of the document that the text is."""
    label = subject or itself(text).number or itself(text).name
    return [r.object for r in read(text).relations if (r.subject, r.predicate) == (label, predicate)]


def holdings(text: str) -> set[tuple[str, str, str, str, str | None]]:
    return {(h.person, h.role, h.body, h.status, h.date) for h in read(text).holdings}


@pytest.mark.parametrize(
    ("text", "number", "kind", "issued", "issuer"),
    [
        (REGULATION, "412-QĐ/TW", "Quy định", "2023-03-15", "Ban Bí thư"),
        (DECISION, "812/QĐ-UBND", "Quyết định", "2022-09-20", "Ủy ban nhân dân tỉnh Lào Cai"),
        (COMMITTEE, "77-QĐ/TU", "Quyết định", "2022-08-08", "Ban Thường vụ Tỉnh ủy Cà Mau"),
        (TRANSFER, "930-QĐNS/TU", "Quyết định", "2023-07-04", "Ban Thường vụ Tỉnh ủy Đắk Lắk"),
    ],
)
def test_the_head_and_the_signature_say_what_document_it_is(
    text: str, number: str, kind: str, issued: str, issuer: str
) -> None:
    document = itself(text)
    assert (document.number, document.type, document.issued, document.issuer) == (number, kind, issued, issuer)
    assert related(text, "issuedBy") == [issuer]


def test_the_head_may_stand_in_two_columns_of_one_line() -> None:
    text = REGULATION.replace("Số 412-QĐ/TW\nHà Nội, ngày", "Số 412-QĐ/TW                    Hà Nội, ngày")
    assert (itself(text).number, itself(text).issued) == ("412-QĐ/TW", "2023-03-15")


def test_a_document_without_its_number_bears_kind_and_title() -> None:
    document = itself(DECISION.replace("Số: 812/QĐ-UBND", "Số:        /QĐ-UBND"))
    assert document.number is None and document.issued == "2022-09-20"
    assert document.name == "Quyết định về việc kiện toàn Ban Chỉ đạo cải cách hành chính tỉnh Lào Cai"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/8/2022, Ban Bí thư ban hành Quyết định số 412-QĐ/TW. Căn cứ Điều lệ Đảng, Ban Bí thư quyết định.",
        "QUYẾT ĐỊNH LỚN\nCăn cứ Điều lệ Đảng, các cấp ủy thực hiện Quy định số 67-QĐ/TW ngày 02/6/2022.",
    ],
)
def test_a_report_about_a_document_is_not_that_document(text: str) -> None:
    assert not [d for d in read(text).documents if d.self]


def test_every_part_of_a_recital_is_a_basis_and_what_it_mentions_besides_is_not() -> None:
    assert related(REGULATION, "basedOn") == [
        "Điều lệ Đảng",
        "Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư khóa XIII",
        "45-KL/TW",
        "Nghị quyết Đại hội XIII của Đảng",
    ]
    assert related(DECISION, "basedOn") == [
        "Luật Tổ chức chính quyền địa phương",
        "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
        "76/NQ-CP",
    ]
    laws = [d.issued for d in read(DECISION).documents if d.type == "Luật"]
    assert laws == ["2015-06-19", "2019-11-22"]


def test_who_proposed_a_document_advised_on_it() -> None:
    assert related(REGULATION, "advisedBy") == ["Ban Nội chính Trung ương"]
    assert related(DECISION, "advisedBy") == ["Sở Nội vụ tỉnh Lào Cai"]
    assert related(COMMITTEE, "advisedBy") == ["Ban Tổ chức Tỉnh ủy Cà Mau", "Ban Nội chính Tỉnh ủy Cà Mau"]
    assert related(TRANSFER, "advisedBy") == ["Ban Tổ chức Tỉnh ủy Đắk Lắk"]


def test_this_document_is_the_text_itself() -> None:
    assert related(REGULATION, "replaces") == ["300-QĐ/TW"]
    assert related(DECISION, "replaces") == ["511/QĐ-UBND"]


@pytest.mark.parametrize(
    ("command", "predicate"),
    [
        ("Điều 2. Bãi bỏ Quyết định số 511/QĐ-UBND ngày 03/3/2019.", "repeals"),
        ("Điều 2. Sửa đổi, bổ sung một số điều của Quyết định số 511/QĐ-UBND ngày 03/3/2019.", "amends"),
    ],
)
def test_a_command_without_a_subject_is_what_the_document_does(command: str, predicate: str) -> None:
    lines = DECISION.splitlines()
    text = "\n".join(command if line.startswith("Điều 2.") else line for line in lines)
    assert related(text, predicate) == ["511/QĐ-UBND"]


def test_it_establishes_what_its_title_and_its_articles_found() -> None:
    assert related(COMMITTEE, "establishes") == ["Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Cà Mau"]
    assert related(DECISION, "establishes") == []


def test_its_title_says_what_it_regulates_and_carries_out() -> None:
    title = "về chức năng, nhiệm vụ của ban chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
    text = REGULATION.replace("về chế độ họp của ban chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh", title, 1)
    assert related(text, "regulates") == ["Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"]
    text = REGULATION.replace("về chế độ họp", "thực hiện Nghị quyết số 39-NQ/TW về chế độ họp", 1)
    assert related(text, "implements") == ["39-NQ/TW"]


def test_the_name_under_the_body_is_who_signed() -> None:
    assert [related(t, "signedBy") for t in (REGULATION, DECISION, COMMITTEE)] == [
        ["Lê Thị Mẫu"],
        ["Phạm Văn Thảo"],
        ["Nguyễn Văn Mẫu"],
    ]
    assert ("Phạm Văn Thảo", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current", None) in holdings(DECISION)


def test_the_members_of_a_list_are_appointed_on_the_day_of_the_decision() -> None:
    body, day = "Ban Chỉ đạo cải cách hành chính tỉnh Lào Cai", "2022-09-20"
    assert {h for h in holdings(DECISION) if h[2] == body} == {
        ("Lê Văn Mẫu", "Trưởng ban", body, "appointed", day),
        ("Đỗ Thị Sen", "Phó Trưởng ban Thường trực", body, "appointed", day),
        ("Trần Văn Thử", "Thành viên", body, "appointed", day),
    }
    assert ("Đỗ Thị Sen", "Giám đốc", "Sở Nội vụ tỉnh Lào Cai", "current", None) in holdings(DECISION)


def test_a_list_may_give_the_role_before_the_name_or_above_it() -> None:
    lines = (
        "Trưởng Ban: đồng chí Nguyễn Văn Mẫu, Bí thư Tỉnh ủy.",
        "Các Phó Trưởng Ban:",
        "- Đồng chí Huỳnh Thị Thử, Phó Bí thư Thường trực Tỉnh ủy;",
        "- Đồng chí Lê Văn Sáu, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy.",
    )
    start = COMMITTEE.index("1. Đồng chí")
    end = COMMITTEE.index("Điều 2.")
    text = COMMITTEE[:start] + "\n".join(lines) + "\n" + COMMITTEE[end:]
    body = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Cà Mau"
    assert {h[:2] for h in holdings(text) if h[2] == body and h[3] == "appointed"} == {
        ("Nguyễn Văn Mẫu", "Trưởng ban"),
        ("Huỳnh Thị Thử", "Phó Trưởng ban"),
        ("Lê Văn Sáu", "Phó Trưởng ban"),
    }


def test_a_transfer_gives_the_new_post_and_ends_the_old_ones() -> None:
    found = {(h[1], h[2], h[3]) for h in holdings(TRANSFER) if h[0] == "Trần Văn Mẫu"}
    assert ("Phó Trưởng ban", "Ban Nội chính Tỉnh ủy Đắk Lắk", "appointed") in found
    assert ("Bí thư", "Huyện ủy Krông Pắc", "dismissed") in found
    assert ("Ủy viên", "Ban Thường vụ Huyện ủy Krông Pắc", "dismissed") in found
