"""Headers, cookies and error pages: on every answer, also on those that nobody planned."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error

from schuldenlab.outbox.models import Letter
from tests.cast import Cast, login
from tests.house.test_laws import inline_parts
from tests.house.tree import ROOT, let_go

if TYPE_CHECKING:
    from collections.abc import Callable

POLICY = {
    "default-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
    "frame-ancestors": {"'none'"},
    "object-src": {"'none'"},
}
OTHERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def too_many_fields(client: Client, cast: Cast) -> Any:
    return client.post(reverse("account_login"), {f"field{n}": "x" for n in range(2_001)})


def other_role(client: Client, cast: Cast) -> Any:
    return login(client, cast.contact).get(reverse("partners:person-list"))


def no_token(client: Client, cast: Cast) -> Any:
    return Client(enforce_csrf_checks=True).post(reverse("account_login"), {"email": "a@b.nl"})


ANSWERS: dict[str, tuple[int, Callable[[Client, Cast], Any]]] = {
    "login": (200, lambda client, _cast: client.get("/inloggen/")),
    "text": (200, lambda client, _cast: client.get("/hulp/")),
    "home": (200, lambda client, cast: login(client, cast.contact).get("/")),
    "desk": (200, lambda client, cast: login(client, cast.manager).get("/beheer/")),
    "head": (200, lambda client, _cast: client.head("/hulp/")),
    "static file": (200, lambda client, _cast: client.get("/static/css/base.css")),
    "no slash": (301, lambda client, _cast: client.get("/hulp")),
    "to the login": (302, lambda client, _cast: client.get("/")),
    "other host": (
        400,
        lambda client, _cast: client.get("/hulp/", headers={"host": "evil.example"}),
    ),
    "too many fields": (400, too_many_fields),
    "other role": (403, other_role),
    "no token": (403, no_token),
    "no such page": (404, lambda client, _cast: client.get("/bestaat-niet/")),
    "no such file": (404, lambda client, _cast: client.get("/static/bestaat-niet.css")),
    "other method": (405, lambda client, _cast: client.post("/hulp/")),
    "breakdown": (500, lambda client, _cast: client.get("/stuk/")),
}
PAGES = {
    "other host": "We do not understand this request",
    "too many fields": "We do not understand this request",
    "other role": "You are not allowed to do this",
    "no token": "The form was open for too long",
    "no such page": "We cannot find this page",
    "no such file": "We cannot find this page",
    "breakdown": "Something went wrong with us",
}


@pytest.fixture
def ask(cast_now: Cast, settings: Any) -> Callable[[str], Any]:
    """One of the answers above; the browser does not hear of exceptions."""
    settings.ROOT_URLCONF = "tests.house.broken_urls"
    assert not settings.DEBUG

    def answer(name: str) -> Any:
        code, act = ANSWERS[name]
        given = act(Client(raise_request_exception=False), cast_now)
        assert given.status_code == code
        return given

    return answer


def policy_of(answer: Any) -> dict[str, set[str]]:
    parts = [part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip()]
    return {name: set(sources) for name, *sources in parts}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_has_all_headers(ask: Callable[[str], Any], name: str) -> None:
    answer = ask(name)
    assert policy_of(answer) == POLICY
    assert {header: answer.get(header) for header in OTHERS} == OTHERS
    assert "Server" not in answer
    assert "X-Powered-By" not in answer
    let_go(answer)


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    sources = set.union(*POLICY.values())
    assert sources == {"'self'", "'none'", "data:"}
    assert [name for name, each in POLICY.items() if "data:" in each] == ["img-src"]


@pytest.mark.parametrize("name", PAGES)
def test_error_pages_are_ours(ask: Callable[[str], Any], name: str) -> None:
    from django.utils.translation import gettext  # noqa: PLC0415 - in the language of the test

    answer = ask(name)
    page = answer.content.decode()
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert re.search(r"<html lang=\"nl\"", page)
    assert gettext(PAGES[name]) in page
    assert gettext(PAGES[name]) != PAGES[name]
    assert inline_parts(page) == []
    assert "<h1" in page
    for leak in ("Traceback", "RuntimeError", "a secret in a traceback", "DEBUG", "Exception"):
        assert leak not in page


def test_the_page_of_a_breakdown_needs_no_database_and_no_request() -> None:
    """Without the fixture `db` the suite refuses every query."""
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_error_pages_stand_alone(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert "<h1" in page
    assert "{{" not in page


def test_cookies_are_for_the_server_only(cast_now: Cast, client: Client) -> None:
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"email": cast_now.contact.email})
    (code,) = re.findall(r"\b\d{6}\b", Letter.objects.latest("id").text)
    answer = client.post(reverse("account_confirm_login_code"), {"code": code})
    assert answer["Location"] == "/"
    assert client.get("/").status_code == 200
    assert set(client.cookies) == {"csrftoken", "sessionid"}
    for name, cookie in client.cookies.items():
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert cookie["domain"] == "", name


def test_reading_a_text_leaves_no_cookie(client: Client, db: None) -> None:
    client.get("/privacy/")
    assert dict(client.cookies) == {}


# -- production ----------------------------------------------------------------------------------

PROGRAM = """
import io, json
import django
django.setup()
from django.conf import settings
from django.core.checks import run_checks
from django.test import Client

