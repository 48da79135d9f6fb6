from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from partners.models import Person
from schuldenlab.demo.models import SentMail
from schuldenlab.demo.personas import PERSONAS
from schuldenlab.demo.story import cast as figures
from schuldenlab.web.confirm import LOGIN_MOMENT

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)


@pytest.fixture
def bank_director(db: None) -> Person:
    figure = figures.DIRECTOR
    return Person.objects.create(email=figure.email, name=figure.name)


def mail(number: int, address: str = "a@b.example") -> SentMail:
    return SentMail.objects.create(
        address=address,
        subject=f"Onderwerp {number}",
        text=f"<b>Code {number}</b>\n\nLees: http://localhost:8000/x/",
        html="<script>alert(1)</script>",
        at=AT + timedelta(minutes=number),
    )


@pytest.mark.parametrize("path", ["/demo/", "/demo/post/", "/demo/post/1/"])
@pytest.mark.parametrize(
    "facts",
    [
        {"REMOTE_ADDR": "192.0.2.1"},
        {"REMOTE_ADDR": "::ffff:192.0.2.1"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.1"},
    ],
)
def test_only_from_this_machine(path: str, facts: dict[str, str]) -> None:
    mail(1)
    client = Client(**facts)
    assert client.get(path).status_code == 404
    assert client.post(path, {"persona": "representative"}).status_code == 404


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_has_several_names(address: str) -> None:
    assert Client(REMOTE_ADDR=address).get("/demo/").status_code == 200


def test_nobody_there_yet(client) -> None:
    assert b"persona" not in client.get("/demo/").content


def test_roles_are_buttons(client, bank_director, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        page = client.get("/demo/").content.decode()
    assert bank_director.name in page
    assert 'name="persona" value="representative"' in page
    assert 'value="manager"' not in page


def test_a_click_is_a_fresh_login(client, bank_director) -> None:
    answer = client.post("/demo/", {"persona": "representative"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(bank_director.pk)
    assert LOGIN_MOMENT in client.session


def test_from_one_role_to_another(client, bank_director) -> None:
    outsider = Person.objects.create(email=figures.OUTSIDER.email, name="Bram")
    client.force_login(bank_director)
    client.post("/demo/", {"persona": "outsider"})
    assert client.session["_auth_user_id"] == str(outsider.pk)


def test_getting_the_page_logs_nobody_in(client, bank_director) -> None:
    client.get("/demo/?persona=representative")
    assert "_auth_user_id" not in client.session


def test_needs_the_csrf_token(bank_director) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/demo/", {"persona": "representative"}).status_code == 403


@pytest.mark.parametrize("typed", ["", "koning", "manager"])
def test_an_unknown_or_absent_role(client, bank_director, typed: str) -> None:
    assert client.post("/demo/", {"persona": typed}).status_code == 422
    assert "_auth_user_id" not in client.session


def test_every_role_has_a_key_of_its_own() -> None:
    assert len({persona.key for persona in PERSONAS}) == len(PERSONAS)


@pytest.mark.parametrize("number", [1, 3])
def test_mailbox_asks_two_questions(client, django_assert_num_queries, number: int) -> None:
    for each in range(number):
        mail(each)
    with django_assert_num_queries(2):
        page = client.get("/demo/post/").content.decode()
    assert page.count("a@b.example") == number


def test_mailbox_newest_first_in_pages(client) -> None:
    for number in range(30):
        mail(number)
    first = client.get("/demo/post/").content.decode()
    assert first.index("Onderwerp 29") < first.index("Onderwerp 28")
    assert "Onderwerp 4<" not in first
    assert "Onderwerp 4<" in client.get("/demo/post/?page=2").content.decode()


def test_mailbox_of_one_address(client) -> None:
    mail(1)
    mail(2, "jan@bank.example")
    page = client.get("/demo/post/?address=jan@bank").content.decode()
    assert "Onderwerp 2" in page
    assert "Onderwerp 1" not in page
    assert client.get("/demo/post/?address=" + "x" * 300).status_code == 200
    assert client.get("/demo/post/?address=niemand").status_code == 200


def test_filter_stays_on_the_next_page(client) -> None:
    for number in range(30):
        mail(number, "jan@bank.example")
    page = client.get("/demo/post/?address=jan%40bank").content.decode()
    assert "?address=jan%40bank&amp;page=2" in page


def test_a_mail_shows_its_text_with_links_and_no_html(client, django_assert_num_queries) -> None:
    one = mail(1)
    with django_assert_num_queries(1):
        page = client.get(f"/demo/post/{one.pk}/").content.decode()
    assert "&lt;b&gt;Code 1&lt;/b&gt;" in page
    assert '<a class="utrecht-link" href="http://localhost:8000/x/"' in page
    assert "alert(1)" not in page


def test_no_such_mail(client) -> None:
    assert client.get("/demo/post/999/").status_code == 404


def test_banner_stands_on_the_page_with_both_links(client) -> None:
    page = client.get("/demo/post/").content.decode()
    assert "Gemeente Den Haag" in page
    assert 'href="/demo/"' in page
    assert 'href="/demo/post/"' in page
