"""A year as one file: a sound bag, every record once, nothing of another year, always the same."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import override_settings

from partners.actions import judge_openness
from partners.querysets import local_day
from programme.models import Ballot, Decision
from projects.models import Phase, Project
from schuldenlab.documents.actions import keep_document
from schuldenlab.documents.models import Document
from schuldenlab.portal.archive.mdto import NAMESPACE, information_xml
from schuldenlab.portal.archive.register import Record, Wanted, records_named, records_of
from schuldenlab.portal.archive.said import Context, information_of
from tests.portal.archive.bags import Opened, made

if TYPE_CHECKING:
    from tests.house.world import World

PDF = b"%PDF-1.7\nEen stuk.\n%%EOF"
INFORMATION = (
    *("identificatieKenmerk", "naam", "classificatie", "waardering", "archiefvormer"),
    *("dekkingInTijd", "beperkingGebruikType", "aggregatieniveau"),
)
FILE = ("identificatieKenmerk", "naam", "omvang", "bestandsformaat", "checksumWaarde")


@pytest.fixture
def world(shelves_now: World) -> World:
    return shelves_now


def paper(world: World, name: str) -> Document:
    cast = world.cast
    return keep_document(PDF + name.encode(), name=name, actor=cast.staff, at=cast.at)


def test_the_bag_holds_by_its_own_manifest(world: World) -> None:
    content, result = made(world.cast.at.year, world.cast.at)
    bag = Opened(content)
    assert bag.faults() == []
    assert bag.read("bagit.txt") == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    info = bag.info()
    sizes = [len(bag.read(path)) for path in bag.paths if path.startswith("data/")]
    assert info["Payload-Oxum"] == f"{sum(sizes)}.{len(sizes)}"
    assert info["Bagging-Date"] == f"{world.cast.at:%Y-%m-%d}"
    assert result.lost == ()


def test_every_record_of_the_year_once_and_no_other(world: World) -> None:
    year = world.cast.at.year
    expected = records_of(Wanted.of_year(year))
    content, result = made(year, world.cast.at)
    bag = Opened(content)
    numbers = [row["Nummer"] for row in bag.index()]
    assert sorted(numbers) == sorted(record.key for record in expected)
    assert result.records == len(expected)
    described = [path for path in bag.paths if path.endswith(".mdto.xml")]
    records = [path for path in described if not path.endswith(".bestand.mdto.xml")]
    assert len(records) == len(expected)
    assert {row["Dag"][:4] for row in bag.index()} == {str(year)}


def test_twice_the_same_and_later_something_else(world: World) -> None:
    year, at = world.cast.at.year, world.cast.at
    first, _result = made(year, at)
    assert made(year, at)[0] == first
    judge_openness([Decision.objects.first()], state="open", actor=world.cast.staff, at=at)
    assert made(year, at + timedelta(minutes=1))[0] != first


def test_metadata_is_xml_with_what_the_standard_asks(world: World) -> None:
    paper(world, "Stuk.pdf")
    bag = Opened(made(world.cast.at.year, world.cast.at)[0])
    prefix = f"{{{NAMESPACE}}}"
    for path in bag.paths:
        if not path.endswith(".mdto.xml"):
            continue
        root = ET.fromstring(bag.read(path))
        assert root.tag == f"{prefix}MDTO"
        kind = root[0].tag.removeprefix(prefix)
        filled = {each.tag.removeprefix(prefix) for each in root.iter() if each.text or len(each)}
        required = FILE if path.endswith(".bestand.mdto.xml") else INFORMATION
        assert kind == ("bestand" if required is FILE else "informatieobject")
        assert set(required) <= filled, path
        if required is FILE:
            said = root.findtext(f".//{prefix}checksumWaarde")
            assert said == bag.manifest()[path.removesuffix(".bestand.mdto.xml")]


def test_documents_come_with_their_own_bytes_under_safe_names(world: World) -> None:
    odd = [
        "../../etc/passwd.pdf",
        "..\\..\\boot.pdf",
        "C:con.pdf",
        "/abs.pdf",
        "é ü.pdf",
        "....pdf",
    ]
    papers = [paper(world, name) for name in odd]
    bag = Opened(made(world.cast.at.year, world.cast.at)[0])
    for path in bag.zip.namelist():
        assert ".." not in path
        assert not path.startswith("/")
        assert "\\" not in path
    for document in papers:
        row = next(row for row in bag.index() if row["Nummer"] == f"document-{document.pk}")
        with document.file.open("rb") as file:
            assert bag.read(f"data/{row['Bestand']}") == file.read()


def test_what_is_lost_is_said(world: World) -> None:
    gone, damaged = paper(world, "weg.pdf"), paper(world, "stuk.pdf")
    gone.file.storage.delete(gone.file.name)
    where = damaged.file.storage.path(damaged.file.name)
    with open(where, "wb") as file:  # noqa: PTH123 - the path comes from the storage
        file.write(b"iets anders")
    content, result = made(world.cast.at.year, world.cast.at)
    assert set(result.lost) == {f"document-{gone.pk}", f"document-{damaged.pk}"}
    bag = Opened(content)
    assert bag.faults() == []
    page = bag.read("data/index.html").decode()
    assert f"document-{gone.pk}" in page


def test_votes_stand_by_name_and_openness_in_the_index(world: World) -> None:
    cast = world.cast
    decision = Decision.objects.filter(taken_at__year=cast.at.year).first()
    judge_openness(
        [decision],
        state="partly",
        grounds=["5.1.2e", "5.2"],
        explanation="De namen zijn weg.",
        actor=cast.staff,
        at=cast.at,
    )
    bag = Opened(made(cast.at.year, cast.at)[0])
    row = next(row for row in bag.index() if row["Nummer"] == f"decision-{decision.pk}")
    assert row["Openbaarheid"] == "deels openbaar"
    assert "artikel 5.1, lid 2, onder e" in row["Grond"]
    assert "De namen zijn weg." in row["Grond"]
    ballot = Ballot.objects.filter(status="closed", votes__isnull=False).first()
    path = next(path for path in bag.paths if f"{ballot.pk:05d}" in path and "ballot.json" in path)
    data = json.loads(bag.read(path))
    votes = data["parts"]["programme.vote"]
    assert len(votes) == ballot.votes.count()
    assert all(vote["entitlement__organisation__name"] for vote in votes)


def test_the_trail_stops_at_the_moment(world: World) -> None:
    bag = Opened(made(world.cast.at.year, world.cast.at)[0])
    assert "data/overzichten/handelingen.csv" in bag.paths
    assert bag.read("data/overzichten/handelingen.csv").count(b"\r\n") > 1


def test_a_project_is_of_its_first_phase_and_has_no_end_while_it_runs(world: World) -> None:
    project = Project.objects.filter(phases__started_on__isnull=False).first()
    began = min(filter(None, project.phases.values_list("started_on", flat=True)))
    assert coverage(project) == (began.isoformat(), None, None)
    stopped = {"status": "stopped", "stopped_at": world.cast.at, "stop_reason": "Klaar."}
    Project.objects.filter(pk=project.pk).update(**stopped)
    last = local_day(world.cast.at)
    assert coverage(project) == (began.isoformat(), last.isoformat(), f"{last.year + 11}-01-01")


def test_of_a_project_without_a_day_its_own_year_is_known(world: World) -> None:
    started = Phase.objects.filter(started_on__isnull=False)
    projects = list(Project.objects.exclude(pk__in=started.values("project")))
    assert any(project.is_taken_over for project in projects)
    for project in projects:
        only_year = date(project.year, 1, 1)
        day = only_year if project.is_taken_over else local_day(project.recorded_at)
        assert record_of(project).on == day


def record_of(project: Project) -> Record:
    [found] = records_named([f"project-{project.pk}"])
    return found


def coverage(project: Project) -> tuple[str | None, str | None, str | None]:
    """Begin and end of what it covers, and the last day of its term, as the standard has them."""
    with override_settings(ARCHIVE_TERMS={**settings.ARCHIVE_TERMS, "projects": 10}):
        said = information_of(record_of(project), None, [], Context(2026, "x", "y", "z"))
    root = ET.fromstring(information_xml(said))
    names = ("dekkingInTijdBegindatum", "dekkingInTijdEinddatum", "termijnEinddatum")
    begin, end, until = (root.findtext(f".//{{{NAMESPACE}}}{name}") for name in names)
    return begin, end, until


def test_overviews_have_heads_in_words(world: World) -> None:
    bag = Opened(made(world.cast.at.year, world.cast.at)[0])
    tables = [path for path in bag.paths if path.startswith("data/overzichten/")]
    for path in tables:
        if path.endswith(".csv"):
            head = bag.read(path).decode("utf-8-sig").splitlines()[0].split(";")
            assert all(name[0].isupper() and "_" not in name for name in head), path
