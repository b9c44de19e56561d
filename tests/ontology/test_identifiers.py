"""IRIs of ours: made by one recipe, read back, and nothing else accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import identifiers as ids
from ontology.errors import InvalidIdentifier

SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("iri", "entity_type", "key"),
    [
        (ids.document_iri("67-QĐ/TW", "2022-06-02"), "document", "67-qd-tw-2022-06-02"),
        (ids.document_iri("45/2022/NĐ-CP", "2022"), "document", "45-2022-nd-cp-2022"),
        (ids.document_iri("67-QĐ/TW", None), "document", "67-qd-tw"),
        (ids.document_iri(None, "2011-01-19", "Điều lệ Đảng"), "document", "dieu-le-dang-2011-01-19"),
        (ids.place_iri("Lào Cai", "15", "2025-07-01"), "place", "lao-cai-15-2025"),
        (ids.place_iri("Bắc Kạn", "06"), "place", "bac-kan-06"),
        (ids.term_iri("XIII"), "term", "xiii"),
        (ids.change_event_iri("Đổi tên Ban A", "2025-02"), "change-event", "doi-ten-ban-a-3a7f"),
        (ids.source_iri(SHA), "source", SHA[:16]),
    ],
)
def test_an_iri_is_read_back_as_type_and_key(iri: str, entity_type: str, key: str) -> None:
    assert iri == f"https://w3id.org/mandate-graph/id/{entity_type}/{key}"
    assert ids.split_iri(iri) == (entity_type, key)


@given(st.sampled_from(ids.TYPES), st.from_regex(r"[a-z0-9][a-z0-9.-]{0,199}", fullmatch=True))
def test_every_lawful_key_survives_the_round_trip(entity_type: str, key: str) -> None:
    assert ids.split_iri(ids.entity_iri(entity_type, key)) == (entity_type, key)


@pytest.mark.parametrize(
    "key",
    ["", "-a", ".", "../a", "a/b", "A", "đ", "a b", "a\n", "a%2fb", "a?x", "a#b", "a>b", 'a"b', "a" * 201, "\x00"],
)
def test_a_hostile_key_is_refused_both_ways(key: str) -> None:
    with pytest.raises(InvalidIdentifier):
        ids.entity_iri("document", key)
    with pytest.raises(InvalidIdentifier):
        ids.split_iri(f"{ids.ID_BASE}document/{key}")


@pytest.mark.parametrize(
    "iri",
    [
        "",
        "document/a",
        "https://example.org/id/document/a",
        "http://w3id.org/mandate-graph/id/document/a",
        ids.ID_BASE,
        ids.ID_BASE + "document",
        ids.ID_BASE + "unknown/a",
        ids.ID_BASE + "document/a/b",
        "javascript:alert(1)//" + ids.ID_BASE + "document/a",
    ],
)
def test_an_iri_that_is_not_ours_is_refused(iri: str) -> None:
    with pytest.raises(InvalidIdentifier):
        ids.split_iri(iri)


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(InvalidIdentifier):
        ids.entity_iri("committee", "a")


def test_a_document_without_number_and_name_has_no_iri() -> None:
    with pytest.raises(InvalidIdentifier):
        ids.document_iri(None, None)


def test_the_same_number_on_another_day_is_another_document() -> None:
    assert ids.document_iri("18-NQ/TW", "2017-10-25") != ids.document_iri("18-NQ/TW", "2022-06-16")


def test_names_that_differ_by_a_tone_have_different_keys() -> None:
    assert ids.body_iri("Tỉnh ủy Hà Tiên") != ids.body_iri("Tỉnh ủy Hà Tiến")
    assert ids.body_iri("Tỉnh uỷ Khánh Hoà") == ids.body_iri("Tỉnh ủy Khánh Hòa")


def test_a_very_long_name_still_has_a_key_and_its_own() -> None:
    long = "Ban Chỉ đạo " + "rất dài " * 60
    assert ids.split_iri(ids.body_iri(long))[0] == "body"
    assert ids.body_iri(long) != ids.body_iri(long + "nữa")


def test_a_person_is_named_neither_in_full_nor_folded() -> None:
    _, key = ids.split_iri(ids.person_iri("Nguyễn Văn Mẫu", "source/1"))
    assert "nguyen" not in key and "mau" not in key
    assert ids.person_iri("Nguyễn Văn Mẫu", "source/1") != ids.person_iri("Nguyễn Văn Mẫu", "source/2")


@pytest.mark.parametrize(("left", "right"), [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("", "a"), ("a", ""))])
def test_a_digest_keeps_its_parts_apart(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert ids.digest(*left) != ids.digest(*right)


def test_a_recipe_is_not_changed_by_accident() -> None:
    # Changed keys break every link that was ever published: such a change is deliberate, and announced.
    body = ids.body_iri("Ban Bí thư")
    assert body.endswith("/body/ban-bi-thu-" + ids.digest("ban bí thư", length=4))
    assert ids.digest("ban bí thư", length=4) == "2b7d"
    assert ids.position_iri("Trưởng ban", body).endswith("b6ba84fcdeb3")


REGULATION = ids.document_iri("67-QĐ/TW", "2022-06-02")


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ([("điều", "5")], "dieu-5"),
        ([("Điều", "5"), ("khoản", "2"), ("điểm", "d")], "dieu-5-khoan-2-diem-d"),
        ([("điều", "5"), ("khoản", "2"), ("điểm", "đ")], "dieu-5-khoan-2-diem-dd"),
        ([("chương", "II"), ("tiểu mục", "1")], "chuong-ii-tieu-muc-1"),
    ],
)
def test_a_provision_is_named_by_its_document_and_the_way_into_it(path: list[tuple[str, str]], part: str) -> None:
    assert ids.provision_iri(REGULATION, *path) == f"{REGULATION}#{part}"


@pytest.mark.parametrize(
    ("document", "path"),
    [
        (REGULATION, []),
        (REGULATION, [("điều", "")]),
        (REGULATION + "#dieu-5", [("khoản", "2")]),
        (ids.term_iri("XIII"), [("điều", "5")]),
    ],
)
def test_no_provision_is_named_without_a_document_and_a_way_into_it(document: str, path: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidIdentifier):
        ids.provision_iri(document, *path)
