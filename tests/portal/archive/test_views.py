"""The pages of the archive and of requests: only for the kernteam, and doing what they say."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from django.urls import reverse

from partners.actions import judge_openness, receive_request
from programme.models import Decision
from schuldenlab.audit.models import Entry
from schuldenlab.documents.actions import keep_document
from schuldenlab.documents.models import Openness, WooRequest, YearExport, YearTransfer
from schuldenlab.portal.archive.register import Wanted, records_of
from tests.portal.archive.bags import Opened
from tests.programme.pages import counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from django.test import Client

    from tests.house.world import World

    Enter = Callable[..., Client]


@pytest.fixture
def world(shelves_now: World) -> World:
    return shelves_now


@pytest.fixture
def staff(world: World, enter: Enter) -> Client:
    return enter(world.cast.staff)


def woo(world: World, **facts: Any) -> WooRequest:
    cast = world.cast
    asked = {"reference": "Woo 2026-1", "subject": "Overleg", "received_on": cast.at.date()}
    return receive_request(**{**asked, **facts}, actor=cast.staff, at=cast.at)


def zipped(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_the_list_of_a_year(world: World, staff: Client) -> None:
    year = world.cast.at.year
    address = reverse("portal:archive-year", args=[year])
    page = staff.get(address)
    assert page.status_code == 200
    assert 'name="r"' in page.content.decode()
    only = staff.get(address, {"soort": "decision"})
    asked = Wanted.of_year(year, kind="decision")
    assert [row.record for row in only.context["rows"]] == records_of(asked)
    assert staff.get(address, {"soort": "koning"}).status_code == 422
    assert staff.get(reverse("portal:archive-year", args=[year + 1])).status_code == 404


def test_one_is_judged_and_judged_again(world: World, staff: Client) -> None:
    decision = Decision.objects.first()
    address = f"{reverse('portal:archive-judge')}?r=decision-{decision.pk}"
    assert staff.get(address).status_code == 200
    wrong = staff.post(address, {"state": "closed", "explanation": "Geheim."})
    assert wrong.status_code == 422
    assert "Geheim." in wrong.content.decode()
    staff.post(address, {"state": "closed", "grounds": ["5.2"], "explanation": "Geheim."})
    staff.post(address, {"state": "open"})
    rows = Openness.objects.filter(subject_id=decision.pk).order_by("pk")
    assert [row.state for row in rows] == ["closed", "open"]
    assert rows[0].judged_by == world.cast.staff
    assert Entry.objects.filter(verb="judge_openness").count() == 2
    assert "Geheim." in staff.get(address).content.decode()


def test_many_are_judged_at_once(world: World, staff: Client) -> None:
    records = records_of(Wanted())[:5]
    query = "&".join(f"r={record.key}" for record in records)
    address = f"{reverse('portal:archive-judge')}?{query}"
    answer = staff.post(address, {"state": "open"})
    assert answer.status_code == 302
    assert Openness.objects.count() == 5
    for odd in ("", "?r=koning-1", "?r=decision-999999"):
        assert staff.get(reverse("portal:archive-judge") + odd).status_code == 404


def test_a_redacted_version_is_another_document(world: World, staff: Client) -> None:
    cast = world.cast
    whole, blacked = (
        keep_document(b"%PDF-1.7\n" + name, name="stuk.pdf", actor=cast.staff, at=cast.at)
        for name in (b"heel", b"zwart")
    )
    address = f"{reverse('portal:archive-judge')}?r=document-{whole.pk}"
    said = {"state": "partly", "grounds": ["5.1.2e"], "redacted": blacked.pk}
    assert staff.post(address, {**said, "redacted": whole.pk}).status_code == 422
    assert staff.post(address, said).status_code == 302
    assert Openness.objects.get().redacted == blacked


def test_a_year_as_a_file(world: World, staff: Client) -> None:
    year = world.cast.at.year
    address = reverse("portal:archive-export", args=[year])
    assert staff.get(address).status_code == 200
    assert YearExport.objects.count() == 0
    answer = staff.post(address)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    bag = Opened(zipped(answer))
    assert bag.faults() == []
    export = YearExport.objects.get()
    assert (export.exported_by, export.year) == (world.cast.staff, year)
    assert Entry.objects.get(verb="export_year").actor_id == world.cast.staff.pk
    assert staff.post(reverse("portal:archive-export", args=[year + 1])).status_code == 404


def test_the_manager_records_a_transfer_of_a_year_that_is_over(world: World, enter: Enter) -> None:
    cast = world.cast
    old = YearExport.objects.create(
        year=cast.at.year - 1, sha256="a" * 64, size=1, records=1, at=cast.at - timedelta(days=1)
    )
    new = YearExport.objects.create(
        year=cast.at.year, sha256="b" * 64, size=1, records=1, at=cast.at - timedelta(days=1)
    )
    manager = enter(cast.manager)
    said = {"reference": "HGA 12", "on": f"{cast.at:%d-%m-%Y}"}
    assert manager.post(reverse("portal:archive-transfer", args=[new.pk]), said).status_code == 422
    address = reverse("portal:archive-transfer", args=[old.pk])
    assert manager.get(address).status_code == 200
    assert manager.post(address, said).status_code == 302
    assert YearTransfer.objects.get().export == old
    assert manager.post(address, said).status_code == 422
    assert manager.get(reverse("portal:archive")).status_code == 200


def test_a_request_from_letter_to_answer(world: World, staff: Client) -> None:
    cast = world.cast
    typed = {"reference": " Woo  2026-7 ", "subject": "Het besluit"}
    bad = staff.post(reverse("portal:woo-new"), {**typed, "received_on": "gisteren"})
    assert bad.status_code == 422
    staff.post(reverse("portal:woo-new"), {**typed, "received_on": f"{cast.at:%d-%m-%Y}"})
    request = WooRequest.objects.get()
    assert request.reference == "Woo 2026-7"
    decision = Decision.objects.first()
    choose = reverse("portal:woo-choose", args=[request.pk])
    assert staff.get(choose).status_code == 200
    word = decision.title.split()[0]
    found = staff.get(choose, {"q": word, "soort": "decision"})
    key = f"decision-{decision.pk}"
    assert key in [row.record.key for row in found.context["rows"]]
    staff.post(f"{choose}?q={word}", {"r": [key], "shown": [key]})
    assert request.items.filter(taken_off_at=None).count() == 1
    answer = reverse("portal:woo-answer", args=[request.pk])
    assert staff.post(answer).status_code == 422
    judge_openness([decision], state="open", actor=cast.staff, at=cast.at)
    detail = reverse("portal:woo-detail", args=[request.pk])
    assert staff.get(detail).status_code == 200
    for kind in ("csv", "xlsx", "ods"):
        file = staff.get(reverse("portal:woo-inventory", args=[request.pk, kind]))
        assert file.status_code == 200
    made = staff.post(reverse("portal:woo-export", args=[request.pk]))
    with ZipFile(io.BytesIO(zipped(made))) as file:
        names = [name.split("/", 1)[1] for name in file.namelist()]
    assert "data/stukken/0001-decision.html" in names
    assert staff.post(answer).status_code == 302
    request.refresh_from_db()
    assert request.answered_at is not None
    assert staff.post(f"{choose}?q={word}", {"shown": [key]}).status_code == 422
    assert staff.get(detail).status_code == 200
    assert staff.get(reverse("portal:woo-list")).status_code == 200


def test_what_is_unticked_is_taken_off_and_stays_on_record(world: World, staff: Client) -> None:
    request, decision = woo(world), Decision.objects.first()
    key = f"decision-{decision.pk}"
    choose = f"{reverse('portal:woo-choose', args=[request.pk])}?q=besluit"
    staff.post(choose, {"r": [key], "shown": [key]})
    staff.post(choose, {"shown": [key]})
    staff.post(choose, {"r": [key], "shown": [key]})
    assert request.items.count() == 2
    assert request.items.filter(taken_off_at=None).count() == 1


@pytest.mark.parametrize("count", [1, 25])
def test_lists_cost_the_same_for_many(world: World, staff: Client, count: int) -> None:
    cast = world.cast
    for number in range(count):
        keep_document(b"%PDF-1.7\n", name=f"stuk {number}.pdf", actor=cast.staff, at=cast.at)
    with counted() as cost:
        staff.get(reverse("portal:archive-year", args=[cast.at.year]), {"soort": "document"})
    assert cost.queries == LIST_COSTS
    request = woo(world)
    choose = f"{reverse('portal:woo-choose', args=[request.pk])}?q=stuk"
    with counted() as cost:
        staff.get(choose)
    assert cost.queries == CHOOSE_COSTS


LIST_COSTS, CHOOSE_COSTS = 7, 11
