"""Who gets what at which address, by every method: the whole matrix, role by role.

    make check-roles                        # everything
    make check-roles ARGS="contact seat"    # some of the roles

Every address of the resolver must have its lines in the table of addresses; each line is asked for
by seven methods. Every private record is asked for by its owner and by all others: what is another
organisation's answers 404. Then each text that the product keeps gets a word of its own, and each
role reads all pages, files, feeds, searches, the API and its letters: a word that it may not know
is found nowhere.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from trials import stand
from trials.counting import Count
from trials.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partners.models import Person
    from tests.house.test_urls import Visitor
    from tests.house.world import World

# The roles of the table of addresses, and who stands beside it.
ROLES = ("anonymous", "outsider", "contact", "director", "seat", "substitute", "staff", "manager")
BESIDE = (
    *("other_director", "former", "new seat", "leader", "stuurgroep", "stuurgroep elsewhere"),
    "facilitator",
)
KINDS = ("addresses", "own", "may know", "other's", "read", "found", "letters")
COLUMNS = (
    *("role", "lines × methods", "own records", "may know", "another's: 404"),
    *("pages read", "texts found", "letters read", "faults"),
)
MOST = 60


def main(argv: Sequence[str]) -> int:
    """Ask it all, print one table, and say whether nothing was open that should be shut."""
    asked = argparse.ArgumentParser(prog="check-roles", description=__doc__)
    asked.add_argument("roles", nargs="*", help="these roles and no others")
    wanted = asked.parse_args(argv).roles
    logging.disable(logging.CRITICAL)
    with stand.built("roles") as place:
        from django.test.utils import setup_test_environment

        from tests.house.addresses import shelves

        setup_test_environment()
        return look(shelves(place.settled()), wanted)


def look(world: World, wanted: Sequence[str]) -> int:
    """The matrix of the table, then the records, then the texts; what each changed is undone."""
    from trials import matrix, texts

    nameless = matrix.unclassified()
    roles = list(wanted) or [*ROLES, *BESIDE]
    lines = {}
    for role in (each for each in roles if each in ROLES):
        with undone():
            lines[role] = matrix.walk(world, visitor(getattr(world.cast, role)), role)
        say(f"{role}: {sum(lines[role].asked.values()):,} lines × methods")
    with undone():
        belongings = ask_for_records(world, roles)
    with undone():
        words = texts.walk(world, roles)
    shown = Table("Roles × addresses × methods × records × texts", COLUMNS)
    for role in dict.fromkeys([*roles, *words]):
        parts = [found.get(role) or Count() for found in (lines, belongings, words)]
        wrong = [fault for part in parts for fault in part.faults]
        figures = sum((part.asked for part in parts), Counter())
        shown.add(role, *(figures[kind] for kind in KINDS), len(wrong), reached=not wrong)
        print(*wrong[:MOST], sep="\n", end="\n" * bool(wrong), file=sys.stderr)
    shown.add("unclassified addresses", *[0] * len(KINDS), len(nameless), reached=not nameless)
    return shown.show()


def ask_for_records(world: World, roles: Sequence[str]) -> dict[str, Count]:
    """Every private record, by each of these roles."""
    from tests.house import hidden
    from trials import records

    everybody = people(world)
    hidden.secret_shelf(world)
    counts = {}
    for role in roles:
        counts[role] = records.walk(world, visitor(everybody[role]), role, everybody[role])
        say(f"{role}: {sum(counts[role].asked.values()):,} questions for records")
    return counts


def say(words: str) -> None:
    """How far it is; the whole takes a quarter of an hour."""
    print(words, file=sys.stderr, flush=True)


@contextmanager
def undone() -> Iterator[None]:
    """What happens in here has not happened."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def people(world: World) -> dict[str, Person]:
    """Who is who: the roles of the table, other partners, and who stands around a project."""
    from tests.house import hidden

    beside = hidden.strangers(world)
    return {
        **{role: getattr(world.cast, role) for role in (*ROLES, "other_director", "former")},
        "new seat": world.cast.seat_VH,
        "leader": world.cast.seat_ZD,
        "stuurgroep": hidden.who_steers(world),
        "stuurgroep elsewhere": beside["stuurgroep elsewhere"],
        "facilitator": beside["facilitator"],
    }


def visitor(person: Person) -> Visitor:
    """Somebody whose every request is undone."""
    from tests.house.markers.walking import client_of
    from tests.house.test_urls import Visitor

    return Visitor(client_of(person))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
