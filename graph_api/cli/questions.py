"""The ready questions as the command line shows them: the list, and one explained."""

import sys
from typing import TYPE_CHECKING

from graph_api.cli.output import Format, print_json, print_rows, print_table

if TYPE_CHECKING:
    from queries.catalog import Parameter, Question

_TOLD = 12  # codes of a parameter
_SAID = ("kiểu / kind", "nghĩa", "meaning")


def list_questions(form: Format) -> None:
    from queries.catalog import questions

    columns = ("name", "parameters", "question", "câu hỏi")
    rows = [(q.name, _parameters(q), q.text_en, q.text_vi) for q in questions().values()]
    if form is Format.table and sys.stdout.isatty():
        for name, parameters, english, vietnamese in rows:
            print(f"{name} {parameters}\n    {vietnamese}\n    {english}")
    elif form is Format.table:
        print_table(columns, rows)
    else:
        print_rows(columns, rows, form)


def explain(question: "Question", *, as_json: bool) -> None:
    """What a question asks, takes and gives, and how its answer is to be read, in both languages."""
    if as_json:
        from graph_api.resources import QuestionResource

        print_json(QuestionResource.of(question).model_dump())
        return
    print(f"{question.name}\n  {question.text_vi}\n  {question.text_en}")
    if question.parameters:
        print()
        print_table(("tham số / parameter", *_SAID), [_row(p) for p in question.parameters])
    print()
    print_table(("cột / column", *_SAID), [(c.name, c.kind, c.description_vi, c.description) for c in question.columns])
    for note in (question.note_vi, question.note):
        if note:
            print(f"\n{note}")
    print(f"\n{_example(question)}")


def _row(parameter: "Parameter") -> tuple[str, str, str, str]:
    kind = parameter.kind if parameter.required else f"{parameter.kind} = {parameter.default}"
    more = ", …" if len(parameter.codes) > _TOLD else ""
    codes = f" ({', '.join(parameter.codes[:_TOLD])}{more})" if parameter.codes else ""
    return parameter.name, kind, parameter.description_vi, parameter.description + codes


def _parameters(question: "Question") -> str:
    return " ".join(f"{p.name}={p.kind}" if p.required else f"[{p.name}={p.default}]" for p in question.parameters)


def _example(question: "Question") -> str:
    return " ".join(["mandate ask", question.name, *(f"{p.name}=…" for p in question.parameters if p.required)])
