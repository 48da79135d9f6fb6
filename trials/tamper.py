"""Tampering: every change behind all guards is found against a head that was mailed before.

    .venv/bin/python -m trials.tamper [CHANGES [SEED]]

A year of acts and votes is sealed as it goes, and the head is mailed to the kernteam. Then an
intruder with the rights of a superuser makes one random change at a time, with triggers off; what
`check_integrity` asks of seals and ballots has to find it. Each change is undone, and then nothing
may be found: asked after every tenth. As a control the same is asked without the mailed head.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from trials import stand
from trials.table import Table

if TYPE_CHECKING:
    from datetime import datetime

    from tests.house.world import World
    from trials.intruder import Intruder

CHANGES, SEED = 1_000, 70
BALLOTS = 5
CLEAN = 10  # after every so many changes, with all undone, nothing may be found
HONEST = 25  # acts after which nothing may be found
HEAD = re.compile(r"\b(\d+):([0-9a-f]{64})\b")
WITHOUT_HEAD = {"cut the tail", "re-chain"}  # the database by itself is right again


def main(argv: list[str]) -> int:
    """Change, look, undo; print one table."""
    changes = int(argv[0]) if argv else CHANGES
    chance = Random(int(argv[1]) if len(argv) > 1 else SEED)
    with stand.built("tamper", superuser=True) as place:
        world = place.settled()
        told = tell_year(world)
        table = attacked(chance, changes, told, world.cast.at)
        alarms = honest(place, world, chance, told)
        table.add("honest acts", "all", HONEST, f"{alarms} alarms", "", reached=alarms == 0)
        return table.show()


def tell_year(world: World, ballots: int = BALLOTS) -> dict[int, str]:
    """Ballots with votes, sealed one by one; returns the heads that were mailed."""
    from partners.actions import tell_seal
    from programme import actions
    from schuldenlab.audit.actions import seal_rows
    from tests.cast import SEATS
    from tests.house.world import open_motion, vote

    at = world.cast.at
    for number in range(ballots):
        opened = at - timedelta(days=30 - 2 * number)
        closes = opened + timedelta(days=1)
        ballot = open_motion(world.cast, opened, closes, title=f"Motie {number}")
        for hour, letters in enumerate(SEATS, start=1):
            for choice in ("for", "against")[: 1 + (hour + number) % 2]:
                vote(world.cast, ballot, letters, choice, opened + timedelta(hours=hour))
            if hour == 3:
                seal_rows(opened + timedelta(hours=hour))
        actions.close_ballot(ballot, at=closes)
        seal_rows(closes)
        tell_seal(at=closes)
    seal_rows(at)
    tell_seal(at=at)
    return mailed()


def mailed() -> dict[int, str]:
    """What the letters of the kernteam say, read as a person would read them."""
    from schuldenlab.outbox.models import Letter

    texts = Letter.objects.filter(template="partners/mail/seal_told.txt").values_list("text")
    return {int(number): code for (text,) in texts for number, code in HEAD.findall(text)}


def is_found(at: datetime, heads: dict[int, str]) -> bool:
    """Whether the product's own checks of seals and ballots say that something is wrong."""
    from programme.verification import verify_all
    from schuldenlab.audit.verification import verify_seals

    return bool(verify_seals(at, heads)["errors"]) or not verify_all()["ok"]


def attacked(chance: Random, changes: int, told: dict[int, str], at: datetime) -> Table:
    """The table: by attack and kind of row how many changes were made, found, and found blind."""
    from trials.intruder import TRAIL, VOTES, Intruder

    intruder = Intruder(chance, max(told))
    others = [each for each in intruder.tables() if each not in {TRAIL, VOTES}]
    places = {"audit trail": [TRAIL], "votes": [VOTES], "other rows that stay": others}
    made, seen, blind, alarms = Counter(), Counter(), Counter(), Counter()  # type: ignore[var-annotated]
    for number in range(changes):
        attack = list(intruder.attacks())[number % 5]
        kind = list(places)[number // 5 % 3]
        sight = one_change(intruder, attack, chance.choice(places[kind]), told, at)
        made[attack, kind] += 1
        seen[attack, kind] += sight[0]
        blind[attack, kind] += sight[1]
        if number % CLEAN == 0:
            alarms[attack, kind] += is_found(at, told)
    title = f"Tampering: {changes:,} changes behind all guards, against the heads that were mailed"
    table = Table(title, ("attack", "on", "changes", "found", "found without the head"))
    for key, count in sorted(made.items()):
        expected = 0 if key[0] in WITHOUT_HEAD else count
        is_so = (seen[key], blind[key], alarms[key]) == (count, expected, 0)
        table.add(*key, count, seen[key], blind[key], reached=is_so)
    total = sum(made.values()), sum(seen.values()), sum(blind.values())
    table.add("all", "", *total, reached=total[0] == total[1] == changes)
    undone = sum(alarms.values())
    table.add("undone", "all", -(-changes // CLEAN), f"{undone} alarms", "", reached=undone == 0)
    return table


def one_change(
    intruder: Intruder,
    attack: str,
    table: str,
    told: dict[int, str],
    at: datetime,
    *,
    triggers: str = "ALL",
) -> tuple[bool, bool]:
    """Whether it was found with the mailed heads, and without; undone after."""
    from django.db import transaction

    from trials.intruder import triggers_off

    with transaction.atomic():
        every = intruder.rows if attack in WITHOUT_HEAD else [table]
        with triggers_off(*every, which=triggers):
            intruder.attacks()[attack](table)
        blind = is_found(at, {})
        seen = blind or is_found(at, told)  # a head only adds to what is found without one
        transaction.set_rollback(True)
    return seen, blind


def honest(place: stand.Stand, world: World, chance: Random, told: dict[int, str]) -> int:
    """Acts, seals, acts that fail and acts that come late: how often something was found."""
    from schuldenlab.audit.actions import seal_rows
    from tests.cast import SEATS
    from tests.house.world import vote

    alarms = 0
    late = "INSERT INTO audit_entry (verb, subject_type, subject_id, result, facts, origin, "
    late += "request_id, at) VALUES ('late', 'x', '1', 'done', '{}', 'command', '', now())"
    for number in range(HONEST):
        at = world.cast.at + timedelta(minutes=number)
        with place.connect() as other:
            other.autocommit = False
            other.execute(late)
            vote(world.cast, world.open, chance.choice(list(SEATS)), "for", at)
            seal_rows(at)
            alarms += is_found(at, told)
            other.commit() if number % 3 else other.rollback()
        alarms += is_found(at, told)
        seal_rows(at)
        alarms += is_found(at, told)
    return alarms


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
