"""Projects that ran before the lab was kept here come in from a file, marked for ever."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from projects import actions
from projects.models import Project
from projects.resources import read_projects
from tests.programme import innovating
from tests.projects import building
from tests.projects.building import acting

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
FILE = Path(__file__).resolve().parents[1] / "data" / "projects_schuldenlab070.csv"


def test_the_file_is_read() -> None:
    rows = read_projects(FILE.read_bytes())
    assert len(rows) == 7
    assert rows[0].partners == ("Aegon", "ING")
    assert rows[0].started_on == date(2016, 1, 1)
    began = {each.title: each.started_on for each in rows}
    assert began["Schuldenvrij uit detentie"] == date(2020, 10, 1)
    assert began["Schuldenvrij terug in de maatschappij"] == date(2019, 7, 1)


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"project;start\r\nA;2016\r\n", "schuldfase, doelgroep"),
        (b"", r"empty|leeg"),
        (
            b"project;schuldfase;doelgroep;start;stand;partners;cijfers;bron\nA;;;ooit;;;;\n",
            "row 2",
        ),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, because: str) -> None:
    with pytest.raises(ValueError, match=because):
        read_projects(content)


def test_they_are_taken_over_once(cast: Cast) -> None:
    building.live(cast)
    rows, theme = read_projects(FILE.read_bytes()), innovating.subject(cast)
    made = actions.import_projects(rows, theme=theme, **acting(cast))
    assert len(made) == 7
    assert all(each.is_taken_over for each in made)
    first = Project.objects.get(title="Jongeren Perspectief Fonds")
    assert first.phases.get().is_taken_over
    assert "Aegon, ING" in first.summary
    assert "93 jongeren" in first.figures
    assert actions.import_projects(rows, theme=theme, **acting(cast)) == []


def test_known_organisations_take_part(cast: Cast) -> None:
    building.live(cast)
    cast["GD"].__class__.objects.filter(pk=cast["GD"].pk).update(name="Gemeente Den Haag")
    rows, theme = read_projects(FILE.read_bytes()), innovating.subject(cast)
    actions.import_projects(rows, theme=theme, **acting(cast))
    mine = Project.objects.filter(participations__organisation=cast["GD"])
    assert mine.count() == 3


@pytest.mark.usefixtures("english")
def test_the_command(cast: Cast) -> None:
    out = StringIO()
    with pytest.raises(CommandError, match="no theme"):
        call_command("import_projects", FILE, theme="Niets")
    innovating.subject(cast)
    with pytest.raises(CommandError, match=r"day|dag"):
        call_command("import_projects", FILE, theme="Wonen")
    building.live(cast)
    call_command("import_projects", FILE, theme="Wonen", stdout=out)
    assert "7 projects taken over" in out.getvalue()
