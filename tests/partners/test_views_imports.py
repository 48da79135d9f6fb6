"""Importing through the pages: choose, look, confirm; nothing is saved before that."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from partners import actions, tasks
from partners.models import ImportRun, Organisation, Partnership, Person
from schuldenlab.audit.models import Entry
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

DATA = Path(__file__).parents[1] / "data"
REAL = (DATA / "partners_schuldenlab070.csv").read_bytes()
MESSY = (DATA / "partners_messy_cp1252.csv").read_bytes()
HEADER = "organisatie;sector;website;lid_sinds;kvk;contact_naam;contact_email;rol;mag_tekenen"
IMPORT = reverse("partners:import")


@pytest.fixture
def office(cast_now: Cast, enter: Callable[..., Client]) -> Client:
    """The browser of somebody in the kernteam; there are eight organisations."""
    return enter(cast_now.staff)


def choose(client: Client, content: bytes | str, name: str = "partners.csv") -> Any:
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, data)})


def rows(*lines: str) -> str:
    return "\r\n".join([HEADER, *lines])


def newest() -> ImportRun:
    return ImportRun.objects.get_queryset().first()


def page_of(client: Client, **query: str) -> Any:
    return client.get(newest().get_absolute_url(), query)


def confirm(client: Client, **facts: str) -> Any:
    return client.post(newest().get_absolute_url(), facts)


def test_the_real_file_from_beginning_to_end(office: Client) -> None:
    answer = choose(office, REAL)
    assert (answer.status_code, answer["Location"]) == (302, newest().get_absolute_url())
    page = page_of(office)
    report = page.context["report"]
    assert (report["created"], report["undated"], report["wrong"]) == (17, 3, 0)
    assert 'name="default_joined_on"' in page.content.decode()
    assert "Refresh" not in page
    assert Organisation.objects.count() == 8

    assert confirm(office, default_joined_on="").status_code == 422
    page = confirm(office, default_joined_on="31-02-2020")
    assert page.status_code == 422
    assert 'value="31-02-2020"' in page.content.decode()
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = confirm(office, default_joined_on=tomorrow.strftime("%d-%m-%Y"))
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["default_joined_on"])
    assert Organisation.objects.count() == 8

    page = office.post(
        newest().get_absolute_url(), {"default_joined_on": "01-06-2019"}, follow=True
    )
    assert page.redirect_chain == [(newest().get_absolute_url(), 302)]
    assert page.context["run"].status == "saved"
    assert reverse("partners:organisation-list") in page.content.decode()
    assert Organisation.objects.count() == 25
    assert str(Partnership.objects.get(organisation__name="CAK").joined_on) == "2019-06-01"
    assert bytes(newest().content) == b""

    choose(office, REAL)
    page = page_of(office)
    assert page.context["report"]["unchanged"] == 17
    assert 'name="default_joined_on"' not in page.content.decode()
    assert confirm(office).status_code == 302
    assert Organisation.objects.count() == 25


def test_the_messy_file_is_shown_line_by_line(office: Client) -> None:
    assert choose(office, MESSY).status_code == 302
    page = page_of(office)
    report = page.context["report"]
    assert [each["line"] for each in report["wrong_lines"]] == [4, 5, 6, 7, 8, 9, 10]
    assert [each["line"] for each in page.context["good"]] == [2, 3]
    body = page.content.decode()
    assert "woningcorporatie" in body
    assert 'href="javascript:' not in body
    assert "=HYPERLINK(&quot;http://evil.example&quot;" in body
    assert 'name="skip_invalid"' in body

    page = confirm(office)
    assert page.status_code == 422
    assert page.context["form"].non_field_errors()
    assert not Person.objects.get_queryset().filter(email__endswith="@bank.example").exists()

    page = office.post(newest().get_absolute_url(), {"skip_invalid": "on"}, follow=True)
    assert Person.objects.get_queryset().filter(email__endswith="@bank.example").count() == 2
    left_out = page.context["report"]["left_out"]
    assert {each["line"] for each in left_out} == {4, 5, 6, 7, 8, 9, 10}
    assert "zorg.example" not in str([each["column"] for each in left_out])
    assert "Vlietland" not in str(newest().report), "nothing of the cells is kept"


def test_a_file_with_no_good_line_offers_nothing(office: Client) -> None:
    choose(office, rows(";bank", "A;vis"))
    body = page_of(office).content.decode()
    assert 'name="skip_invalid"' not in body
    assert IMPORT in body
    page = confirm(office, skip_invalid="on")
    assert (page.status_code, newest().status) == (422, "checked")


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
    assert not ImportRun.objects.exists()


def test_a_file_that_is_too_large(office: Client) -> None:
    page = choose(office, HEADER + "\r\n" + "A;bank\r\n" * 650_000)
    assert page.status_code == 422
    assert "5 MB" in str(page.context["form"].errors["file"])


def test_no_file_at_all(office: Client) -> None:
    assert office.post(IMPORT).status_code == 422


def test_confirmed_twice_saves_once(office: Client) -> None:
    choose(office, rows("Nieuw;fonds;;2020-01-01"))
    assert confirm(office)["Location"] == newest().get_absolute_url()
    assert confirm(office)["Location"] == newest().get_absolute_url()
    assert Organisation.objects.filter(name="Nieuw").count() == 1
    verbs = Entry.objects.filter(subject_type="partners.importrun").order_by("id")
    assert list(verbs.values_list("verb", flat=True)) == [
        *("begin_import", "check", "confirm", "save"),
    ]


def test_only_the_first_lines_of_a_long_file_are_shown(office: Client) -> None:
    lines = [f"Org {number};bank;;2020-01-01" for number in range(150)]
    choose(office, rows(*lines, *[f"Fout {number};vis" for number in range(150)]))
    context = page_of(office).context
    assert (len(context["good"]), len(context["report"]["wrong_lines"])) == (100, 100)
    assert (context["report"]["good"], context["report"]["wrong"]) == (150, 150)


def test_a_long_file_waits_for_the_worker(office: Client) -> None:
    lines = [f"Org {number};bank;;2020-01-01" for number in range(ImportRun.LONG + 1)]
    choose(office, rows(*lines))
    page = page_of(office)
    assert (page.status_code, page["Refresh"], page.context["run"].status) == (200, "3", "uploaded")
    assert "Refresh" not in page_of(office, stil="1")
    assert office.get(IMPORT).context["runs"][0] == newest()
    assert tasks.work_on_imports() == 1
    assert page_of(office).context["report"]["created"] == ImportRun.LONG + 1
    confirm(office)
    page = page_of(office)
    assert (page["Refresh"], page.context["run"].status) == ("3", "confirmed")
    assert not Organisation.objects.filter(name="Org 1").exists()
    assert tasks.work_on_imports() == 1
    assert tasks.work_on_imports() == 0
    page = page_of(office)
    assert ("Refresh" in page, page.context["run"].status) == (False, "saved")
    assert Organisation.objects.filter(name__startswith="Org ").count() == ImportRun.LONG + 1


def test_a_file_that_turns_out_unreadable_later(office: Client) -> None:
    lines = [f"Org {number};bank" for number in range(ImportRun.LONG + 1)]
    choose(office, rows(*lines, '"A;bank'))
    tasks.work_on_imports()
    page = page_of(office)
    assert page.context["run"].status == "failed"
    assert str(ImportRun.LONG + 3) in page.context["run"].error
    assert page.context["run"].error in text_of(page)
    assert bytes(newest().content) == b""


def test_a_file_is_withdrawn(office: Client) -> None:
    choose(office, rows("Nieuw;fonds;;2020-01-01"))
    url = reverse("partners:import-withdraw", args=[newest().pk])
    assert office.get(url).status_code == 200
    assert office.post(url)["Location"] == IMPORT
    assert (newest().status, bytes(newest().content), newest().report) == ("withdrawn", b"", {})
    assert office.post(url).status_code == 422
    assert confirm(office)["Location"] == newest().get_absolute_url()
    assert page_of(office).status_code == 200
    assert not Organisation.objects.filter(name="Nieuw").exists()


def test_the_page_speaks_the_language_of_who_brought_the_file(
    office: Client, cast_now: Cast
) -> None:
    actions.choose_language(cast_now.staff, language="en", actor=cast_now.staff, at=cast_now.at)
    choose(office, rows("A;vis;;2020-01-01"))
    problem = newest().report["wrong_lines"][0]["problems"][0]
    assert problem["message"].startswith("Fill in one of these sectors")


def test_nobody_else_comes_in(cast_now: Cast, enter: Callable[..., Client]) -> None:
    choose(enter(cast_now.staff), rows("Nieuw;fonds;;2020-01-01;;N. Nieuw;n@nieuw.example"))
    withdraw = reverse("partners:import-withdraw", args=[newest().pk])
    for who in ("director", "contact", "seat", "substitute", "former", "outsider"):
        client = enter(getattr(cast_now, who))
        assert choose(client, REAL).status_code == 403
        assert page_of(client).status_code == 404
        assert confirm(client, skip_invalid="on").status_code == 404
        assert client.get(withdraw).status_code == 404
        assert client.post(withdraw).status_code == 404
    assert newest().status == "checked"


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    office: Client, django_assert_num_queries: Callable[..., Any], count: int
) -> None:
    content = rows(*[f"Org {n};bank;;2020-01-01;;P {n};p{n}@a.example" for n in range(count)])
    with django_assert_num_queries(20):
        choose(office, content)
    assert cost_of(office, newest().get_absolute_url()).queries == 5
    with django_assert_num_queries(37):
        confirm(office)
    assert cost_of(office, newest().get_absolute_url()).queries == 5
    assert cost_of(office, IMPORT).queries == 5
