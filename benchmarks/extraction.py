"""Quality and speed of extraction over a corpus: `python -m benchmarks.extraction CORPUS_DIR --scorer PATH`.

CORPUS_DIR holds ID.txt and ID.gold.json; the scorer is called as `PATH GOLD_DIR PREDICTED_DIR` and prints the table.
Measured beside it in the same run: underthesea's named entities and a plain expression for numbers (baselines.py). At
the end the processor time of each hostile text of a megabyte (hostile.py).
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.baselines import named_entities, number_facts
from benchmarks.hostile import seconds
from ingest.extraction import extract
from ingest.facts_json import facts_as_json
from ingest.lexicon import Lexicon
from ontology.text import nfc

Read = Callable[[str], dict[str, Any]]
_MEASURED_S = 3.0  # of processor time, at least


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    arguments = parser.parse_args()
    texts = {path.stem: nfc(path.read_text("utf-8")) for path in sorted(arguments.corpus.glob("*.txt"))}
    if not texts:
        print(f"no *.txt in {arguments.corpus}", file=sys.stderr)
        return 2
    lexicon = Lexicon.load()
    ways: dict[str, Read | None] = {
        "ours": lambda text: facts_as_json(extract(text, lexicon), ""),
        "underthesea": named_entities(),
        "plain expression": number_facts,
    }
    characters = sum(map(len, texts.values())) // len(texts)
    for name, read in ways.items():
        if read is None:
            print(f"{name}: not installed\n")
            continue
        speed = texts_a_second(list(texts.values()), read)
        print(f"{name}: {speed:.1f} texts/s/core, {characters} characters a text")
        print(score(texts, arguments.corpus, arguments.scorer, read))
    for name, spent in seconds():
        print(f"hostile, {name}: {spent:.1f} s of processor time")
    return 0


def score(texts: dict[str, str], corpus: Path, scorer: Path, read: Read) -> str:
    """The scorer's table for what `read` finds in `texts` (id -> text)."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold", Path(folder) / "predicted"
        gold.mkdir()
        predicted.mkdir()
        for text_id, text in texts.items():
            (predicted / f"{text_id}.json").write_text(json.dumps(read(text), ensure_ascii=False), "utf-8")
            shutil.copy(corpus / f"{text_id}.gold.json", gold)
        command = [sys.executable, str(scorer), str(gold), str(predicted)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def texts_a_second(texts: list[str], read: Read) -> float:
    """Texts read in one second of one core's time, after one round to warm up."""
    for text in texts:
        read(text)
    rounds, start = 0, time.process_time()
    while time.process_time() - start < _MEASURED_S:
        for text in texts:
            read(text)
        rounds += 1
    return rounds * len(texts) / (time.process_time() - start)


if __name__ == "__main__":
    sys.exit(main())
