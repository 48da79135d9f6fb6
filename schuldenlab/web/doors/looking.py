"""Doors to look through: what all doors share, a list, and a detail."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

import structlog
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import ListView, TemplateView

from schuldenlab.web.kept import kept_for_person
from schuldenlab.web.ports import about

log = structlog.get_logger()


class Door:
    """What all doors share: who may come in, and through which list an object is found."""

    permission: ClassVar[str] = ""
    queryset: models.QuerySet[Any] | None = None
    lookup: ClassVar[dict[str, str]] = {"pk": "pk"}
    # Django's form view takes PUT as well; ours does not.
    http_method_names: Sequence[str] = ("get", "head", "options", "post")
    # Whether its page is kept for a moment (see `web.kept`); it may read nothing of the session.
    is_kept: ClassVar[bool] = False
    request: HttpRequest
    kwargs: dict[str, Any]

    @property
    def person(self) -> Any:
        """Who is at the door."""
        return self.request.user

    @property
    def at(self) -> datetime:
        """The one moment of this request."""
        moment: datetime = self.request.at  # type: ignore[attr-defined]
        return moment

    def get_object(self) -> Any:
        """The object of the address, out of what this person may see; else 404."""
        if self.queryset is None:
            return None
        visible = self.queryset.all().visible_to(self.person)  # type: ignore[attr-defined]
        facts = {field: self.kwargs[name] for name, field in self.lookup.items()}
        return get_object_or_404(visible, **facts)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the object, ask the permission, and go in; unless the page is there already."""
        enter = partial(self._go_in, request, *args, **kwargs)
        if self.is_kept and request.method in {"GET", "HEAD"} and request.user.is_authenticated:
            return kept_for_person(request, enter)
        return enter()

    def _go_in(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            self.object = self.get_object()
            if self.permission and not self.person.has_perm(self.permission, self.object):
                self._log_refusal()
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]

    def _log_refusal(self) -> None:
        """Who tried what may not be done, for whoever looks for attempts; ids, no names."""
        facts = {"door": type(self).__name__, "permission": self.permission}
        log.warning("forbidden", person=self.person.pk, record=self.kwargs.get("pk"), **facts)


class ListDoor(Door, ListView):
    """A list of what this person may see."""

    paginate_by = 50

    def get_object(self) -> Any:
        """A list has no object of its own."""
        return None

    def get_queryset(self) -> Any:
        """Only what this person may see."""
        return self.queryset.all().visible_to(self.person)  # type: ignore[union-attr]


class DetailDoor(Door, TemplateView):
    """One record and what belongs to it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The object under its own name, where its page leads back to, and what `facts` adds."""
        context = super().get_context_data(**kwargs)
        leads = about(self.object, self.person)
        return {**context, "object": self.object, "about": leads, **self.facts()}

    def facts(self) -> dict[str, Any]:
        """What the page shows besides the object itself."""
        return {}
