"""Logging in through one's own organisation, against a provider that really runs."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import User, run_server_in_thread

from partners.models import Person
from tests.partners.test_second_step import SECRET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cast import Cast

# Warnings are errors here, and this one is between the provider and a library of its own.
pytestmark = pytest.mark.filterwarnings("ignore:get_jwt_config:DeprecationWarning")
LOGIN = "/inloggen/via/organisatie/"
NAME = "Gemeente Duinstad"


class NoFollowing(HTTPRedirectHandler):
    """The test follows by itself."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Do not."""


def choose(url: str, **answer: str) -> str:
    """What the browser does at the provider; returns where it is sent."""
    asked = Request(url, data=urlencode(answer).encode())
    try:
        build_opener(NoFollowing).open(asked, timeout=10)
    except HTTPError as sent:
        return str(sent.headers["Location"])
    raise AssertionError("the provider sends nobody back")


def configure(settings: Any, server_url: str) -> None:
    settings.OIDC_NAME = NAME
    app = {
        "provider_id": "organisatie",
        "name": NAME,
        "client_id": "lab",
        "secret": "geheim",
        "settings": {"server_url": server_url},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }


@pytest.fixture
def arrive(settings: Any, client: Client) -> Iterator[Callable[..., Any]]:
    """`arrive(email=…)` comes back from the provider as somebody with these claims."""
    with ExitStack() as stack:

        def come(*, deny: bool = False, after: str = "", **claims: Any) -> Any:
            person = User(sub="123", claims={"email_verified": True, **claims})
            server = stack.enter_context(run_server_in_thread(user_claims=[person]))
            configure(settings, f"http://localhost:{server.server_port}")
            sent = client.get(LOGIN, {"next": after} if after else {})
            assert sent.status_code == 302
            back = choose(sent["Location"], **({"action": "deny"} if deny else {"sub": "123"}))
            return client.get(back)

        yield come


def inside(client: Client) -> str | None:
    found: str | None = client.session.get("_auth_user_id")
    return found


def test_without_configuration_there_is_no_such_way(db: None, client: Client) -> None:
    assert client.get(LOGIN).status_code == 404
    assert client.get(f"{LOGIN}terug/").status_code == 404
    assert "/via/" not in client.get("/inloggen/").content.decode()


def test_the_button_stands_on_the_login_page(db: None, client: Client, settings: Any) -> None:
    configure(settings, "http://localhost:1")
    page = client.get("/inloggen/", {"next": "/kompas/"}).content.decode()
    assert NAME in page
    assert f"{LOGIN}?next=%2Fkompas%2F" in page


@pytest.mark.parametrize("spelling", [str.lower, str.upper])
def test_somebody_we_know_is_in(
    cast_now: Cast, client: Client, arrive: Callable[..., Any], spelling: Callable[[str], str]
) -> None:
    answer = arrive(email=spelling(cast_now.contact.email), after="/partners/")
    assert (answer.status_code, answer["Location"]) == (302, "/partners/")
    assert inside(client) == str(cast_now.contact.pk)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "vreemd@elders.example"},
        {"email": "carla.smit@people.example", "email_verified": False},
        {"email": ""},
        {},
    ],
)
def test_whom_we_do_not_know_gets_a_clear_page_and_no_account(
    cast_now: Cast, client: Client, arrive: Callable[..., Any], claims: dict[str, Any]
) -> None:
    people = Person.objects.get_queryset().count()
    answer = arrive(**claims)
    assert answer.status_code == 403
    assert reverse("account_login") in answer.content.decode()
    assert inside(client) is None
    assert Person.objects.get_queryset().count() == people
    assert not EmailAddress.objects.exists()


def test_a_closed_account_stays_closed(
    cast_now: Cast, client: Client, arrive: Callable[..., Any]
) -> None:
    Person.objects.filter(pk=cast_now.contact.pk).update(is_active=False)
    assert arrive(email=cast_now.contact.email).status_code == 403
    assert inside(client) is None


def test_who_says_no_at_the_provider_is_not_in(
    cast_now: Cast, client: Client, arrive: Callable[..., Any]
) -> None:
    assert arrive(email=cast_now.contact.email, deny=True).status_code == 403
    assert inside(client) is None


def test_a_provider_that_is_away_is_no_error_of_ours(
    cast_now: Cast, client: Client, settings: Any
) -> None:
    configure(settings, "http://localhost:1")
    assert client.get(LOGIN).status_code == 503
    assert client.get(f"{LOGIN}terug/", {"code": "x", "state": "y"}).status_code == 403


@pytest.mark.parametrize(
    "case",
    [
        ("amr", {}, False),
        ("amr", {"amr": ["pwd"]}, False),
        ("amr", {"amr": ["pwd", "mfa"]}, True),
        ("always", {}, True),
        ("never", {"amr": ["pwd", "mfa"]}, False),
    ],
)
def test_whether_it_is_the_second_step_is_a_setting(
    cast_now: Cast,
    client: Client,
    settings: Any,
    arrive: Callable[..., Any],
    case: tuple[str, dict[str, Any], bool],
) -> None:
    settings.OIDC_SECOND_FACTOR, claims, counts = case
    arrive(email=cast_now.manager.email, **claims)
    assert inside(client) == str(cast_now.manager.pk)
    assert client.get("/beheer/").status_code == (200 if counts else 302)


@pytest.mark.parametrize(("amr", "page"), [([], "/inloggen/tweede-stap/"), (["mfa"], "/")])
def test_who_has_an_app_is_asked_for_it_unless_the_provider_did(
    cast_now: Cast, arrive: Callable[..., Any], amr: list[str], page: str
) -> None:
    TOTP.activate(cast_now.manager, SECRET)
    assert arrive(email=cast_now.manager.email, amr=amr)["Location"] == page
