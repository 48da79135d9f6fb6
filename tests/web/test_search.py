"""The search of the desk: people, partners, projects, meetings and decisions, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.urls import reverse

from partners import actions
from partners.models import Organisation
from projects.models import Project
from schuldenlab.web.ports import found_on_desk
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
SEARCH = reverse("admin:search")
KINDS = {
    *("partners.organisation", "partners.person", "partners.theme", "partners.framework"),
    *("events.meeting", "programme.decision", "programme.innovationtheme", "programme.ballot"),
    "projects.project",
}
NAME_OF = {
    **dict.fromkeys(("partners.organisation", "partners.person", "partners.theme"), "name"),
    "events.meeting": "subject",
}


# What is signed, voted on or decided keeps its words.
KEPT = {
    *("partners.framework", "programme.ballot", "programme.decision"),
    *("programme.innovationtheme", "projects.project"),
}


def hits(person: Any, typed: str) -> dict[str, list[str]]:
    return {each.kind: [row.title for row in each.rows] for each in found_on_desk(typed, person)}


def test_all_kinds_are_looked_through(shelves_now: World) -> None:
    assert set(hits(shelves_now.cast.manager, "x")) == KINDS


def test_each_is_found_by_what_people_call_it(shelves_now: World) -> None:
    manager = shelves_now.cast.manager
    project = Project.objects.order_by("pk").first()
    assert project is not None
    assert hits(manager, project.code)["projects.project"][0] == str(project)
    assert str(project) in hits(manager, project.title)["projects.project"]
    decision = shelves_now.decision
    assert hits(manager, decision.number)["programme.decision"][0].startswith(decision.number)
    assert hits(manager, "carla.smit@people.example")["partners.person"][0] == "Carla Smit"
    assert hits(manager, "bank noordzee")["partners.organisation"] == ["Bank Noordzee"]


def words_for(world: World) -> dict[str, str]:
    """A word of its own for one record of each kind."""
    words = {}
    for number, kind in enumerate(sorted(KINDS)):
        model = apps.get_model(kind)
        name = NAME_OF.get(kind, "title")
        row = model._base_manager.order_by("pk").last()
        assert row is not None, kind
        words[kind] = f"vroegzang{number}q"
        if kind in KEPT:
            words[kind] = row.title
            continue
        model._base_manager.filter(pk=row.pk).update(**{name: words[kind]})
    return words


def test_the_page_opens_for_each_kind(shelves_now: World, enter: Enter) -> None:
    client = enter(shelves_now.cast.manager)
    for kind, word in words_for(shelves_now).items():
        answer = client.get(SEARCH, {"q": word})
        assert answer.status_code == 200
        assert kind in [each.kind for each in answer.context["hits"]]


def test_a_number_is_never_nearly_the_same(shelves_now: World) -> None:
    manager, decision = shelves_now.cast.manager, shelves_now.decision
    short = f"{decision.year}-{decision.sequence}"
    found = hits(manager, short)
    assert found["programme.decision"][0].startswith(decision.number)
    assert found["partners.framework"] == []
    assert not any(hits(manager, "zzzz").values())


def test_a_typing_error_and_accents_do_not_matter(cast_now: Cast) -> None:
    manager = cast_now.manager
    assert "Verzekeraar Haringkade" in hits(manager, "verzekraar")["partners.organisation"]
    cast_now.contact.name = "Zoë Öztürk"
    cast_now.contact.save(update_fields=["name"])
    assert hits(manager, "zoe ozturk")["partners.person"] == ["Zoë Öztürk"]


def test_who_begins_with_it_comes_first(cast_now: Cast) -> None:
    for name in ("De Noord", "Noord", "Noordwind"):
        actions.add_organisation(name=name, sector="bank", actor=None, at=cast_now.at)
    found = hits(cast_now.manager, "noord")["partners.organisation"]
    assert found[:2] == ["Noord", "Noordwind"]
    assert set(found) >= {"De Noord", "Bank Noordzee"}


def test_the_page_leads_to_record_and_register(cast_now: Cast, enter: Enter) -> None:
    organisation = cast_now["FV"]
    page = text_of(enter(cast_now.manager).get(SEARCH, {"q": "vlietland"}))
    assert f'href="{organisation.get_absolute_url()}"' in page
    register = reverse("admin:partners_organisation_change", args=[organisation.pk])
    assert f'href="{register}"' in page
    assert 'value="vlietland"' in page


def test_of_many_the_first_eight_and_how_many_there_are(cast_now: Cast, enter: Enter) -> None:
    for number in range(12):
        actions.add_organisation(name=f"Fonds {number}", sector="fonds", actor=None, at=cast_now.at)
    client = enter(cast_now.manager)
    page = client.get(SEARCH, {"q": "fonds"})
    group = next(each for each in page.context["hits"] if each.kind == "partners.organisation")
    assert (len(group.rows), group.count) == (8, 13)
    listed = client.get(group.register_url)
    assert listed.context["cl"].result_count == group.count


def test_no_question_nothing_found_and_too_much(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.manager)
    for query, code in (("", 200), ("   ", 200), ("xqzwv", 200), ("x" * 101, 422)):
        page = client.get(SEARCH, {"q": query})
        assert page.status_code == code, query
        assert page.context["hits"] == []
    assert "errornote" in page.content.decode()
    assert client.get(SEARCH, {"q": "%_'\"<b>"}).status_code == 200


def test_it_costs_the_same_for_more(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.manager)
    url = f"{SEARCH}?q=fonds"
    few = cost_of(client, url).queries
    rows = [Organisation(name=f"Fonds nummer {n}", sector="fonds") for n in range(60)]
    Organisation.objects.bulk_create(rows)
    more = cost_of(client, url)
    assert more.queries == few == 15
    assert more.rows < 30


def test_only_the_kernteam_searches_here(cast_now: Cast, enter: Enter) -> None:
    for role in ("contact", "director", "outsider", "former"):
        assert enter(getattr(cast_now, role)).get(SEARCH, {"q": "fonds"}).status_code == 302
    assert enter(cast_now.staff).get(SEARCH, {"q": "fonds"}).status_code == 200


def test_who_may_see_little_finds_little(cast_now: Cast) -> None:
    """The search goes by what somebody may see, whoever asks."""
    found = hits(cast_now.outsider, "a")
    assert not any(found.values())


def test_every_page_of_the_desk_has_the_box(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.manager)
    for url in (reverse("admin:index"), reverse("admin:audit_entry_changelist"), SEARCH):
        page = client.get(url).content.decode()
        assert page.count(f'action="{SEARCH}"') == 1
