"""Every permission about step-in rounds, for everybody; and whose answers each of them sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from funding.models import StepInAnswer, StepInOffer, StepInRound
from projects.models import Leadership, Stake, Stuurgroep, StuurgroepMember
from tests.funding.records import DAY, make_plan
from tests.funding.rounds import answer, offer_to, open_round
from tests.funding.test_rules import EVERYBODY, INSIDERS, RAAD, STEERS, out_of_the_raad
from tests.programme.records import KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
BANK = {"director", "seat", "substitute"}
FUND = {"contact", "other_director"}
READERS = KERNTEAM | RAAD
STAFF = {"": KERNTEAM, "round": KERNTEAM, "other round": KERNTEAM}
OFFERED = {
    "": KERNTEAM | PARTNER_PEOPLE,
    "offer": KERNTEAM | BANK,
    "offer to the fund": KERNTEAM | FUND,
}
TABLES: dict[str, dict[str, set[str]]] = {
    "funding.open_round": {"": KERNTEAM, "plan": KERNTEAM},
    "funding.close_round": STAFF,
    "funding.remind_round": STAFF,
    "funding.view_stepinround": {
        "": INSIDERS | STEERS,
        "round": INSIDERS | STEERS,
        "other round": INSIDERS,
    },
    "funding.view_stepinoffer": OFFERED,
    "funding.answer_round": OFFERED,
    "funding.view_stepinanswer": {
        "": KERNTEAM | PARTNER_PEOPLE | STEERS,
        "answer": READERS | BANK | STEERS | {"contact"},
        "other answer": READERS | BANK,
    },
    "funding.read_answers": {
        "": READERS | STEERS | {"contact"},
        "round": READERS | STEERS | {"contact"},
        "other round": READERS,
    },
    "funding.read_shares": {
        "": READERS | STEERS,
        "round": READERS | STEERS,
        "other round": READERS,
    },
}


@pytest.fixture
def records(cast: Cast) -> dict[str, Any]:
    """Two rounds; the contact of the fund leads the first project, the outsider steers it."""
    plan = make_plan(cast, cast.at)
    found, other = open_round(cast, plan), open_round(cast)
    Leadership.objects.filter(project=other.plan.phase.project).update(
        until_on=(cast.at - 2 * DAY).date(), ended_at=cast.at
    )
    facts = {
        "stuurgroep": Stuurgroep.objects.create(project=plan.phase.project),
        "from_on": (cast.at - DAY).date(),
    }
    stake = Stake.objects.create(organisation=cast["WK"], text="Water", **facts)
    StuurgroepMember.objects.create(stake=stake, person=cast.outsider, is_chair=True, **facts)
    return {
        "": None,
        "plan": plan,
        "round": found,
        "other round": other,
        "offer": offer_to(cast, found, "BN"),
        "offer to the fund": offer_to(cast, found, "FV"),
        "answer": answer(cast, found, "BN", "later"),
        "other answer": answer(cast, other, "BN", "later"),
    }


def test_who_may_what(cast: Cast, records: dict[str, Any]) -> None:
    wrong = {}
    for permission, table in TABLES.items():
        for name, expected in table.items():
            found = {
                role
                for role in EVERYBODY
                if getattr(cast, role).has_perm(permission, records[name])
            }
            if found != expected:
                wrong[permission, name] = found ^ expected
    assert wrong == {}


def test_the_lists_hold_what_the_permissions_say(cast: Cast, records: dict[str, Any]) -> None:
    for role in EVERYBODY:
        person = getattr(cast, role)
        for model, permission in (
            (StepInRound, "view_stepinround"),
            (StepInOffer, "view_stepinoffer"),
            (StepInAnswer, "view_stepinanswer"),
        ):
            seen = set(model.objects.visible_to(person))  # type: ignore[attr-defined]
            allowed = {
                each
                for each in model.objects.all()  # type: ignore[attr-defined]
                if person.has_perm(f"funding.{permission}", each)
            }
            assert seen == allowed, (role, permission)


def test_who_left_the_raad_reads_only_its_own(cast: Cast, records: dict[str, Any]) -> None:
    out_of_the_raad(cast)
    assert not StepInAnswer.objects.visible_to(cast.seat_ZD).exists()
    assert StepInAnswer.objects.visible_to(cast.seat).count() == 2
    assert not cast.seat_ZD.has_perm("funding.read_shares", records["round"])
    assert not cast.seat_ZD.has_perm("funding.read_answers", records["round"])
