"""The search shows nobody what that person may not see: not a row, a count, a word or a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.urls import reverse

from events.models import (
    ActionItem,
    AgendaItem,
    Meeting,
    MeetingDocument,
    MeetingSeries,
    Minutes,
)
from partners.actions import write_note
from partners.models import Clause, ContactNote, Framework, Organisation, Person, Theme
from programme.models import Ballot, CourseChange, Decision, InnovationTheme, Programme
from projects.models import (
    BusinessCase,
    Pilot,
    ProgressReport,
    Project,
    ProjectDocument,
    ProjectNote,
    Prototype,
)
from schuldenlab.documents.models import Document
from schuldenlab.portal.search import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.house.world import World

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
SEARCH = reverse("portal:search")
MARK = "zegelwoord"
MISSPELT = "zegelwoort"
ROLES = (
    *("anonymous", "outsider", "contact", "director", "seat", "substitute", "staff", "manager"),
)
# A text of every kind, in which the mark is planted in all its rows.
PLANTED: tuple[tuple[Any, str], ...] = (
    *((Organisation, "description"), (Person, "name"), (Theme, "description")),
    *((Framework, "motto"), (Clause, "text"), (ContactNote, "text"), (Meeting, "lead")),
    *((MeetingSeries, "title"), (AgendaItem, "text"), (Minutes, "text"), (ActionItem, "note")),
    *((MeetingDocument, "title"), (Document, "name"), (Programme, "ambition")),
    *((InnovationTheme, "why"), (Decision, "text"), (Ballot, "question"), (CourseChange, "what")),
    *((Project, "summary"), (ProjectNote, "text"), (Pilot, "criterion"), (Prototype, "tried")),
    *((BusinessCase, "notes"), (ProgressReport, "reached"), (ProjectDocument, "title")),
)


@pytest.fixture
def planted(shelves_now: World) -> World:
    """Every row of every kind has the mark; the guards of what is decided look away."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for model, field in PLANTED:
            table = model._meta.db_table
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"UPDATE {table} SET {field} = %s", [f"Een {MARK}."])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    return shelves_now


def counts(world: World, role: str, typed: str = MARK) -> dict[str, int]:
    cast = world.cast
    answer = look(typed, person=getattr(cast, role), at=cast.at)
    assert answer is not None
    return {group.kind: group.count for group in answer.groups}


ALL_PARTNERS: dict[str, int] = {
    "project": 2,
    "theme": 5,
    "decision": 2,
    "partner": 7,
    "programme": 1,
    "meeting": 4,
    "person": 2,
    "subject": 1,
    "report": 1,
    "case": 1,
    "pilot": 1,
    "prototype": 1,
    "project-note": 1,
    "ballot": 2,
    "change": 2,
    "framework": 1,
    "clause": 8,
    "project-document": 1,
}
INVITED = {"meeting": 5, "person": 3, "minutes": 1, "action": 1}
IN_RAAD = {"case": 2, "ballot": 6, "raad-point": 2, "meeting-paper": 1}
KERNTEAM = {
    "partner": 8,
    "programme": 2,
    "meeting": 7,
    "person": 15,
    "case": 3,
    "ballot": 7,
    "change": 3,
    "framework": 2,
    "minutes": 2,
    "action": 1,
    "point": 1,
    "raad-point": 2,
    "contact-note": 1,
    "project-document": 2,
    "meeting-paper": 1,
    "point-paper": 1,
}
PUBLIC = {"public-project": 1, "public-theme": 1, "public-decision": 1, "public-programme": 1}
# How many rows of each kind a role finds, when every row has the word.
FOUND: dict[str, dict[str, int]] = {
    "anonymous": PUBLIC,
    "outsider": PUBLIC,
    "contact": ALL_PARTNERS,
    "director": {**ALL_PARTNERS, **INVITED},
    "seat": {**ALL_PARTNERS, **INVITED, **IN_RAAD},
    "substitute": {**ALL_PARTNERS, "person": 3, **IN_RAAD},
    "staff": {**ALL_PARTNERS, **KERNTEAM},
    "manager": {**ALL_PARTNERS, **KERNTEAM},
}


def test_each_role_finds_what_it_sees(planted: World) -> None:
    for role in ROLES:
        assert counts(planted, role) == FOUND[role], role
        assert counts(planted, role, MISSPELT) == FOUND[role], role


