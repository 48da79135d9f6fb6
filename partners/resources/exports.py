"""The register as tables that can be imported again without changing anything."""

from datetime import date, datetime
from typing import Any, Final

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from partners.actions.imports.sheets import (
    CONTACT_EMAIL,
    CONTACT_NAME,
    JOINED,
    KVK,
    MAY_SIGN,
    NAME,
    ROLE,
    SECTOR,
    WEBSITE,
)
from partners.models import Ambassadorship, Involvement, Mandate, Organisation, Partnership
from partners.querysets import local_day

from .rows import NO_PARTNER
from .tables import Cell, Table

ROLE_WORDS: Final = {Mandate.Role.DIRECTOR: "directeur", Mandate.Role.CONTACT: "contact"}
FACTS: Final = (NAME, SECTOR, WEBSITE, JOINED, KVK)
PAST: Final = ("lid_tot", "eerder_lid")
TAKES_PART: Final = ("themas", "betrokkenheid")
PEOPLE: Final = (NAME, SECTOR, JOINED, CONTACT_NAME, CONTACT_EMAIL, ROLE, MAY_SIGN)
PERIOD: Final = ("mandaat_van", "mandaat_tot")


def partner_table(organisations: Any, *, with_past: bool, at: datetime) -> Table:
    """Organisations with what each does for the network; four queries however many.

    `with_past`: also who left, and earlier periods; the directory of partners shows only who is
    one now.
    """
    day = local_day(at)
    themes = Ambassadorship.objects.on(day).select_related("theme").order_by("theme__name")
    found = organisations.prefetch_related(
        _periods(), Prefetch("ambassadorships", themes, to_attr="now_of")
    )
    chosen = {row.organisation_id: row for row in Involvement.objects.known(day.year, at)}
    rows = [
        (
            each.name,
            each.sector,
            each.website,
            _since(each),
            each.kvk_number,
            *(_past(each) if with_past else ()),
            ", ".join(tie.theme.name for tie in each.now_of),
            _in_words(chosen.get(each.pk)),
        )
        for each in found
    ]
    return Table(_("Partners"), (*FACTS, *(PAST if with_past else ()), *TAKES_PART), rows)


def people_table(mandates: Any) -> Table:
    """One row for each mandate; two queries however many."""
    found = mandates.select_related("person", "organisation").prefetch_related(
        _periods("organisation__")
    )
    rows = [
        (
            each.organisation.name,
            each.organisation.sector,
            _since(each.organisation),
            each.person.name,
            each.person.email,
            ROLE_WORDS[each.role],
            "ja" if each.may_sign else "nee",
            each.from_on,
            each.until_on,
        )
        for each in found
    ]
    return Table(_("People"), (*PEOPLE, *PERIOD), rows)


def _periods(way: str = "") -> Prefetch:
    held = Partnership.objects.filter(struck_at__isnull=True).order_by("joined_on")
    return Prefetch(f"{way}partnerships", held, to_attr="periods")


def _since(organisation: Organisation) -> Cell:
    """Since when it is, or was, a partner; a word that says so when it never was one."""
    periods: list[Partnership] = organisation.periods  # type: ignore[attr-defined]
    return periods[-1].joined_on if periods else NO_PARTNER[0]


def _past(organisation: Organisation) -> tuple[date | None, str]:
    periods: list[Partnership] = organisation.periods  # type: ignore[attr-defined]
    earlier = ", ".join(f"{each.joined_on} – {each.left_on}" for each in periods[:-1])
    return (periods[-1].left_on if periods else None), earlier


def _in_words(involvement: Involvement | None) -> str:
    """The forms of this year as the partner chose them; nothing when it did not choose yet."""
    if involvement is None:
        return ""
    labels = dict(Involvement.Form.choices)
    words = [
        involvement.other if form == Involvement.Form.OTHER else str(labels[form])
        for form in involvement.forms
    ]
    return ", ".join(words)
