"""Clause 8 of the Kompas: who gave knowledge or expertise, each way by itself and on past days."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from events import actions as events
from funding import actions
from partners import actions as partners
from partners.querysets import end_of_day
from programme.models import Facilitator
from schuldenlab.portal.kompas import asked_of
from schuldenlab.portal.measures import MEASURES, Asked, Reading, late_facts
from tests.events.records import at, schedule, slots
from tests.funding.records import DAY, EURO, firm, make_plan, offer, signer
from tests.programme import innovating

if TYPE_CHECKING:
    from datetime import datetime

    from funding.models import Pledge
    from tests.cast import Cast


def read(cast: Cast, moment: datetime | None = None, year: int = 2026) -> Reading:
    return MEASURES["knowledge"](Asked(cast.framework, year, moment or cast.at, date(year, 12, 31)))


def figures(cast: Cast, moment: datetime | None = None, year: int = 2026) -> tuple[Any, ...]:
    found = read(cast, moment, year)
    return str(found.state), found.have, found.need, found.forecast


def advice(cast: Cast, letters: str = "EZ", when: datetime | None = None) -> Pledge:
    """Firm knowledge without a value, to a phase."""
    moment = when or cast.at
    plan = make_plan(cast, moment)
    return firm(cast, plan, letters, None, moment, form="knowledge", text="Advies")


def test_nobody_gave_any(cast: Cast) -> None:
    assert figures(cast) == ("attention", 0, 1, 0)
    assert figures(cast, year=2027) == ("not_yet", 0, 1, 0)
    assert figures(cast, at(2027, 3, 1)) == ("missed", 0, 1, 0)


def test_a_firm_pledge_in_kind_of_the_year(cast: Cast) -> None:
    pledge = advice(cast)
    assert figures(cast) == ("met", 1, 1, 1)
    assert figures(cast, cast.at - DAY)[:2] == ("attention", 0), "a past day answers as it did"
    assert figures(cast, cast.at + 200 * DAY, 2027)[1] == 0, "it is of this year"
    actions.withdraw_pledge(pledge, reason="Toch niet.", actor=signer(cast, "EZ"), at=cast.at + DAY)
    assert figures(cast, cast.at)[1] == 1
    assert figures(cast, cast.at + DAY)[1] == 0


def test_hours_of_several_years_count_in_each(cast: Cast) -> None:
    from tests.funding.test_schedules import firm_budget, years  # noqa: PLC0415

    firm_budget(cast, 900, form="hours", text="Uren", parts=years(cast, 400, 500))
    assert figures(cast)[1] == 1
    assert figures(cast, at(2027, 2, 1), 2027)[:2] == ("met", 1)
    assert figures(cast, at(2028, 2, 1), 2028)[1] == 0


def test_money_is_no_knowledge(cast: Cast) -> None:
    firm(cast, make_plan(cast, cast.at), "EZ", 900, cast.at)
    assert figures(cast)[1] == 0


def test_an_offer_is_in_the_forecast(cast: Cast) -> None:
    offer(cast, make_plan(cast, cast.at), "EZ", None, cast.at, form="data", text="Data")
    assert figures(cast) == ("on_track", 0, 1, 1), "its day is 31 December"


def test_what_arrived_counts_in_the_year_in_which_it_came(cast: Cast) -> None:
    before = at(2025, 11, 3)
    pledge = advice(cast, when=before)
    facts = {"amount": None, "text": "Les 1", "actor": cast.staff}
    delivery = actions.record_delivery(
        pledge, arrived_on=cast.at.date() - timedelta(days=2), at=cast.at, **facts
    )
    assert figures(cast)[:2] == ("met", 1)
    assert figures(cast, cast.at - DAY)[1] == 0, "it was recorded later"
    actions.strike_delivery(delivery, reason="Dubbel.", actor=cast.staff, at=cast.at + DAY)
    assert figures(cast, cast.at)[1] == 1
    assert figures(cast, cast.at + DAY)[1] == 0


def test_what_arrived_and_was_recorded_later_is_known_later(cast: Cast) -> None:
    pledge = advice(cast, when=at(2025, 11, 3))
    facts = {"amount": None, "text": "Les 1", "actor": cast.staff}
    came = cast.at.date() - timedelta(days=2)
    actions.record_delivery(pledge, arrived_on=came, at=cast.at, **facts)
    then = end_of_day(came)
    late = late_facts(asked_of(cast.framework, 2026, then), "knowledge")
    [fact] = [each for each in late if each.url == reverse("funding:pledge-list")]
    assert (fact.happened_on, fact.recorded_at) == (came, cast.at)
    assert cast["EZ"].name not in fact.text, "everybody reads it"
    assert late_facts(asked_of(cast.framework, 2026, cast.at), "knowledge") == []


def talk(cast: Cast) -> Any:
    """The bank and the energy company speak in spring; the evening itself is on record."""
    meeting = slots(cast)[0]
    schedule(meeting, at(2026, 4, 14), at(2026, 1, 3))
    part = events.add_part(
        meeting,
        begins=time(14, 30),
        title="Eén gemiste betaling",
        organisations=[cast["BN"], cast["EZ"]],
        actor=cast.manager,
        at=at(2026, 2, 1),
    )
    return meeting, part


def hold(cast: Cast, meeting: Any) -> None:
    events.hold_meeting(meeting, attendance=[cast["BN"]], actor=cast.manager, at=at(2026, 4, 15))


def test_who_speaks_at_a_meeting_gives_knowledge(cast: Cast) -> None:
    meeting, _part = talk(cast)
    assert figures(cast)[1] == 0, "not before the meeting was held"
    hold(cast, meeting)
    reading = read(cast)
    assert (str(reading.state), reading.have) == ("met", 2)
    assert [each.url for each in reading.evidence] == [
        reverse("funding:pledge-list"),
        meeting.get_absolute_url(),
    ]
    assert "2" in reading.note
    assert figures(cast, at(2026, 4, 14, "23:00"))[1] == 0


def test_a_talk_that_was_taken_out_is_none(cast: Cast) -> None:
    meeting, part = talk(cast)
    events.take_out_part(part, actor=cast.manager, at=at(2026, 3, 1))
    hold(cast, meeting)
    assert figures(cast)[1] == 0


def test_who_guides_a_theme_gives_expertise(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    Facilitator.objects.filter(theme=theme).delete()
    Facilitator.objects.create(
        theme=theme, organisation=cast["CH"], from_on=cast.at.date(), recorded_at=cast.at
    )
    assert figures(cast)[:2] == ("met", 1)
    assert figures(cast, cast.at - DAY)[1] == 0


def test_one_partner_is_counted_once_and_who_left_is_not(cast: Cast) -> None:
    meeting, _part = talk(cast)
    hold(cast, meeting)
    advice(cast, "EZ")
    assert figures(cast)[1] == 2
    partnership = cast["EZ"].partnerships.get()
    day = cast.at.date() + timedelta(days=1)
    partners.end_partnership(partnership, left_on=day, actor=cast.manager, at=cast.at + DAY)
    assert figures(cast, cast.at + 2 * DAY)[1] == 1


def test_no_amount_of_anybody_stands_in_it(cast: Cast) -> None:
    firm(cast, make_plan(cast, cast.at), "EZ", 31_415, cast.at, form="hours", text="Uren")
    reading = read(cast)
    said = " ".join([reading.note, *(each.label for each in reading.evidence)])
    assert "31" not in said
    assert reading.have == 1
    assert EURO(reading.have) == 1
