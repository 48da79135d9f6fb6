"""What the desk offers to do with a record: all that is possible and permitted; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.urls import reverse

import events.moves
import funding.moves
import partners.moves
import programme.moves
import projects.moves
from events.actions import discard_circular, draft_circular
from schuldenlab.web.moves import Act, door_of, starts_from
from schuldenlab.web.ports import moves_of
from tests.cast import login

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World

pytestmark = pytest.mark.django_db

TABLES = [
    each.ACTS
    for each in (partners.moves, events.moves, programme.moves, projects.moves, funding.moves)
]
OURS = {"partners", "events", "programme", "projects", "funding"}
REGISTERS = [model for model in site._registry if model._meta.app_label in OURS]
ENOUGH = 6  # rows of each register

# Moves that no button makes, and what makes them.
CLOCK, BALLOT, PARTNER = "the clock", "the closing of its ballot", "the partner that is asked"
ELSEWHERE = {
    "partners.framework": {"expire": CLOCK},
    "partners.importrun": {"check": "the worker", "save": "the worker", "fail": "the worker"},
    "events.meeting": {"drop_slot": "changing its series"},
    "programme.innovationtheme": {"select": BALLOT},
    "programme.programme": {"adopt": BALLOT},
    "programme.ballot": {"close": CLOCK},
    "programme.seatinvitation": {"accept": PARTNER, "decline": PARTNER},
    "programme.themecall": {
        "close": CLOCK,
        "return": BALLOT,
        "decide": BALLOT,
        "reopen": "giving more time, which an open call can get as well",
    },
    "programme.coursechange": {
        "call": "two seats",
        "call_afterwards": "two seats",
        "agree": BALLOT,
        "uphold": BALLOT,
        "reject": BALLOT,
        "judge_crucial": "the same page as not crucial",
    },
}


def acts_of(model: Any) -> list[Act]:
    return [act for table in TABLES for act in table.get(model._meta.label_lower, ())]


def records(model: Any) -> list[Any]:
    return list(model._default_manager.order_by("-pk")[:ENOUGH])


def address_of(act: Act, record: Any) -> str:
    paths = act.keys if act.keys is not None else door_of(act.address).lookup
    facts = {}
    for name, path in paths.items():
        value = record
        for step in path.split("__"):
            value = getattr(value, step)
        facts[name] = value
    return reverse(act.address, kwargs=facts)


def test_every_act_has_a_door_and_every_table_a_register() -> None:
    tables = {label for table in TABLES for label in table}
    registered = {model._meta.label_lower for model in REGISTERS}
    assert tables <= registered
    for model in REGISTERS:
        for act in acts_of(model):
            door_of(act.address)


def test_every_move_is_a_button_or_is_made_elsewhere() -> None:
    for model in apps.get_models():
        label, moves = model._meta.label_lower, set(getattr(model, "MOVES", {}))
        offered = {act.move for act in acts_of(model) if act.move}
        elsewhere = set(ELSEWHERE.get(label, {}))
        assert offered | elsewhere == moves, label
        assert not offered & elsewhere, label


def test_what_is_offered_opens_and_what_opens_is_offered(
    shelves_now: World, client: Client
) -> None:
    """For the manager, for every act with every record of every register."""
    manager = shelves_now.cast.manager
    login(client, manager)
    seen = set()
    for model in REGISTERS:
        for record in records(model):
            offered = {move.url for move in moves_of(record, manager)}
            for act in acts_of(model):
                url = address_of(act, record)
                if not starts_from(act, record, manager.moment):
                    assert url not in offered, (record, act.address)
                    continue
                opens = client.get(url).status_code == 200
                opens &= not act.permission or manager.has_perm(act.permission, record)
                assert opens == (url in offered), (record, act.address)
                if opens:
                    seen.add(act.address)
    assert len(seen) > 60


def test_no_move_is_offered_that_the_status_refuses(shelves_now: World) -> None:
    manager = shelves_now.cast.manager
    for model in REGISTERS:
        for record in records(model):
            for move in moves_of(record, manager):
                if move.move:
                    assert record.status in record.MOVES[move.move].sources, (record, move.url)


def test_the_page_of_a_record_shows_its_buttons(shelves_now: World, client: Client) -> None:
    manager = shelves_now.cast.manager
    login(client, manager)
    for label in ("projects.project", "partners.organisation", "events.meeting"):
        record = records(apps.get_model(label))[0]
        moves = moves_of(record, manager)
        name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
        page = client.get(reverse(name, args=[record.pk])).content.decode()
        assert moves
        assert all(f'href="{move.url}"' in page for move in moves)


def test_a_record_in_its_last_state_says_so(cast_now: Cast, client: Client) -> None:
    """Not a silent page: the status, and that nothing is left to do."""
    login(client, cast_now.manager)
    by = {"actor": cast_now.manager, "at": cast_now.at}
    draft = draft_circular(kind="news", audience="directors", subject="N", text="T", **by)
    discard_circular(draft, **by)
    page = client.get(reverse("admin:events_circular_change", args=[draft.pk])).content.decode()
    assert "moves__none" in page


def test_who_may_not_is_offered_nothing(shelves_now: World) -> None:
    contact = shelves_now.cast.contact
    for label in ("projects.phase", "events.meeting", "programme.programmaraad"):
        for record in records(apps.get_model(label)):
            assert moves_of(record, contact) == [], (label, record)
