"""Commands on what imports ask and stewards answer: review, judgement list, undo, export, import."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.findings import SHOWN, marked, print_rest, where
from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, Lang, Language, add, existing, opened
from graph_api.cli.output import print_json, print_table, progress_bar
from graph_api.cli.usage import WrongUse
from ontology.text import one_line

if TYPE_CHECKING:
    from ingest.review.candidates import KnownCandidate
    from ingest.review.decisions import Decision
    from ingest.review.questions import Question
    from ingest.review.reviews import Applied

app = typer.Typer(rich_markup_mode=None)
judgement_app = typer.Typer(
    rich_markup_mode=None, no_args_is_help=True, help="What stewards judged: list, undo, export, import."
)
ImportId = Annotated[str, typer.Argument(metavar="IMPORT", help="The id of an import; `mandate imports` lists them.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")]


class Answer(StrEnum):
    """The verdicts on a question."""

    same = "same"
    different = "different"
    unsure = "unsure"
    accept = "accept"
    reject = "reject"


@add(
    app,
    "review",
    "mandate review 20260105-120000123-1a2b",
    'mandate review 20260105-120000123-1a2b --decide 3f0c2b9a1d47=same --why "official biography"',
    "mandate review 20260105-120000123-1a2b --bulk different --code namesake --max-score 0.3",
)
def review(
    import_id: ImportId,
    data: Data = DEFAULT_DATA,
    decide: Annotated[
        list[str] | None,
        typer.Option(
            "--decide",
            metavar="KEY=VERDICT[:N]",
            help="Answer a question: same, different, unsure; accept, reject. N is the number of the candidate.",
        ),
    ] = None,
    bulk: Annotated[Answer | None, typer.Option("--bulk", help="Answer all open questions of --code.")] = None,
    code: Annotated[str, typer.Option("--code", help="Show, or answer, the questions of this code only.")] = "",
    min_score: Annotated[
        float, typer.Option("--min-score", min=0, max=1, help="--bulk same: the least score of the best candidate.")
    ] = 0.0,
    max_score: Annotated[
        float, typer.Option("--max-score", min=0, max=1, help="--bulk different: the highest score of a candidate.")
    ] = 1.0,
    why: Why = "",
    everything: Annotated[bool, typer.Option("--all", help="Questions that are decided, too.")] = False,
    as_json: AsJson = False,
    lang: Language = Lang.vi,
) -> None:
    """Show what an import asks, and answer it.

    What is decided is kept for good, is applied at once (a staged import is read again, published sources are staged
    anew) and is not asked again.
    """
    from ingest.review.candidates import question_json
    from ingest.review.decisions import Bulk

    with opened(existing(data)) as workspace:
        reviews = workspace.reviews_of(workspace.settings.author)
        questions = workspace.importer.questions(import_id)
        if decide or bulk:
            decisions = [_decision(text, questions) for text in decide or []]
            if bulk:
                decisions += Bulk(bulk.value, code, min_score, max_score).decisions(questions)
            with progress_bar("review") as progress:
                applied = reviews.decide(import_id, decisions, why=why, progress=progress)
            _print_applied(applied, as_json=as_json)
            return
        asked = [q for q in questions if (everything or q.state != "decided") and code in ("", q.code)]
        told = reviews.told(import_id, asked)
        if as_json:
            print_json([question_json(question, known) for question, known in told])
        else:
            _print_questions(told, import_id, lang)


@add(judgement_app, "list", "mandate judgement list", "mandate judgement list --json")
def list_judgements(
    data: Data = DEFAULT_DATA,
    everything: Annotated[bool, typer.Option("--all", help="Those that were undone, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """List what was judged, in the order in which it was."""
    with opened(existing(data)) as workspace:
        kept = [j for j in workspace.judgements.all() if everything or not j.undone_at]
    if as_json:
        print_json([judgement.as_json() for judgement in kept])
        return
    columns = ("number", "verdict", "question", "words", "subject", "candidate", "by", "at", "why", "undone")
    rows = [
        (j.id, j.verdict, j.code, j.words, j.subject, j.candidate, j.author, j.at[:16], j.why, j.undone_at[:16])
        for j in kept
    ]
    print_table(columns, rows)


@add(judgement_app, "undo", 'mandate judgement undo 12 13 --why "two people after all"')
def undo(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", min=1)],
    data: Data = DEFAULT_DATA,
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Take judgements back; what they changed is read again without them."""
    with opened(existing(data)) as workspace, progress_bar("review") as progress:
        applied = workspace.reviews_of(workspace.settings.author).undo(numbers, why=why, progress=progress)
    _print_applied(applied, as_json=as_json)


