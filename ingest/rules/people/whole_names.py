"""The whole names of those whom a page calls by the last two words of them: "ông Xuân Mẫu" of Nguyễn Xuân Mẫu."""

from collections.abc import Iterator, Sequence

_SHORT = 2  # syllables of such a call


def whole_names(names: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place in the list of each such call, with the name, where one longer name alone before it ends so."""
    short = {name for name in names if name.count(" ") == 1}
    longer: dict[str, set[str]] = {}
    for index, name in enumerate(names) if short else ():
        if name in short and len(longer.get(name, ())) == 1:
            yield index, next(iter(longer[name]))
        elif name not in short:
            longer.setdefault(" ".join(name.split(" ")[-_SHORT:]), set()).add(name)
