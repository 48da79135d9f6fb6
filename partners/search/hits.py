"""The first few of one kind of record that the staff desk finds, in one query."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Case, Count, IntegerField, Value, When, Window
from django.urls import reverse

from schuldenlab.web.ports import DeskFound, DeskHits

from .words import Plain, looked_up, whole_number

MOST: Final = 8


def first_hits(
    rows: Any,
    typed: str,
    *,
    title: Any,
    text: Any,
    name: Any,
    icon: str,
    said: Callable[[Any], tuple[str, str]],
    code: Any = None,
) -> DeskHits:
    """Whose `code` or `name` is or begins with what was typed comes first.

    `said` gives the name and the line under it; `text` is where the words are looked for: see
    `together`.
    """
    register = _register_of(rows.model)
    ranked = _ranked(looked_up(rows, text, typed), typed, name, code or name)
    found = list(ranked.order_by("rank", "plain_name", "pk")[:MOST])
    return DeskHits(
        kind=rows.model._meta.label_lower,  # noqa: SLF001 - Django's own word
        title=title,
        rows=[_found(row, register, *said(row)) for row in found],
        count=found[0].total if found else 0,
        register_url=f"{reverse(f'{register}_changelist')}?{urlencode({'q': typed})}",
        icon=icon,
    )


def _register_of(model: Any) -> str:
    meta = model._meta  # noqa: SLF001 - Django's own word
    return f"admin:{meta.app_label}_{meta.model_name}"


def _ranked(rows: Any, typed: str, name: Any, code: Any) -> Any:
    """With how well each answers, and how many there are in all."""
    plain: Any = Plain(Value(typed.strip()))
    number: Any = Plain(Value(whole_number(typed.strip())))
    return rows.alias(plain_name=Plain(name), plain_code=Plain(code)).annotate(
        rank=Case(
            When(plain_code=plain, then=Value(0)),
            When(plain_code=number, then=Value(0)),
            When(plain_name=plain, then=Value(0)),
            When(plain_name__startswith=plain, then=Value(1)),
            When(plain_code__startswith=plain, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        ),
        total=Window(Count("pk")),
    )


def _found(row: Any, register: str, name: str, line: str) -> DeskFound:
    """With its page on the site, else its row in the register, and always with that row."""
    in_register = reverse(f"{register}_change", args=[row.pk])
    page = str(row.get_absolute_url()) if hasattr(row, "get_absolute_url") else ""
    return DeskFound(name, line, page or in_register, in_register)
