"""Quality and speed of extraction over a corpus: `python -m benchmarks.extraction CORPUS_DIR --scorer PATH`.

CORPUS_DIR holds ID.txt and ID.gold.json; the scorer is called as `PATH GOLD_DIR PREDICTED_DIR` and prints the table.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ingest.extraction import extract
from ingest.facts_json import facts_as_json
from ingest.lexicon import Lexicon
from ontology.text import nfc

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
    print(score(texts, arguments.corpus, arguments.scorer))
    characters = sum(map(len, texts.values())) // len(texts)
    print(f"{texts_a_second(list(texts.values())):.0f} texts/s/core, {characters} characters a text")
    return 0


def score(texts: dict[str, str], corpus: Path, scorer: Path) -> str:
    """The scorer's table for the facts of `texts` (id -> text)."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold", Path(folder) / "predicted"
        gold.mkdir()
        predicted.mkdir()
        for text_id, text in texts.items():
            facts = facts_as_json(extract(text, Lexicon.load()), text_id)
            (predicted / f"{text_id}.json").write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
            shutil.copy(corpus / f"{text_id}.gold.json", gold)
        command = [sys.executable, str(scorer), str(gold), str(predicted)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def texts_a_second(texts: list[str]) -> float:
    """Texts read in one second of one core's time, after one round to warm up."""
    lexicon = Lexicon.load()
    for text in texts:
        extract(text, lexicon)
    rounds, start = 0, time.process_time()
    while time.process_time() - start < _MEASURED_S:
        for text in texts:
            extract(text, lexicon)
        rounds += 1
    return rounds * len(texts) / (time.process_time() - start)


if __name__ == "__main__":
    sys.exit(main())