# Their doors have tests of their own.
FILES = {"project-document", "meeting-paper", "point-paper"}


@pytest.mark.parametrize("role", ["contact", "director", "seat", "manager"])
def test_every_find_opens(planted: World, enter: Enter, role: str) -> None:
    cast = planted.cast
    client = enter(getattr(cast, role))
    for kind in FOUND[role]:
        page = client.get(SEARCH, {"q": MARK, "kind": kind})
        assert page.status_code == 200
        [group] = page.context["groups"]
        assert len(group.rows) == min(group.count, 20) == FOUND[role][kind]
        if kind in FILES:
            continue
        for url in {row.url.split("#")[0] for row in group.rows}:
            answer = client.get(url)
            assert answer.status_code == 200, (kind, url)


def test_a_visitor_gets_no_word_of_what_is_not_public(
    planted: World, client: Client, enter: Enter
) -> None:
    """Not in the rows, the counts, the filters, nor in what may have been meant."""
    for model in (Project, InnovationTheme, Decision, Programme):
        model._base_manager.update(is_public=False)
    Person.objects.filter(pk=planted.cast.outsider.pk).update(name="Otto")
    for enters in (lambda: client, lambda: enter(planted.cast.outsider)):
        for typed in (MARK, MISSPELT, "zegelword"):
            page = enters().get(SEARCH, {"q": typed})
            assert page.status_code == 200
            assert "zegel" not in page.content.decode().replace(typed, "")
            assert page.context["groups"] == []


def test_a_word_of_a_draft_is_never_meant(shelves_now: World) -> None:
    """What only the kernteam wrote is not offered to a partner who types something like it."""
    cast = shelves_now.cast
    day, text = cast.at.date(), "Zij vrezen faillissement."
    write_note(cast["BN"], spoken_on=day, text=text, actor=cast.manager, at=cast.at)
    for typed in ("faillisement", "faillissement", "faillisemnt"):
        answer = look(typed, person=cast.contact, at=cast.at)
        assert answer is not None
        assert (answer.count, answer.meant) == (0, []), typed
    answer = look("faillisement", person=cast.manager, at=cast.at)
    assert answer is not None
    assert (answer.meant, answer.count) == (["faillissement"], 1)


SHOWN = (Organisation, Framework, Programme, InnovationTheme, Decision, Project, MeetingSeries)


def test_the_public_finds_what_is_marked(planted: World, client: Client) -> None:
    with connection.cursor() as cursor:
        for model in SHOWN:
            table, row = model._meta.db_table, model._base_manager.latest("pk")
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            if model is Programme:
                row = Programme.objects.get(status="adopted")
            if model is Framework:
                row = Framework.objects.get(status="in_force")
            if model is InnovationTheme:
                row = InnovationTheme.objects.filter(status="exploring").latest("pk")
            if model is Organisation:
                row = planted.cast["BN"]
            cursor.execute(f"UPDATE {table} SET is_public = true WHERE id = %s", [row.pk])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    found = counts(planted, "anonymous")
    meetings = found.pop("public-meeting", 0)
    assert found == {
        "public-partner": 1,
        "public-framework": 1,
        "public-clause": 8,
        "public-decision": 2,
        "public-programme": 1,
        "public-theme": 1,
        "public-project": 2,
    }
    assert meetings <= Meeting.objects.filter(series=MeetingSeries.objects.latest("pk")).count()
    assert counts(planted, "outsider").keys() == counts(planted, "anonymous").keys()
    page = client.get(SEARCH, {"q": MARK})
    for row in (row for group in page.context["groups"] for row in group.rows):
        assert client.get(row.url.split("#")[0]).status_code == 200, row.url


def test_the_public_finds_nothing_by_what_its_pages_do_not_say(
    planted: World, client: Client
) -> None:
    project = Project.objects.latest("pk")
    Project.objects.filter(pk=project.pk).update(is_public=True, current_state="Geheimtaal.")
    Organisation.objects.filter(pk=planted.cast["BN"].pk).update(is_public=True, short_name="GHT")
    for typed in ("geheimtaal", "geheimtal", "GHT"):
        page = client.get(SEARCH, {"q": typed})
        assert page.context["groups"] == [], typed
        assert "Geheimtaal" not in page.content.decode()
