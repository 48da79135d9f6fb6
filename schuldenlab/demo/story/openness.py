"""Before chapter 1: somebody left long ago. After it: what everybody may see."""

from datetime import datetime

from partners import actions
from partners.models import KernteamMember, Person
from partners.querysets import local_day

from . import cast
from .stage import Stage

# Partners that show themselves on the public pages; the others did not choose yet.
PUBLIC = ("GD", "ZD", "EZ", "BN", "CH", "FV", "BH", "CD", "WL", "WW")


def write(stage: Stage) -> None:
    """Over two years ago somebody of the kernteam left; a year later the name was wiped out."""
    calendar = stage.calendar
    stage.on(calendar.at(-900, "09:00"), _come)
    stage.on(calendar.at(-760, "16:30"), _leave)
    stage.on(calendar.at(-380, "09:00"), _forget)
    stage.on(calendar.at(-329, "13:30"), lambda at: _show(stage, at))


def _come(at: datetime) -> None:
    figure = cast.PREDECESSOR
    person, _is_new = actions.invite_person(email=figure.email, name=figure.name, actor=None, at=at)
    actions.appoint_to_kernteam(
        person, role=KernteamMember.Role.STAFF, from_on=local_day(at), actor=None, at=at
    )


def _leave(at: datetime) -> None:
    person: Person = Person.objects.get_queryset().get(email=cast.PREDECESSOR.email)
    actions.close_account(person, actor=person, at=at)


def _forget(at: datetime) -> None:
    actions.apply_retention(at)


def _show(stage: Stage, at: datetime) -> None:
    for letters in PUBLIC:
        organisation = stage.organisations[letters]
        organisation.refresh_from_db()
        actions.show_in_public(organisation, actor=stage.manager, at=at)
    actions.show_in_public(stage.framework, actor=stage.manager, at=at)
