"""Letters of the kernteam in the world of the house tests: one draft, one that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events import actions
from events.models import Circular
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.house.world import World


def letter_shelf(world: World) -> None:
    """A draft, and a letter that went to all directors."""
    known = {"kind": "news", "audience": "directors", "text": "Tekst."}
    facts = {"actor": world.cast.manager, "at": world.cast.at}
    actions.draft_circular(subject="Concept", **known, **facts)
    actions.send_circular(actions.draft_circular(subject="Weg", **known, **facts), **facts)


def drafted(world: World) -> int:
    """The number of the letter that nobody got yet."""
    del world
    return Circular.objects.get(subject="Concept").pk


def sent(world: World) -> int:
    """The number of the letter that the directors have."""
    del world
    return Circular.objects.get(subject="Weg").pk


def more_letters(world: World, count: int) -> None:
    """Many letters that went, and more drafts."""
    cast = world.cast
    facts = {"actor": cast.manager, "at": cast.at}
    for number in range(count):
        letter = actions.draft_circular(
            kind="news", audience="network", subject=f"L {number}", text="T", **facts
        )
        if number % 2:
            actions.send_circular(letter, **facts)


def lost_letter(status: str) -> Callable[[World], int]:
    """A letter to the contact that did not arrive, or perhaps not."""

    def written(world: World) -> int:
        cast = world.cast
        facts = {"decision": {"number": 7, "status": "done"}, "text": "Gedaan."}
        key = f"lost-{Letter.objects.count()}"
        template = "programme/mail/decision_settled.txt"
        post(template, [cast.contact.as_recipient()], key, cast.at, context=facts)
        letter = Letter.objects.latest("pk")
        lost = {"status": status, "error": "SMTPDataError", "bounced_at": cast.at}
        Letter.objects.filter(pk=letter.pk).update(**lost)
        return letter.pk

    return written
