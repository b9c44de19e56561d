"""The made-up countries on which benchmarks and tests run are sound, repeatable and of one shape at every size."""

from itertools import islice

import pytest
from pyoxigraph import Store

from benchmarks.divisions import regions
from benchmarks.national import quads, size
from shapes.check import check_store

_ENOUGH = 65_000  # quads: the centre, one province, a district and some of its communes, old and new


@pytest.mark.parametrize("lean", [False, True])
def test_a_made_up_country_holds_no_error_and_gives_no_warning(lean: bool) -> None:
    store = Store()
    store.bulk_extend(quads(_ENOUGH, lean=lean))
    assert len(store) >= _ENOUGH
    assert check_store(store).results == ()


def test_a_larger_country_begins_with_the_whole_of_a_smaller_one() -> None:
    small = list(quads(1_000))
    assert list(islice(quads(40_000), len(small))) == small


def test_the_same_seed_gives_the_same_quads_and_another_one_other_people() -> None:
    first = list(quads(45_000, seed=1))
    assert first == list(quads(45_000, seed=1))
    assert set(first) != set(quads(45_000, seed=2))


def test_the_divisions_are_those_of_the_reference_tables() -> None:
    provinces = [province for region in regions() for province in region.provinces]
    districts = [district for province in provinces for district in province.districts]
    assert (len(provinces), len(districts), sum(d.communes for d in districts)) == (63, 696, 10_035)
    assert (len(regions()), sum(len(region.communes) for region in regions())) == (34, 3_321)


def test_each_old_commune_becomes_part_of_one_new_one() -> None:
    for region in regions():
        assert len(region.provinces) == 1 or region.merged
        assert len(region.communes) <= sum(d.communes for p in region.provinces for d in p.districts)


@pytest.mark.parametrize(("text", "quads_meant"), [("100k", 100_000), ("10M", 10_000_000), ("2_500_000", 2_500_000)])
def test_a_size_is_a_number_with_or_without_its_factor(text: str, quads_meant: int) -> None:
    assert size(text) == quads_meant
