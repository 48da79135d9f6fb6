"""Accounts in a browser: invited, a passkey, in again with it, and signing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from partners import actions
from partners.models import Framework, Invitation, Person, Signature
from tests.cast import Cast, build_cast

from .conftest import BEGIN, Clock, Visitor, code_for, deliver

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LINK = re.compile(r"/uitnodiging/[\w-]+/")
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def cast(transactional_db: None, clock: Clock) -> Cast:
    return build_cast(BEGIN)


def with_finger(visitor: Visitor) -> tuple[CDPSession, str]:
    """A device that knows its owner by the finger."""
    line = visitor.page.context.new_cdp_session(visitor.page)
    line.send("WebAuthn.enable")
    added = line.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return line, added["authenticatorId"]


def invite_director(cast: Cast) -> str:
    """The kernteam invites a director who may sign; returns the path in the mail."""
    actions.invite_for_organisation(
        cast["FV"],
        email="nora@fv.example",
        name="Nora Nieuw",
        role="director",
        may_sign=True,
        from_on=timezone.localdate(),
        actor=cast.staff,
        at=timezone.now(),
    )
    body = next(str(letter.body) for letter in deliver() if letter.to == ["nora@fv.example"])
    found = LINK.search(body)
    assert found
    return found[0]


def test_an_invited_director_signs_with_a_passkey(
    cast: Cast, visit: Callable[..., Visitor]
) -> None:
    path = invite_director(cast)
    nora = visit()
    with_finger(nora)
    nora.goto(path)
    nora.sees("U bent uitgenodigd")
    nora.is_accessible()
    nora.press("Ga naar mijn Schuldenlab")
    nora.sees("Welkom, Nora Nieuw")
    nora.is_accessible()
    nora.follow("Passkey toevoegen")
    nora.page.get_by_label("Naam van deze passkey").fill("Laptop van het werk")
    nora.is_accessible()
    nora.press("Maak de passkey")
    nora.sees("Bewaar deze codes")
    nora.is_accessible()
    nora.goto("/account/beveiliging/")
    nora.sees("Laptop van het werk")
    nora.is_accessible()
    nora.follow("Verwijder")
    nora.is_accessible()
    nora.goto("/account/beveiliging/")
    nora.follow("Verander de naam")
    nora.is_accessible()
    nora.page.locator("input[name=name]").fill("")
    nora.press("Bewaar deze naam")
    nora.sees("Vul een naam in.")
    nora.is_accessible()
    nora.press("Uitloggen")
    nora.sees("Inloggen met een passkey")
    nora.is_accessible()
    nora.press("Inloggen met een passkey")
    nora.page.wait_for_url(nora.base + "/")
    sign(nora, cast)
    assert nora.page_errors == []
    used = Invitation.objects.get(person__email="nora@fv.example")
    assert used.used_at is not None
    nora.goto(path)
    nora.sees("Deze link werkt niet meer")
    nora.is_accessible()


def sign(nora: Visitor, cast: Cast) -> None:
    """The framework, for her organisation; the passkey was a moment ago, so no code is asked."""
    framework = Framework.objects.get(pk=cast.framework.pk)
    nora.goto(f"/samenwerkingskader/{framework.pk}/ondertekenen/{cast['FV'].pk}/")
    nora.page.locator("input[name=function]").fill("Directeur")
    nora.page.locator("input[name=declares_mandate]").check()
    nora.page.locator("input[name=declares_read]").check()
    nora.page.locator("form:has(input[name=function]) button[type=submit]").click()
    nora.page.wait_for_url(re.compile(r"/ondertekeningen/\d+/"))
    signature = Signature.objects.get(organisation=cast["FV"])
    assert signature.person == Person.objects.get(email="nora@fv.example")


def test_a_finger_that_is_not_known_stays_outside(
    cast: Cast, visit: Callable[..., Visitor]
) -> None:
    stranger = visit()
    line, device = with_finger(stranger)
    line.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    stranger.goto("/inloggen/")
    stranger.press("Inloggen met een passkey")
    stranger.page.get_by_text("Deze passkey werkte hier niet").wait_for()
    stranger.is_accessible()


def test_the_kernteam_sets_up_an_app_before_its_desk_opens(
    cast: Cast, visit: Callable[..., Visitor]
) -> None:
    manager = visit(width=320, script=False)
    manager.log_in(cast.manager.email)
    manager.goto("/beheer/")
    assert manager.page.url.endswith("/beheer/")
    manager.goto("/account/")
    manager.fits(320)
    for path in ("/account/", "/account/ingelogd/", "/account/beveiliging/"):
        manager.goto(path)
        manager.fits(320)
    manager.goto("/account/")
    manager.page.locator("main").get_by_role("button", name="Uitloggen").click()
    manager.log_in(cast.manager.email)
    manager.goto("/beheer/")
    assert manager.page.url.endswith("/beheer/")


@pytest.mark.parametrize("path", ["app/", "herstelcodes/nieuw/", "app/weg/", "herstelcodes/"])
def test_every_page_of_security_is_accessible(
    cast: Cast, visit: Callable[..., Visitor], path: str
) -> None:
    someone = visit()
    someone.log_in(cast.staff.email) if path != "app/" else someone.log_in(cast.contact.email)
    someone.goto(f"/account/beveiliging/{path}")
    someone.is_accessible()
    if path == "app/":
        someone.press("Begin met de app")
        someone.sees("Vul de code in")
        someone.is_accessible()


def test_the_second_step_is_accessible(
    cast: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    """Asked at the login, and again before one's own security changes."""
    staff = visit()
    staff.log_in(cast.staff.email)
    staff.press("Uitloggen")
    staff.page.locator("input[name=email]").fill(cast.staff.email)
    staff.press("Stuur mij een code")
    staff.page.locator("input[name=code]").fill(code_for(cast.staff.email))
    staff.press("Inloggen")
    staff.page.wait_for_url("**/inloggen/tweede-stap/")
    staff.is_accessible()
    staff.page.locator("input[name=code]").fill("1")
    staff.press("Inloggen")
    staff.sees("Deze code klopt niet")
    staff.is_accessible()
    staff.press("Stoppen")
    staff.log_in(cast.staff.email)
    clock.move_to(timezone.now() + timedelta(hours=1))
    staff.goto("/account/beveiliging/app/weg/")
    staff.sees("Laat eerst zien dat u het bent")
    staff.is_accessible()
