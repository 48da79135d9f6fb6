"""An import as a run: every state, called twice, raced, and with a worker that dies."""

from __future__ import annotations

from datetime import date
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction
from django.utils import timezone, translation

from partners import actions, tasks
from partners.actions.imports import runs
from partners.models import ImportRun, Organisation
from partners.resources import read_partners
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED, Cast

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = (
    b"organisatie;sector;lid_sinds;contact_naam;contact_email\n"
    b"Nieuw;bank;2020-01-01;N. N.;n@n.example"
)
MIXED = b"organisatie;sector;lid_sinds\nNieuw;bank;2020-01-01\nFout;vis;2020-01-01"
UNDATED = b"organisatie;sector\nNieuw;bank"
STATES = [str(each) for each in ImportRun.Status.values]
WHO: dict[str, Any] = {"actor": None, "at": FIXED}


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def begun(content: bytes = GOOD, *, lines: int = 1) -> ImportRun:
    return actions.begin_import(content, file_name="p.csv", lines=lines, **WHO)


def checked(content: bytes = GOOD) -> ImportRun:
    return actions.check_import(begun(content), read=read_partners, **WHO)


def confirmed(content: bytes = GOOD, **facts: Any) -> ImportRun:
    chosen = {"default_joined_on": None, "skip_invalid": False, **facts}
    return actions.confirm_import(checked(content), **chosen, **WHO)


def trail() -> list[str]:
    entries = Entry.objects.filter(subject_type="partners.importrun").order_by("id")
    return list(entries.values_list("verb", flat=True))


# -- every act in every state --------------------------------------------------------------------

ACTS: dict[str, Callable[[ImportRun], ImportRun]] = {
    "check": lambda run: actions.check_import(run, read=read_partners, **WHO),
    "confirm": lambda run: actions.confirm_import(
        run, default_joined_on=None, skip_invalid=False, **WHO
    ),
    "save": lambda run: actions.save_import(run, read=read_partners, **WHO),
    "fail": lambda run: actions.fail_import(run, error="x", **WHO),
    "withdraw": lambda run: actions.withdraw_import(run, **WHO),
}


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", ACTS)
def test_every_act_in_every_state(act: str, state: str) -> None:
    run = checked()
    ImportRun.objects.get_queryset().filter(pk=run.pk).update(status=state)
    run.refresh_from_db()
    before = trail()
    move = ImportRun.MOVES[act]
    if state in move.sources:
        assert ACTS[act](run).status == move.target
        assert trail() == [*before, act]
    elif act in {"check", "save"}:
        assert ACTS[act](run).status == state  # the clock comes twice, and finds nothing to do
        assert trail() == before
    else:
        with pytest.raises(Refused):
            ACTS[act](run)
        assert trail() == before
    run.refresh_from_db()
    is_over = run.status in {"saved", "failed", "withdrawn"} and run.status != state
    assert (bytes(run.content) == b"") is is_over
    assert Organisation.objects.filter(name="Nieuw").exists() is (run.status == "saved" != state)


@pytest.mark.django_db
def test_saving_writes_once_and_keeps_no_names() -> None:
    run = actions.save_import(confirmed(), read=read_partners, **WHO)
    assert (run.status, run.report["created"], run.report["people_created"]) == ("saved", 1, 1)
    assert "Nieuw" not in str(run.report)
    assert [letter.address for letter in Letter.objects.all()] == ["n@n.example"]
    actions.save_import(run, read=read_partners, **WHO)
    assert Letter.objects.count() == 1
    kept = Entry.objects.filter(subject_type="partners.importrun")
    assert "n@n.example" not in str(list(kept.values_list("facts", flat=True)))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "facts", "words"),
    [
        (MIXED, {}, "1 line is not right"),
        (b"organisatie;sector\nA;vis", {"skip_invalid": True}, "no line that can be saved"),
        (UNDATED, {}, "Since when are they a partner"),
    ],
)
def test_what_cannot_be_confirmed(content: bytes, facts: dict[str, Any], words: str) -> None:
    run = checked(content)
    with pytest.raises(Refused, match=words):
        actions.confirm_import(
            run, **{"default_joined_on": None, "skip_invalid": False, **facts}, **WHO
        )
    run.refresh_from_db()
    assert run.status == "checked"


@pytest.mark.django_db
def test_what_may_be_left_out_and_what_gets_a_date() -> None:
    run = actions.save_import(confirmed(MIXED, skip_invalid=True), read=read_partners, **WHO)
    assert [each["line"] for each in run.report["left_out"]] == [3]
    Organisation.objects.filter(name="Nieuw").update(name="Ander")
    run = confirmed(UNDATED, default_joined_on=date(2019, 6, 1))
    actions.save_import(run, read=read_partners, **WHO)
    new = Organisation.objects.get(name="Nieuw")
    assert new.partnerships.get().joined_on == date(2019, 6, 1)


