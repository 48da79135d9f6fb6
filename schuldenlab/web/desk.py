"""The staff desk: Django's admin behind the portal's login, where no field can break a rule."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from .columns import filled, know_names, shown_fields, worded
from .forms import MOST_LETTERS, SearchForm
from .names import has_own_name, names_of
from .ports import found_on_desk, moves_of, workplace
from .trail import history_of, traces


class DeskSite(AdminSite):
    """The admin of the kernteam: its index is a workplace."""

    site_header = _("Schuldenlab070 desk")
    site_title = _("Desk")
    index_title = _("Your workplace")
    site_url = "/"
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """With the search; nobody has a password, so there is none to change."""
        return [
            path("zoeken/", self.admin_view(self.search), name="search"),
            *(
                url
                for url in super().get_urls()
                if not str(getattr(url, "name", "")).startswith("password_change")
            ),
        ]

    def search(self, request: HttpRequest) -> TemplateResponse:
        """All that is called so, by kind, the first few of each."""
        form = SearchForm(request.GET)
        query = form.cleaned_data["q"] if form.is_valid() else ""
        hits = found_on_desk(query, request.user) if query else []
        context = {
            **self.each_context(request),
            "title": _("Search"),
            "query": request.GET.get("q", "")[:MOST_LETTERS],
            "error": "" if form.is_valid() else form.errors["q"][0],
            "is_asked": bool(query),
            "hits": [each for each in hits if each.count],
        }
        status = 200 if form.is_valid() else 422
        return TemplateResponse(request, "admin/search.html", context, status=status)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What is due and all ways to act, above the list of registers."""
        extra = {"workplace": workplace(request.user), **(extra_context or {})}
        return super().index(request, extra)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One login for everything: the portal's."""
        del extra_context
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect("account_login")


# Hidden captions of Django's own lists, for which its Dutch has no words.
CAPTIONS = (
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
)


def _asked_by(filters: Iterable[Any]) -> Iterator[str]:
    """What filters of our own read from the address."""
    for each in filters:
        if isinstance(each, type):
            yield from getattr(each, "names", None) or [each.parameter_name]  # type: ignore[attr-defined]


class DeskModelAdmin(admin.ModelAdmin):
    """A register to look in: what decides something is changed by actions, never by a field."""

    actions = None
    change_form_template = "admin/record.html"
    object_history_template = "admin/history.html"
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_per_page = 50
    # Whether a row says by itself what it is, although it has no title or name.
    is_named = False
    # Relations that another column says in their place.
    instead: ClassVar[dict[str, str]] = {}
    # How the search of the desk finds rows of this kind: rows and what was typed, to rows.
    find: ClassVar[Any] = None
    show_full_result_count = False

    def name_of(self, row: Any) -> str:
        """What this row is called on its own pages: by itself, else by what it is about."""
        if has_own_name(self.model):
            return str(row)
        key = (row._meta.label_lower, str(row.pk))  # noqa: SLF001 - Django's own word
        return names_of([key]).get(key) or str(row)

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[Any]:
        """All that a record is made of and that is filled, by name and in words."""
        del request
        known = filled(obj, self.fields or shown_fields(self.model))
        names = [self.instead.get(name, name) for name in known]
        return worded(self.model, dict.fromkeys(names), with_links=True)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The same in lists, where only the first column is a link."""
        return worded(self.model, super().get_list_display(request), with_links=False)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The names of all that the rows of a page point at, in one query."""
        found: Any = super().get_changelist_instance(request)
        found.result_list = list(found.result_list)
        know_names(found.result_list)
        return found

    def view_on_site(self, obj: Any) -> str | None:
        """Its page on the site, when it has one."""
        return str(obj.get_absolute_url()) if hasattr(obj, "get_absolute_url") else None

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """As the search of the desk finds them, where it looks for this kind of record."""
        if self.find is not None:
            return self.find(queryset, search_term), False
        return super().get_search_results(request, queryset, search_term)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """An address filters by what the page offers to filter by, and by nothing else."""
        field = lookup.split("__", maxsplit=1)[0]
        filters = self.get_list_filter(request)
        offered = field in filters or lookup in set(_asked_by(filters))
        return offered and super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Records come from actions and imports."""
        del request
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Read only."""
        del request, obj
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nothing is deleted here, alone or with others."""
        del request, obj
        return False

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """With what can be done with it now, as far as this person may."""
        record = kwargs.get("obj")
        if record is not None:
            moves = moves_of(record, request.user)
            context["moves"] = sorted(moves, key=lambda each: not each.is_step)
            context["has_moves"] = hasattr(record, "MOVES")
            context["status"] = record.get_status_display() if hasattr(record, "MOVES") else ""
            context["title"] = self.name_of(record)
            context["subtitle"] = None
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What happened to a record and to what belongs to it, out of the audit trail."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            stock: Any = self  # the same words as on the page of a record
            gone: HttpResponse = stock._get_obj_does_not_exist_redirect(  # noqa: SLF001
                request, self.opts, object_id
            )
            return gone
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        pages = Paginator(history_of(record), self.list_per_page)
        page = pages.get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(name)s") % {"name": self.name_of(record)},
            "name": self.name_of(record),
            "opts": self.opts,
            "object": record,
            "page": page,
            "page_range": pages.get_elided_page_range(page.number),
            "traces": traces(page.object_list),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


class NamedModelAdmin(DeskModelAdmin):
    """A register of rows without a name of their own: its pages call each by what it is about."""

    def name_of(self, row: Any) -> str:
        """What this row is about, in words."""
        raise NotImplementedError

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """With what names each."""
        rows, related = super().get_queryset(request), self.list_select_related
        return rows if isinstance(related, bool) else rows.select_related(*related)
