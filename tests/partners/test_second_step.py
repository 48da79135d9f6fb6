"""The second step: needed by the kernteam, offered to all, and changed only by who is there."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from schuldenlab.audit.models import Entry
from schuldenlab.outbox.actions import send_due
from schuldenlab.outbox.models import Letter
from tests.cast import login

if TYPE_CHECKING:
    from tests.cast import Cast

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SECURITY = "/account/beveiliging/"
GUARDED = ["/", "/beheer/", "/partners/", "/personen/", "/samenwerkingskader/", "/kompas/"]
HEAD = '{"rawId": "AA", "id": "AA", "type": "public-key", "response": '
GET = '{"userHandle": "MQ", "clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA"}}'
CREATE = '{"clientDataJSON": "e30", "attestationObject": "oA"}}'
BROKEN = [
    *("", "{}", "[]", "null", "3", '"x"', "geen json", '{"id": 1}', '{"rawId": "AA", "id": "AA"}'),
    *(HEAD + "{}}", HEAD + GET, HEAD + CREATE),
]
CHANGES = ["mfa_add_webauthn", "mfa_activate_totp"]


def code(secret: str = SECRET, steps: int = 0) -> str:
    """What the app shows now, or some half minutes later."""
    shown: str = format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))
    return shown


def one_step(person: Any) -> Client:
    """Somebody who came in by mail alone, just now."""
    client = login(Client(), person)
    session = client.session
    records = [{"method": "code", "at": time.time()}]
    session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    session.save()
    return client


def later(client: Client) -> None:
    """An hour goes by."""
    session = client.session
    for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] -= 3_600
    session["logged_in_at"] = (timezone.now() - timedelta(hours=1)).isoformat()
    session.save()


def by_mail(client: Client, address: str) -> Any:
    """Log in with the code that comes by mail."""
    client.post(reverse("account_login"), {"email": address})
    send_due(timezone.now())
    typed = next(word for word in str(mail.outbox[-1].body).split() if word.isdigit())
    return client.post(reverse("account_confirm_login_code"), {"code": typed})


# -- the kernteam --------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["staff", "manager"])
@pytest.mark.parametrize("url", GUARDED)
def test_no_page_opens_to_the_kernteam_with_one_step(cast_now: Cast, who: str, url: str) -> None:
    client = one_step(getattr(cast_now, who))
    for method in (client.get, client.post):
        answer = method(url)
        assert (answer.status_code, answer.headers.get("Location")) == (302, SECURITY)
    page = client.get(SECURITY)
    assert page.status_code == 200
    assert "is_missing" in page.context
    assert page.context["is_missing"]


@pytest.mark.parametrize("who", ["outsider", "contact", "director", "seat", "substitute", "former"])
def test_everybody_else_goes_on_with_one_step(cast_now: Cast, who: str) -> None:
    client = one_step(getattr(cast_now, who))
    assert client.get("/").status_code == 200
    assert not client.get(SECURITY).context["is_missing"]


@pytest.mark.parametrize("url", ["/hulp/", "/privacy/", "/toegankelijkheid/", "/gezond/"])
def test_public_pages_and_the_way_out_stay_open(cast_now: Cast, url: str) -> None:
    client = one_step(cast_now.manager)
    assert client.get(url).status_code in {200, 404}
    assert client.post(reverse("account_logout")).status_code == 302
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db(transaction=True)  # allauth tells the news after the commit
def test_the_app_opens_the_pages(cast_now: Cast) -> None:
    client = one_step(cast_now.manager)
    page = client.get(reverse("mfa_activate_totp"))
    typed = code(page.context["form"].secret)
    answer = client.post(reverse("mfa_activate_totp"), {"code": typed})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    assert len(client.get(answer["Location"]).context["unused_codes"]) == 10
    assert client.get("/beheer/").status_code == 200


def test_the_login_asks_for_it_from_then_on(cast_now: Cast, client: Client) -> None:
    TOTP.activate(cast_now.manager, SECRET)
    answer = by_mail(client, cast_now.manager.email)
    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert wrong.status_code == 422
    assert "_auth_user_id" not in client.session
    right = client.post(reverse("mfa_authenticate"), {"code": code()})
    assert right["Location"] == "/"
    assert client.get("/beheer/").status_code == 200


def test_a_code_of_the_app_works_once(cast_now: Cast) -> None:
    TOTP.activate(cast_now.contact, SECRET)
    typed = code()
    for expected in (302, 422):
        client = Client()
        by_mail(client, cast_now.contact.email)
        answer = client.post(reverse("mfa_authenticate"), {"code": typed})
        assert answer.status_code == expected


def test_a_code_from_paper_works_once_and_its_owner_hears_it(cast_now: Cast) -> None:
    TOTP.activate(cast_now.contact, SECRET)
    paper = RecoveryCodes.activate(cast_now.contact).get_unused_codes()[0]
    for expected in (302, 422):
        client = Client()
        by_mail(client, cast_now.contact.email)
        answer = client.post(reverse("mfa_authenticate"), {"code": paper})
        assert answer.status_code == expected
    assert Letter.objects.filter(template="partners/mail/security_changed.txt").count() == 1
    assert Entry.objects.filter(verb="use_factor", actor=cast_now.contact).count() == 1


def test_guessing_the_second_step_is_stopped(cast_now: Cast, client: Client) -> None:
    TOTP.activate(cast_now.contact, SECRET)
    by_mail(client, cast_now.contact.email)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert client.post(reverse("mfa_authenticate"), {"code": code()}).status_code == 422
    assert "_auth_user_id" not in client.session


def test_without_any_left_the_pages_close_again(cast_now: Cast) -> None:
    TOTP.activate(cast_now.manager, SECRET)
    client = one_step(cast_now.manager)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "mfa", "type": "totp", "at": time.time()}
    ]
    session.save()
    assert client.get("/beheer/").status_code == 200
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert client.get("/beheer/")["Location"] == SECURITY
    assert not Authenticator.objects.filter(user=cast_now.manager).exists()


# -- changing it ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHANGES)
def test_who_came_in_long_ago_gets_a_code_first(cast_now: Cast, name: str) -> None:
    client = one_step(cast_now.contact)
    assert client.get(reverse(name)).status_code == 200
    later(client)
    answer = client.get(reverse(name))
    assert answer["Location"].startswith(reverse("partners:account-prove"))
    assert client.post(reverse(name), {"code": "1"}).status_code == 302
    page = client.post(answer["Location"], {"next": reverse(name)})
    send_due(timezone.now())
    typed = next(word for word in str(mail.outbox[-1].body).split() if word.isdigit())
    done = client.post(answer["Location"], {"confirmation_code": typed})
    assert (page.status_code, done.status_code, done["Location"]) == (200, 302, reverse(name))
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("after", ["https://elders.example/", "//elders.example", "/\\elders"])
def test_proving_leads_to_no_other_house(cast_now: Cast, after: str) -> None:
    client = one_step(cast_now.contact)
    answer = client.post(reverse("partners:account-prove"), {"next": after})
    assert answer["Location"] == SECURITY


def test_who_has_a_second_step_uses_it_to_change_it(cast_now: Cast) -> None:
    TOTP.activate(cast_now.contact, SECRET)
    client = one_step(cast_now.contact)
    later(client)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert answer["Location"].startswith(reverse("mfa_reauthenticate"))
    assert client.post(answer["Location"], {"code": "000000"}).status_code == 422
    client.post(answer["Location"], {"code": code(), "next": reverse("mfa_deactivate_totp")})
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=cast_now.contact).exists()


def test_every_change_is_in_the_trail_and_in_the_mail(
    cast_now: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    client = one_step(cast_now.contact)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    acts = [("activate_totp", {"code": code(secret)}), ("generate_recovery_codes", {})]
    for name, data in [*acts, ("deactivate_totp", {})]:
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse(f"mfa_{name}"), data)
    verbs = Entry.objects.filter(actor=cast_now.contact).order_by("pk")
    assert list(verbs.values_list("verb", "facts")) == [
        ("add_factor", {"kind": "totp"}),
        ("renew_factor", {"kind": "recovery_codes"}),
        ("remove_factor", {"kind": "totp"}),
    ]
    letters = Letter.objects.filter(template="partners/mail/security_changed.txt")
    assert letters.filter(person_id=cast_now.contact.pk).count() == 3


def test_a_wrong_code_of_the_app_is_wrong_and_keeps_the_drawing(cast_now: Cast) -> None:
    client = one_step(cast_now.contact)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert wrong.status_code == 422
    assert wrong.context["form"].secret == secret
    assert client.post(reverse("mfa_activate_totp"), {"code": code(secret)}).status_code == 302


def test_nobody_touches_the_passkey_of_another(cast_now: Cast) -> None:
    theirs = Authenticator.objects.create(
        user=cast_now.director, type="webauthn", data={"name": "Laptop van Dirk", "credential": {}}
    )
    client = one_step(cast_now.contact)
    for name in ("mfa_remove_webauthn", "mfa_edit_webauthn"):
        url = reverse(name, args=[theirs.pk])
        assert client.get(url).status_code == 404
        assert client.post(url, {"name": "x"}).status_code == 404
    assert Authenticator.objects.get().data["name"] == "Laptop van Dirk"
    own = one_step(cast_now.director)
    renamed = own.post(reverse("mfa_edit_webauthn", args=[theirs.pk]), {"name": "Telefoon"})
    assert renamed["Location"] == SECURITY
    assert "Telefoon" in own.get(SECURITY).content.decode()
    assert own.post(reverse("mfa_edit_webauthn", args=[theirs.pk]), {}).status_code == 422
    own.post(reverse("mfa_remove_webauthn", args=[theirs.pk]))
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", BROKEN)
def test_a_passkey_that_is_none_is_wrong(cast_now: Cast, client: Client, credential: str) -> None:
    data = {"credential": credential, "name": "x"}
    assert client.post(reverse("mfa_login_webauthn"), data).status_code == 422
    inside = one_step(cast_now.contact)
    inside.get(reverse("mfa_add_webauthn"))
    assert inside.post(reverse("mfa_add_webauthn"), data).status_code == 422
    assert not Authenticator.objects.exists()
