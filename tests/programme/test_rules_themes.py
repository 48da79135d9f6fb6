"""Every permission about innovation themes, asked for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from programme import actions
from programme.models import ExplorationNote, Facilitator, InnovationTheme
from tests.programme import innovating
from tests.programme.innovating import DAY, acting
from tests.programme.records import KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

INSIDERS = KERNTEAM | PARTNER_PEOPLE
FUND = {"contact", "other_director"}
BANK = {"director", "seat", "substitute"}
EVERYBODY = INSIDERS | {"anonymous", "outsider", "former", "iris", "before"}
STAFF_ONLY = {"": KERNTEAM, "open call": KERNTEAM, "decided call": KERNTEAM}
ON_THEME = {"": KERNTEAM, "own theme": KERNTEAM, "other theme": KERNTEAM}

# permission: {record: who may}; "" asks without a record ("anywhere?"). `iris` guides `own theme`
# and works for no partner; `before` guided it until last week; the bank guides `other theme`.
TABLES: dict[str, dict[str, set[str]]] = {
    "programme.view_themecall": {"": INSIDERS, "open call": INSIDERS, "decided call": INSIDERS},
    "programme.view_innovationtheme": {
        "": INSIDERS | {"iris"},
        "proposal": INSIDERS,
        "own theme": INSIDERS | {"iris"},
        "other theme": INSIDERS,
    },
    "programme.view_facilitator": {
        "": INSIDERS | {"iris"},
        "own facilitator": INSIDERS | {"iris"},
        "other facilitator": INSIDERS,
    },
    "programme.view_explorationnote": {
        "": INSIDERS | {"iris"},
        "own note": INSIDERS | {"iris"},
        "other note": INSIDERS,
    },
    "programme.open_call": STAFF_ONLY,
    "programme.extend_call": STAFF_ONLY,
    "programme.put_themes_to_ballot": STAFF_ONLY,
    "programme.select_in_meeting": STAFF_ONLY,
    "programme.propose_theme": {"": INSIDERS, "open call": INSIDERS, "decided call": INSIDERS},
    "programme.withdraw_theme": {
        "": INSIDERS,
        "proposal": FUND,
        "proposal of the kernteam": KERNTEAM,
    },
    "programme.explore_theme": ON_THEME,
    "programme.deliver_theme": ON_THEME,
    "programme.stop_theme": ON_THEME,
    "programme.add_facilitator": ON_THEME,
    "programme.end_facilitator": {
        "": KERNTEAM,
        "own facilitator": KERNTEAM,
        "other facilitator": KERNTEAM,
    },
    "programme.write_log": {
        "": KERNTEAM | BANK | {"iris"},
        "own theme": KERNTEAM | {"iris"},
        "other theme": KERNTEAM | BANK,
        "proposal": KERNTEAM,
    },
    "programme.correct_log": {
        "": KERNTEAM | BANK | {"iris"},
        "own note": KERNTEAM | {"iris"},
        "other note": KERNTEAM | {"seat"},
    },
}


@pytest.fixture
def records(cast: Cast) -> dict[str, Any]:
    """What is asked about; and everybody's person at the moment of the cast."""
    own = innovating.exploring(cast)
    other = InnovationTheme.objects.get(title=innovating.TITLES[1])
    day, bank = (cast.at - DAY).date(), cast["BN"]
    actions.explore_theme(other, exploring_on=day, **acting(cast, cast.at - DAY))
    theirs = actions.add_facilitator(other, organisation=bank, from_on=day, **acting(cast))
    cast.people["before"] = innovating.guide(cast, own, name="Eerder Iemand")
    actions.end_facilitator(
        Facilitator.objects.get(person=cast.before), until_on=day, **acting(cast)
    )
    cast.people["iris"] = innovating.guide(cast, own)
    facts = {"kind": "step", "text": "Gedaan.", "at": cast.at}
    call = innovating.call_of(cast, at=cast.at - DAY, year=cast.at.year + 1)
    return {
        "": None,
        "open call": call,
        "decided call": own.call,
        "proposal": innovating.propose(cast, call, "Van het fonds", at=cast.at),
        "proposal of the kernteam": innovating.propose(
            cast, call, "Van ons", organisation=None, actor=cast.manager, at=cast.at
        ),
        "own theme": own,
        "other theme": other,
        "own facilitator": Facilitator.objects.get(person=cast.iris),
        "other facilitator": theirs,
        "own note": actions.write_note(own, actor=cast.iris, **facts),
        "other note": actions.write_note(other, actor=cast.seat, **facts),
    }


def test_who_may_what(cast: Cast, records: dict[str, Any]) -> None:
    ask: Callable[[str, str, Any], bool] = lambda role, permission, record: getattr(  # noqa: E731
        cast, role
    ).has_perm(permission, record)
    wrong = {
        (permission, name): found ^ expected
        for permission, table in TABLES.items()
        for name, expected in table.items()
        for found in [{role for role in EVERYBODY if ask(role, permission, records[name])}]
        if found != expected
    }
    assert wrong == {}


def test_seeing_is_membership_of_what_is_visible(cast: Cast, records: dict[str, Any]) -> None:
    for name, model in (("own theme", InnovationTheme), ("own note", ExplorationNote)):
        record = records[name]
        for role in EVERYBODY:
            person = getattr(cast, role)
            visible = model.objects.visible_to(person).filter(pk=record.pk).exists()
            permission = f"programme.view_{model.__name__.lower()}"
            assert person.has_perm(permission, record) == visible, (role, name)
