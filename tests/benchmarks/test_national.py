"""The made-up countries on which benchmarks and tests run are sound, repeatable and of one shape at every size."""

from itertools import islice

from pyoxigraph import Store

from benchmarks.national import quads
from shapes.check import check_store

_ENOUGH = 65_000  # quads: the centre, one province, a district and some of its communes


def test_a_made_up_country_holds_no_error_and_gives_no_warning() -> None:
    store = Store()
    store.bulk_extend(quads(_ENOUGH))
    assert len(store) >= _ENOUGH
    assert check_store(store).results == ()


def test_a_larger_country_begins_with_the_whole_of_a_smaller_one() -> None:
    small = list(quads(1_000))
    assert list(islice(quads(40_000), len(small))) == small


def test_another_seed_gives_other_people() -> None:
    assert set(quads(50_000, seed=1)) != set(quads(50_000, seed=2))
