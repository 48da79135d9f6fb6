from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.migrations.recorder import MigrationRecorder

from partners import actions
from partners.models import Organisation, Person
from programme.models import Ballot, Commitment, Programme
from schuldenlab.audit.models import Entry
from schuldenlab.demo.models import SentMail
from schuldenlab.demo.prepare import prepare
from schuldenlab.demo.story import opening
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.outbox.models import WEEKLY, Letter

ONCE_A_WEEK = "fenna.dijkgraaf@energiezuiderlicht.example"
DAYS = ["2026-12-31", "2027-01-01"]


@pytest.fixture(autouse=True)
def _mailbox(settings) -> None:
    settings.EMAIL_BACKEND = "schuldenlab.demo.mailbox.MailboxBackend"


def seed(*arguments: str) -> dict[str, object]:
    out = StringIO()
    call_command("seed_demo", "--json", *arguments, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.django_db
@pytest.mark.parametrize("today", DAYS)
def test_the_story_fits_around(today: str) -> None:
    assert seed("--today", today)["told"]
    fits_around(date.fromisoformat(today))


def fits_around(today: date) -> None:
    """What holds on whatever day the story ends."""
    assert Organisation.objects.partners(today).count() == 24
    assert Commitment.objects.filter(answer="yes").count() == 22
    programme = Programme.objects.get(status="adopted")
    assert programme.decision.ballot == programme.ballot
    assert Ballot.objects.get(status="open").votes.count() == 3
    left = Letter.objects.exclude(status__in=["sent", "merged"])
    assert left.get(status="bounced").bounced_at  # one mail came back
    waits = set(left.exclude(status="bounced").values_list("status", "pace", "address"))
    assert waits <= {("waiting", WEEKLY, ONCE_A_WEEK)}


@pytest.mark.django_db
def test_a_summer_day_has_no_next_year_yet() -> None:
    seed("--today", "2026-07-20")
    assert not Ballot.objects.filter(status="open").exists()
    assert Programme.objects.get().status == "adopted"


@pytest.mark.django_db
def test_half_a_story_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_facts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "adopt_frameworks", fail)
    with pytest.raises(KeyboardInterrupt):
        seed("--today", "2026-09-23")
    assert not Entry.objects.exists()
    assert not SentMail.objects.exists()


@pytest.mark.django_db
def test_does_not_mix_with_other_data(cast) -> None:
    with pytest.raises(CommandError) as refusal:
        seed()
    assert refusal.value.returncode == 1
    assert not Entry.objects.filter(origin="story").exists()


@pytest.mark.parametrize("typed", ["morgen", "2026-13-01", "1999-01-01"])
def test_a_bad_day_is_told_in_one_line(typed: str) -> None:
    with pytest.raises(CommandError) as refusal:
        seed("--today", typed)
    assert refusal.value.returncode == 2
    assert "\n" not in str(refusal.value)


@pytest.mark.django_db(transaction=True)
def test_reset_forgets_everything() -> None:
    outsider, _new = actions.invite_person(
        email="x@y.example",
        name="X Y",
        actor=None,
        at=Calendar(date(2026, 9, 1)).at(0, "10:00"),
    )
    assert seed("--today", "2028-02-29", "--reset")["told"]
    fits_around(date(2028, 2, 29))
    assert not Person.objects.filter(email=outsider.email).exists()
    assert Organisation.objects.count() == 27


@pytest.mark.django_db
def test_data_of_an_older_version_are_named() -> None:
    """Before the first release migrations may be written anew; a demo then begins again."""
    MigrationRecorder.Migration.objects.filter(app="audit").delete()
    with pytest.raises(SystemExit, match="make demo-reset"):
        prepare()
