"""A word of its own in every text that the product keeps, and each role reading all there is.

Pages, exports, PDFs, calendar feeds, the search, open data, the API and the letters of two months:
each word that somebody reads must be one that this person may know.
"""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import time_machine
from django.apps import apps
from django.conf import settings
from django.db.models import Q
from django.test import Client

from schuldenlab.outbox.models import Letter
from tests.house import hidden
from tests.house.markers import judging, walking
from tests.house.markers.fields import READERS
from tests.house.markers.marking import Marked, mark
from tests.house.markers.planting import MARKER
from tests.house.markers.who import Level
from trials.belonging import KERNTEAM, RAAD, STEERING
from trials.counting import Count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partners.models import Person
    from tests.house.world import World

DAYS = (1, 3, 8, 15, 31, 61)
INVITED = RAAD | STEERING | {"director"}
AMOUNTS = ("funding.Pledge", "funding.Delivery", "funding.Schedule", "funding.CarryOver")
ANSWERS = ("funding.StepInAnswer",)
# What the programmaraad is told before the other partners: what it votes on, and the concept.
OF_RAAD = ("programme.Ballot", "programme.Programme")
# What somebody knows by what they do there, whoever they work for.
BY_PERSON = {
    "outbox.Letter": ("person",),
    "events.Circular": ("recipients__person",),
    "programme.Vote": ("entitlement__seat__delegates__person",),
    "projects.BusinessCase": (
        "project__leaderships__person",
        "project__stuurgroep__stakes__members__person",
    ),
}


def walk(world: World, wanted: Iterable[str]) -> dict[str, Count]:
    """Read as each of these roles; the faults say which text was read that may not be known."""
    with mark(world) as marked:
        everybody: dict[str, Any] = {
            **marked.readers,
            **{role: getattr(world.cast, role) for role in ("seat", "substitute", *KERNTEAM)},
            "new seat": world.cast.seat_VH,
            "leader": world.cast.seat_ZD,
            "stuurgroep": hidden.who_steers(world),
        }
        counts = {
            role: _read(marked, role, everybody[role]) for role in wanted if role in everybody
        }
        counts["a token"] = _with_token(marked)
        _let_the_clock_write(world)
        for role, count in counts.items():
            if role in everybody and everybody[role].is_authenticated:
                _read_letters(marked, role, everybody[role], count)
        return counts


def may_read(marked: Marked, role: str, person: Person) -> set[str]:
    """The markers that this role may come across."""
    planted = marked.planted
    if role in KERNTEAM:
        return of_levels(marked, set(Level) - {Level.NOBODY}) | _by_person(marked, person)
    allowed = judging.shown_to_all(planted) | judging.told_to_own(planted, None, person)
    allowed |= _by_person(marked, person) if person.is_authenticated else set()
    ours = person.standing.organisation_ids if person.is_authenticated else ()
    if not ours:
        return allowed
    allowed |= judging.told_to_partners(planted)
    for organisation in world_organisations(ours):
        allowed |= judging.told_to_own(planted, organisation)
    if role in INVITED:
        allowed |= of_levels(marked, {Level.INVITED})
    if role in RAAD | STEERING:
        allowed |= _of_models(marked, AMOUNTS + ANSWERS)
    return allowed | (_of_models(marked, OF_RAAD) if role in RAAD else set())


def _of_models(marked: Marked, labels: tuple[str, ...]) -> set[str]:
    return {word for word, spot in marked.planted.items() if spot.model in labels}


def _by_person(marked: Marked, person: Person) -> set[str]:
    """The markers in what somebody got, gave, leads or steers."""
    rows: dict[str, set[str]] = {}
    for label, paths in BY_PERSON.items():
        mine = Q(*((path, person.pk) for path in paths), _connector=Q.OR)
        keys = apps.get_model(label)._base_manager.filter(mine).values_list("pk", flat=True)
        rows[label] = {str(key) for key in keys}
    return {
        word for word, spot in marked.planted.items() if str(spot.pk) in rows.get(spot.model, ())
    }


def of_levels(marked: Marked, levels: set[Level]) -> set[str]:
    """The markers in fields of these levels."""
    return {
        word
        for word, spot in marked.planted.items()
        if READERS[spot.model][spot.field].level in levels
    }


def world_organisations(keys: Iterable[int]) -> list[Any]:
    """The organisations with these keys."""
    from partners.models import Organisation

    return list(Organisation.objects.filter(pk__in=keys))


def _read(marked: Marked, role: str, person: Person) -> Count:
    count, allowed = Count(), may_read(marked, role, person)
    urls = marked.desk if role in KERNTEAM else marked.urls
    client = walking.client_of(person)
    found, shown = walking.walk(client, urls)
    asked = _one_of_each(marked, set(marked.planted) - allowed)
    hits, searched = walking.walk(client, walking.searches(asked))
    for word, where in hits.items():
        found[word] |= where
    count.asked.update(read=shown + searched, found=len(set(found) & set(marked.planted)))
    _judge(marked, role, found, allowed, count)
    return count


def _with_token(marked: Marked) -> Count:
    """A program of one partner: what is public, and what is that partner's own."""
    count, own = Count(), marked.world.cast["FV"]
    allowed = judging.shown_to_all(marked.planted) | judging.told_to_own(marked.planted, own)
    headers = {"authorization": f"Bearer {marked.token}"}
    client = Client()
    urls = walking.every_resource(client, **headers)
    found, shown = walking.walk(client, urls, **headers)
    count.asked.update(read=shown, found=len(set(found) & set(marked.planted)))
    _judge(marked, "a token", found, allowed, count)
    return count


def _one_of_each(marked: Marked, words: set[str]) -> list[str]:
    """One marker of each model out of these: a search for every row would take an hour."""
    first: dict[str, str] = {}
    for word in sorted(words):
        first.setdefault(marked.planted[word].model, word)
    return list(first.values())


def _judge(
    marked: Marked, role: str, found: walking.Found, allowed: set[str], count: Count
) -> None:
    for name, where in judging.leaks(found, marked.planted, allowed).items():
        count.faults.append(f"{role} reads {name} at {', '.join(where)}")


# -- letters ---------------------------------------------------------------------------------------


def _let_the_clock_write(world: World) -> None:
    """Every task of the scheduler on days that come, so that each writes what it has to say."""
    for days in DAYS:
        with time_machine.travel(world.cast.at + timedelta(days=days), tick=False):
            for entry in settings.CELERY_BEAT_SCHEDULE.values():
                module, _dot, name = entry["task"].rpartition(".")
                if name not in {"tick", "send_due_letters"}:
                    getattr(import_module(module), name)()


def _read_letters(marked: Marked, role: str, person: Person, count: Count) -> None:
    allowed = may_read(marked, role, person)
    found: walking.Found = {}
    allowed |= of_levels(marked, {Level.INVITED})  # who gets the letter of a meeting is invited
    for letter in Letter.objects.filter(person_id=person.pk):
        said = f"{letter.subject} {letter.text} {letter.html} {letter.calendar}"
        count.asked["letters"] += 1
        for word in MARKER.findall(said):
            found.setdefault(word, set()).add(f"letter {letter.template}")
    _judge(marked, role, found, allowed, count)