@pytest.mark.django_db
def test_what_happened_since_the_preview_counts(cast: Cast) -> None:
    run = confirmed()
    actions.invite_for_organisation(
        cast["BN"],
        email="n@n.example",
        name="N. N.",
        role="contact",
        may_sign=False,
        from_on=FIXED.date(),
        **WHO,
    )
    actions.save_import(run, read=read_partners, **WHO)
    assert (run.status, run.error) == ("failed", "1 line is not right. Nothing was saved.")
    assert not Organisation.objects.filter(name="Nieuw").exists()


@pytest.mark.django_db
def test_a_file_that_cannot_be_read() -> None:
    run = checked(b"naam\nA")
    assert (run.status, bytes(run.content)) == ("failed", b"")
    assert "no column “organisatie”" in run.error


# -- the clock -----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_clock_finds_what_is_due(cast: Cast) -> None:
    run = actions.begin_import(
        GOOD, file_name="p.csv", lines=1, actor=cast.manager, at=timezone.now()
    )
    assert tasks.work_on_imports() == 1
    assert tasks.work_on_imports() == 0
    run.refresh_from_db()
    assert (run.status, trail()) == ("checked", ["begin_import", "check"])
    entry = Entry.objects.get(verb="check")
    assert (entry.origin, entry.actor_id) == ("clock", cast.manager.pk)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OperationalError("lock"), "uploaded", ""),
        (IntegrityError("Key (email)=(a@b.example) exists"), "failed", "at that moment"),
        (MemoryError("a@b.example"), "failed", "on our side"),
    ],
)
def test_a_file_that_breaks_something_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    status: str,
    words: str,
) -> None:
    bad, good = begun(b"bad"), begun()

    def read(data: bytes, note: Any) -> Any:
        if data == b"bad":
            raise error
        return read_partners(data, note)

    monkeypatch.setattr(tasks, "read_partners", read)
    with translation.override("nl"):
        tasks.work_on_imports()
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.status, good.status) == (status, "checked")
    assert bool(bad.error) is bool(words)
    assert "a@b.example" not in caplog.text + bad.error


# -- two at once ---------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_lets_go() -> None:
    """While one holds the run the other leaves it alone; when it is gone the other goes on."""
    run = confirmed()
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [runs.RUN_LOCK, run.pk])
        assert tasks.work_on_imports() == 0
    finally:
        other.close()  # as the server sees a process that was killed
    assert tasks.work_on_imports() == 1
    assert Organisation.objects.filter(name="Nieuw").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_save_once() -> None:
    run = confirmed()
    done: list[int] = []

    def work() -> None:
        done.append(tasks.work_on_imports())
        connections.close_all()

    threads = [Thread(target=work) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.refresh_from_db()
    assert (run.status, trail().count("save")) == ("saved", 1)
    assert Organisation.objects.filter(name="Nieuw").count() == Letter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_looks_on_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """From outside, while the one transaction is open; and of its rows nothing is seen yet."""
    lines = [f"Org {number};bank;2020-01-01" for number in range(ImportRun.LONG * 2)]
    content = "\n".join(["organisatie;sector;lid_sinds", *lines]).encode()
    run = begun(content, lines=len(lines))
    seen: list[tuple[int, int]] = []
    beside = connection.copy()

    def look() -> None:
        with beside.cursor() as cursor:
            cursor.execute("SELECT done FROM partners_importrun WHERE id = %s", [run.pk])
            (done,) = cursor.fetchone()
            cursor.execute("SELECT count(*) FROM partners_organisation")
            seen.append((done, cursor.fetchone()[0]))

    noted = runs.Progress.__call__

    def note(self: runs.Progress, done: int) -> None:
        noted(self, done)
        look()

    monkeypatch.setattr(runs.Progress, "__call__", note)
    try:
        actions.check_import(run, read=read_partners, **WHO)
        actions.confirm_import(run, default_joined_on=None, skip_invalid=False, **WHO)
        actions.save_import(run, read=read_partners, **WHO)
        look()
    finally:
        beside.close()
    half, whole = ImportRun.LONG, ImportRun.LONG * 2
    assert seen == [(250, 0), (500, 0), (750, 0), (1000, 0), (half, 0), (whole, 0), (whole, whole)]


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_halfway_has_saved_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    run = confirmed()

    def die(*_args: Any, **_facts: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(runs, "as_result", die)
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            tasks.work_on_imports()
    assert not Organisation.objects.exists()
    assert not Letter.objects.exists()
    assert tasks.work_on_imports() == 1
    run.refresh_from_db()
    assert run.status == "saved"
