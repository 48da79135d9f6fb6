"""The log: in words, looked through, and taken along as a file."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils.timezone import localtime
from openpyxl import load_workbook

from schuldenlab.audit.actions import record
from schuldenlab.audit.models import Entry
from schuldenlab.web.resources.trail import AT_ONCE
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db

LOG = reverse("admin:audit_entry_changelist")


def export(client: Client, kind: str, query: str = "") -> Any:
    return client.post(reverse("admin:audit_entry_export", args=[kind]) + query)


def rows_of(answer: Any) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_a_row_is_in_words_and_leads_to_its_record(cast_now: Cast, enter: Enter) -> None:
    organisation = cast_now["FV"]
    record("keep_organisation", organisation, actor=cast_now.staff, at=cast_now.at)
    page = text_of(enter(cast_now.manager).get(LOG))
    row = page.split("<tbody>")[1].split("</tr>")[0]
    assert "keep_organisation" not in row
    assert "Stijn Kok" in row
    assert organisation.name in row
    assert reverse("admin:partners_organisation_change", args=[organisation.pk]) in row


def test_a_record_that_is_gone_keeps_its_number(cast_now: Cast, enter: Enter) -> None:
    gone = type(cast_now["FV"])(pk=987_654)
    record("keep_organisation", gone, actor=None, at=cast_now.at)
    assert "987654" in text_of(enter(cast_now.manager).get(LOG)).split("<tbody>")[1]


def count(client: Client, query: str) -> int:
    return int(client.get(f"{LOG}?{query}").context["cl"].result_count)


def test_the_log_is_looked_through(cast_now: Cast, enter: Enter) -> None:
    client, organisation = enter(cast_now.manager), cast_now["FV"]
    long_ago = cast_now.at - timedelta(days=900)
    record("discard_ballot", organisation, actor=cast_now.staff, at=long_ago)
    refused = {"actor": cast_now.staff, "at": cast_now.at, "result": Entry.Result.REFUSED}
    record("programme.discard_ballot", organisation, **refused)
    day = f"{localtime(long_ago):%d-%m-%Y}"
    assert count(client, "act=discard_ballot") == 2
    assert count(client, f"act=discard_ballot&from={day}&until={day}") == 1
    assert count(client, f"act=discard_ballot&until={day}") == 1
    assert count(client, "act=discard_ballot&result__exact=refused") == 1
    assert count(client, "act=discard_ballot&origin=clock") == 0
    assert count(client, "act=discard_ballot&kind=partners.organisation") == 2
    assert count(client, "act=no_such_act") == 0
    assert count(client, "q=stijn+kok") == 2
    assert count(client, f"q={organisation.pk}&act=discard_ballot") == 2


def test_a_day_that_is_none_is_said_beside_it(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.manager)
    page = client.get(f"{LOG}?from=nonsense")
    assert page.status_code == 200
    assert "between__error" in page.content.decode()
    assert 'type="date"' not in page.content.decode()
    assert page.context["cl"].result_count == Entry.objects.count()


def test_the_filters_keep_each_other(cast_now: Cast, enter: Enter) -> None:
    page = enter(cast_now.manager).get(f"{LOG}?act=add_theme&from=2026-01-01").content.decode()
    days = page.split('<form class="between"')[1].split("</form>")[0]
    assert '<input type="hidden" name="act" value="add_theme">' in days
    assert 'value="2026-01-01"' in days


def test_the_log_costs_the_same_for_more(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.manager)
    record("keep_organisation", cast_now["FV"], actor=cast_now.staff, at=cast_now.at)
    few = cost_of(client, LOG).queries
    for _number in range(60):
        record("keep_organisation", cast_now["FV"], actor=cast_now.staff, at=cast_now.at)
    assert cost_of(client, LOG).queries == few


def test_the_file_holds_what_was_looked_for(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.manager)
    record("discard_ballot", cast_now["FV"], actor=cast_now.staff, at=cast_now.at)
    head, *rows = rows_of(export(client, "csv", "?act=discard_ballot"))
    assert len(rows) == 1
    assert len(head) == len(rows[0])
    assert "Stijn Kok" in rows[0]
    assert cast_now["FV"].name in rows[0]
    assert "discard_ballot" not in rows[0]


def test_all_of_the_log_is_in_the_file(cast_now: Cast, enter: Enter) -> None:
    before = Entry.objects.count()
    _head, *rows = rows_of(export(enter(cast_now.manager), "csv"))
    assert len(rows) == before


def test_a_spreadsheet_holds_the_same_as_text(cast_now: Cast, enter: Enter) -> None:
    evil = {"reason": "=HYPERLINK(1)"}
    record("discard_ballot", cast_now["FV"], actor=None, at=cast_now.at, facts=evil)
    answer = export(enter(cast_now.manager), "xlsx", "?act=discard_ballot")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    cells = list(book.active.iter_rows(min_row=2))
    assert len(cells) == 1
    assert {cell.data_type for cell in cells[0]} <= {"s", "n", "inlineStr"}
    assert all(cell.data_type != "f" for cell in cells[0])


def test_no_cell_of_the_file_is_a_formula(cast_now: Cast, enter: Enter) -> None:
    cast_now.staff.name = "=1+1"
    cast_now.staff.save(update_fields=["name"])
    record("discard_ballot", cast_now["FV"], actor=cast_now.staff, at=cast_now.at)
    _head, row = rows_of(export(enter(cast_now.manager), "csv", "?act=discard_ballot"))
    assert "'=1+1" in row


def test_taking_it_along_is_in_the_log_itself(cast_now: Cast, enter: Enter) -> None:
    export(enter(cast_now.manager), "csv", "?act=add_theme")
    entry = Entry.objects.get(verb="export_trail")
    assert entry.actor_id == cast_now.manager.pk
    assert entry.facts == {"kind": "csv", "asked": "act=add_theme"}
    assert entry.origin == "desk"


def test_only_the_kernteam_takes_it_along(cast_now: Cast, enter: Enter) -> None:
    for role in ("contact", "director", "outsider"):
        assert export(enter(getattr(cast_now, role)), "csv").status_code == 302
    client = enter(cast_now.staff)
    assert client.get(reverse("admin:audit_entry_export", args=["csv"])).status_code == 405
    assert export(client, "pdf").status_code == 404
    assert Entry.objects.filter(verb="export_trail").count() == 0


def test_a_thousand_rows_cost_one_query_for_their_names(
    cast_now: Cast, enter: Enter, django_assert_max_num_queries: Any
) -> None:
    """Memory holds a thousand rows at most, and the database is asked as often."""
    client = enter(cast_now.manager)
    for _number in range(300):
        record("discard_ballot", cast_now["FV"], actor=None, at=cast_now.at)
    answer = export(client, "csv", "?act=discard_ballot")
    assert AT_ONCE == 1_000
    with django_assert_max_num_queries(4):
        assert len(rows_of(answer)) == 301
