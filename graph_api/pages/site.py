"""Renders the pages: one Jinja environment, and what every page shows (language, version, search box)."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from fastapi import Request

from graph_api.negotiation import language_of
from graph_api.pages.texts import text
from ontology.language import Language
from queries.catalog import Question

if TYPE_CHECKING:
    from jinja2 import Environment

    from graph_api.problems import Problem

HERE = Path(__file__).parent


class Pages:
    """The templates. Everything that goes into them is escaped."""

    @cached_property
    def _templates(self) -> "Environment":
        from jinja2 import Environment, FileSystemLoader, StrictUndefined  # a server that gives no page starts without

        return Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, request: Request, template: str, version: int | None = None, **context: Any) -> str:
        """The page as HTML; `version` is the one that answered."""
        language = language_of(request)
        frame = {
            "lang": language,
            "q": link_query(request),
            "as_known": request.query_params.get("asKnown"),
            "asked_day": request.query_params.get("at") if "at" in context else None,
            "other_language": _other_language(request, language),
            "version": version,
            "t": lambda key, **values: text(key, language, **values),
            "question_text": lambda question: question_text(question, language),
        }
        return self._templates.get_template(template).render(frame | context)

    def problem(self, request: Request, problem: "Problem") -> str:
        return self.render(request, "problem.html", problem=problem)


def link_query(request: Request, **more: str) -> str:
    """What every link of a page carries along: the language and the version asked for, e.g. "?lang=en"."""
    kept = {name: request.query_params[name] for name in ("lang", "asKnown") if request.query_params.get(name)}
    return "?" + urlencode(kept | more) if kept or more else ""


def question_text(question: Question, language: Language) -> str:
    """The question in words, with an ellipsis for each parameter: "Ai giữ chức … vào ngày …?"."""
    words = question.text_vi if language == "vi" else question.text_en
    for name in sorted((p.name for p in question.parameters), key=len, reverse=True):
        words = words.replace(f"?{name}", "…")
    return words[:1].upper() + words[1:]


def _other_language(request: Request, language: Language) -> str:
    query: Mapping[str, str] = dict(request.query_params) | {"lang": "en" if language == "vi" else "vi"}
    return f"{request.url.path}?{urlencode(query)}"
