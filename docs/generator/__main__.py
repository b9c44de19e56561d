"""`make docs`: writes docs/reference/ and docs/questions.md anew.

usage: python -m docs.generator [--out DIR] [--check]      --check writes nothing; exit status 1 if a page is behind
"""

import argparse
from pathlib import Path

from docs.generator.site import DOCS, differences, write


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m docs.generator")
    parser.add_argument("--out", type=Path, default=DOCS, help="the folder that the pages go to")
    parser.add_argument("--check", action="store_true", help="write nothing, name the pages that are behind")
    arguments = parser.parse_args()
    if arguments.check:
        behind = differences(arguments.out)
        print("\n".join(behind) or "every page is as it would be written now")
        return 1 if behind else 0
    print(f"{write(arguments.out)} pages in {arguments.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
