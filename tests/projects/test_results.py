"""What projects bring: indicators, figures that stay, and sums only of equal units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils.html import strip_tags

from projects import actions
from projects.models import Indicator, IndicatorValue
from projects.templatetags.figures import figure
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.programme.pages import cost_of
from tests.projects import building, going
from tests.projects.building import DAY
from tests.projects.test_views import address, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("readers")]
RESULTS = reverse("projects:result-list")
RESULTS_QUERIES, HISTORY_QUERIES = 6, 8


@pytest.fixture
def lab(today: Cast) -> Cast:
    building.live(today)
    return today


# -- figures ---------------------------------------------------------------------------------------


def test_the_newest_figure_counts_and_a_corrected_one_does_not(lab: Cast) -> None:
    row = going.indicator(lab, going.runs(lab))
    going.measured(lab, row, "38", measured_on=(lab.at - 90 * DAY).date())
    wrong = going.measured(lab, row, "620")

    def latest(moment: Any = lab.at) -> Decimal:
        (found,) = Indicator.objects.with_latest(moment)
        return Decimal(found.counted[0].value)

    assert latest() == 620
    at = lab.at + DAY
    facts = {"measured_on": wrong.measured_on, "source": "Telling", "actor": lab.contact}
    right = actions.correct_value(wrong, value=Decimal(62), at=at, **facts)
    assert (latest(), latest(at)) == (620, 62), "a past day answers as it did"
    (found,) = Indicator.objects.with_values(at)
    assert [each.value for each in found.counted] == [62, 38]
    assert right.corrects == wrong
    with pytest.raises(Refused, match="corrected already"):
        actions.correct_value(wrong, value=Decimal(6), at=at, **facts)
    verbs = Entry.objects.filter(subject_type="projects.project", verb__endswith="_value")
    assert sorted(verbs.values_list("verb", flat=True)) == [
        *("add_value", "add_value", "correct_value"),
    ]


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"source": " "}, "where the figure comes from"),
        ({"measured_on": building.DAY}, "still has to come"),
    ],
)
def test_a_figure_has_a_source_and_a_day(lab: Cast, facts: dict[str, Any], because: str) -> None:
    if "measured_on" in facts:
        facts = {"measured_on": (lab.at + DAY).date()}
    row = going.indicator(lab, going.runs(lab))
    with pytest.raises(Refused, match=because):
        going.measured(lab, row, "3", **facts)


def test_what_is_dropped_is_measured_no_longer(lab: Cast) -> None:
    project = going.runs(lab)
    row = going.indicator(lab, project)
    with pytest.raises(Refused, match="of that name"):
        going.indicator(lab, project)
    actions.drop_indicator(row, because="Ander doel.", actor=lab.contact, at=lab.at)
    assert row.is_dropped
    with pytest.raises(Refused, match="measured no longer"):
        going.measured(lab, row, "3")
    with pytest.raises(Refused, match="measured no longer"):
        actions.drop_indicator(row, because="Weer.", actor=lab.contact, at=lab.at)
    assert going.indicator(lab, project, target=Decimal(90)).target == 90


def test_what_was_measured_and_agreed_stays(lab: Cast) -> None:
    row = going.indicator(lab, going.runs(lab))
    value = going.measured(lab, row, "3")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def run(statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    attacks: list[Callable[[], Any]] = [
        value.delete,
        lambda: run("DELETE FROM projects_indicator"),
        lambda: IndicatorValue.objects.update(value=4),
        lambda: Indicator.objects.update(target=1),
        lambda: run("TRUNCATE projects_indicatorvalue CASCADE"),
        lambda: run("TRUNCATE projects_indicator CASCADE"),
    ]
    for attack in attacks:
        with pytest.raises(DatabaseError, match=r"append-only|only its end"), transaction.atomic():
            attack()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("62.0000", "62"),
        ("12.5", "12.5"),
        ("1250", "1,250"),
        ("-0.25", "\N{MINUS SIGN}0.25"),
        ("0", "0"),
    ],
)
def test_a_figure_reads_without_zeros_that_say_nothing(value: str, words: str) -> None:
    assert figure(Decimal(value)) == words


# -- pages -----------------------------------------------------------------------------------------


def test_only_equal_units_are_added_up(lab: Cast, enter: Enter) -> None:
    first = going.indicator(lab, going.runs(lab, "Een"))
    second = going.indicator(lab, going.runs(lab, "Twee"), unit="Huishoudens")
    third = going.indicator(lab, going.runs(lab, "Drie"), unit="ondernemers", name="zzp")
    for row, value in ((first, "62"), (second, "110"), (third, "7")):
        going.measured(lab, row, value)
    page = text(enter(lab.contact).get(RESULTS))
    debts = page.split('id="goal-debts"')[1].split('id="goal-collection"')[0]
    assert "172" in debts
    assert "160" in debts, "the target of both"
    assert debts.count("sl-total") == 1
    assert "different units" in debts
    assert "179" not in strip_tags(debts), "an address may hold such a number"
    assert page.count('id="goal-') == 4, "a heading for each goal of the framework"
    going.measured(lab, third, "9", measured_on=lab.at.date(), source="Jaarverslag")
    page = text(enter(lab.contact).get(RESULTS))
    assert "Jaarverslag" in page


def test_a_figure_is_added_and_corrected_through_the_pages(lab: Cast, enter: Enter) -> None:
    project, client = going.runs(lab), enter(lab.contact)
    words = {"goal": "care", "name": "bespaarde zorg", "unit": "€ per jaar", "target": "60,000"}
    url = address("indicator-add", project.pk)
    assert client.post(url, {**words, "target": "veel"}).status_code == 422
    client.post(url, {**words, "target_on": "31-12-2026"})
    row = Indicator.objects.get()
    assert row.target == 60_000
    add = address("value-add", row.pk)
    refused = client.post(add, {"value": "12", "on": "24-09-2026", "source": "Telling"})
    assert refused.status_code == 422
    assert "Telling" in text(refused)
    client.post(add, {"value": "12.5", "on": "22-09-2026", "source": "Telling"})
    value = IndicatorValue.objects.get()
    correct = address("value-correct", value.pk)
    client.post(correct, {"value": "13", "on": "22-09-2026", "source": "Telling"})
    page = text(client.get(row.get_absolute_url()))
    assert "<s>12.5 € per jaar</s>" in page
    assert "<b>13</b>" in page
    assert ">13<" in text(client.get(project.get_absolute_url()))
    other = enter(lab.other_director)
    assert other.get(add).status_code == 403
    assert add not in text(other.get(row.get_absolute_url()))
    client = enter(lab.contact)
    client.post(address("indicator-drop", row.pk), {"because": "Klaar."})
    answer = client.get(add)
    assert answer["Location"] == row.get_absolute_url()
    assert "Klaar." in text(client.get(row.get_absolute_url()))


@pytest.mark.parametrize("count", [1, 3])
def test_results_cost_the_same_for_more(lab: Cast, enter: Enter, count: int) -> None:
    for number in range(count):
        row = going.indicator(lab, going.runs(lab, f"Project {number}"))
        going.measured(lab, row, "3", measured_on=(lab.at - 9 * DAY).date())
        going.measured(lab, row, "4")
    client = enter(lab.contact)
    assert cost_of(client, RESULTS).queries == RESULTS_QUERIES
    for _more in range(count):
        going.measured(lab, row, "5")
    assert cost_of(client, row.get_absolute_url()).queries == HISTORY_QUERIES
