"""The audit trail on the staff desk: who did what, when and from where; and as a file."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from schuldenlab.audit.actions import record
from schuldenlab.audit.models import Entry
from schuldenlab.web.desk import DeskModelAdmin
from schuldenlab.web.names import kind_words, names_of, register_url
from schuldenlab.web.ports import act_words
from schuldenlab.web.resources import KINDS
from schuldenlab.web.trail import NOBODY, OURS, changes_in, facts_in, origin_words, words_of

from .filters import ActFilter, BetweenDays, KindFilter, OriginFilter


@admin.register(Entry)
class EntryAdmin(DeskModelAdmin):
    """Nobody writes here, and nobody takes anything away: the database refuses it as well."""

    change_list_template = "admin/log.html"
    list_display = ["at", "act", "about", "result", "who", "where"]
    list_filter = ["result", BetweenDays, OriginFilter, ActFilter, KindFilter]
    list_select_related = ["actor"]
    search_fields = ["actor__name", "subject_id"]
    fields = ["at", "act", "result", "about", "who", "where", "told", "request_id", "recorded_at"]

    def get_urls(self) -> list[Any]:
        """The file stands beside the list."""
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/<slug:kind>/", view, name="audit_entry_export"), *super().get_urls()]

    def name_of(self, row: Entry) -> str:
        """The act in words."""
        return str(words_of(row.verb, act_words()))

    @admin.display(description=pgettext_lazy("log", "act"), ordering="verb")
    def act(self, row: Entry) -> str:
        """What was done, in words."""
        return capfirst(str(words_of(row.verb, act_words())))

    @admin.display(description=gettext_lazy("Who"), ordering="actor__name")
    def who(self, row: Entry) -> str:
        """The person, or the clock."""
        return capfirst(str(row.actor or NOBODY))

    @admin.display(description=gettext_lazy("From where"), ordering="origin")
    def where(self, row: Entry) -> str:
        """Through which door."""
        return capfirst(str(origin_words(row.origin)))

    @admin.display(description=gettext_lazy("About what"), ordering="subject_type")
    def about(self, row: Entry) -> str:
        """The record by its name, with the way to its register."""
        kind = kind_words(row.subject_type)
        known: dict[tuple[str, str], str] = getattr(row, "known_names", None) or names_of(
            [(row.subject_type, row.subject_id)]
        )
        name = known.get((row.subject_type, row.subject_id))
        if name is None:
            words = _("%(kind)s %(number)s, which is gone")
            return words % {"kind": kind, "number": row.subject_id}
        url = register_url(row.subject_type, row.subject_id)
        words = f"{kind}: {name}" if name else kind
        return format_html('<a href="{}">{}</a>', url, words) if url else words

    @admin.display(description=pgettext_lazy("audit", "facts"))
    def told(self, row: Entry) -> str:
        """What else the trail holds of it: figures, states and numbers of records."""
        lines = [(capfirst(str(each["field"])), _change_words(each)) for each in changes_in(row)]
        lines += facts_in(row)
        return format_html_join("", "<p>{}: {}</p>", lines) or "–"

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The names of all records of a page in one query."""
        found: Any = admin.ModelAdmin.get_changelist_instance(self, request)
        found.result_list = list(found.result_list)
        names = names_of((row.subject_type, row.subject_id) for row in found.result_list)
        for row in found.result_list:
            row.known_names = names
        return found

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Entry], search_term: str
    ) -> tuple[QuerySet[Entry], bool]:
        """By name of who did it, by number, and by the words of the act."""
        term = search_term.strip().casefold()
        found, is_double = super().get_search_results(request, queryset, search_term)
        if not term:
            return found, is_double
        verbs = [verb for verb, words in act_words().items() if term in str(words).casefold()]
        verbs += [f"{app}.{verb}" for app in OURS for verb in verbs]  # what a door refused
        by_name = Q(actor__name__icontains=term) | Q(subject_id=term)
        return queryset.filter(by_name | Q(verb__in=verbs)), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """With the ways to take it along."""
        ways = [("csv", _("As CSV")), ("xlsx", _("As XLSX"))]
        return super().changelist_view(request, {**(extra_context or {}), "file_kinds": ways})

    @method_decorator(require_POST)
    def export_view(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        """The log as it was looked for, as a file. That somebody took it is in the log as well."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if kind not in KINDS:
            raise Http404
        entries = self._asked(request)
        moment = request.at  # type: ignore[attr-defined]
        until = entries.filter(recorded_at__lte=moment)
        facts = {"kind": kind, "asked": request.GET.urlencode()[:200]}
        person: Any = request.user
        record("export_trail", person, actor=person, at=moment, facts=facts)
        return _as_file(until, kind, f"log-{moment:%Y-%m-%d}")

    def _asked(self, request: HttpRequest) -> QuerySet[Entry]:
        """All rows of the list as it is filtered, page after page."""
        found: Any = admin.ModelAdmin.get_changelist_instance(self, request)
        rows: QuerySet[Entry] = found.get_queryset(request).select_related("actor")
        return rows.order_by("-id")


def _change_words(change: dict[str, Any]) -> str:
    """From what to what, where that is kept."""
    return _("%(was)s became %(now)s") % change if change["is_kept"] else _("changed")


def _as_file(entries: QuerySet[Entry], kind: str, name: str) -> HttpResponseBase:
    write, content_type = KINDS[kind]
    made: Any = write(entries)
    answer: Any
    if kind == "csv":
        answer = StreamingHttpResponse(made, content_type=content_type)
    else:
        answer = FileResponse(made, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[no-any-return]
