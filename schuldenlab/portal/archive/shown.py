"""Whether a record stands on the public pages: another question than whether the Woo opens it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.db.models import IntegerField, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from partners.models import Framework
from programme.models import Decision, InnovationTheme
from projects.models import Project

from .outside import documents_outside
from .register import Record

SHOWN: Final[Mapping[str, Callable[[datetime], Any]]] = {
    "decision": lambda _at: Decision.objects.shown_to_all(),
    "document": documents_outside,
    "framework": lambda _at: Framework.objects.shown_to_all(),
    "project": lambda _at: Project.objects.shown_to_all(),
    "theme": lambda _at: InnovationTheme.objects.shown_to_all(),
}
# What no public page has, whatever was judged of it.
NEVER: Final = frozenset({"ballot", "case", "change", "minutes", "pledge"})


def shown_of(records: Sequence[Record], at: datetime) -> dict[str, str]:
    """By the key of a record, whether everybody finds it on the public pages; one query."""
    by_kind: dict[str, list[int]] = {code: [] for code in SHOWN}
    for record in records:
        by_kind.get(record.kind.code, []).append(record.number)
    parts = [
        SHOWN[code](at)
        .filter(pk__in=numbers)
        .order_by()
        .values_list(Value(code, TextField()), Cast("pk", IntegerField()))
        for code, numbers in by_kind.items()
        if numbers
    ]
    found = set(parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]) if parts else set()
    said = {
        each.key: _said(each.kind.code, (each.kind.code, each.number) in found) for each in records
    }
    return {key: words for key, words in said.items() if words}


def _said(code: str, is_shown: bool) -> str:
    if is_shown:
        return _("also on the public pages: yes")
    if code in NEVER:
        return _("also on the public pages: no, because nothing of this kind stands there")
    if code == "document":
        return _(
            "also on the public pages: no, because it is not open yet, or belongs to nothing there"
        )
    if code in SHOWN:
        return _("also on the public pages: no, because the kernteam did not put it there")
    return ""
