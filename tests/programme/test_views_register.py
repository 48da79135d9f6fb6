"""The register on screen: looking for decisions, entering one, its acts, and its files."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from programme.models import Decision
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.worklist import worklist_of
from tests.programme.pages import text_of
from tests.programme.test_actions_register import DAY, ask_seat, carry_out, drop, report
from tests.programme.test_actions_register import enter as decide

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

LIST = "/besluiten/"


def page(act: str, decision: Decision) -> str:
    return reverse(f"programme:decision-{act}", args=[decision.year, decision.sequence])


def shown(client: Client, **query: str) -> list[str]:
    answer = client.get(LIST, query)
    assert answer.status_code == 200
    return [each.number for each in answer.context["decisions"]]


@pytest.fixture
def register(today: Cast) -> list[Decision]:
    """One late, one done, one dropped advice, one that nobody sees to."""
    late = decide(today, taken_at=today.at - 30 * DAY, title="Energie en huur", text="Eén gesprek.")
    ask_seat(today, late, due_on=today.at.date() - DAY)
    report(today, late, "Twee gesprekken gevoerd.")
    done = carry_out(today, decide(today, title="Café voor jongeren", text="Op het mbo."))
    advice = drop(today, decide(today, origin="advice", title="Advies", text="Wacht nog."))
    return [late, done, advice, decide(today, title="Nieuwsbrief", text="Eén brief.")]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({}, [4, 3, 2, 1]),
        ({"q": "energei"}, [1]),
        ({"q": "cafe mbo"}, [2]),
        ({"q": "2026-03"}, [3]),
        ({"q": "gesprek", "status": "done"}, []),
        ({"status": "open"}, [4, 1]),
        ({"status": "late"}, [1]),
        ({"status": "loose"}, [4]),
        ({"origin": "advice"}, [3]),
        ({"year": "2026", "status": "dropped"}, [3]),
    ],
)
def test_looking_for_decisions(
    today: Cast,
    register: list[Decision],
    enter: Enter,
    query: dict[str, str],
    numbers: list[int],
) -> None:
    assert shown(enter(today.contact), **query) == [f"2026-{each:02d}" for each in numbers]


@pytest.mark.parametrize("query", [{"year": "1999"}, {"status": "x"}])
def test_what_cannot_be_looked_for(
    today: Cast, register: list[Decision], enter: Enter, query: dict[str, str]
) -> None:
    answer = enter(today.contact).get(LIST, query)
    assert answer.status_code == 422
    assert "Energie en huur" not in text_of(answer)


def test_who_sees_what_can_be_done(today: Cast, register: list[Decision], enter: Enter) -> None:
    late = register[0]
    for who, acts in (
        ("contact", set()),
        ("seat", {"report", "carry-out"}),
        ("manager", {"report", "carry-out", "assign", "drop"}),
    ):
        text = text_of(enter(getattr(today, who)).get(page("detail", late)))
        assert "Twee gesprekken gevoerd." in text
        offered = {"report", "carry-out", "assign", "drop"}
        assert {act for act in offered if page(act, late) in text} == acts
    for who in ("outsider", "former"):
        assert enter(getattr(today, who)).get(page("detail", late)).status_code == 404
    answer = enter(today.contact).post(page("report", late), {"text": "Ik ook."})
    assert answer.status_code == 403


def test_a_settled_decision_is_closed_at_the_enter(
    today: Cast, register: list[Decision], enter: Enter
) -> None:
    answer = enter(today.manager).get(page("report", register[1]), follow=True)
    assert answer.redirect_chain
    assert "Enter" not in text_of(answer)


def test_the_kernteam_enters_one(today: Cast, enter: Enter) -> None:
    facts: dict[str, Any] = {
        "title": "Twee minuten",
        "text": "Zo besloten.",
        "origin": "meeting",
        "raad": today.raad.pk,
        "taken_on": f"{today.at:%d-%m-%Y}",
        "owner": today.seat.pk,
        "due_on": "14-10-2026",
        "follow_up": "Doen.",
    }
    client = enter(today.staff)
    answer = client.post("/besluiten/nieuw/", {**facts, "title": ""})
    assert answer.status_code == 422
    assert "Zo besloten." in text_of(answer)
    answer = client.post("/besluiten/nieuw/", facts)
    decision = Decision.objects.get()
    assert answer["Location"] == decision.get_absolute_url()
    assert (decision.taken_at, decision.owner) == (today.at, today.seat)


def test_the_owner_finds_it_on_its_home_page(today: Cast, register: list[Decision]) -> None:
    ask = next(each for each in asks_of(today.seat) if "2026-01" in each.text)
    assert (ask.url, ask.days_left) == (register[0].get_absolute_url(), -1)
    assert not [each for each in asks_of(today.contact) if "/besluiten/" in each.url]


def test_the_desk_names_what_is_late_and_of_nobody(today: Cast, register: list[Decision]) -> None:
    urls = [due.url for due in worklist_of(today.at)]
    assert [url for url in urls if "/besluiten/" in url] == [
        "/besluiten/?status=late",
        "/besluiten/?status=loose",
    ]


# -- files ---------------------------------------------------------------------------------------


def test_the_register_as_a_file(today: Cast, register: list[Decision], enter: Enter) -> None:
    client = enter(today.contact)
    answer = client.get("/besluiten/export/csv/", {"status": "open"})
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["nummer"] for row in rows] == ["2026-04", "2026-01"]
    assert rows[1]["wat_ervan_werd"] == "Twee gesprekken gevoerd."
    assert rows[1]["uiterlijk"] == "2026-09-22"
    assert answer["Cache-Control"] == "private, no-store"
    book = load_workbook(io.BytesIO(client.get("/besluiten/export/xlsx/").content))
    assert book.active.max_row == len(register) + 1
    assert client.get("/besluiten/export/ods/").content.startswith(b"PK")
    assert client.get("/besluiten/export/csv/", {"year": "1999"}).status_code == 302
    assert enter(today.outsider).get("/besluiten/export/csv/").status_code == 403


def test_the_list_of_a_year(today: Cast, register: list[Decision], enter: Enter) -> None:
    text = text_of(enter(today.contact).get("/besluiten/2026/"))
    assert all(each.title in text for each in register)
    assert "/besluiten/2026/pdf/" in text
    assert enter(today.contact).get("/besluiten/2025/").status_code == 404


def test_the_pdf_is_tagged_and_in_order(
    today: Cast, register: list[Decision], enter: Enter
) -> None:
    answer = enter(today.contact).get("/besluiten/2026/pdf/")
    assert answer["Content-Disposition"] == 'attachment; filename="besluiten-2026.pdf"'
    reader = PdfReader(io.BytesIO(answer.content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert "/StructTreeRoot" in root
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert "2026" in str(reader.metadata.title)
    text = "\n".join(each.extract_text() for each in reader.pages)
    places = [text.index(f"{each.number} {each.title}") for each in register]
    assert places == sorted(places)
    assert "Twee gesprekken gevoerd." in text


def test_letters_of_any_script_and_long_lists_do_not_break_the_pdf(
    today: Cast, enter: Enter
) -> None:
    for number in range(12):
        decide(today, title=f"Nummer {number} 🎉", text="#set [*x*] $ \\ " + "Lang. " * 300)
    answer = enter(today.contact).get("/besluiten/2026/pdf/")
    assert answer.content.startswith(b"%PDF")
