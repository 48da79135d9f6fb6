"""What a partner does about its own people: inviting, ending, and asking for a mandate to sign."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.urls import reverse

from partners import actions
from partners.models import Mandate, Person, SigningRequest
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import sending_oneself
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED, Cast, employ, person
from tests.partners.test_ambassadors import ACCOUNTS, BANK, INSIDERS, KERNTEAM
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

DAY = timedelta(days=1)
LIST = reverse("partners:signing-requests")
COLLEAGUE = {"name": "Nieuwe Naam", "email": "nieuw@bank.example"}


def url(name: str, noun: Any) -> str:
    return reverse(f"partners:{name}", args=[noun.pk])


def ask(cast: Cast, who: str = "substitute", **facts: Any) -> SigningRequest:
    mandate = getattr(cast, who).mandates.get()
    return actions.ask_signing(mandate, actor=cast.director, at=cast.at, **facts)


def letters(kind: str) -> list[str]:
    found = Letter.objects.filter(template=f"partners/mail/{kind}.txt")
    return sorted(found.values_list("address", flat=True))


def verbs() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("verb", flat=True))


# -- inviting ------------------------------------------------------------------------------------


def test_a_contact_invites_contacts_and_a_director_both(today: Cast, enter: Enter) -> None:
    page = url("colleague-invite", today["BN"])
    assert "role" not in enter(today.seat).get(page).context["form"].fields
    asked = enter(today.seat).post(page, {**COLLEAGUE, "role": "director", "may_sign": "on"})
    assert asked.status_code == 302
    mandate = Mandate.objects.get(person__email="nieuw@bank.example")
    assert (mandate.role, mandate.may_sign) == ("contact", False)
    assert (mandate.organisation, mandate.from_on) == (today["BN"], today.at.date())
    facts = {"name": "Tweede", "email": "tweede@bank.example", "role": "director"}
    assert enter(today.director).post(page, facts).status_code == 302
    assert Mandate.objects.get(person__email="tweede@bank.example").role == "director"
    assert letters("colleague_invited") == []
    assert letters("invitation") == ["nieuw@bank.example", "tweede@bank.example"]
    assert verbs().count("give_mandate") == 2


def test_somebody_known_keeps_its_account_and_is_told(today: Cast, enter: Enter) -> None:
    facts = {"name": "Andere Naam", "email": today.contact.email.upper()}
    assert enter(today.seat).post(url("colleague-invite", today["BN"]), facts).status_code == 302
    assert Person.objects.get(pk=today.contact.pk).name == "Carla Smit"
    assert letters("colleague_invited") == [today.contact.email]
    assert letters("invitation") == []


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": "", "email": "a@b.example"}, "name"),
        ({"name": "A", "email": "geen adres"}, "email"),
        ({"name": "A", "email": "dirk.van.dam@people.example"}, "__all__"),
    ],
)
def test_an_invitation_that_cannot_be(
    today: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    page = enter(today.seat).post(url("colleague-invite", today["BN"]), facts)
    assert page.status_code == 422
    assert page.context["form"].errors[field]
    assert not Letter.objects.exists()


def test_who_invites(today: Cast, enter: Enter) -> None:
    page = url("colleague-invite", today["BN"])
    found = {who: enter(getattr(today, who)).get(page).status_code for who in ACCOUNTS}
    assert found == {
        who: 404 if who not in INSIDERS else 200 if who in BANK else 403 for who in ACCOUNTS
    }
    assert enter(today.contact).post(page, COLLEAGUE).status_code == 403
    assert not Person.objects.filter(email="nieuw@bank.example").exists()


# -- ending --------------------------------------------------------------------------------------


def test_who_ends_which_mandate(today: Cast, enter: Enter) -> None:
    others = {"contact", "other_director", "outsider", "former"}
    for whose, may in (("substitute", KERNTEAM | BANK), ("director", KERNTEAM | {"director"})):
        page = url("mandate-end", getattr(today, whose).mandates.get())
        found = {who: enter(getattr(today, who)).get(page).status_code for who in ACCOUNTS}
        assert found == {
            who: 404 if who in others else 200 if who in may else 403 for who in ACCOUNTS
        }


def test_the_last_day_is_recorded_once(today: Cast, enter: Enter) -> None:
    mandate = today.substitute.mandates.get()
    page, client = url("mandate-end", mandate), enter(today.seat)
    assert client.post(page, {"until_on": "01-01-2020"}).status_code == 422
    assert client.post(page, {"until_on": "30-09-2026"}).status_code == 302
    mandate.refresh_from_db()
    assert (mandate.until_on, mandate.ended_at) == (date(2026, 9, 30), today.at)
    assert client.post(page, {"until_on": "29-09-2026"}).status_code == 422
    mandate.refresh_from_db()
    assert mandate.until_on == date(2026, 9, 30)
    assert verbs().count("end_mandate") == 1


def test_who_is_alone_is_warned(today: Cast, enter: Enter) -> None:
    page = url("mandate-end", today.director.mandates.get())
    assert "Verder mag niemand tekenen" in enter(today.director).get(page).context["note"]
    contact = url("mandate-end", today.substitute.mandates.get())
    assert enter(today.director).get(contact).context["note"] == ""
    alone = url("mandate-end", today.seat_GD.mandates.get())
    assert "Verder werkt hier niemand" in enter(today.manager).get(alone).context["note"]


@pytest.mark.usefixtures("english")
def test_a_mandate_that_was_struck_does_not_end(cast: Cast) -> None:
    mandate = cast.substitute.mandates.get()
    Mandate.objects.filter(pk=mandate.pk).update(struck_at=cast.at, struck_reason="Verkeerd")
    with pytest.raises(Refused, match="corrected already"):
        actions.end_mandate(mandate, until_on=cast.at.date(), actor=None, at=cast.at)
    employ(cast.substitute, cast["BN"], cast.at)  # the right one takes its place


# -- asking to sign ------------------------------------------------------------------------------


def test_who_asks(today: Cast, enter: Enter) -> None:
    page = url("signing-ask", today.substitute.mandates.get())
    found = {who: enter(getattr(today, who)).get(page).status_code for who in ACCOUNTS}
    assert found == {
        who: 200 if who in BANK else 403 if who in KERNTEAM else 404 for who in ACCOUNTS
    }


def test_asking_tells_the_kernteam_once(today: Cast, enter: Enter) -> None:
    page = url("signing-ask", today.substitute.mandates.get())
    client = enter(today.seat)
    assert client.post(page, {"reason": "Hij vervangt Dirk."}).status_code == 302
    request = SigningRequest.objects.get()
    assert (request.status, request.asked_by) == ("asked", today.seat)
    assert letters("signing_asked") == sorted([today.staff.email, today.manager.email])
    assert "Hij vervangt Dirk." in Letter.objects.first().text  # type: ignore[union-attr]
    again = client.post(page, {"reason": "Nog eens"})
    assert again.status_code == 422
    assert "Nog eens" in text_of(again)
    assert SigningRequest.objects.count() == 1
    assert not today.substitute.mandates.get().may_sign


@pytest.mark.usefixtures("english")
def test_for_whom_nothing_can_be_asked(cast: Cast) -> None:
    with pytest.raises(Refused, match="may sign already"):
        ask(cast, "director")
    with pytest.raises(Refused, match="has ended"):
        actions.ask_signing(
            employ(person("Straks", cast.at), cast["BN"], cast.at + 9 * DAY),
            actor=None,
            at=cast.at,
        )
    mandate = cast.seat.mandates.get()
    actions.end_mandate(mandate, until_on=cast.at.date() + DAY, actor=None, at=cast.at)
    with pytest.raises(Refused, match="its last day is known"):
        ask(cast, "seat")
    Person.objects.get_queryset().filter(pk=cast.substitute.pk).update(is_active=False)
    with pytest.raises(Refused, match="account of this person is closed"):
        ask(cast)
    assert not SigningRequest.objects.exists()


# -- answering -----------------------------------------------------------------------------------


def test_confirmed_it_begins_tomorrow_and_yesterday_stays_as_it_was(cast: Cast) -> None:
    request, day = ask(cast), cast.at.date()
    actions.confirm_signing(request, actor=cast.staff, at=cast.at)
    request.refresh_from_db()
    assert (request.status, request.confirmed_at) == ("confirmed", cast.at)
    old, new = cast.substitute.mandates.order_by("from_on")
    assert (old.may_sign, old.until_on, old.ended_at) == (False, day, cast.at)
    assert (new.may_sign, new.from_on, new.until_on) == (True, day + DAY, None)
    assert (new.role, new.organisation) == (old.role, cast["BN"])
    assert letters("signing_confirmed") == sorted([cast.substitute.email, cast.director.email])
    assert verbs() == ["ask_signing", "confirm", "end_mandate", "give_mandate"]
    for moment, signs in ((cast.at, False), (cast.at + DAY, True)):
        cast.substitute.moment = moment
        cast.substitute._standing = None
        assert (cast["BN"].pk in cast.substitute.standing.signs_ids) is signs


@pytest.mark.usefixtures("english")
def test_an_answer_is_given_once(cast: Cast) -> None:
    request = ask(cast)
    actions.decline_signing(request, answer=" Geen volmacht. ", actor=cast.staff, at=cast.at)
    assert (request.status, request.answer) == ("declined", "Geen volmacht.")
    assert letters("signing_declined") == sorted([cast.substitute.email, cast.director.email])
    for act, facts in (
        (actions.confirm_signing, {}),
        (actions.decline_signing, {"answer": "Nee"}),
    ):
        with pytest.raises(Refused, match="no longer possible"):
            act(request, actor=cast.staff, at=cast.at, **facts)
    assert cast.substitute.mandates.count() == 1
    again = ask(cast)  # after a no, the partner may ask again
    with pytest.raises(Refused, match="Say why not"):
        actions.decline_signing(again, answer="  ", actor=cast.staff, at=cast.at)


@pytest.mark.usefixtures("english")
def test_what_ended_meanwhile_is_not_confirmed(cast: Cast) -> None:
    request = ask(cast)
    actions.end_mandate(
        cast.substitute.mandates.get(), until_on=cast.at.date(), actor=None, at=cast.at
    )
    with pytest.raises(Refused, match="has ended"):
        actions.confirm_signing(request, actor=cast.staff, at=cast.at)
    request.refresh_from_db()
    assert request.status == "asked"


def test_the_page_of_the_kernteam(today: Cast, enter: Enter) -> None:
    assert "signing-confirm" not in text_of(enter(today.staff).get(LIST))
    request = ask(today, reason="Zij vervangt Dirk")
    for who in ACCOUNTS:
        page = enter(getattr(today, who)).get(LIST)
        assert page.status_code == (200 if who in KERNTEAM else 403)
        assert ("Zij vervangt Dirk" in text_of(page)) is (who in KERNTEAM)
    for name in ("signing-confirm", "signing-decline"):
        found = {
            who: enter(getattr(today, who)).get(url(name, request)).status_code for who in ACCOUNTS
        }
        assert found == {
            who: 200 if who in KERNTEAM else 403 if who in BANK else 404 for who in ACCOUNTS
        }
    client = enter(today.staff)
    assert client.post(url("signing-decline", request), {"answer": ""}).status_code == 422
    assert client.post(url("signing-decline", request), {"answer": "Nee"}).status_code == 302
    assert client.post(url("signing-confirm", request)).status_code == 422
    assert "Nee" in text_of(client.get(LIST))
    again = ask(today)
    assert client.post(url("signing-confirm", again)).status_code == 302
    assert today.substitute.mandates.filter(may_sign=True).count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same(today: Cast, enter: Enter, count: int) -> None:
    for number in range(count):
        someone = person(f"Nummer {number}", today.at)
        mandate = employ(someone, today["BN"], today.at)
        actions.ask_signing(mandate, actor=today.director, at=today.at)
    assert cost_of(enter(today.staff), LIST).queries == 6
    assert cost_of(enter(today.seat), url("organisation-manage", today["BN"])).queries == 10


@pytest.mark.django_db(transaction=True)
def test_two_that_answer_at_once_answer_once() -> None:
    bank = actions.add_organisation(name="Bank", sector="bank", actor=None, at=FIXED)
    actions.start_partnership(bank, joined_on=FIXED.date(), actor=None, at=FIXED)
    with sending_oneself():
        mandate = employ(person("Een", FIXED), bank, FIXED)
        actions.ask_signing(mandate, actor=None, at=FIXED)
    together = Barrier(4)

    def answer(number: int) -> str:
        together.wait(timeout=10)
        request = SigningRequest.objects.get()
        try:
            with sending_oneself():
                if number % 2:
                    actions.confirm_signing(request, actor=None, at=FIXED)
                else:
                    actions.decline_signing(request, answer="Nee", actor=None, at=FIXED)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(4) as pool:
        found = sorted(pool.map(answer, range(4)))
    assert found == ["done", "refused", "refused", "refused"]
    signs = Mandate.objects.filter(may_sign=True).count()
    assert signs == SigningRequest.objects.filter(status="confirmed").count()
