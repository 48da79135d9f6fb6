"""Importing through the pages: choose, look, confirm; nothing is saved before that."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from partners.models import Organisation, Partnership, Person
from partners.views.imports import UPLOAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

DATA = Path(__file__).parents[1] / "data"
REAL = (DATA / "partners_schuldenlab070.csv").read_bytes()
MESSY = (DATA / "partners_messy_cp1252.csv").read_bytes()
HEADER = "organisatie;sector;website;lid_sinds;kvk;contact_naam;contact_email;rol;mag_tekenen"
LIST = reverse("partners:organisation-list")
IMPORT = reverse("partners:import")
CHECK = reverse("partners:import-check")


@pytest.fixture
def office(cast_now: Cast, enter: Callable[..., Client]) -> Client:
    """The browser of somebody in the kernteam; there are eight organisations."""
    return enter(cast_now.staff)


def choose(client: Client, content: bytes | str) -> Any:
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(IMPORT, {"file": SimpleUploadedFile("partners.csv", data)})


def rows(*lines: str) -> str:
    return "\r\n".join([HEADER, *lines])


def test_the_real_file_from_beginning_to_end(office: Client) -> None:
    answer = choose(office, REAL)
    assert (answer.status_code, answer["Location"]) == (302, CHECK)
    page = office.get(CHECK)
    report = page.context["report"]
    assert (report.created, len(report.undated), report.wrong) == (17, 3, ())
    assert 'name="default_joined_on"' in page.content.decode()
    assert Organisation.objects.count() == 8

    page = office.post(CHECK, {"default_joined_on": ""})
    assert page.status_code == 422
    page = office.post(CHECK, {"default_joined_on": "31-02-2020"})
    assert page.status_code == 422
    assert 'value="31-02-2020"' in page.content.decode()
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = office.post(CHECK, {"default_joined_on": tomorrow.strftime("%d-%m-%Y")})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["default_joined_on"])
    assert Organisation.objects.count() == 8

    page = office.post(CHECK, {"default_joined_on": "01-06-2019"}, follow=True)
    assert page.redirect_chain == [(LIST, 302)]
    assert "utrecht-alert--ok" in page.content.decode()
    assert Organisation.objects.count() == 25
    assert str(Partnership.objects.get(organisation__name="CAK").joined_on) == "2019-06-01"
    assert UPLOAD not in office.session

    choose(office, REAL)
    page = office.get(CHECK)
    assert page.context["report"].unchanged == 17
    assert 'name="default_joined_on"' not in page.content.decode()
    assert office.post(CHECK).status_code == 302
    assert Organisation.objects.count() == 25


def test_the_messy_file_is_shown_line_by_line(office: Client) -> None:
    assert choose(office, MESSY).status_code == 302
    page = office.get(CHECK)
    assert [each.row.line for each in page.context["wrong"]] == [4, 5, 6, 7, 8, 9, 10]
    assert [each.row.line for each in page.context["good"]] == [2, 3]
    body = page.content.decode()
    assert "woningcorporatie" in body
    assert 'href="javascript:' not in body
    assert "=HYPERLINK(&quot;http://evil.example&quot;" in body
    assert 'name="skip_invalid"' in body

    page = office.post(CHECK)
    assert page.status_code == 422
    assert page.context["form"].non_field_errors()
    assert not Person.objects.get_queryset().filter(email__endswith="@bank.example").exists()

    page = office.post(CHECK, {"skip_invalid": "on"}, follow=True)
    assert page.redirect_chain == [(LIST, 302)]
    assert Person.objects.get_queryset().filter(email__endswith="@bank.example").count() == 2


def test_a_file_with_no_good_line_offers_nothing(office: Client) -> None:
    choose(office, rows(";bank", "A;vis"))
    body = office.get(CHECK).content.decode()
    assert 'name="skip_invalid"' not in body
    assert IMPORT in body


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"\x00\x01",
        b"naam;soort\nA;bank",
        "organisatie;sector\n".encode("utf-16"),
    ],
)
def test_a_file_that_cannot_be_read(office: Client, content: bytes) -> None:
    page = choose(office, content)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["file"])
    assert UPLOAD not in office.session


def test_a_file_that_is_too_large(office: Client) -> None:
    page = choose(office, HEADER + "\r\n" + "A;bank\r\n" * 130_000)
    assert page.status_code == 422
    assert "1 MB" in str(page.context["form"].errors["file"])


def test_no_file_at_all(office: Client) -> None:
    assert office.post(IMPORT).status_code == 422
    assert office.get(CHECK)["Location"] == IMPORT
    assert office.post(CHECK)["Location"] == IMPORT


def test_confirmed_twice_saves_once(office: Client) -> None:
    choose(office, rows("Nieuw;fonds;;2020-01-01"))
    assert office.post(CHECK)["Location"] == LIST
    assert office.post(CHECK)["Location"] == IMPORT
    assert Organisation.objects.filter(name="Nieuw").count() == 1


def test_only_the_first_lines_of_a_long_file_are_shown(office: Client) -> None:
    lines = [f"Org {number};bank;;2020-01-01" for number in range(150)]
    choose(office, rows(*lines, *[f"Fout {number};vis" for number in range(150)]))
    page = office.get(CHECK)
    assert (len(page.context["good"]), len(page.context["wrong"])) == (100, 100)
    assert (len(page.context["report"].good), len(page.context["report"].wrong)) == (150, 150)


def test_nobody_else_comes_in(cast_now: Cast, enter: Callable[..., Client]) -> None:
    for who in ("director", "contact", "former", "outsider"):
        client = enter(getattr(cast_now, who))
        assert choose(client, REAL).status_code == 403
        assert client.get(CHECK).status_code == 403
        assert client.post(CHECK, {"skip_invalid": "on"}).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    office: Client, django_assert_num_queries: Callable[..., Any], count: int
) -> None:
    content = rows(*[f"Org {n};bank;;2020-01-01;;P {n};p{n}@a.example" for n in range(count)])
    with django_assert_num_queries(7):
        choose(office, content)
    with django_assert_num_queries(9):
        office.get(CHECK)
    with django_assert_num_queries(27):
        office.post(CHECK)
