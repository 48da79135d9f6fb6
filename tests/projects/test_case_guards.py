"""What was put before the programmaraad stands still in PostgreSQL too, whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from projects import actions
from projects.models import BusinessCase, CaseLine, CaseParty, DiscountRate
from projects.sealing import broken_cases, is_intact
from schuldenlab.portal.integrity import check_all
from tests.projects import building
from tests.projects.building import acting

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def refused(statement: str, *values: Any, because: str = r"\w") -> None:
    with (
        pytest.raises(DatabaseError, match=because),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, values)


def made(cast: Cast, state: str) -> BusinessCase:
    project = building.opened(cast)
    if state == "draft":
        return building.drafted_case(cast, project)
    return {"submitted": building.submitted_case, "approved": building.approved_case}[state](
        cast, project
    )


@pytest.mark.parametrize("state", ["submitted", "approved"])
@pytest.mark.parametrize(
    "change",
    ["base_year = 2020", "horizon = 3", "notes = 'X'", "version = 9", "sha256 = repeat('a', 64)"],
)
def test_what_a_version_says_stays(cast: Cast, state: str, change: str) -> None:
    case = made(cast, state)
    refused(f"UPDATE projects_businesscase SET {change} WHERE id = %s", case.pk)
    refused("DELETE FROM projects_businesscase WHERE id = %s", case.pk, because="on record")


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_its_lines_and_parties_stay(cast: Cast, state: str) -> None:
    case = made(cast, state)
    line, party = case.lines.first(), case.parties.last()
    for statement in (
        "UPDATE projects_caseline SET price = 2 WHERE id = %s",
        "UPDATE projects_caseline SET text = 'X' WHERE id = %s",
        "DELETE FROM projects_caseline WHERE id = %s",
    ):
        refused(statement, line.pk, because="stand still")
    refused("UPDATE projects_caseparty SET name = 'X' WHERE id = %s", party.pk, because="stand")
    refused("DELETE FROM projects_caseparty WHERE case_id = %s", case.pk, because="stand still")
    refused(
        "INSERT INTO projects_caseline (case_id, party_id, position, kind, text, category, unit,"
        " is_effect, quantities, effect, price, deadweight, low, high, certainty, source)"
        " SELECT case_id, party_id, 99, kind, text, category, unit, is_effect, quantities, effect,"
        " price, deadweight, low, high, certainty, source FROM projects_caseline WHERE id = %s",
        line.pk,
        because="stand still",
    )
    assert is_intact(case)


def test_a_line_does_not_move_into_an_approved_version(cast: Cast) -> None:
    case = made(cast, "approved")
    facts = {"base_year": 2026, "price_year": 2026, "rate": case.discount_rate}
    copy = actions.copy_case(case, **facts, **acting(cast))
    line = copy.lines.first()
    refused("UPDATE projects_caseline SET case_id = %s WHERE id = %s", case.pk, line.pk)
    other = CaseParty.objects.filter(case=case).first()
    refused(
        "UPDATE projects_caseline SET party_id = %s WHERE id = %s",
        *(other.pk, line.pk),
        because="its own parties",
    )


def test_approved_is_no_state_to_leave_or_to_begin_with(cast: Cast) -> None:
    case = made(cast, "approved")
    for status in ("draft", "submitted", "dropped"):
        refused("UPDATE projects_businesscase SET status = %s WHERE id = %s", status, case.pk)
    refused("UPDATE projects_businesscase SET decision_id = NULL WHERE id = %s", case.pk)
    refused(
        "UPDATE projects_businesscase SET approved_at = now() WHERE id = %s",
        case.pk,
        because="stays as it is",
    )


def test_a_draft_is_not_approved_past_the_raad(cast: Cast) -> None:
    case, decision = made(cast, "draft"), building.decision(cast)
    refused(
        "UPDATE projects_businesscase SET status = 'approved', sha256 = repeat('a', 64),"
        " submitted_at = now(), approved_at = now(), decision_id = %s WHERE id = %s",
        *(decision.pk, case.pk),
        because="no way from draft to approved",
    )


def test_another_seal_is_not_approved(cast: Cast) -> None:
    case, decision = made(cast, "submitted"), building.decision(cast)
    refused(
        "UPDATE projects_businesscase SET status = 'approved', sha256 = repeat('a', 64),"
        " approved_at = now(), decision_id = %s WHERE id = %s",
        *(decision.pk, case.pk),
        because="what was submitted",
    )


@pytest.mark.parametrize("model", [BusinessCase, CaseLine, CaseParty, DiscountRate])
def test_the_tables_are_not_emptied(cast: Cast, model: Any) -> None:
    made(cast, "approved")
    refused(f"TRUNCATE {model._meta.db_table} CASCADE")
    assert model.objects.exists()


def test_a_rate_is_never_changed(cast: Cast) -> None:
    case = made(cast, "draft")
    refused("UPDATE projects_discountrate SET percent = 1 WHERE id = %s", case.discount_rate_id)
    refused("DELETE FROM projects_discountrate WHERE id = %s", case.discount_rate_id)


def test_whoever_turns_the_guards_off_is_seen(cast: Cast) -> None:
    case = made(cast, "approved")
    assert broken_cases() == []
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE projects_caseline DISABLE TRIGGER USER")
        cursor.execute("UPDATE projects_caseline SET quantities[1] = 11 WHERE kind = 'benefit'")
        cursor.execute("ALTER TABLE projects_caseline ENABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    assert broken_cases() == [case]
    parts = [each["part"] for each in check_all(cast.at)["errors"]]
    assert "case" in parts
