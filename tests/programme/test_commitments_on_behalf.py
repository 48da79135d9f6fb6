"""The answer of a partner to the programme, as the kernteam heard it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from partners.actions import set_go_live
from programme import actions
from programme.models import Commitment
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.events.records import at, held, slots
from tests.house.world import adopt, write
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.test import Client

    from programme.models import Programme
    from tests.cast import Cast

    Enter = Callable[..., Client]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
DAY = timedelta(days=1)


def adopted(cast: Cast) -> Programme:
    return adopt(cast, cast.at - 40 * DAY)


def give(cast: Cast, programme: Programme, **facts: Any) -> Commitment:
    given: dict[str, Any] = {
        "organisation": cast["BN"],
        "answer": "yes",
        "reason": "",
        "way": "phone",
        "given_on": cast.at.date() - DAY,
        "actor": cast.staff,
        "at": cast.at,
        **facts,
    }
    return actions.give_commitment(programme, **given)


def url_of(cast: Cast, letters: str = "BN") -> str:
    return reverse("programme:commitment-on-behalf", args=[cast.at.year, cast[letters].pk])


def letters_to(template: str) -> set[str]:
    found = Letter.objects.filter(template__contains=template)
    return set(found.values_list("person__name", flat=True))


# -- the act -------------------------------------------------------------------------------------


def test_the_partner_is_asked_whether_it_is_right(cast: Cast) -> None:
    row = give(cast, adopted(cast))
    assert (row.way, row.given_on, row.person, row.at) == (
        "phone",
        cast.at.date() - DAY,
        cast.staff,
        cast.at,
    )
    assert Entry.objects.get(verb="give_commitment").facts["way"] == "phone"
    assert letters_to("recorded_in_name") == {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}
    assert letters_to("commitment_received") == set()


def test_its_own_answer_is_online_and_of_today(cast: Cast) -> None:
    row = actions.give_commitment(
        adopted(cast),
        organisation=cast["BN"],
        answer="yes",
        reason="",
        actor=cast.director,
        at=cast.at,
    )
    assert (row.way, row.given_on, row.meeting) == ("online", cast.at.date(), None)
    assert letters_to("recorded_in_name") == set()


@pytest.mark.usefixtures("english")
def test_what_is_refused(cast: Cast) -> None:
    programme = adopted(cast)
    for facts, because in (
        ({"given_on": cast.at.date() + DAY}, "not come yet"),
        ({"given_on": cast.at.date() - 60 * DAY}, "not adopted yet on that day"),
        ({"organisation": cast["WK"]}, "Not a partner"),
        ({"answer": "not_now"}, "why not now"),
    ):
        with pytest.raises(Refused, match=because):
            give(cast, programme, **facts)
    with pytest.raises(Refused, match="not adopted"):
        give(cast, write(cast, cast.at.year + 1, cast.at))
    assert not Commitment.objects.exists()
    give(cast, programme)
    with pytest.raises(Refused, match="another answer later"):
        give(cast, programme, given_on=cast.at.date() - 2 * DAY, answer="not_now", reason="Nee")
    assert give(cast, programme, answer="not_now", reason="Toch niet").ordinal == 2


def test_at_the_inspiration_event(cast: Cast) -> None:
    programme = adopted(cast)
    meeting = held(cast, slots(cast, duty="inspiration", per_year=1, windows=[])[0], at(2026, 9, 3))
    row = give(cast, programme, way="meeting", meeting=meeting, given_on=meeting.held_on)
    assert list(meeting.commitments.all()) == [row]
    with pytest.raises(IntegrityError), transaction.atomic():
        give(cast, programme, way="phone", meeting=meeting)


def known(moment: datetime) -> int:
    return Commitment.objects.known(moment).count()


def test_taken_over_it_counts_from_the_day_on_which_it_was_given(cast: Cast) -> None:
    give(cast, adopted(cast), given_on=date(2026, 9, 1))
    before, after = at(2026, 8, 31), at(2026, 9, 2)
    assert [known(moment) for moment in (before, after, cast.at)] == [0, 0, 1]
    set_go_live(live_on=date(2026, 9, 10), actor=cast.manager, at=cast.at)
    assert [known(moment) for moment in (before, after, cast.at)] == [0, 1, 1]


# -- the page ------------------------------------------------------------------------------------

HEARD = {"answer": "yes", "way": "phone", "heard_on": "22-09-2026"}


def test_only_the_kernteam(today: Cast, enter: Enter) -> None:
    adopted(today)
    found = {who: enter(getattr(today, who)).get(url_of(today)).status_code for who in ACCOUNTS}
    assert found == {
        who: 200 if who in KERNTEAM else 403 if who in INSIDERS else 404 for who in ACCOUNTS
    }
    assert enter(today.director).post(url_of(today), HEARD).status_code == 403
    assert enter(today.staff).get(url_of(today, "WK")).status_code == 404


def test_it_is_recorded_and_said_on_the_programme(today: Cast, enter: Enter) -> None:
    programme, client = adopted(today), enter(today.staff)
    answer = client.post(url_of(today), HEARD)
    behalf = reverse("portal:on-behalf", args=[today["BN"].pk])
    assert (answer.status_code, answer["Location"]) == (302, behalf)
    row = Commitment.objects.get()
    assert row.given_on == date(2026, 9, 22)
    assert row.get_way_display() in text_of(client.get(programme.get_absolute_url()))


def test_a_meeting_of_this_year_with_its_day(today: Cast, enter: Enter) -> None:
    adopted(today)
    meeting = held(
        today, slots(today, duty="inspiration", per_year=1, windows=[])[0], at(2026, 9, 3)
    )
    client, url = enter(today.staff), url_of(today)
    for facts, field in (
        ({"meeting": meeting.pk}, "meeting"),
        ({"meeting": meeting.pk, "way": "meeting"}, "heard_on"),
        ({"meeting": 99_999, "way": "meeting"}, "meeting"),
    ):
        page = client.post(url, {**HEARD, **facts})
        assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
    facts = {"meeting": meeting.pk, "way": "meeting", "heard_on": "03-09-2026"}
    assert client.post(url, {**HEARD, **facts}).status_code == 302
    assert Commitment.objects.get().meeting == meeting


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"answer": "not_now"}, "reason"),
        ({"way": "online"}, "way"),
        ({"heard_on": "24-09-2026"}, "heard_on"),
        ({"heard_on": "ooit"}, "heard_on"),
    ],
)
def test_what_was_typed_wrong_stays(
    today: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    adopted(today)
    page = enter(today.staff).post(url_of(today), {**HEARD, **facts})
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
    assert not Commitment.objects.exists()


def test_nothing_to_answer_to(today: Cast, enter: Enter) -> None:
    write(today, today.at.year, today.at)
    client = enter(today.staff)
    assert client.get(url_of(today)).status_code == 302
    assert client.post(url_of(today), HEARD).status_code == 422


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    adopted(today)
    rows = slots(today)
    client = enter(today.staff)
    held(today, rows[0], at(2026, 4, 1))
    assert cost_of(client, url_of(today)).queries == 7
    held(today, rows[1], at(2026, 9, 3))
    assert cost_of(client, url_of(today)).queries == 7
