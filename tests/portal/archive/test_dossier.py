"""The answer to a request: a list of everything, and as files only what may go outside."""

from __future__ import annotations

import io
from datetime import date
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from partners import actions
from programme.models import Decision
from schuldenlab.documents.actions import keep_document
from schuldenlab.documents.models import Document, WooRequest
from schuldenlab.lifecycle import Refused
from schuldenlab.portal.archive.dossier import answer_by, inventory, lines_of, write_dossier
from schuldenlab.portal.archive.names import file_name, folder_name, plain
from schuldenlab.portal.worklist.archive import archive_dues
from schuldenlab.portal.worklist.today import today_at

if TYPE_CHECKING:
    from tests.house.world import World


@pytest.fixture
def world(world_fixed: World) -> World:
    return world_fixed


def asked(world: World, received_on: date | None = None) -> WooRequest:
    cast = world.cast
    return actions.receive_request(
        reference="Woo 1",
        subject="Overleg",
        received_on=received_on or cast.at.date(),
        actor=cast.staff,
        at=cast.at,
    )


def paper(world: World, text: bytes) -> Document:
    cast = world.cast
    return keep_document(b"%PDF-1.7\n" + text, name="stuk.pdf", actor=cast.staff, at=cast.at)


def choose(world: World, request: WooRequest, *nouns: Any) -> None:
    chosen = [(noun._meta.label_lower, noun.pk) for noun in nouns]
    actions.choose_records(request, chosen=chosen, actor=world.cast.staff, at=world.cast.at)


def judge(world: World, noun: Any, state: str, **said: Any) -> None:
    grounds = [] if state == "open" else ["5.1.2e"]
    facts = {"state": state, "grounds": grounds, **said}
    actions.judge_openness([noun], **facts, actor=world.cast.staff, at=world.cast.at)


def files_of(world: World, request: WooRequest) -> dict[str, bytes]:
    with TemporaryFile() as file:
        write_dossier(file, request, world.cast.at)
        file.seek(0)
        with ZipFile(io.BytesIO(file.read())) as opened:
            return {name.split("/", 1)[1]: opened.read(name) for name in opened.namelist()}


def test_only_open_parts_are_files_and_all_is_in_the_list(world: World) -> None:
    request = asked(world)
    whole, shut, partly, blacked, unknown = (
        paper(world, text)
        for text in (b"qq-heel", b"qq-dicht", b"qq-naam", b"qq-zwart", b"qq-nieuw")
    )
    decision = Decision.objects.first()
    choose(world, request, whole, shut, partly, unknown, decision)
    judge(world, whole, "open")
    judge(world, shut, "closed", explanation="Het is privé.")
    judge(world, partly, "partly", redacted=blacked)
    judge(world, decision, "open")
    found = files_of(world, request)
    bodies = b"".join(body for path, body in found.items() if path.startswith("data/stukken/"))
    assert b"qq-heel" in bodies
    assert b"qq-zwart" in bodies
    for inside in (b"qq-dicht", b"qq-naam", b"qq-nieuw"):
        assert inside not in bodies
    assert decision.title.encode() in bodies
    lines = lines_of(request, world.cast.at)
    assert len(lines) == 5
    table = inventory(lines)
    assert len(table.rows) == 5
    assert any("Het is privé." in str(row[5]) for row in table.rows)
    assert sorted(line.goes for line in lines) == ["", "", "redacted", "whole", "whole"]


def test_an_answer_keeps_the_judgements_of_its_moment(world: World) -> None:
    request, document = asked(world), paper(world, b"stuk")
    choose(world, request, document)
    facts = {"actor": world.cast.staff, "at": world.cast.at}
    with pytest.raises(Refused, match="1"):
        actions.answer_request(request, **facts)
    judge(world, document, "open")
    actions.answer_request(request, **facts)
    later = world.cast.at.replace(month=world.cast.at.month + 1)
    actions.judge_openness(
        [document], state="closed", grounds=["5.2"], actor=world.cast.staff, at=later
    )
    assert [line.goes for line in lines_of(request, later)] == ["whole"]
    with pytest.raises(Refused):
        choose(world, request, paper(world, b"meer"))


@pytest.mark.parametrize(
    ("received", "first", "postponed"),
    [
        # Four weeks after Tuesday 4 August is Tuesday 1 September, two more is the 15th.
        (date(2026, 8, 4), date(2026, 9, 1), date(2026, 9, 15)),
        # Four weeks after Saturday 8 August is a Saturday: the Monday after it.
        (date(2026, 8, 8), date(2026, 9, 7), date(2026, 9, 21)),
        # Four weeks after 27 March is Friday 24 April; two more, 8 May.
        (date(2026, 3, 27), date(2026, 4, 24), date(2026, 5, 8)),
        # Four weeks after 30 March is Monday 27 April, King's Day: the day after.
        (date(2026, 3, 30), date(2026, 4, 28), date(2026, 5, 11)),
    ],
)
def test_the_last_day_is_never_a_holiday(received: date, first: date, postponed: date) -> None:
    request = WooRequest(received_on=received)
    assert answer_by(request) == first
    request.postponed_at = request.recorded_at = "later"
    assert answer_by(request) == postponed


def test_it_is_postponed_once_and_in_time(world: World) -> None:
    cast = world.cast
    facts = {"because": "Veel stukken.", "actor": cast.staff, "at": cast.at}
    late = asked(world, date(2026, 7, 1))
    with pytest.raises(Refused):
        actions.postpone_request(late, **facts)
    actions.withdraw_request(late, actor=cast.staff, at=cast.at)
    WooRequest.objects.filter(pk=late.pk).update(reference="Woo 0")
    request = asked(world)
    actions.postpone_request(request, **facts)
    with pytest.raises(Refused):
        actions.postpone_request(request, **facts)


def test_the_worklist_says_before_which_day(world: World) -> None:
    request = asked(world)
    due = next(iter(archive_dues(today_at(world.cast.at))))
    assert (due.key, due.due_on) == (f"woo:{request.pk}", answer_by(request))
    actions.withdraw_request(request, actor=world.cast.staff, at=world.cast.at)
    assert list(archive_dues(today_at(world.cast.at))) == []


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\boot.INI", "boot.ini"),
        ("con.pdf", "x-con.pdf"),
        ("Verslag é (def).PDF", "verslag-e-def.pdf"),
        (".htaccess", "htaccess"),
        ("", "zonder-naam"),
        ("a" * 300 + ".pdf", "a" * 80 + ".pdf"),
    ],
)
def test_names_that_lead_nowhere_else(typed: str, safe: str) -> None:
    assert file_name(typed) == safe
    for name in (file_name(typed), plain(typed), folder_name(1, typed)):
        assert "/" not in name
        assert ".." not in name
        assert not name.startswith(".")
