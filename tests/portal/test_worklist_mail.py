"""The letter about the worklist: on the morning of a working day, when something changed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from partners import actions
from partners.models import KernteamMember, SigningRequest
from partners.notifications import WorkFact
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.models import Letter
from schuldenlab.portal.tasks import is_morning, tell_kernteam
from tests.cast import ZONE
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

TEMPLATE = "partners/mail/worklist_changed.txt"
DAY = timedelta(days=1)


def morning(day: int, clock: str = "07:05") -> datetime:
    """A morning of September 2026: the 24th is a Thursday, the 26th a Saturday."""
    return datetime.fromisoformat(f"2026-09-{day:02}T{clock}").replace(tzinfo=ZONE)


def letters(cast: Cast, who: str = "manager") -> list[Letter]:
    mine = Letter.objects.filter(template=TEMPLATE, person=getattr(cast, who))
    return list(mine.order_by("pk"))


def ask(cast: Cast, at: datetime) -> SigningRequest:
    """Somebody of a partner wants to sign: one more thing that waits."""
    return actions.ask_signing(cast.substitute.mandates.get(), actor=None, at=at)


def in_english(cast: Cast) -> None:
    type(cast.manager).objects.get_queryset().update(language="en")


def test_everybody_in_the_kernteam_hears_once(cast: Cast) -> None:
    members = KernteamMember.objects.on(date(2026, 9, 24)).count()
    assert members == 2
    assert tell_kernteam(morning(24)) == members
    assert Letter.objects.filter(template=TEMPLATE).count() == members
    assert tell_kernteam(morning(24, "07:15")) == 0
    assert Letter.objects.filter(template=TEMPLATE).count() == members


def test_nothing_changed_is_no_letter(cast: Cast) -> None:
    ask(cast, cast.at)
    tell_kernteam(morning(24))
    before = letters(cast)
    assert tell_kernteam(morning(25)) == 0
    assert letters(cast) == before


def test_what_is_new_and_what_went_away(cast: Cast) -> None:
    in_english(cast)
    tell_kernteam(morning(24))
    asked = ask(cast, morning(24, "11:00"))
    assert tell_kernteam(morning(25)) == 2
    text = letters(cast)[-1].text
    new, _heading, rest = text.partition("New since the last mail\n")
    assert "Answer whether" not in new
    assert "Answer whether" in rest.partition("Too late")[0]
    assert "/personen/tekenverzoeken/" in rest
    actions.confirm_signing(asked, actor=cast.staff, at=morning(25, "11:00"))
    assert tell_kernteam(morning(28)) == 2
    assert "1 thing is done, or not needed any more." in letters(cast)[-1].text


def test_another_last_day_is_news(cast: Cast) -> None:
    def tell(last: date | None, at: datetime) -> bool:
        work = [WorkFact("a", "Do it", "/a/", last), WorkFact("b", "And that", "/b/", None)]
        return actions.tell_worklist(cast.manager, work=work, at=at)

    in_english(cast)
    cast.manager.refresh_from_db()
    assert tell(date(2026, 9, 30), morning(24))
    assert not tell(date(2026, 9, 30), morning(25))
    assert tell(date(2026, 10, 1), morning(28))
    text = letters(cast)[-1].text
    assert "New since the last mail" in text
    assert "Do it (until Thursday 1\N{NO-BREAK SPACE}October 2026)" in text.replace("\n  ", " ")
    assert "And that" not in text


def test_late_and_this_week_have_a_heading_of_their_own(cast: Cast) -> None:
    work = [
        WorkFact("late", "Long ago", "/late/", date(2026, 9, 1)),
        WorkFact("soon", "On Friday", "/soon/", date(2026, 9, 25)),
        WorkFact("later", "Next year", "/later/", date(2027, 1, 1)),
    ]
    in_english(cast)
    cast.manager.refresh_from_db()
    actions.tell_worklist(cast.manager, work=work, at=morning(24))
    letter = letters(cast)[-1]
    late, _heading, week = letter.text.partition("This week\n")
    assert "Long ago" in late.partition("Too late\n")[2]
    assert "On Friday" in week
    assert "Next year" not in letter.text
    assert "New since" not in letter.text, "the first letter calls nothing new"
    assert "<h2" in letter.html
    assert 'href="' in letter.html
    assert letter.subject == "Worklist of the kernteam: 3 things wait"


def test_an_empty_list_is_said_once(cast: Cast) -> None:
    in_english(cast)
    cast.manager.refresh_from_db()
    one = [WorkFact("a", "Do it", "/a/", None)]
    assert not actions.tell_worklist(cast.manager, work=[], at=morning(23))
    assert actions.tell_worklist(cast.manager, work=one, at=morning(24))
    assert actions.tell_worklist(cast.manager, work=[], at=morning(25))
    assert "Well done" in letters(cast)[-1].text
    assert not actions.tell_worklist(cast.manager, work=[], at=morning(28))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (morning(24, "06:59"), False),
        (morning(24, "07:00"), True),
        (morning(24, "08:59"), True),
        (morning(24, "09:00"), False),
        (morning(26), False),  # Saturday
        (morning(27), False),  # Sunday
        (datetime(2026, 12, 25, 7, 5, tzinfo=ZONE), False),
        (datetime(2026, 4, 27, 7, 5, tzinfo=ZONE), False),  # the King's birthday
    ],
)
def test_only_on_the_morning_of_a_working_day(at: datetime, expected: bool) -> None:
    assert is_morning(at) == expected


def test_not_in_a_weekend_and_on_monday_all_of_it(cast: Cast) -> None:
    tell_kernteam(morning(25))
    ask(cast, morning(25, "16:00"))
    assert tell_kernteam(morning(26)) == 0
    assert tell_kernteam(morning(28, "08:40")) == 2
    assert len(letters(cast)) == 2


def test_each_in_its_own_language_and_at_its_own_pace(cast: Cast) -> None:
    people = type(cast.manager).objects.get_queryset()
    people.filter(pk=cast.manager.pk).update(language="en", pace="daily")
    people.filter(pk=cast.staff.pk).update(language="nl", pace="at_once")
    tell_kernteam(morning(24))
    [english], [dutch] = letters(cast), letters(cast, "staff")
    assert english.subject.startswith("Worklist of the kernteam")
    assert dutch.language == "nl"
    assert english.not_before == morning(24, "07:30")
    assert dutch.not_before == morning(24)


def test_whoever_left_hears_nothing(cast: Cast) -> None:
    term = cast.staff.kernteam_terms.get()
    actions.end_kernteam_term(term, until_on=date(2026, 9, 23), actor=cast.manager, at=cast.at)
    assert tell_kernteam(morning(24)) == 1
    assert letters(cast, "staff") == []


def test_the_trail_says_what_was_told_without_a_word(cast: Cast) -> None:
    ask(cast, cast.at)
    tell_kernteam(morning(24))
    entry = Entry.objects.filter(verb="tell_worklist").latest("pk")
    assert entry.actor is None
    assert entry.facts["due"]["signing-requests"] == ""
    assert all(
        set(key) <= set("abcdefghijklmnopqrstuvwxyz_-:0123456789") for key in entry.facts["due"]
    )


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_write_one_letter(cast_now: Cast) -> None:
    now = cast_now.at
    work = [WorkFact("a", "Do it", "/a/", None)]

    def tell() -> bool:
        return actions.tell_worklist(cast_now.manager, work=work, at=now)

    assert sorted(at_once([tell, tell, tell])) == [False, False, True]
    assert len(letters(cast_now)) == 1
    assert Entry.objects.filter(verb="tell_worklist").count() == 1
