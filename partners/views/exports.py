"""The directory and the people as files, for who may see them; and only what they may see."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import Mandate
from partners.querysets import local_day
from partners.resources.exports import partner_table, people_table
from partners.resources.tables import KINDS, Table
from schuldenlab.web.doors import ListDoor

from .organisations import OrganisationList

READ_ONLY: Final = ("get", "head", "options")


def _as_file(table: Table, kind: str, name: str) -> HttpResponse:
    write, content_type = KINDS[kind]
    answer = HttpResponse(write(table), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


class ExportPartners(OrganisationList):
    """The directory as it was looked for, as a file."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The kernteam gets who left as well."""
        del args, kwargs
        kind, found = self.kwargs["kind"], self.get_queryset()
        if kind not in KINDS:
            raise Http404
        if not self.form.is_valid():
            # Its page says what is wrong with these words.
            return redirect(f"{reverse('partners:organisation-list')}?{request.GET.urlencode()}")
        is_kernteam = self.person.standing.is_kernteam
        table = partner_table(found, with_past=is_kernteam, at=self.at)
        return _as_file(table, kind, _("partners-%(day)s") % {"day": local_day(self.at)})


class ExportPeople(ListDoor):
    """Who acts for whom today, as a file. Only for the kernteam."""

    queryset = Mandate.objects.all()
    permission = "partners.view_person"
    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """By organisation, and then by name; without accounts that are closed."""
        del request, args, kwargs
        if self.kwargs["kind"] not in KINDS:
            raise Http404
        open_now = self.get_queryset().on(local_day(self.at)).filter(person__is_active=True)
        table = people_table(open_now.order_by("organisation__name", "person__name", "pk"))
        name = _("people-%(day)s") % {"day": local_day(self.at)}
        return _as_file(table, self.kwargs["kind"], name)
