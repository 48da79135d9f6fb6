"""Dates, numbers and amounts as each language writes them; what is typed comes back the same."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import formats, translation
from hypothesis import given
from hypothesis import strategies as st

from events.views.words import span_words, time_of_day
from partners.forms.fields import EuroField, day_field
from projects.forms.numbers import NumberField, PercentField
from projects.quarters import Quarter
from projects.views.case_figures import percent, signed
from projects.wording import quarter_in_short, quarter_in_words
from schuldenlab.web.templatetags import look
from tests.cast import ZONE

LANGUAGES = ("nl", "en")
DAY = date(2026, 11, 29)
MOMENT = datetime(2026, 11, 29, 14, 0, tzinfo=ZONE)
TABLE: list[tuple[str, Any, str, str]] = [
    ("day", lambda: look.day(DAY), "zondag 29 november 2026", "Sunday 29 November 2026"),
    ("short day", lambda: look.shortday(DAY), "29 nov", "29 Nov"),
    ("clock", lambda: look.clock(MOMENT), "14.00 uur", "14:00"),
    (
        "deadline",
        lambda: look.deadline(MOMENT),
        "zondag 29 november, 14.00 uur",
        "Sunday 29 November, 14:00",
    ),
    ("span", lambda: span_words(MOMENT, 210), "14.00 – 17.30 uur", "14:00 – 17:30"),
    ("time", lambda: time_of_day(MOMENT.time()), "14.00", "14:00"),
    ("euro", lambda: look.euro(60_000), "€ 60.000", "€60,000"),
    ("cents", lambda: look.euro(Decimal("-1234.5")), "€ −1.234,50", "−€1,234.50"),
    ("signed", lambda: signed(Fraction(-1234)), "− € 1.234", "−€1,234"),
    ("percent", lambda: percent(Decimal("12.50")), "12,5 %", "12.5%"),
    (
        "number",
        lambda: formats.number_format(Decimal("1234.5"), force_grouping=True),
        "1.234,5",
        "1,234.5",
    ),
    (
        "quarter",
        lambda: quarter_in_words(Quarter(2026, 3)),
        "derde kwartaal van 2026",
        "third quarter of 2026",
    ),
    ("short quarter", lambda: quarter_in_short(Quarter(2026, 3)), "K3 2026", "Q3 2026"),
    ("months", lambda: " ".join(look.month_names()[2:5]), "mrt apr mei", "mar apr may"),
]


@pytest.mark.parametrize(("name", "shown", "dutch", "english"), TABLE)
def test_as_each_language_writes_it(name: str, shown: Any, dutch: str, english: str) -> None:
    del name
    for language, words in (("nl", dutch), ("en", english)):
        with translation.override(language):
            assert shown().replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_that_is_shown_can_be_typed(language: str, amount: Decimal) -> None:
    with translation.override(language):
        assert EuroField().clean(look.euro(amount)) == amount


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.decimals(min_value=0, max_value=10**4, places=4))
def test_a_number_that_stands_in_a_form_can_be_sent_again(language: str, number: Decimal) -> None:
    with translation.override(language):
        for field in (NumberField(), PercentField()):
            bound = field.prepare_value(number / (100 if isinstance(field, PercentField) else 1))
            typed = formats.localize_input(bound)
            sent = field.clean(str(typed))
            assert sent * (100 if isinstance(field, PercentField) else 1) == number


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_day_is_typed_the_same_in_both(language: str, day: date) -> None:
    with translation.override(language):
        field = day_field("Day")
        assert field.clean(f"{day:%d-%m-%Y}") == field.clean(f"{day:%d/%m/%Y}") == day
        assert field.clean(str(formats.localize_input(day))) == day


@pytest.mark.parametrize(
    ("language", "typed", "amount"),
    [
        ("nl", "25.000", "25000"),
        ("nl", "€ 25.000,50", "25000.50"),
        ("nl", "1.234.567", "1234567"),
        ("nl", "12,5", "12.5"),
        ("en", "25,000", "25000"),
        ("en", "€25,000.50", "25000.50"),
        ("en", "1,234,567.89", "1234567.89"),
        ("en", "12.5", "12.5"),
    ],
)
def test_an_amount_as_people_type_it(language: str, typed: str, amount: str) -> None:
    with translation.override(language):
        assert EuroField().clean(typed) == Decimal(amount)
        assert NumberField().clean(typed) == Decimal(amount)


@pytest.mark.parametrize("field", [EuroField, NumberField, PercentField])
@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "1.234"), ("en", "25.000"), ("en", "1.234.567"), ("nl", "1,234"), ("nl", "25,000")],
)
def test_what_could_be_a_thousand_times_as_much_is_asked_again(
    field: Any, language: str, typed: str
) -> None:
    with translation.override(language):
        with pytest.raises(ValidationError) as refused:
            field().clean(typed)
        assert refused.value.code == "two_ways"


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "1.234,56"),
        ("en", "12,34"),
        ("nl", "1,234.56"),
        ("nl", "12.34,5"),
        ("nl", "1.23.456"),
    ],
)
def test_the_marks_of_the_other_language_are_no_amount(language: str, typed: str) -> None:
    with translation.override(language), pytest.raises(ValidationError):
        EuroField().clean(typed)
