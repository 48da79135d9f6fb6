"""The life of a framework: drafting, changing, its document, its moves, and two at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from partners import actions
from partners.framework_2020 import ClauseFacts, MeasureFacts
from partners.models import Clause, ClauseMeasure, Framework
from partners.tasks import expire_frameworks
from partners.verification import framework_facts, framework_seal
from schuldenlab.audit.models import Entry
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import written_otherwise
from tests.programme.conftest import english, today

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

__all__ = ["english", "today"]

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
FACTS = ClauseFacts(
    9, "Wij leren", "We learn", "Elk jaar.", "Each year.", (MeasureFacts("signed"),)
)
STATUSES = ["draft", "open", "in_force", "expired"]


def copy_of(cast: Cast, framework: Framework | None = None) -> Framework:
    old = framework or cast.framework
    first = old.ends_on + timedelta(days=1)
    return actions.draft_successor(
        old,
        title="Opvolger",
        starts_on=first,
        ends_on=date(first.year + 3, 12, 31),
        actor=cast.manager,
        at=cast.at,
    )


def put(framework: Framework, status: str, cast: Cast) -> None:
    """In that state, past the moves."""
    at = cast.at if status == "in_force" else None
    written_otherwise(framework, status=status, in_force_at=at)


def verbs() -> list[tuple[str, dict[str, Any]]]:
    return [(entry.verb, entry.facts) for entry in Entry.objects.order_by("pk")]


# -- a copy --------------------------------------------------------------------------------------


def test_a_successor_is_a_copy(cast: Cast) -> None:
    new = copy_of(cast)
    old_facts, new_facts = framework_facts(cast.framework), framework_facts(new)
    differs = {name for name, value in new_facts.items() if old_facts[name] != value}
    assert differs == {"title", "starts_on", "ends_on"}
    assert len(new_facts["clauses"]) == 8
    assert (new.predecessor, new.status, new.host) == (cast.framework, "draft", cast["GD"])
    assert verbs() == [("draft_successor", {"predecessor": cast.framework.pk})]
    assert not Letter.objects.exists()


def test_the_years_of_the_contribution_are_not_copied(cast: Cast) -> None:
    written_otherwise(cast.framework, contribution_from=2024, contribution_until=2027)
    assert copy_of(cast).contribution_from is None


@pytest.mark.usefixtures("english")
def test_one_successor_of_one_that_is_no_draft(cast: Cast) -> None:
    new = copy_of(cast)
    with pytest.raises(Refused, match="There is a next framework already: “Opvolger”"):
        copy_of(cast)
    with pytest.raises(Refused, match="A draft has no successor"):
        copy_of(cast, new)
    assert Framework.objects.count() == 2


def test_days_that_go_back_are_refused(cast: Cast) -> None:
    day = date(2028, 1, 1)
    with pytest.raises(ValidationError):
        actions.draft_successor(
            cast.framework, title="X", starts_on=day, ends_on=day, actor=None, at=cast.at
        )
    assert Framework.objects.count() == 1


# -- changing a draft ----------------------------------------------------------------------------


def test_editing_a_draft(cast: Cast) -> None:
    new = copy_of(cast)
    actions.edit_framework(new, motto="Samen", seats_max=7, actor=cast.staff, at=cast.at)
    new.refresh_from_db()
    assert (new.motto, new.seats_max) == ("Samen", 7)
    changed = {"changed": ["motto", "seats_max"], "was": {"seats_max": 6}, "now": {"seats_max": 7}}
    assert verbs()[-1] == ("edit_framework", changed)
    actions.edit_framework(new, motto="Samen", actor=cast.staff, at=cast.at)
    assert len(verbs()) == 2


def test_numbers_that_cannot_be(cast: Cast) -> None:
    new = copy_of(cast)
    for facts in ({"seats_max": 4}, {"contribution_from": 2030, "contribution_until": 2029}):
        with pytest.raises(ValidationError):
            actions.edit_framework(new, **facts, actor=None, at=cast.at)


def clause_acts(new: Framework) -> dict[str, Callable[..., Any]]:
    clause = new.clauses.first()
    return {
        "add": lambda **known: actions.add_clause(new, facts=FACTS, **known),
        "edit": lambda **known: actions.edit_clause(clause, facts=FACTS, **known),
        "remove": lambda **known: actions.remove_clause(clause, **known),
        "words": lambda **known: actions.edit_framework(new, motto="Y", **known),
        "document": lambda **known: actions.attach_document(new, upload=PDF, name="a", **known),
        "discard": lambda **known: actions.discard_framework(new, **known),
    }


@pytest.mark.parametrize("act", ["add", "edit", "remove", "words", "document", "discard"])
@pytest.mark.parametrize("status", STATUSES[1:])
@pytest.mark.usefixtures("english")
def test_only_a_draft_changes(cast: Cast, status: str, act: str) -> None:
    new = copy_of(cast)
    done = clause_acts(new)[act]
    put(new, status, cast)
    before = framework_seal(new)
    with pytest.raises(Refused, match="This text stays as it is"):
        done(actor=cast.manager, at=cast.at)
    new.refresh_from_db()
    assert framework_seal(new) == before
    assert [verb for verb, _facts in verbs()] == ["draft_successor"]


@pytest.mark.parametrize("status", STATUSES[1:])
def test_the_database_refuses_the_same(cast: Cast, status: str) -> None:
    new = copy_of(cast)
    put(new, status, cast)
    clause = new.clauses.get(number=1)
    for attack in (
        lambda: Framework.objects.filter(pk=new.pk).update(motto="Z"),
        lambda: Framework.objects.filter(pk=new.pk).update(status="draft"),
        lambda: Clause.objects.filter(pk=clause.pk).update(text="Z"),
        lambda: Clause.objects.create(framework=new, number=12, title="Z"),
        lambda: clause.measures.all().delete(),
        lambda: ClauseMeasure.objects.filter(clause=clause).update(by_day=1),
        lambda: ClauseMeasure.objects.create(clause=clause, position=9, code="z"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()


# -- clauses -------------------------------------------------------------------------------------


def test_adding_an_agreement(cast: Cast) -> None:
    new = copy_of(cast)
    clause = actions.add_clause(new, facts=FACTS, actor=cast.staff, at=cast.at)
    assert (clause.number, clause.title, clause.text_en) == (9, "Wij leren", "Each year.")
    assert [(row.code, row.by_month, row.by_day) for row in clause.measures.all()] == [
        ("signed", 12, 31)
    ]
    assert verbs()[-1] == ("add_clause", {"framework": new.pk, "number": 9})


def test_changing_an_agreement(cast: Cast) -> None:
    new = copy_of(cast)
    clause = new.clauses.get(number=1)
    actions.edit_clause(clause, facts=FACTS, actor=cast.staff, at=cast.at)
    assert (clause.number, [row.code for row in clause.measures.all()]) == (9, ["signed"])
    changed = ["measures", "number", "text", "text_en", "title", "title_en"]
    told = {"framework": new.pk, "number": 9, "changed": changed}
    told |= {"was": {"number": 1}, "now": {"number": 9}}
    assert verbs()[-1] == ("edit_clause", told)
    actions.edit_clause(clause, facts=FACTS, actor=cast.staff, at=cast.at)
    assert len(verbs()) == 2
    assert cast.framework.clauses.get(number=1).title != "Wij leren"


@pytest.mark.usefixtures("english")
def test_every_number_once(cast: Cast) -> None:
    new = copy_of(cast)
    taken = ClauseFacts(2, "X", "", "", "", ())
    with pytest.raises(Refused, match="There is an agreement 2 already"):
        actions.add_clause(new, facts=taken, actor=None, at=cast.at)
    with pytest.raises(Refused, match="There is an agreement 2 already"):
        actions.edit_clause(new.clauses.get(number=1), facts=taken, actor=None, at=cast.at)


def test_taking_an_agreement_out(cast: Cast) -> None:
    new = copy_of(cast)
    actions.remove_clause(new.clauses.get(number=2), actor=cast.staff, at=cast.at)
    assert [clause.number for clause in new.clauses.all()] == [1, 3, 4, 5, 6, 7, 8]
    assert verbs()[-1] == ("remove_clause", {"framework": new.pk, "number": 2})
    assert cast.framework.clauses.count() == 8


# -- the document --------------------------------------------------------------------------------


def test_a_next_document_takes_the_place_of_the_first(cast: Cast) -> None:
    new = copy_of(cast)
    for name in ("een.pdf", "twee.pdf"):
        actions.attach_document(new, upload=PDF, name=name, actor=cast.staff, at=cast.at)
    new.refresh_from_db()
    assert new.document is not None
    assert new.document.name == "twee.pdf"
    assert Document.objects.count() == 2
    assert verbs()[-1] == ("attach_document", {"document": new.document.pk})
    assert framework_facts(new)["document"] == new.document.sha256


def test_only_a_pdf(cast: Cast) -> None:
    new = copy_of(cast)
    with pytest.raises(Refused):
        actions.attach_document(new, upload=b"<html>", name="a.pdf", actor=None, at=cast.at)
    assert not Document.objects.exists()


# -- throwing away -------------------------------------------------------------------------------


def test_a_draft_can_be_thrown_away(cast: Cast) -> None:
    new = copy_of(cast)
    key = new.pk
    actions.discard_framework(new, actor=cast.manager, at=cast.at)
    assert Framework.objects.count() == 1
    assert Clause.objects.count() == 8
    entry = Entry.objects.get(verb="discard_framework")
    assert (entry.subject_id, entry.actor) == (str(key), cast.manager)
    assert copy_of(cast).pk != key


# -- moves ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", STATUSES)
def test_opening(cast: Cast, status: str) -> None:
    new = copy_of(cast)
    put(new, status, cast)
    if status != "draft":
        with pytest.raises(Refused):
            actions.open_for_signature(new, actor=cast.manager, at=cast.at)
        return
    actions.open_for_signature(new, actor=cast.manager, at=cast.at)
    assert (new.status, new.opened_at) == ("open", cast.at)
    assert new.sealed_sha256 == framework_seal(new)
    assert verbs()[-1] == ("open_for_signature", {"status": "open"})
    with pytest.raises(Refused):
        actions.open_for_signature(new, actor=cast.manager, at=cast.at)
    kinds = set(Letter.objects.values_list("template", flat=True))
    assert kinds == {"partners/mail/framework_opened.txt"}


@pytest.mark.usefixtures("english")
def test_nothing_to_sign_is_not_opened(cast: Cast) -> None:
    new = copy_of(cast)
    for clause in new.clauses.all():
        actions.remove_clause(clause, actor=None, at=cast.at)
    with pytest.raises(Refused, match="write at least one agreement"):
        actions.open_for_signature(new, actor=cast.manager, at=cast.at)


@pytest.mark.parametrize("status", STATUSES)
def test_bringing_into_force(cast: Cast, status: str) -> None:
    new = copy_of(cast)
    put(new, status, cast)
    if status not in {"draft", "open"}:
        with pytest.raises(Refused):
            actions.bring_into_force(new, actor=cast.manager, at=cast.at)
        return
    actions.bring_into_force(new, actor=cast.manager, at=cast.at)
    assert (new.status, new.in_force_at) == ("in_force", cast.at)
    assert verbs()[-1] == ("bring_into_force", {"status": "in_force"})
    with pytest.raises(Refused):
        actions.bring_into_force(new, actor=cast.manager, at=cast.at)
    assert Framework.objects.current(cast.at.date()) == cast.framework
    assert Framework.objects.current(new.starts_on) == new


# -- the end -------------------------------------------------------------------------------------


def test_the_clock_lets_go_after_the_last_day(cast: Cast) -> None:
    last = cast.framework.ends_on
    over = cast.at.replace(year=last.year + 1, month=1, day=1, hour=0, minute=0)
    assert actions.expire_frameworks(over - timedelta(minutes=1)) == 0
    assert actions.expire_frameworks(over) == 1
    assert actions.expire_frameworks(over) == 0
    cast.framework.refresh_from_db()
    assert (cast.framework.status, cast.framework.expired_at) == ("expired", over)
    entry = Entry.objects.get()
    assert (entry.verb, entry.actor, entry.facts) == ("expire", None, {"status": "expired"})
    assert not Letter.objects.exists()


def test_the_lab_goes_on_under_the_last_one(cast: Cast) -> None:
    """An open one does not hold, whatever its first day says."""
    new = copy_of(cast)
    actions.open_for_signature(new, actor=None, at=cast.at)
    actions.expire_framework(cast.framework, actor=None, at=cast.at)
    assert Framework.objects.current(new.starts_on) == cast.framework
    assert Framework.objects.to_renew(new.starts_on) == cast.framework
    actions.bring_into_force(new, actor=None, at=cast.at)
    assert Framework.objects.current(new.starts_on) == new
    assert Framework.objects.to_renew(new.starts_on) is None


def test_on_the_desk_from_a_year_before_the_end(cast: Cast) -> None:
    first = cast.framework.ends_on.replace(year=cast.framework.ends_on.year - 1)
    assert Framework.objects.to_renew(first - timedelta(days=1)) is None
    assert Framework.objects.to_renew(first) == cast.framework
    assert Framework.objects.to_renew(date(1999, 1, 1)) is None


def test_the_task_does_the_same(today: Cast) -> None:
    assert expire_frameworks() == 0
    written_otherwise(today.framework, ends_on=today.at.date() - timedelta(days=1))
    assert expire_frameworks() == 1
    assert expire_frameworks() == 0
    assert Entry.objects.get().origin == "clock"


# -- two at once ---------------------------------------------------------------------------------


def together(count: int, act: Callable[[Framework], Any], pk: int) -> list[Any]:
    start = Barrier(count)

    def press(_number: int) -> Any:
        try:
            framework = Framework.objects.get(pk=pk)
            start.wait(timeout=10)
            return act(framework)
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(press, range(count)))


@pytest.mark.django_db(transaction=True)
def test_two_who_copy_at_once_make_one(cast_now: Cast) -> None:
    given = together(3, lambda old: copy_of(cast_now, old), cast_now.framework.pk)
    assert sorted(type(each).__name__ for each in given) == ["Framework", "Refused", "Refused"]
    assert Framework.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_open_at_once_open_once(cast_now: Cast) -> None:
    new = copy_of(cast_now)
    known = {"actor": cast_now.manager, "at": cast_now.at}
    given = together(3, lambda row: actions.open_for_signature(row, **known), new.pk)
    assert sorted(type(each).__name__ for each in given) == ["Framework", "Refused", "Refused"]
    assert Entry.objects.filter(verb="open_for_signature").count() == 1


@pytest.mark.django_db(transaction=True)
def test_opening_and_changing_at_once_leave_a_right_seal(cast_now: Cast) -> None:
    new = copy_of(cast_now)
    known = {"actor": cast_now.manager, "at": cast_now.at}
    turns = iter(
        [
            lambda row: actions.open_for_signature(row, **known),
            lambda row: actions.add_clause(row, facts=FACTS, **known),
        ]
    )

    def either(row: Framework) -> Any:
        return next(turns)(row)

    together(2, either, new.pk)
    new.refresh_from_db()
    assert new.status == "open"
    assert new.sealed_sha256 == framework_seal(new)
