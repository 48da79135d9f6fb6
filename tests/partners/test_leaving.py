"""Leaving: what it says before the button, what ends, who is refused, and coming back."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from partners import actions
from partners.models import Invitation, KernteamMember, Mandate, Person
from partners.querysets.leaving import what_ends
from programme.models import Delegate
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import employ, person
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, counted, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

OWN, PEOPLE = reverse("partners:my-data-leave"), reverse("partners:person-list")
DAY = timedelta(days=1)
ACCOUNTS = [
    *("manager", "staff", "director", "seat", "substitute", "contact", "other_director"),
    *("former", "outsider"),
]


def close(someone: Person) -> str:
    return reverse("partners:person-close", args=[someone.pk])


def reopen(someone: Person) -> str:
    return reverse("partners:person-reopen", args=[someone.pk])


def leave(cast: Cast, someone: Person) -> Person:
    return actions.close_account(someone, actor=someone, at=cast.at)


# -- what ends ------------------------------------------------------------------------------------


def test_everything_ends_today(cast: Cast) -> None:
    someone, day = cast.seat, cast.at.date()
    later = employ(someone, cast["FV"], cast.at + 30 * DAY)
    link = Invitation.objects.create(
        person=someone, token_sha256="a" * 64, expires_at=cast.at + DAY
    )
    before = someone.password
    leave(cast, someone)
    someone.refresh_from_db()
    assert (someone.is_active, someone.closed_at) == (False, cast.at)
    assert someone.password != before, "an old session would count again after coming back"
    held = someone.mandates.get(organisation=cast["BN"])
    assert (held.until_on, held.ended_at) == (day, cast.at)
    later.refresh_from_db()
    assert (later.struck_at, later.until_on) == (cast.at, None)
    assert later.struck_reason
    assert someone.delegations.get().until_on == day
    assert not Delegate.objects.speaking(day + DAY).filter(person=someone).exists()
    link.refresh_from_db()
    assert link.revoked_at == cast.at
    verbs = Entry.objects.filter(actor=someone).values_list("verb", flat=True)
    assert sorted(verbs) == ["close_account", "end_delegation", "end_mandate", "strike_fact"]
    assert Letter.objects.get(person=someone).template == "partners/mail/account_closed.txt"


def test_a_request_to_sign_is_declined(cast: Cast) -> None:
    request = actions.ask_signing(cast.substitute.mandates.get(), actor=cast.seat, at=cast.at)
    leave(cast, cast.substitute)
    request.refresh_from_db()
    assert (request.status, request.declined_at) == ("declined", cast.at)
    assert Entry.objects.get(verb="decline").subject_id == str(request.pk)


def test_what_was_before_stays(cast: Cast) -> None:
    old = Mandate.objects.create(
        person=cast.outsider,
        organisation=cast["FV"],
        role="contact",
        from_on=cast.at.date() - 90 * DAY,
        until_on=cast.at.date() - 30 * DAY,
    )
    leave(cast, cast.outsider)
    old.refresh_from_db()
    assert old.until_on == cast.at.date() - 30 * DAY
    assert Mandate.objects.on(cast.at.date() - 60 * DAY).filter(pk=old.pk).exists()


def test_twice_is_refused(cast: Cast, english: None) -> None:
    leave(cast, cast.seat)
    with pytest.raises(Refused, match="closed already"):
        leave(cast, cast.seat)
    assert Entry.objects.filter(verb="close_account").count() == 1


def test_the_keys_are_gone(cast: Cast) -> None:
    known = apps.get_model("account", "EmailAddress").objects
    known.create(user=cast.seat, email=cast.seat.email, verified=True, primary=True)
    leave(cast, cast.seat)
    assert not known.exists()


def test_it_costs_the_same_with_more_mandates(cast: Cast) -> None:
    few, many = person("Wim Weinig", cast.at), person("Vera Veel", cast.at)
    employ(few, cast["BN"], cast.at)
    for letters in ("BN", "FV", "GD", "ZD"):
        employ(many, cast[letters], cast.at)
    costs = []
    for someone in (few, many):
        with counted() as cost:
            leave(cast, someone)
        costs.append(cost.queries)
    assert costs[0] == costs[1]


# -- who stays behind without ---------------------------------------------------------------------


def test_the_last_manager_first_appoints_a_successor(cast: Cast, english: None) -> None:
    with pytest.raises(Refused, match="First appoint a successor"):
        leave(cast, cast.manager)
    cast.manager.refresh_from_db()
    assert cast.manager.is_active
    assert Mandate.objects.filter(ended_at=cast.at).count() == 0
    heir = person("Opvolger Een", cast.at)
    actions.appoint_to_kernteam(
        heir, role="manager", from_on=cast.at.date() + 2 * DAY, actor=cast.manager, at=cast.at
    )
    with pytest.raises(Refused, match="First appoint"):
        leave(cast, cast.manager)  # the successor begins the day after tomorrow
    KernteamMember.objects.filter(person=heir).update(from_on=cast.at.date() + DAY)
    leave(cast, cast.manager)
    term = KernteamMember.objects.get(person=cast.manager)
    assert (term.until_on, term.ended_at) == (cast.at.date(), cast.at)


def test_a_closed_account_is_no_successor(cast: Cast) -> None:
    heir = person("Opvolger Twee", cast.at)
    actions.appoint_to_kernteam(
        heir, role="manager", from_on=cast.at.date(), actor=None, at=cast.at
    )
    leave(cast, heir)
    assert what_ends(cast.manager, cast.at.date()).is_last_manager


def test_who_is_the_last_director_and_signer(cast: Cast) -> None:
    found = what_ends(cast.director, cast.at.date())
    assert found.without_director == found.without_signer == ["Bank Noordzee"]
    employ(cast.seat, cast["FV"], cast.at, "director")
    found = what_ends(cast.other_director, cast.at.date())
    assert (found.without_director, found.without_signer) == ([], ["Fonds Vlietland"])
    assert what_ends(cast.seat_GD, cast.at.date()).without_director == ["Gemeente Duinstad"]


def test_the_kernteam_hears_that_a_partner_needs_a_successor(cast: Cast) -> None:
    leave(cast, cast.director)
    told = Letter.objects.filter(template="partners/mail/partner_left_without.txt")
    assert {letter.person_id for letter in told} == {cast.manager.pk, cast.staff.pk}
    assert "Bank Noordzee" in told[0].text
    assert cast.director.name not in told[0].text
    leave(cast, cast.substitute)
    assert told.count() == 2


# -- the pages ------------------------------------------------------------------------------------


def test_who_comes_where(today: Cast, enter: Enter) -> None:
    kernteam = {"manager", "staff"}
    own = {role: enter(getattr(today, role)).get(OWN).status_code for role in ACCOUNTS}
    assert own == dict.fromkeys(ACCOUNTS, 200)
    for url, able in (
        (close(today.contact), kernteam),
        (close(today.staff), {"manager"}),
        (close(today.manager), {"manager"}),
    ):
        answers = {role: enter(getattr(today, role)).get(url).status_code for role in ACCOUNTS}
        assert answers == {
            role: 200 if role in able else 403 if role in kernteam else 404 for role in ACCOUNTS
        }
    page = enter(today.contact).get(close(today.director))
    assert today.director.name not in text_of(page)


def test_it_says_before_the_button_what_ends_goes_and_stays(today: Cast, enter: Enter) -> None:
    said = text_of(enter(today.director).get(OWN))
    for words in ("Bank Noordzee", "365 dagen", "Wat blijft", "Wat vandaag stopt"):
        assert words in said
    for url in (OWN, close(today.manager)):
        page = enter(today.manager).get(url)
        assert page.context["leaving"].is_last_manager
        assert 'type="submit">' + str(page.context["submit"]) not in text_of(page)


def test_somebody_leaves_and_is_logged_out_everywhere(today: Cast, enter: Enter) -> None:
    from django.test import Client  # noqa: PLC0415 - a second device

    from tests.cast import login  # noqa: PLC0415

    elsewhere = login(Client(), today.seat)
    assert elsewhere.get("/").status_code == 200
    here = enter(today.seat)
    answer = here.post(OWN)
    assert answer.url == reverse("account_login")
    assert text_of(here.get(answer.url)).count("sl-alert") >= 1
    assert here.get("/").status_code == 302
    assert elsewhere.get("/").status_code == 302
    today.seat.refresh_from_db()
    assert not today.seat.is_active
    actions.reopen_account(today.seat, actor=today.manager, at=today.at)
    assert elsewhere.get("/").status_code == 302, "coming back does not bring old sessions back"


def test_a_code_is_part_of_it(today: Cast, enter: Enter) -> None:
    client = enter(today.seat, logged_in_at=today.at - timedelta(minutes=11))
    page = client.post(OWN)
    assert page.status_code == 200
    assert "confirmation_code" in text_of(page)
    today.seat.refresh_from_db()
    assert today.seat.is_active


def test_the_last_manager_gets_a_sentence(today: Cast, enter: Enter) -> None:
    page = enter(today.manager).post(OWN)
    assert page.status_code == 422
    assert page.context["form"].non_field_errors()
    assert Entry.objects.get(result="refused").subject_id == str(today.manager.pk)


def test_the_kernteam_closes_and_opens_again(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    assert close(today.contact) in text_of(client.get(PEOPLE))
    assert client.post(close(today.contact)).url == PEOPLE
    today.contact.refresh_from_db()
    assert not today.contact.is_active
    assert client.get(close(today.contact)).url == PEOPLE
    said = text_of(client.get(PEOPLE))
    assert reopen(today.contact) in said
    assert client.post(close(today.contact)).status_code == 422
    assert client.get(reopen(today.contact)).status_code == 200
    assert client.post(reopen(today.contact)).url == PEOPLE
    today.contact.refresh_from_db()
    assert (today.contact.is_active, today.contact.closed_at) == (True, None)
    assert client.get(reopen(today.contact)).url == PEOPLE
    assert client.post(reopen(today.contact)).status_code == 422
    assert Entry.objects.filter(verb="reopen_account", result="done").count() == 1
    told = Letter.objects.get(template="partners/mail/account_reopened.txt")
    assert told.person_id == today.contact.pk


def test_colleagues_hear_whose_account_the_kernteam_closed(cast: Cast) -> None:
    def told() -> set[str]:
        letters = Letter.objects.filter(template="partners/mail/colleague_left.txt")
        return set(letters.values_list("person__name", flat=True))

    leave(cast, cast.substitute)
    assert told() == set()
    actions.close_account(cast.seat, actor=cast.staff, at=cast.at)
    assert told() == {cast.director.name}
    letter = Letter.objects.get(template="partners/mail/colleague_left.txt")
    assert cast.seat.name in letter.subject
    assert "kernteam@" in letter.text


def test_what_the_page_costs(today: Cast, enter: Enter) -> None:
    client = enter(today.contact)
    small = cost_of(client, OWN).queries
    for letters in ("GD", "ZD"):
        employ(today.contact, today[letters], today.at)
    assert cost_of(client, OWN).queries == small == 15


# -- two at once ----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_managers_do_not_leave_together() -> None:
    at, day = timezone.now(), timezone.localdate()
    managers = [person(name, at) for name in ("Een Manager", "Twee Manager")]
    for each in managers:
        actions.appoint_to_kernteam(each, role="manager", from_on=day, actor=None, at=at)
    start, answers = Barrier(2), []

    def go(someone: Any) -> None:
        try:
            start.wait(5)
            actions.close_account(someone, actor=someone, at=at)
            answers.append("left")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=go, args=[each]) for each in managers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(answers) == ["left", "refused"]
