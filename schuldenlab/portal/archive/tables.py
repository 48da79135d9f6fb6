"""Tables of a year: what no single record says, for whoever reads the archive in a spreadsheet."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models import Attendance
from partners.models import Framework, Involvement, Organisation, Signature
from partners.resources.exports import partner_table
from partners.resources.tables import Table
from programme.models import Commitment
from projects.models import Phase


def tables_of(year: int, framework: Framework | None, at: datetime) -> Iterator[tuple[str, Table]]:
    """Name and rows of each; seven queries or so."""
    yield "aanwezigheid", _attendance(year)
    yield "fasen", _phases(year)
    yield "commitments", _commitments(year)
    yield "betrokkenheid", _involvement(year)
    yield "ondertekeningen-samenwerkingskader", _signed(framework)
    partners = partner_table(_partners(year), with_past=True, at=at)
    yield "partners", Table(partners.title, _partner_heads(), partners.rows)


def _attendance(year: int) -> Table:
    rows = Attendance.objects.filter(meeting__held_on__year=year).order_by(
        "meeting__held_on", "meeting_id", "organisation__name", "pk"
    )
    return Table(
        _("Attendance"),
        [_("Day"), _("Series"), _("Meeting"), _("Organisation"), _("People"), _("Directors")],
        [
            (on, series, subject, name, people, _("yes") if directors else _("no"))
            for on, series, subject, name, people, directors in rows.values_list(
                *("meeting__held_on", "meeting__series__title", "meeting__subject"),
                *("organisation__name", "people", "is_director_level"),
            )
        ],
    )


def _phases(year: int) -> Table:
    moved = Phase.objects.filter(Q(started_on__year=year) | Q(ended_on__year=year))
    return Table(
        _("Phases"),
        [_("Project"), _("Title"), _("Phase"), _("Status"), _("Started on"), _("Ended on")],
        [
            (
                phase.project.code,
                phase.project.title,
                str(phase.get_kind_display()),
                str(phase.get_status_display()),
                phase.started_on,
                phase.ended_on,
            )
            for phase in moved.select_related("project").order_by("project_id", "ordinal", "pk")
        ],
    )


def _commitments(year: int) -> Table:
    given = Commitment.objects.filter(given_on__year=year).select_related(
        "organisation", "programme", "person"
    )
    return Table(
        _("Commitments"),
        [_("Programme"), _("Organisation"), _("Answer"), _("Reason"), _("Given on"), _("By")],
        [
            (
                row.programme.year,
                row.organisation.name,
                str(row.get_answer_display()),
                row.reason,
                row.given_on,
                row.person.name if row.person else "",
            )
            for row in given.order_by("given_on", "organisation__name", "pk")
        ],
    )


def _involvement(year: int) -> Table:
    chosen = Involvement.objects.filter(year=year).select_related("organisation")
    return Table(
        _("Involvement"),
        [
            _("Organisation"),
            _("How"),
            _("Otherwise"),
            pgettext("involvement", "Note"),
            _("Chosen on"),
        ],
        [
            (
                row.organisation.name,
                ", ".join(str(Involvement.Form(each).label) for each in row.forms),
                row.other,
                row.note,
                row.chosen_on,
            )
            for row in chosen.order_by("organisation__name", "pk")
        ],
    )


def _signed(framework: Framework | None) -> Table:
    """Who signed what the lab lives by in this year, also where that was in an earlier one."""
    rows = Signature.objects.filter(framework=framework and framework.pk)
    fields = ("organisation__name", "signatory", "function", "signed_on", "sha256")
    return Table(
        _("Signatures"),
        [_("Organisation"), _("Who signed"), _("Function"), _("Signed on"), "SHA-256"],
        list(rows.order_by("organisation__name", "pk").values_list(*fields)),
    )


def _partner_heads() -> list[str]:
    """In words, as the other tables have them; the register exports names that it can import."""
    return [
        *(_("Organisation"), _("Sector"), _("Website"), _("Partner since")),
        *(_("KvK number"), _("Partner until"), _("Partner earlier"), _("Themes"), _("Involvement")),
    ]


def _partners(year: int) -> object:
    of_year = Q(partnerships__joined_on__year__lte=year) & (
        Q(partnerships__left_on__isnull=True) | Q(partnerships__left_on__year__gte=year)
    )
    found = Organisation.objects.filter(of_year, partnerships__struck_at__isnull=True)
    return found.distinct().order_by("name")