@add(judgement_app, "export", "mandate judgement export > judgements.json")
def export(data: Data = DEFAULT_DATA) -> None:
    """Print all judgements as JSON, for another data folder."""
    with opened(existing(data)) as workspace:
        print_json(workspace.reviews_of(workspace.settings.author).export())


@add(judgement_app, "import", "mandate judgement import judgements.json")
def take_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, readable=True)],
    data: Data = DEFAULT_DATA,
) -> None:
    """Keep the judgements of an export that are not here yet. They count from the next reading of a source on."""
    from ontology.errors import SourceMalformed

    try:
        exported = json.loads(file.read_text("utf-8"))
    except ValueError as error:  # bytes that are no UTF-8, too
        raise SourceMalformed(
            f"{file.name} is no JSON: {error}",
            message_vi=f"{file.name} không phải JSON: {error}",
            hint="take in a file that `mandate judgement export` wrote",
            hint_vi="hãy dùng tệp do `mandate judgement export` ghi ra",
            file=file.name,
        ) from error
    with opened(data) as workspace:
        print(f"{workspace.reviews_of(workspace.settings.author).take_in(exported)} new judgements")


def _decision(text: str, questions: "list[Question]") -> "Decision":
    """KEY=VERDICT or KEY=VERDICT:N, N counting the candidates of that question from 1."""
    from ingest.review.decisions import Decision

    key, _, answer = text.partition("=")
    verdict, _, number = answer.partition(":")
    if verdict not in set(Answer) or (number and not number.isdecimal()):
        said = f"{text!r}: viết KEY=VERDICT hoặc KEY=same:N", f"{text!r}: write KEY=VERDICT or KEY=same:N"
        raise WrongUse(said, param_hint="--decide")
    candidates = next((q.candidates for q in questions if q.key == key), ())
    if number and not 1 <= int(number) <= len(candidates):
        count = len(candidates)
        said = f"{text!r}: câu hỏi {key} có {count} ứng viên", f"{text!r}: question {key} has {count} candidates"
        raise WrongUse(said, param_hint="--decide")
    return Decision(key, Answer(verdict).value, candidates[int(number) - 1].iri if number else "")


def _print_applied(applied: "Applied", *, as_json: bool) -> None:
    if as_json:
        print_json(applied.as_json())
        return
    print(f"judgements: {', '.join(map(str, applied.judgements)) or 'none'}")
    for record in applied.imports:
        print(f"import {record.id}: {record.status}  (+{record.added} -{record.removed}), {record.questions} questions")
        if record.status == "staged":
            print(f"-> mandate publish {record.id}")


def _print_questions(told: "list[tuple[Question, list[KnownCandidate]]]", import_id: str, lang: Lang) -> None:
    for question, known in told[:SHOWN]:
        said = question.message_vi if lang is Lang.vi else question.message_en
        print(f"? {question.key} [{question.code}, {question.state}] {where(question.source, asdict(question), lang)}")
        print(f"    {one_line(said)}")
        if question.sentence:
            print(f"    “{marked(question.sentence, question.mark, question.mark_end)}”")
        for number, (candidate, verdict, about) in enumerate(
            zip(question.candidates, question.verdicts, known, strict=False), 1
        ):
            judged = f"  [{verdict}]" if verdict else ""
            print(f"    {number}. {one_line(about.label)}  {candidate.score:.2f}{judged}  <{candidate.iri}>")
            for line in (*about.facts, *(reason[lang is Lang.en] for reason in candidate.reasons)):
                print(f"       - {one_line(line)}")
            for quote in about.quotes:
                print(f"       “{one_line(quote.quote)}” {one_line(quote.source_title)}")
        print(f"    -> --decide {question.key}={'|'.join(question.choices)}")
    print_rest(len(told), lang)
    if not told:
        print(f"{import_id}: nothing to decide")
