"""The staff desk: Django's admin behind the portal's login, where no field can break a rule."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.sites import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from .ports import workplace


class DeskSite(AdminSite):
    """The admin of the kernteam: its index is a workplace."""

    site_header = _("Schuldenlab070 desk")
    site_title = _("Desk")
    index_title = _("Your workplace")
    site_url = "/"
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """Nobody has a password, so there is none to change."""
        return [
            url
            for url in super().get_urls()
            if not str(getattr(url, "name", "")).startswith("password_change")
        ]

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


class DeskModelAdmin(admin.ModelAdmin):
    """A register to look in: what decides something is changed by actions, never by a field."""

    actions = None
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_per_page = 50
    show_full_result_count = False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """An address filters by what the page offers to filter by, and by nothing else."""
        field = lookup.split("__", maxsplit=1)[0]
        offered: bool = field in self.get_list_filter(request)
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


class NamedModelAdmin(DeskModelAdmin):
    """A register of rows without a name of their own: its pages call each by what it is about."""

    change_form_template = "admin/named.html"
    # Relations of which the row itself has no name, and the column that says it in their place.
    instead: ClassVar[dict[str, str]] = {}

    def name_of(self, row: Any) -> str:
        """What this row is about, in words."""
        raise NotImplementedError

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """With what names each."""
        rows, related = super().get_queryset(request), self.list_select_related
        return rows if isinstance(related, bool) else rows.select_related(*related)

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[Any]:
        """Names in the place of numbers."""
        fields = super().get_fields(request, obj)
        return list(dict.fromkeys(self.instead.get(str(each), each) for each in fields))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Under its name."""
        if kwargs.get("obj") is not None:
            context["subtitle"] = self.name_of(kwargs["obj"])
        return super().render_change_form(request, context, *args, **kwargs)
