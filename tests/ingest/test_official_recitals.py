"""Recitals of official documents: what changed the laws they rest on, and who proposed what in several papers."""

import pytest

from tests.ingest.official_texts import decision, read, related

OFFICE = "Văn phòng Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize("by", ["bởi", "một số điều theo", "tại"])
def test_the_laws_that_changed_a_basis_amend_it_and_are_no_bases(by: str) -> None:
    recitals = (
        f"Căn cứ Luật Đê điều số 79/2006/QH11 đã được sửa đổi, bổ sung {by} Luật số 15/2008/QH12, Luật số 35/2018/QH14"
        " và Luật số 60/2020/QH14;"
    )
    text = decision(recitals=recitals, articles="Điều 1. Giao việc.")
    assert related(text, "basedOn") == ["79/2006/QH11"]
    amending = {(r.subject, r.object) for r in read(text).relations if r.predicate == "amends"}
    assert amending == {(n, "79/2006/QH11") for n in ("15/2008/QH12", "35/2018/QH14", "60/2020/QH14")}


def test_a_document_whose_amendments_are_told_is_amended_alone() -> None:
    articles = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 5/2020/QĐ-UBND đã được sửa đổi, bổ sung bởi Quyết định"
        " số 7/2021/QĐ-UBND."
    )
    assert related(decision(recitals="Căn cứ Luật Đất đai;", articles=articles), "amends") == ["5/2020/QĐ-UBND"]


def test_a_law_on_legal_documents_is_read_with_its_number() -> None:
    recitals = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13;"
    text = decision(recitals=recitals, articles="Điều 1. Giao việc.")
    assert related(text, "basedOn") == ["80/2015/QH13"]
    assert {d.number for d in read(text).documents} == {"80/2015/QH13", "12/QĐ-UBND"}


def test_papers_in_a_row_are_those_of_who_proposed_with_them() -> None:
    recitals = (
        "Theo đề nghị của Bộ Y tế tại Tờ trình số 40/TTr-BYT ngày 2/6/2023 và Báo cáo số 41/BC-BYT ngày 3/6/2023; của"
        " Bộ Nội vụ tại Tờ trình số 83/TTr-BNV ngày 1/6/2023, các văn bản số 140/BNV-TC ngày 2/6/2023 và số 144/BNV-TC"
        " ngày 3/6/2023; và Báo cáo số 13/BC-BNV ngày 4/6/2023."
    )
    text = decision(recitals=f"Căn cứ Luật Đất đai;\n{recitals}", articles="Điều 1. Giao việc.")
    assert related(text, "advisedBy") == ["Bộ Y tế", "Bộ Nội vụ"]
    issuers = {d.number: d.issuer for d in read(text).documents if d.number and not d.self}
    assert issuers == {
        "40/TTr-BYT": "Bộ Y tế",
        "41/BC-BYT": "Bộ Y tế",
        **dict.fromkeys(("83/TTr-BNV", "140/BNV-TC", "144/BNV-TC", "13/BC-BNV"), "Bộ Nội vụ"),
    }


@pytest.mark.parametrize("end", [".", ",", ""])
def test_the_head_of_the_office_without_its_owner_proposes_for_that_of_the_letterhead(end: str) -> None:
    text = decision(
        recitals=f"Căn cứ Luật Đất đai;\nTheo đề nghị của Chánh Văn phòng{end}", articles="Điều 1. Giao việc."
    )
    assert related(text, "advisedBy") == [OFFICE]
    assert OFFICE in {b.name for b in read(text).bodies}


def test_who_wrote_a_report_that_was_considered_does_not_propose() -> None:
    recitals = (
        "Căn cứ Luật Đất đai;\nTrên cơ sở xem xét các Tờ trình số 8/TTr-BYT ngày 5/3/2023, số 9/TTr-BYT ngày 6/3/2023"
        " của Bộ Y tế và Báo cáo thẩm tra số 7/BC-BNV ngày 7/3/2023 của Bộ Nội vụ;"
    )
    assert related(decision(recitals=recitals, articles="Điều 1. Giao việc."), "advisedBy") == ["Bộ Y tế"]


def test_a_law_that_changes_two_others_is_one_law() -> None:
    title = "Luật sửa đổi một số điều của Luật Đê điều và Luật Tài nguyên nước"
    text = decision(recitals=f"Căn cứ Luật Đất đai; {title} ngày 22/11/2019;", articles="Điều 1. Giao việc.")
    assert related(text, "basedOn") == ["Luật Đất đai", title]
    assert {d.issued for d in read(text).documents if d.name == title} == {"2019-11-22"}


def test_the_year_of_a_plan_is_of_its_name_where_the_recital_says_whose_it_is() -> None:
    name = "Chương trình kiểm tra, giám sát năm 2023 của Ban Thường vụ Tỉnh ủy Lào Cai"
    text = decision(recitals=f"Căn cứ Luật Đất đai;\nThực hiện {name};", articles="Điều 1. Giao việc.")
    assert related(text, "implements") == [name]
    assert {(d.issuer, d.issued) for d in read(text).documents if d.name == name} == {
        ("Ban Thường vụ Tỉnh ủy Lào Cai", None)
    }


def test_a_law_named_again_without_its_number_is_the_same_law() -> None:
    articles = "Điều 1. Các xã thực hiện Luật Tài nguyên nước."
    text = decision(recitals="Căn cứ Luật Tài nguyên nước số 28/2023/QH15;", articles=articles)
    assert {d.number for d in read(text).documents} == {"12/QĐ-UBND", "28/2023/QH15"}


def test_the_day_of_an_old_law_is_no_part_of_its_name() -> None:
    text = decision(recitals="Căn cứ Luật tổ chức Hội đồng Bộ trưởng 4-7-1981;")
    laws = {d.name: d.issued for d in read(text).documents}
    assert laws["Luật tổ chức Hội đồng Bộ trưởng"] == "1981-07-04"


def test_what_is_based_on_regulates_a_body_by_its_place_and_tasks() -> None:
    recital = (
        "Căn cứ Quyết định số 16/2023/QĐ-UBND ngày 8/8/2023 của Ủy ban nhân dân tỉnh Lào Cai ban hành Quy định vị trí,"
        " chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Nội vụ tỉnh Lào Cai;"
    )
    told = {(r.subject, r.predicate, r.object) for r in read(decision(recitals=recital)).relations}
    assert ("16/2023/QĐ-UBND", "regulates", "Sở Nội vụ tỉnh Lào Cai") in told
