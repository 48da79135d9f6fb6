from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from partners.models import Framework, KernteamMember, Organisation, Partnership
from schuldenlab.outbox.models import Letter

pytestmark = pytest.mark.django_db
MANAGER = ["--manager-email", "Eva@Stad.example", "--manager-name", "Eva  Stam"]


def set_up(*arguments: str) -> dict[str, bool]:
    out = StringIO()
    call_command("setup_lab", "--json", *arguments, stdout=out)
    return json.loads(out.getvalue())


def test_a_new_lab() -> None:
    assert set_up(*MANAGER) == {"host": True, "framework": True, "manager": True}
    framework = Framework.objects.get()
    assert (framework.title, framework.status) == ("Samenwerkingskader 2020 – 2024", "expired")
    assert (framework.starts_on, framework.ends_on) == (date(2020, 1, 1), date(2024, 12, 31))
    assert (framework.seats_min, framework.seats_max) == (5, 6)
    assert (framework.in_force_at.year, framework.expired_at.year) == (2019, 2024)
    assert Partnership.objects.get().organisation == framework.host
    term = KernteamMember.objects.get()
    assert (term.role, term.person.name) == ("manager", "Eva Stam")
    assert Letter.objects.get().address == "eva@stad.example"


def test_twice_changes_nothing() -> None:
    set_up(*MANAGER)
    assert set_up(*MANAGER) == {"host": False, "framework": False, "manager": False}
    assert Organisation.objects.count() == Framework.objects.count() == Letter.objects.count() == 1


def test_another_city_with_a_framework_of_now() -> None:
    today = timezone.localdate()
    made = set_up(
        *("--host", "Gemeente Elders", "--title", "Kader"),
        *("--starts", (today - timedelta(days=5)).isoformat()),
        *("--ends", (today + timedelta(days=500)).strftime("%d-%m-%Y")),
    )
    assert made == {"host": True, "framework": True, "manager": False}
    assert Framework.objects.get().status == "in_force"
    assert Framework.objects.current(today).host.name == "Gemeente Elders"


def test_the_host_may_be_there_already(cast) -> None:
    assert set_up("--host", "gemeente duinstad")["host"] is False


def test_in_words() -> None:
    out = StringIO()
    call_command("setup_lab", stdout=out)
    assert out.getvalue() == "host: made\nframework: made\nmanager: no change\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--starts", "morgen"],
        ["--ends", "2019-01-01"],
        ["--manager-email", "eva@stad.example"],
        ["--manager-name", "Eva"],
        ["--manager-email", "eva", "--manager-name", "Eva"],
        ["--host", ""],
        ["--title", "x" * 200],
    ],
)
def test_what_cannot_be_right_changes_nothing(arguments: list[str]) -> None:
    with pytest.raises(CommandError) as refusal:
        set_up(*arguments)
    assert refusal.value.returncode == 2
    assert "\n" not in str(refusal.value)
    assert not Organisation.objects.exists()