issues = [str(issue) for issue in run_checks(include_deployment_checks=True)
          if not issue.is_silenced()]
answers = {}
for scheme in ("https", "http"):
    for path in ("/", "/beheer/", "/api/v1/"):
        answer = Client().get(path, secure=scheme == "https", headers={"host": "lab.example"})
        answers[f"{scheme} {path}"] = [answer.status_code, dict(answer.headers)]
names = [name for name in dir(settings) if name.isupper()]
wanted = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "DEBUG",
          "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
          "CSRF_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SAMESITE",
          "SECURE_PROXY_SSL_HEADER", "EMAIL_TIMEOUT", "ALLOWED_HOSTS", "SILENCED_SYSTEM_CHECKS"]
print(json.dumps({
    "issues": issues,
    "answers": answers,
    "settings": {name: getattr(settings, name) for name in wanted},
    "has_demo": any("demo" in app for app in settings.INSTALLED_APPS),
}))
"""
PLACE = {
    "DJANGO_SETTINGS_MODULE": "schuldenlab.settings.production",
    "SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "ALLOWED_HOSTS": "lab.example",
    "SITE_URL": "https://lab.example",
    "EMAIL_URL": "submission://user:word@mail.example:587",
    "DEFAULT_FROM_EMAIL": "lab@lab.example",
}


def in_production(program: str, **place: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {key: value for key, value in {**inherited, **PLACE, **place}.items() if value}
    return subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def production() -> dict[str, Any]:
    """What production says of itself, in a process of its own, with no database near."""
    done = in_production(PROGRAM)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_production_passes_the_checks_for_deployment(production: dict[str, Any]) -> None:
    assert production["issues"] == []
    # The address is unique whatever its case, which that check cannot see.
    assert production["settings"]["SILENCED_SYSTEM_CHECKS"] == ["auth.W004"]


def test_production_is_https_for_a_year(production: dict[str, Any]) -> None:
    for path in ("/", "/beheer/"):
        code, headers = production["answers"][f"https {path}"]
        assert code == 302
        assert headers["Location"].startswith(("/inloggen/?next=", "/beheer/login/?next="))
        assert (
            headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_plain_http_is_sent_to_https_with_all_headers(production: dict[str, Any]) -> None:
    for path in ("/", "/beheer/"):
        code, headers = production["answers"][f"http {path}"]
        assert (code, headers["Location"]) == (301, f"https://lab.example{path}")
        assert {header: headers.get(header) for header in OTHERS} == OTHERS
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_a_program_that_speaks_plain_http_is_not_sent_on(production: dict[str, Any]) -> None:
    code, headers = production["answers"]["http /api/v1/"]
    assert (code, headers["Content-Type"]) == (403, "application/problem+json")
    assert "Location" not in headers
    code, _headers = production["answers"]["https /api/v1/"]
    assert code == 404, "an address of the API ends without a slash; over https that is the answer"


def test_production_keeps_its_cookies_to_https(production: dict[str, Any]) -> None:
    settings = production["settings"]
    assert settings["DEBUG"] is False
    assert settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SESSION_COOKIE_HTTPONLY"] is settings["CSRF_COOKIE_HTTPONLY"] is True
    assert settings["SESSION_COOKIE_SAMESITE"] == settings["CSRF_COOKIE_SAMESITE"] == "Lax"
    # Such a cookie comes from this very host, over https, and for all of its paths.
    assert settings["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert settings["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert settings["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert settings["ALLOWED_HOSTS"] == ["lab.example"]


def test_production_waits_for_a_silent_mail_server_no_longer_than_a_minute(
    production: dict[str, Any],
) -> None:
    assert 0 < production["settings"]["EMAIL_TIMEOUT"] <= 60


def test_there_is_no_demo_in_production(production: dict[str, Any]) -> None:
    assert production["has_demo"] is False


def test_not_even_when_somebody_asks_for_it() -> None:
    done = in_production(PROGRAM, SCHULDENLAB_DEMO="1")
    assert json.loads(done.stdout)["has_demo"] is False


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL"])
def test_production_has_no_default_for_what_is_of_the_place(name: str) -> None:
    done = in_production("import django; django.setup()", **{name: ""})
    assert done.returncode != 0
    assert name in done.stderr
