"""The kernteam: its page, appointing somebody, and somebody's last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions
from partners.models import KernteamMember, Person
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

PAGE, APPOINT = reverse("partners:kernteam"), reverse("partners:kernteam-appoint")
KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
DAY = timedelta(days=1)


def end(cast: Cast, who: str = "staff") -> str:
    return reverse("partners:kernteam-end", args=[getattr(cast, who).kernteam_terms.get().pk])


def statuses(cast: Cast, enter: Enter, url: str) -> dict[str, int]:
    return {who: enter(getattr(cast, who)).get(url).status_code for who in ACCOUNTS}


# -- who -----------------------------------------------------------------------------------------


def test_who_sees_the_kernteam(today: Cast, enter: Enter) -> None:
    assert statuses(today, enter, PAGE) == {w: 200 if w in INSIDERS else 403 for w in ACCOUNTS}


def test_only_the_manager_appoints_and_ends(today: Cast, enter: Enter) -> None:
    assert statuses(today, enter, APPOINT) == {w: 200 if w == "manager" else 403 for w in ACCOUNTS}
    assert statuses(today, enter, end(today)) == {
        who: 200 if who == "manager" else 403 if who in INSIDERS else 404 for who in ACCOUNTS
    }
    for who in ACCOUNTS - {"manager"}:
        client = enter(getattr(today, who))
        assert client.post(APPOINT, {"person": today.outsider.pk}).status_code == 403
        assert client.post(end(today), {"until_on": "01-10-2026"}).status_code in {403, 404}
    assert KernteamMember.objects.filter(until_on__isnull=True).count() == 2


def test_acts_are_shown_to_the_manager_only(today: Cast, enter: Enter) -> None:
    for who in ("manager", "staff", "contact"):
        html = text_of(enter(getattr(today, who)).get(PAGE))
        assert (APPOINT in html) is (who == "manager")
        assert (end(today) in html) is (who == "manager")
        assert today.staff.email not in html


# -- the page ------------------------------------------------------------------------------------


def test_now_soon_before_and_what_is_missing(today: Cast, enter: Enter) -> None:
    day = today.at.date()
    for name, first, last in (
        ("outsider", day + DAY, None),
        ("former", day - 9 * DAY, day - DAY),
    ):
        KernteamMember.objects.create(
            person=getattr(today, name), role="staff", from_on=first, until_on=last
        )
    context = enter(today.contact).get(PAGE).context
    assert [term.person for term in context["terms"]] == [today.manager, today.staff]
    assert [term.person for term in context["coming"]] == [today.outsider]
    assert [term.person for term in context["past"]] == [today.former]
    assert [(place["have"], place["need"], place["open"]) for place in context["places"]] == [
        (1, 1, 0),
        (1, 3, 2),
    ]


def test_the_last_day_still_counts(today: Cast, enter: Enter) -> None:
    today.staff.kernteam_terms.update(until_on=today.at.date())
    assert len(enter(today.contact).get(PAGE).context["terms"]) == 2


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.contact)
    assert cost_of(client, PAGE).queries == 6
    for person in (today.outsider, today.former, today.seat_GD):
        KernteamMember.objects.create(person=person, role="staff", from_on=today.at.date())
    assert cost_of(client, PAGE).queries == 6


# -- appointing ----------------------------------------------------------------------------------


def filled_in(**facts: Any) -> dict[str, Any]:
    return {"role": "staff", "from_on": "23-09-2026", **facts}


def test_somebody_with_an_account(today: Cast, enter: Enter) -> None:
    page = enter(today.manager).post(APPOINT, filled_in(person=today.outsider.pk))
    assert (page.status_code, page["Location"]) == (302, PAGE)
    term = today.outsider.kernteam_terms.get()
    assert (term.role, term.from_on, term.recorded_at) == ("staff", today.at.date(), today.at)
    assert Entry.objects.get(verb="appoint_to_kernteam").actor == today.manager
    assert not Letter.objects.exists()


def test_somebody_new_is_invited(today: Cast, enter: Enter) -> None:
    facts = filled_in(name="Nina Nieuw", email="Nina@Stad.example", role="manager")
    assert enter(today.manager).post(APPOINT, facts).status_code == 302
    nina = Person.objects.get_queryset().get(email="nina@stad.example")
    assert nina.kernteam_terms.get().role == "manager"
    assert Letter.objects.get().address == "nina@stad.example"


def test_a_new_address_that_is_known_is_the_same_person(today: Cast, enter: Enter) -> None:
    facts = filled_in(name="Ot", email=today.outsider.email.upper())
    assert enter(today.manager).post(APPOINT, facts).status_code == 302
    assert today.outsider.kernteam_terms.count() == 1


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({}, {"name", "email"}),
        ({"name": "Nina"}, {"email"}),
        ({"email": "nina@stad.example"}, {"name"}),
        ({"name": "Nina", "email": "nina"}, {"email"}),
        ({"person": "outsider", "name": "Nina"}, {"person"}),
        ({"person": "outsider", "email": "nina@stad.example"}, {"person"}),
        ({"person": "staff"}, {"person"}),
        ({"person": "0"}, {"person"}),
        ({"person": "outsider", "role": "boss"}, {"role"}),
        ({"person": "outsider", "from_on": "morgen"}, {"from_on"}),
    ],
)
def test_what_is_filled_in_wrongly(
    today: Cast, enter: Enter, facts: dict[str, str], fields: set[str]
) -> None:
    if facts.get("person") in today.people:
        facts = {**facts, "person": str(getattr(today, facts["person"]).pk)}
    page = enter(today.manager).post(APPOINT, filled_in(**facts))
    assert page.status_code == 422
    assert set(page.context["form"].errors) == fields
    assert KernteamMember.objects.count() == 2


def test_somebody_who_is_in_it_or_will_be(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    assert client.post(APPOINT, filled_in(person=today.outsider.pk, from_on="01-11-2026"))
    page = client.post(APPOINT, filled_in(person=today.outsider.pk))
    assert page.status_code == 422
    page = client.post(APPOINT, filled_in(name="Stijn", email=today.staff.email))
    assert page.status_code == 422
    assert KernteamMember.objects.count() == 3


@pytest.mark.usefixtures("english")
def test_a_closed_account_is_not_appointed(cast: Cast) -> None:
    type(cast.outsider).objects.get_queryset().filter(pk=cast.outsider.pk).update(is_active=False)
    with pytest.raises(Refused, match="closed"):
        actions.invite_to_kernteam(
            email=cast.outsider.email,
            name="Ot",
            role="staff",
            from_on=cast.at.date(),
            actor=cast.manager,
            at=cast.at,
        )


# -- the last day --------------------------------------------------------------------------------


def test_the_manager_records_a_last_day(today: Cast, enter: Enter) -> None:
    url = end(today)
    assert enter(today.manager).post(url, {"until_on": "30-09-2026"}).status_code == 302
    assert today.staff.kernteam_terms.get().until_on == date(2026, 9, 30)
    again = enter(today.manager).post(url, {"until_on": "01-10-2026"})
    assert again.status_code == 422
    assert today.staff.kernteam_terms.get().until_on == date(2026, 9, 30)


@pytest.mark.parametrize("day", ["", "gisteren", "05-01-2024", "31-02-2026"])
def test_a_last_day_that_cannot_be(today: Cast, enter: Enter, day: str) -> None:
    page = enter(today.manager).post(end(today), {"until_on": day})
    assert page.status_code == 422
    assert page.context["form"].errors["until_on"]
    assert today.staff.kernteam_terms.get().until_on is None


def test_a_manager_who_leaves_is_told_to_appoint_a_successor(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    assert client.get(end(today, "manager")).context["note"]
    assert not client.get(end(today)).context["note"]


@pytest.mark.usefixtures("english")
def test_not_before_the_first_day(cast: Cast) -> None:
    term = cast.staff.kernteam_terms.get()
    with pytest.raises(Refused, match="before the first day"):
        actions.end_kernteam_term(term, until_on=term.from_on - DAY, actor=cast.manager, at=cast.at)
