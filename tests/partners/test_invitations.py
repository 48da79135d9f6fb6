"""Coming in by invitation: a link that is personal, expires, works once and can be withdrawn."""

from __future__ import annotations

import logging.config
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners import actions
from partners.models import Invitation, Person
from partners.querysets import token_digest
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import send_due
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

DAY = timedelta(days=1)
LINK = re.compile(r"/uitnodiging/([\w-]+)/")
ROLES = {
    **dict.fromkeys(["outsider", "former", "contact", "director", "seat", "substitute"], 404),
    **dict.fromkeys(["staff", "manager"], 200),
}


def invite(at: Any, name: str = "Nora Nieuw", actor: Person | None = None) -> tuple[Person, str]:
    """Somebody new, and the token in the letter."""
    address = f"{name.split(maxsplit=1)[0].lower()}@new.example"
    person, _new = actions.invite_person(email=address, name=name, actor=actor, at=at)
    return person, token_of(person)


def token_of(person: Person) -> str:
    """The token in the newest invitation that waits for the mail server."""
    letters = Letter.objects.filter(template="partners/mail/invitation.txt", person_id=person.pk)
    found = LINK.search(letters.latest("pk").text)
    assert found
    return found[1]


def path(token: str) -> str:
    return reverse("partners:invitation", args=[token])


def press(client: Client, token: str) -> Any:
    return client.post(reverse("partners:invitation-accept"), {"token": token})


# -- the acts ------------------------------------------------------------------------------------


def test_the_letter_holds_the_link_and_the_table_only_its_hash(cast: Cast) -> None:
    person, token = invite(FIXED, actor=cast.staff)
    row = Invitation.objects.get(person=person)
    letter = Letter.objects.get(person_id=person.pk)
    assert row.token_sha256 == token_digest(token)
    assert token not in str(Invitation.objects.filter(pk=row.pk).values())
    assert row.expires_at == FIXED + 14 * DAY
    assert row.invited_by == cast.staff
    assert letter.is_secret
    assert letter.is_urgent
    assert f"http://localhost:8000{path(token)}" in letter.text
    assert path(token) in letter.html
    assert len(token) >= 43


def test_everybody_gets_a_link_of_their_own_in_as_many_queries(
    db: None, django_assert_num_queries: Any
) -> None:
    """From three on; one or two letters go each by itself, which costs less."""
    costs = []
    for size in (3, 40):
        people = [Person(email=f"p{size}.{n}@many.example", name=f"P {n}") for n in range(size)]
        with django_assert_num_queries(8) as captured:
            actions.register_people(people, actor=None, at=FIXED)
        costs.append(len(captured))
        assert len({token_of(person) for person in people}) == size
    assert costs[0] == costs[1]


def test_once_sent_the_letter_is_forgotten(cast: Cast) -> None:
    person, token = invite(FIXED)
    send_due(FIXED)
    assert token in mail.outbox[-1].body
    letter = Letter.objects.get(person_id=person.pk)
    assert (letter.text, letter.html) == ("", "")


def test_a_link_lets_in_once(cast: Cast) -> None:
    person, token = invite(FIXED)
    assert actions.accept_invitation(token, at=FIXED + DAY) == person
    assert Invitation.objects.get(person=person).used_at == FIXED + DAY
    entry = Entry.objects.get(verb="accept_invitation")
    assert (entry.actor_id, entry.subject_type) == (person.pk, "partners.invitation")
    with pytest.raises(Refused):
        actions.accept_invitation(token, at=FIXED + DAY)
    assert Entry.objects.filter(verb="accept_invitation").count() == 1


@pytest.mark.parametrize("state", ["expired", "withdrawn", "closed", "unknown", "sent again"])
def test_no_other_link_lets_in(cast: Cast, state: str) -> None:
    person, token = invite(FIXED)
    at = FIXED + (14 * DAY if state == "expired" else DAY)
    if state == "withdrawn":
        assert actions.withdraw_invitations(person, actor=cast.staff, at=FIXED) == 1
    if state == "closed":
        Person.objects.filter(pk=person.pk).update(is_active=False)
    if state == "sent again":
        actions.resend_invitation(person, actor=cast.staff, at=FIXED)
    with pytest.raises(Refused):
        actions.accept_invitation("x" if state == "unknown" else token, at=at)


def test_sending_again_withdraws_what_went_before(cast: Cast) -> None:
    person, first = invite(FIXED)
    actions.resend_invitation(person, actor=cast.staff, at=FIXED + DAY)
    second = token_of(person)
    assert second != first
    assert actions.accept_invitation(second, at=FIXED + 2 * DAY) == person
    assert Letter.objects.filter(person_id=person.pk).count() == 2
    assert Entry.objects.filter(verb="resend_invitation", actor=cast.staff).count() == 1
    actions.resend_invitation(person, actor=cast.staff, at=FIXED + 3 * DAY)
    assert Invitation.objects.usable(FIXED + 3 * DAY).filter(person=person).count() == 1


