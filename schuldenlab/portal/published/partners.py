"""Which partners the outside sees, and what each says of itself."""

from datetime import date, datetime
from typing import Any

from partners.models import Organisation
from partners.querysets import local_day

from .records import PublicPartner

FIELDS = ("pk", "name", "sector", "website", "description", "since")


def partners_shown(day: date) -> Any:
    """Partners of this day that were marked public, by name."""
    return Organisation.objects.shown_to_all(day).with_since(day).order_by("name", "pk")


def public_partners(at: datetime) -> tuple[PublicPartner, ...]:
    """Name, sector, website, description and since when; one query."""
    rows = partners_shown(local_day(at)).values_list(*FIELDS)
    return tuple(PublicPartner(*row) for row in rows)
