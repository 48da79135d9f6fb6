"""The account of the year: an interim edition some days ago, and the next one being written."""

from datetime import datetime

from partners.models import KernteamMember, Person
from partners.querysets import local_day
from programme import actions
from programme.models import AnnualAccount
from schuldenlab.portal.account.edition import content_of

from . import account_texts as texts
from .stage import Stage

WRITTEN, PUBLISHED, ONWARD = 8, 5, 2  # working days ago


def write(stage: Stage) -> None:
    """Staff writes, the manager publishes; a paper signature comes in after that."""
    lately = stage.calendar.lately
    begun = lately(WRITTEN, "13:15")
    year = _year(begun)
    stage.on(begun, lambda at: _draft(year, at, texts.FIRST))
    stage.on(lately(PUBLISHED, "15:30"), lambda at: _publish(stage, at))
    stage.on(lately(ONWARD, "14:20"), lambda at: _draft(year, at, texts.SECOND))


def _draft(year: int, at: datetime, said: dict[str, str]) -> None:
    """A new edition, in which these texts are written."""
    actor = _writer(at)
    account = actions.start_account(year, actor=actor, at=at)
    for heading, text in said.items():
        actions.write_block(account, heading, text=text, actor=actor, at=at)


def _publish(stage: Stage, at: datetime) -> None:
    account = AnnualAccount.objects.get(status=AnnualAccount.Status.DRAFT)
    content = content_of(account.year, at)
    actions.publish_account(account, content=content, actor=stage.manager, at=at)


def _writer(at: datetime) -> Person:
    """The first of the staff then."""
    terms = KernteamMember.objects.on(local_day(at)).select_related("person").order_by("pk")
    return next(each.person for each in terms if each.role == KernteamMember.Role.STAFF)


def _year(at: datetime) -> int:
    """The year of which it tells: that of the moment; in its first month still the one before."""
    day = local_day(at)
    return day.year if day.month > 1 else day.year - 1
