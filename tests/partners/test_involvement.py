"""How partners take part in a year: choosing, choosing again, and what everybody sees of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.urls import reverse

from partners import actions
from partners.models import Involvement, Organisation
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED, ZONE, Cast
from tests.partners.test_ambassadors import ACCOUNTS, BANK, INSIDERS, KERNTEAM
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

YEAR = reverse("partners:involvement-year", args=[2026])
DAY = timedelta(days=1)
NEW_YEAR = datetime(2027, 1, 4, 10, tzinfo=ZONE)


def choose(cast: Cast, letters: str = "BN", **facts: Any) -> Involvement:
    known = {"year": 2026, "forms": ["raad"], "chosen_on": cast.at.date(), "at": cast.at}
    return actions.choose_involvement(cast[letters], **{**known, "actor": cast.director, **facts})


def url(cast: Cast, letters: str = "BN", *, again: bool = False) -> str:
    name = "partners:involvement-repeat" if again else "partners:involvement-choose"
    return reverse(name, args=[cast[letters].pk])


# -- the act -------------------------------------------------------------------------------------


def test_a_later_choice_takes_the_place_of_an_earlier_one(cast: Cast) -> None:
    first = cast["BN"].involvements.get()
    row = choose(cast, forms=["other", "raad"], other="  een   proef ", note=" Wij doen mee. ")
    assert (row.forms, row.other, row.note) == (["raad", "other"], "een proef", "Wij doen mee.")
    assert (row.way, row.chosen_by, row.recorded_at) == ("online", cast.director, cast.at)
    assert row.words == [str(Involvement.Form.RAAD.label), "een proef"]
    known = Involvement.objects.known(2026, cast.at).filter(organisation=cast["BN"])
    assert list(known) == [row]
    before = Involvement.objects.known(2026, cast.at - DAY).filter(organisation=cast["BN"])
    assert list(before) == [first]
    entry = Entry.objects.get(verb="choose_involvement")
    assert (entry.actor, entry.subject_id) == (cast.director, str(row.pk))
    assert entry.facts["forms"] == ["raad", "other"]
    assert not Letter.objects.exists()


def test_the_same_choice_twice_is_one(cast: Cast) -> None:
    first = choose(cast)
    assert choose(cast, at=cast.at + DAY, chosen_on=cast.at.date() + DAY) == first
    assert cast["BN"].involvements.count() == 2
    assert Entry.objects.filter(verb="choose_involvement").count() == 1


def test_recorded_by_the_kernteam_of_a_day_before(cast: Cast) -> None:
    row = choose(cast, way="phone", actor=cast.staff, chosen_on=cast.at.date() - 3 * DAY)
    assert (row.way, row.chosen_on, row.chosen_by) == ("phone", date(2026, 9, 20), cast.staff)
    before = Involvement.objects.known(2026, cast.at - DAY).get(organisation=cast["BN"])
    assert before != row, "what was not recorded yet was not known yet"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"forms": []}, "at least one"),
        ({"forms": ["follow", "raad"]}, "only follows"),
        ({"forms": ["other"]}, "which other form"),
        ({"forms": ["other"], "other": "  "}, "which other form"),
        ({"forms": ["bestuur"]}, "from the list"),
        ({"chosen_on": FIXED.date() + DAY}, "has not come yet"),
        ({"chosen_on": date(2020, 1, 1)}, "the year itself"),
        ({"year": 2028}, "the year itself"),
        ({"year": 2023, "chosen_on": date(2024, 1, 5)}, "Not a partner on that day"),
    ],
)
def test_what_cannot_be_chosen(cast: Cast, facts: dict[str, Any], because: str) -> None:
    with pytest.raises(Refused, match=because):
        choose(cast, **facts)
    assert cast["BN"].involvements.count() == 1


@pytest.mark.usefixtures("english")
def test_who_left_chooses_nothing(cast: Cast) -> None:
    with pytest.raises(Refused, match="Not a partner on that day: Waterbedrijf Kust"):
        choose(cast, "WK")


def test_the_same_as_last_year(cast: Cast) -> None:
    choose(cast, forms=["other", "host"], other="een proef", note="Graag")
    day: dict[str, Any] = {"actor": cast.director, "at": NEW_YEAR}
    row = actions.repeat_involvement(cast["BN"], year=2027, **day)
    assert (row.year, row.forms, row.other) == (2027, ["host", "other"], "een proef")
    assert (row.chosen_on, row.note) == (date(2027, 1, 4), "Graag")
    assert actions.repeat_involvement(cast["BN"], year=2027, **day) == row


@pytest.mark.usefixtures("english")
def test_without_last_year_there_is_nothing_to_repeat(cast: Cast) -> None:
    with pytest.raises(Refused, match="no choice of last year"):
        actions.repeat_involvement(cast["BN"], year=2026, actor=None, at=cast.at)


@pytest.mark.django_db(transaction=True)
def test_two_that_choose_the_same_at_once_choose_once() -> None:
    organisation = actions.add_organisation(name="Bank", sector="bank", actor=None, at=FIXED)
    actions.start_partnership(organisation, joined_on=FIXED.date(), actor=None, at=FIXED)
    together = Barrier(4)

    def bring(number: int) -> None:
        together.wait(timeout=10)
        try:
            actions.choose_involvement(
                Organisation.objects.get(),
                year=2026,
                forms=["raad"],
                chosen_on=FIXED.date(),
                actor=None,
                at=FIXED + timedelta(seconds=number),
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(bring, range(4)))
    assert Involvement.objects.count() == 1


# -- choosing on the page ------------------------------------------------------------------------


def test_who_chooses(today: Cast, enter: Enter) -> None:
    for again in (False, True):
        page = url(today, again=again)
        found = {who: enter(getattr(today, who)).get(page).status_code for who in ACCOUNTS}
        own = 302 if again else 200  # nothing was chosen last year: the page leads away
        assert found == {
            who: 404 if who not in INSIDERS else own if who in BANK else 403 for who in ACCOUNTS
        }
    assert enter(today.seat).get(url(today, "WK")).status_code == 404


def test_choosing_keeps_what_was_typed_until_it_is_right(today: Cast, enter: Enter) -> None:
    client = enter(today.seat)
    form = client.get(url(today)).context["form"]
    assert form.initial["forms"] == ["knowledge"]
    wrong = {"forms": ["follow", "raad"], "other": "", "note": "Bewaar mij"}
    page = client.post(url(today), wrong)
    assert page.status_code == 422
    assert page.context["form"].errors["forms"]
    assert "Bewaar mij" in text_of(page)
    page = client.post(url(today), {"forms": ["other"], "other": " "})
    assert page.context["form"].errors["other"]
    page = client.post(url(today), {"forms": []})
    assert (page.status_code, bool(page.context["form"].errors["forms"])) == (422, True)
    right = {"forms": ["follow"], "note": "Volgend jaar meer."}
    page = client.post(url(today), right)
    assert (page.status_code, page["Location"]) == (302, today["BN"].get_absolute_url())
    row = Involvement.objects.known(2026, today.at).get(organisation=today["BN"])
    assert (row.forms, row.note, row.chosen_by) == (["follow"], "Volgend jaar meer.", today.seat)


def test_last_year_is_offered_and_kept_in_one_press(
    today: Cast, enter: Enter, time_machine: Any
) -> None:
    choose(today, forms=["host"], note="Bij ons op kantoor")
    time_machine.move_to(NEW_YEAR)
    client = enter(today.seat)
    page = client.get(url(today))
    assert page.context["last_year"].year == 2026
    assert "Bij ons op kantoor" in text_of(page)
    assert client.post(url(today, again=True)).status_code == 302
    assert Involvement.objects.get(year=2027).forms == ["host"]
    assert client.get(url(today)).context["last_year"] is None
    assert client.get(url(today, again=True)).status_code == 200


def test_other_people_do_not_choose_for_it(today: Cast, enter: Enter) -> None:
    for who in ("contact", "staff"):
        page = enter(getattr(today, who)).post(url(today), {"forms": ["raad"]})
        assert page.status_code == 403
    assert today["BN"].involvements.count() == 1


# -- what everybody sees -------------------------------------------------------------------------


def test_who_sees_how_partners_take_part(today: Cast, enter: Enter) -> None:
    choose(today, forms=["other"], other="stille diplomatie")
    for who in ACCOUNTS:
        page = enter(getattr(today, who)).get(YEAR)
        assert page.status_code == (200 if who in INSIDERS else 403)
        assert ("tille diplomatie" in text_of(page)) is (who in INSIDERS)


@pytest.mark.parametrize(("year", "status"), [(1999, 404), (2016, 200), (2027, 200), (2028, 404)])
def test_years_that_there_are(today: Cast, enter: Enter, year: int, status: int) -> None:
    page = enter(today.contact).get(reverse("partners:involvement-year", args=[year]))
    assert page.status_code == status
    for each in page.context["years"] if status == 200 else ():
        url = reverse("partners:involvement-year", args=[each])
        assert enter(today.contact).get(url).status_code == 200
    assert enter(today.outsider).get(page.request["PATH_INFO"]).status_code == 403


def test_by_name_and_who_did_not_choose_only_for_the_kernteam(today: Cast, enter: Enter) -> None:
    new = actions.add_organisation(name="Aanbouw", sector="overig", actor=None, at=today.at)
    actions.start_partnership(new, joined_on=today.at.date(), actor=None, at=today.at)
    rows = {}
    for who in ("contact", "staff"):
        page = enter(getattr(today, who)).get(YEAR)
        rows[who] = [row["organisation"].name for row in page.context["rows"]]
        assert (page.context["chosen"], page.context["total"]) == (7, 8)
    assert rows["contact"] == sorted(rows["contact"])
    assert rows["staff"] == ["Aanbouw", *rows["contact"]]
    assert KERNTEAM


def test_the_page_of_a_partner_shows_it(today: Cast, enter: Enter) -> None:
    choose(today, forms=["host", "other"], other="brieven", note="In de grote zaal")
    for who, may in (("contact", False), ("seat", True), ("staff", False)):
        html = text_of(enter(getattr(today, who)).get(today["BN"].get_absolute_url()))
        assert "In de grote zaal" in html
        assert "Brieven" in html
        assert (url(today) in html) is may


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same(today: Cast, enter: Enter, count: int) -> None:
    for number in range(count):
        new = actions.add_organisation(name=f"N {number}", sector="bank", actor=None, at=today.at)
        actions.start_partnership(new, joined_on=today.at.date(), actor=None, at=today.at)
        today.organisations[f"N{number}"] = new
        choose(today, f"N{number}")
        choose(today, f"N{number}", forms=["host"])
    assert cost_of(enter(today.staff), YEAR).queries == 7
    assert cost_of(enter(today.contact), YEAR).queries == 7
    assert cost_of(enter(today.seat), url(today)).queries == 7
