"""Reminders of a step-in round: when they leave, to whom, and what never stands in a letter."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from events.workdays import add_working_days
from funding import actions
from funding.models import StepInRound
from funding.proposing import Wish
from partners import actions as partners
from partners.querysets import local_day
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import ZONE
from tests.funding.records import DAY, EURO, firm
from tests.funding.rounds import answer, open_round

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
BANK = {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}


def before(found: StepInRound, days: int, hour: int = 10) -> datetime:
    """So many working days before the deadline."""
    day = add_working_days(local_day(found.closes_at), -days)
    return datetime.combine(day, time(hour), tzinfo=ZONE)


def sent(name: str) -> list[Letter]:
    return list(Letter.objects.filter(template=f"funding/mail/{name}.txt").order_by("pk"))


def names(name: str) -> list[str]:
    return [each.name for each in sent(name)]


def test_twice_before_the_deadline_to_who_is_silent(cast: Cast) -> None:
    found = open_round(cast)
    answer(cast, found, "ZD", "no")
    assert actions.remind_partners(at=before(found, 11)) == 0
    for _again in range(2):
        assert actions.remind_partners(at=before(found, 10)) == 1
        first = names("stepin_reminder")
    assert set(first) > BANK
    assert len(first) == len(set(first))
    assert "Zetel ZD" not in first
    answer(cast, found, "BN", "later", before(found, 9))
    for _again in range(2):
        actions.remind_partners(at=before(found, 3))
    second = names("stepin_reminder")[len(first) :]
    assert set(second) == set(first) - BANK
    assert len(second) == len(set(second))


def test_later_is_asked_once_more_when_the_deadline_nears(cast: Cast) -> None:
    found = open_round(cast)
    answer(cast, found, "BN", "later")
    answer(cast, found, "EZ", "no")
    actions.remind_partners(at=before(found, 10))
    assert names("stepin_later") == []
    for _again in range(2):
        actions.remind_partners(at=before(found, 2))
    assert sorted(names("stepin_later")) == sorted(BANK)


@pytest.mark.parametrize("hour", [8, 17])
def test_only_in_the_hours_of_an_office(cast: Cast, hour: int) -> None:
    found = open_round(cast)
    assert actions.remind_partners(at=before(found, 10, hour)) == 0
    assert names("stepin_reminder") == []


def test_not_at_the_weekend_and_not_when_it_is_over(cast: Cast) -> None:
    found = open_round(cast)
    day = before(found, 3)
    saturday = day + timedelta(days=5 - day.weekday())
    assert saturday.weekday() == 5
    assert actions.remind_partners(at=saturday) == 0
    assert actions.remind_partners(at=found.closes_at - timedelta(hours=1)) == 1
    assert actions.remind_partners(at=found.closes_at + 3 * DAY) == 0


def test_a_closed_round_reminds_nobody(cast: Cast) -> None:
    found = open_round(cast)
    actions.close_round(found, actor=None, at=cast.at + DAY)
    assert actions.remind_partners(at=before(found, 10)) == 0


def test_no_reminder_on_the_heels_of_the_offer(cast: Cast) -> None:
    found = open_round(cast, closes_on=add_working_days(cast.at.date(), 8))
    assert actions.remind_partners(at=cast.at + timedelta(hours=2)) == 0
    assert actions.remind_partners(at=before(found, 3)) == 1


def test_who_left_is_not_reminded(cast: Cast) -> None:
    found = open_round(cast)
    mine = cast["BN"].partnerships.get()
    partners.end_partnership(mine, left_on=cast.at.date(), actor=None, at=cast.at)
    actions.remind_partners(at=before(found, 10))
    assert not BANK & set(names("stepin_reminder"))


def test_the_kernteam_reminds_once_a_day(cast: Cast) -> None:
    found = open_round(cast)
    at = cast.at + DAY
    answer(cast, found, "BN", "later")
    assert actions.remind_round(found, actor=cast.manager, at=at) == 6
    assert not BANK & set(names("stepin_reminder"))
    entry = Entry.objects.order_by("id").last()
    assert (entry.verb, entry.facts) == ("remind_round", {"partners": 6})
    with pytest.raises(Refused, match=r"today|vandaag"):
        actions.remind_round(found, actor=cast.manager, at=at + timedelta(hours=1))
    assert actions.remind_round(found, actor=cast.manager, at=at + DAY) == 6
    with pytest.raises(Refused, match=r"over|voorbij"):
        actions.remind_round(found, actor=cast.manager, at=found.closes_at)


def test_nobody_to_remind(cast: Cast) -> None:
    found = open_round(cast)
    for letters in ("GD", "ZD", "EZ", "BN", "CH", "VH", "FV"):
        answer(cast, found, letters, "no")
    with pytest.raises(Refused):
        actions.remind_round(found, actor=cast.manager, at=cast.at)


def test_no_letter_tells_what_another_partner_is_asked_or_gives(cast: Cast) -> None:
    wishes = {cast["ZD"].pk: Wish(fixed=EURO(31_415)), cast["EZ"].pk: Wish(minimum=EURO(27_182))}
    found = open_round(cast, key="free", wishes=wishes)
    pledge = firm(cast, found.plan, "CH", 16_180, cast.at)
    answer(cast, found, "CH", "yes", pledge=pledge)
    actions.remind_partners(at=before(found, 10))
    actions.remind_partners(at=before(found, 3))
    whose = {"31.415": "Zetel ZD", "27.182": "Zetel EZ"}
    letters = [
        *sent("stepin_offered"),
        *sent("stepin_reminder"),
        *sent("stepin_later"),
    ]
    for amount, name in whose.items():
        assert {each.name for each in letters if amount in each.text + each.subject} == {name}
    assert not any("16.180" in each.text for each in letters)