def test_a_closed_account_gets_no_invitation(cast: Cast) -> None:
    Person.objects.filter(pk=cast.contact.pk).update(is_active=False)
    with pytest.raises(Refused):
        actions.resend_invitation(cast.contact, actor=cast.staff, at=FIXED)
    assert not Letter.objects.filter(person_id=cast.contact.pk).exists()


def test_withdrawing_twice_is_harmless(cast: Cast) -> None:
    person, _token = invite(FIXED)
    assert actions.withdraw_invitations(person, actor=cast.staff, at=FIXED) == 1
    assert actions.withdraw_invitations(person, actor=cast.staff, at=FIXED) == 0
    assert Entry.objects.filter(verb="withdraw_invitations").count() == 1


def test_no_log_holds_the_token_even_when_we_fail() -> None:
    line = logging.LogRecord("django.request", 40, "", 0, "Error: %s", (path("geheim"),), None)
    line.request = f"<WSGIRequest: GET '{path('geheim')}'>"
    formatter = logging.config.dictConfigClass(settings.LOGGING)
    written = formatter.configure_formatter(dict(settings.LOGGING["formatters"]["plain"])).format(
        line
    )
    assert "geheim" not in written
    assert written.count("/uitnodiging/.../") == 2


# -- the pages -----------------------------------------------------------------------------------


def test_opening_the_link_uses_up_nothing(cast_now: Cast, client: Client) -> None:
    person, token = invite(timezone.now(), actor=cast_now.staff)
    for _ in range(3):
        page = client.get(path(token))
        assert page.status_code == 200
        assert cast_now.staff.name in page.content.decode()
        assert page.headers["Referrer-Policy"] == "strict-origin"
        assert "no-store" in page.headers["Cache-Control"]
    assert Invitation.objects.get(person=person).used_at is None
    assert "_auth_user_id" not in client.session


def test_the_button_logs_in_and_offers_a_passkey(cast_now: Cast, client: Client) -> None:
    person, token = invite(timezone.now())
    answer = press(client, token)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("partners:welcome")
    assert client.session["_auth_user_id"] == str(person.pk)
    page = client.get(answer["Location"])
    assert person.name in page.content.decode()
    assert reverse("mfa_add_webauthn") in page.content.decode()


def test_the_button_works_once(cast_now: Cast, client: Client) -> None:
    _person, token = invite(timezone.now())
    press(client, token)
    other = Client()
    again = press(other, token)
    assert again.status_code == 410
    assert reverse("account_login") in again.content.decode()
    assert "_auth_user_id" not in other.session
    assert other.get(path(token)).status_code == 410


def test_the_button_takes_the_place_of_whoever_was_logged_in(
    cast_now: Cast, enter: Callable[..., Client]
) -> None:
    person, token = invite(timezone.now())
    client = enter(cast_now.contact)
    press(client, token)
    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_kernteam_still_needs_its_second_step(cast_now: Cast, client: Client) -> None:
    actions.resend_invitation(cast_now.staff, actor=None, at=timezone.now())
    press(client, token_of(cast_now.staff))
    assert client.get("/")["Location"] == reverse("mfa_index")


@pytest.mark.parametrize("token", ["", "x", "x" * 5_000, "é\u0000"])
def test_a_strange_token_gets_a_clear_page(db: None, client: Client, token: str) -> None:
    assert press(client, token).status_code == 410


def test_the_address_without_a_token_leads_to_the_login(db: None, client: Client) -> None:
    answer = client.get(reverse("partners:invitation-accept"))
    assert answer["Location"] == reverse("account_login")


@pytest.mark.parametrize("page", ["invitation-resend", "invitation-withdraw"])
@pytest.mark.parametrize("who", ROLES)
def test_only_the_kernteam_sends_and_withdraws(
    cast_now: Cast, enter: Callable[..., Client], page: str, who: str
) -> None:
    person, token = invite(timezone.now())
    url = reverse(f"partners:{page}", args=[person.pk])
    client = enter(getattr(cast_now, who))
    assert client.get(url).status_code == ROLES[who]
    assert client.post(url).status_code == (302 if ROLES[who] == 200 else ROLES[who])
    usable = Invitation.objects.opened_by(token, timezone.now()) is not None
    assert usable == (ROLES[who] != 200)


def test_the_register_says_what_can_be_done(cast_now: Cast, enter: Callable[..., Client]) -> None:
    person, _token = invite(timezone.now())
    client = enter(cast_now.staff)
    resend = reverse("partners:invitation-resend", args=[person.pk])
    withdraw = reverse("partners:invitation-withdraw", args=[person.pk])
    page = client.get(reverse("partners:person-list"), {"q": "Nora"}).content.decode()
    assert resend in page
    assert withdraw in page
    client.post(withdraw)
    page = client.get(reverse("partners:person-list"), {"q": "Nora"}).content.decode()
    assert resend in page
    assert withdraw not in page
