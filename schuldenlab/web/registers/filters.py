"""By what the log is looked through: the act in words, where it came from, and between days."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from schuldenlab.audit.models import Entry
from schuldenlab.web.names import kind_words
from schuldenlab.web.ports import act_words
from schuldenlab.web.trail import ORIGINS


class OriginFilter(admin.SimpleListFilter):
    """Where an act came from."""

    title = gettext_lazy("where it came from")
    parameter_name = "origin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """All doors, in words."""
        del request, model_admin
        return [(door, capfirst(str(words))) for door, words in ORIGINS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Those through this door."""
        del request
        return queryset.filter(origin=self.value()) if self.value() else queryset


class BetweenDays(admin.ListFilter):
    """From a day, until and including a day; either may be left out."""

    title = gettext_lazy("days")
    template = "admin/between_days.html"
    names: ClassVar[tuple[str, str]] = ("from", "until")

    def __init__(
        self, request: HttpRequest, params: dict[str, list[str]], model: Any, model_admin: Any
    ) -> None:
        """Take what is asked out of the address."""
        super().__init__(request, params, model, model_admin)
        asked = {name: params.pop(name)[-1] for name in self.names if name in params}
        self.form = DaysForm(asked)
        self.used_parameters = {name: text for name, text in asked.items() if text}

    def has_output(self) -> bool:
        """Always offered."""
        return True

    def expected_parameters(self) -> list[str | None]:
        """What stands in the address."""
        return list(self.names)

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        """The form, and what else is asked, which stays."""
        others = {
            name: values[-1]
            for name, values in changelist.filter_params.items()
            if name not in (*self.names, "p")
        }
        yield {"form": self.form, "others": others, "is_used": bool(self.used_parameters)}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """What happened on those days; with a day that is none the page says so, and shows all."""
        del request
        if not self.form.is_valid():
            return queryset
        first, last = self.form.cleaned_data["from"], self.form.cleaned_data["until"]
        if first:
            queryset = queryset.filter(at__gte=_begin(first))
        if last:
            queryset = queryset.filter(at__lt=_begin(last + timedelta(days=1)))
        return queryset


def _begin(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


class DaysForm(forms.Form):
    """Two days, neither needed."""

    def __init__(self, data: dict[str, str]) -> None:
        """`from` is a word of the language, so the fields get their names here."""
        super().__init__(data)
        days = {"from": _("From"), "until": _("Until and including")}
        for name, label in days.items():
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                help_text=_("For example 31-01-2026."),
                error_messages={
                    "invalid": _("Write the date as day-month-year, for example 31-01-2026.")
                },
                widget=forms.DateInput(format="%d-%m-%Y", attrs={"autocomplete": "off"}),
                input_formats=["%d-%m-%Y", "%Y-%m-%d"],
            )


class ActFilter(admin.SimpleListFilter):
    """Which act, in words and by the alphabet."""

    title = pgettext_lazy("log", "act")
    parameter_name = "act"
    template = "admin/choose.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """All that have words."""
        del request, model_admin
        return sorted(
            ((verb, capfirst(str(words))) for verb, words in act_words().items()),
            key=lambda pair: pair[1].casefold(),
        )

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """That act, done; and tried in vain, which stands there with its app before it."""
        del request
        verb = self.value()
        if not verb:
            return queryset
        if verb not in act_words():
            return queryset.none()
        return queryset.filter(verb__regex=rf"^([a-z]+\.)?{verb}$")


class KindFilter(admin.SimpleListFilter):
    """What kind of record it was about."""

    title = gettext_lazy("kind of record")
    parameter_name = "kind"
    template = "admin/choose.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The kinds that have a register."""
        del request
        labels = (model._meta.label_lower for model in model_admin.admin_site._registry)  # noqa: SLF001
        return sorted(
            ((label, kind_words(label)) for label in labels), key=lambda pair: pair[1].casefold()
        )

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Those about this kind."""
        del request
        return queryset.filter(subject_type=self.value()) if self.value() else queryset
