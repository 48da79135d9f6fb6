"""Mail that did not arrive: the page of the kernteam, and mending an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import translation

from partners import actions
from partners.models import Person
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter
from tests.programme.conftest import today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["today"]

PAGE = reverse("partners:letter-problems")
NEWS, CODE = "programme/mail/decision_settled.txt", "web/mail/act_code.txt"


@pytest.fixture
def english(cast: Cast) -> Iterator[None]:
    """The kernteam reads English, and so do refusals; the letters stay Dutch."""
    readers = [cast.manager.pk, cast.staff.pk]
    Person.objects.filter(pk__in=readers).update(language="en")
    with translation.override("en"):
        yield


def lost(cast: Cast, who: str = "contact", *, is_secret: bool = False, **facts: Any) -> Letter:
    context = {"decision": {"number": 7, "status": "done"}, "text": "Gedaan."}
    context |= {"code": "314159", "minutes": "15"}
    to = [getattr(cast, who).as_recipient()]
    template = CODE if is_secret else NEWS
    post(template, to, f"k{Letter.objects.count()}", cast.at, context=context, is_secret=is_secret)
    letter = Letter.objects.latest("pk")
    facts = {"status": "failed", "error": "SMTPRecipientsRefused", "attempts": 1, **facts}
    Letter.objects.filter(pk=letter.pk).update(**facts)
    letter.refresh_from_db()
    return letter


def test_the_kernteam_sees_who_got_what_not_and_why(
    today: Cast, enter: Enter, english: None
) -> None:
    lost(today)
    lost(today, "director", status="uncertain")
    lost(today, "seat", status="bounced", bounced_at=today.at, bounce_code="5.2.2")
    lost(today, "substitute", status="sent", sent_at=today.at)
    text = text_of(enter(today.staff).get(PAGE))
    for words in (
        "Carla Smit",
        "Besluit 7 is uitgevoerd",
        "does not know the address",
        "1 attempt",
        "Dirk van Dam",
        "Nobody knows whether it arrived",
        "Samira Bakker",
        "The mailbox is full",
        "code 5.2.2",
    ):
        assert words in text
    assert today.substitute.name not in text


def test_of_a_secret_letter_only_that_it_is_lost(today: Cast, enter: Enter, english: None) -> None:
    letter = lost(today, is_secret=True)
    client = enter(today.manager)
    for url in (PAGE, retry(letter), drop(letter)):
        text = text_of(client.get(url))
        assert "Carla Smit" in text
        assert "314159" not in text
    assert "only its reader may see" in text_of(client.get(PAGE))


def test_nothing_lost_says_so(today: Cast, enter: Enter, english: None) -> None:
    assert "Everything arrived" in text_of(enter(today.manager).get(PAGE))


def test_one_and_many_cost_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    lost(today)
    one = cost_of(client, PAGE).queries
    for who in ("director", "seat", "substitute", "contact"):
        lost(today, who)
    assert cost_of(client, PAGE).queries == one == 7


def retry(letter: Letter) -> str:
    return reverse("partners:letter-retry", args=[letter.pk])


def drop(letter: Letter) -> str:
    return reverse("partners:letter-drop", args=[letter.pk])


def test_send_again(today: Cast, enter: Enter) -> None:
    letter = lost(today)
    client = enter(today.manager)
    assert client.get(retry(letter)).status_code == 200
    letter.refresh_from_db()
    assert letter.status == "failed", "looking sends nothing"
    assert client.post(retry(letter)).status_code == 302
    letter.refresh_from_db()
    assert letter.status == "waiting"
    assert client.post(retry(letter)).status_code == 422
    assert client.post(drop(letter)).status_code == 422


def test_what_may_come_twice_asks_first(today: Cast, enter: Enter, english: None) -> None:
    letter = lost(today, status="uncertain")
    client = enter(today.manager)
    assert "It may arrive twice" in text_of(client.get(retry(letter)))
    answer = client.post(retry(letter))
    assert answer.status_code == 422
    assert "Tick this" in text_of(answer)
    assert client.post(retry(letter), {"may_double": "on"}).status_code == 302


def test_let_go(today: Cast, enter: Enter) -> None:
    letter = lost(today)
    assert enter(today.staff).post(drop(letter)).status_code == 302
    letter.refresh_from_db()
    assert letter.status == "dropped"
    assert Entry.objects.get(verb="drop_letter").actor == today.staff


# -- the address ---------------------------------------------------------------------------------


def address(person: Person) -> str:
    return reverse("partners:person-address", args=[person.pk])


def test_the_register_warns_and_leads_to_the_address(
    today: Cast, enter: Enter, english: None
) -> None:
    people = reverse("partners:person-list")
    client = enter(today.manager)
    assert "Mail does not arrive" not in text_of(client.get(people))
    lost(today)
    answer = client.get(people)
    assert text_of(answer).count("Mail does not arrive") == 1
    assert address(today.contact) in answer.content.decode()


def test_a_dead_address_is_mended_and_colleagues_hear_it(today: Cast, enter: Enter) -> None:
    letter = lost(today)
    where = {"address": "Carla@Goed.example"}
    assert enter(today.manager).post(address(today.contact), where).status_code == 302
    today.contact.refresh_from_db()
    assert today.contact.email == "carla@goed.example"
    told = Letter.objects.filter(template="partners/mail/address_corrected.txt")
    assert set(told.values_list("person", flat=True)) == {
        each.person_id
        for mandate in today.contact.mandates.all()
        for each in mandate.organisation.mandates.exclude(person=today.contact)
    }
    assert not told.filter(text__contains="carla@").exists()
    entry = Entry.objects.get(verb="correct_address")
    assert (entry.actor, entry.facts) == (today.manager, {})
    assert enter(today.manager).post(retry(letter)).status_code == 302
    letter.refresh_from_db()
    assert letter.address == "carla@goed.example"


def test_an_address_at_which_mail_arrives_is_nobody_elses(cast: Cast, english: None) -> None:
    with pytest.raises(Refused, match="Only this person can change it"):
        actions.correct_address(
            cast.contact, address="mijn@ander.example", actor=cast.manager, at=cast.at
        )
    assert not Entry.objects.filter(verb="correct_address").exists()


def test_an_address_of_somebody_else_is_refused(cast: Cast, english: None) -> None:
    lost(cast)
    with pytest.raises(Refused, match="another account"):
        actions.correct_address(
            cast.contact, address=cast.director.email.upper(), actor=cast.manager, at=cast.at
        )
