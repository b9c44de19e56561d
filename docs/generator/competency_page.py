"""docs/questions.md: the competency questions, the command that asks each, and the answer of the bundled graph."""

import shlex

from docs.generator.markdown import anchor, block, code, link, page, table, text
from docs.generator.words import name, prose, said
from ontology.text import nfc
from queries.competency_questions import CompetencyQuestion, Theme, themes

_SHOWN = 5  # rows of an answer
_READY = "reference/questions.md"


def competency_page() -> str:
    parts, number = [], 1
    for theme in themes():
        parts += _theme(theme, number)
        number += len(theme.questions)
    listed = [f"- {link(_title(theme), '#' + anchor(_title(theme)))}: {len(theme.questions)}" for theme in themes()]
    lead = prose("competency-lead", ready=_READY)
    return nfc(page(f"# {name('competency')}", lead, "\n".join(listed), *parts))


def _title(theme: Theme) -> str:
    return f"{text(theme.title_vi)} · {text(theme.title_en)}"


def _theme(theme: Theme, first: int) -> list[str]:
    return [f"## {_title(theme)}", *(p for n, q in enumerate(theme.questions, first) for p in _question(n, q))]


def _question(number: int, asked: CompetencyQuestion) -> list[str]:
    ready = link(code(asked.query), f"{_READY}#{asked.query}")
    rows = [[text(str(cell)) for cell in row] for row in asked.rows[:_SHOWN]]
    return [
        f"### {number}. {text(asked.vi)}",
        text(asked.en),
        f"{name('asked-by')}: {name(f'key-{asked.asked_by}')} · {ready}",
        block(_command(asked), "sh"),
        table([code(column) for column in asked.columns], rows) or prose("no-rows"),
        _rest(asked.count - len(rows)),
        f"{name('checked')}: {text(asked.checked)}",
    ]


def _command(asked: CompetencyQuestion) -> str:
    values = [f"{key}={shlex.quote(value)}" for key, value in asked.parameters.items()]
    return " ".join(["mandate ask", asked.query, *values])


def _rest(rows: int) -> str:
    told = said("more-rows", count=str(rows))
    return f"… {told.vi} · {told.en}" if rows else ""
