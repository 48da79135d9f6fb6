"""What the filters and tags of the look print, in Dutch and in English."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.web.icons import ICONS
from schuldenlab.web.templatetags import look

NBSP = "\N{NO-BREAK SPACE}"
# 15.00 in UTC is 17.00 on the clock in The Hague, in summer time.
MOMENT = datetime(2026, 10, 9, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _dutch() -> Any:
    with translation.override("nl"):
        yield


def render(source: str, **context: object) -> str:
    return Template("{% load look %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (60000, f"€{NBSP}60.000"),
        (Decimal("60000.00"), f"€{NBSP}60.000"),
        (Decimal("12.5"), f"€{NBSP}12,50"),
        (Decimal("0.005"), f"€{NBSP}0,01"),
        (Decimal(-1250), f"€{NBSP}−1.250"),
        (0, f"€{NBSP}0"),
        ("", ""),
        (None, ""),
    ],
)
def test_euro(amount: Any, words: str) -> None:
    assert look.euro(amount) == words


def test_euro_follows_the_language() -> None:
    with translation.override("en"):
        assert look.euro(Decimal("60000.50")) == "€60,000.50"
        assert look.euro(-1250) == "\N{MINUS SIGN}€1,250"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_an_amount_never_breaks_over_two_lines(amount: Decimal) -> None:
    assert " " not in look.euro(amount)


def test_days() -> None:
    assert look.day(date(2026, 9, 23)) == f"woensdag 23{NBSP}september 2026"
    assert look.shortday(date(2026, 9, 23)) == f"23{NBSP}sep"
    assert look.day(None) == look.shortday(None) == ""


def test_a_moment_is_told_by_the_clock_here() -> None:
    assert look.clock(MOMENT) == f"17.00{NBSP}uur"
    assert look.deadline(MOMENT) == f"vrijdag 9{NBSP}oktober, 17.00{NBSP}uur"
    assert look.day(datetime(2026, 9, 22, 22, 30, tzinfo=UTC)) == f"woensdag 23{NBSP}september 2026"


def test_a_deadline_that_is_a_day_has_no_clock() -> None:
    assert look.deadline(date(2026, 9, 28)) == f"maandag 28{NBSP}september"


def test_moments_follow_the_language() -> None:
    with translation.override("en"):
        assert look.deadline(MOMENT) == f"Friday 9{NBSP}October, 17:00"
        assert look.shortday(MOMENT) == f"9{NBSP}Oct"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Bank Noordzee", "BN"),
        ("Gemeente Den Haag", "GD"),
        ("Stichting de Buurtkas", "SB"),
        ("Woonforte", "WO"),
        ("van der berg", "VD"),
        ("", ""),
        (None, ""),
    ],
)
def test_initials(name: str | None, letters: str) -> None:
    assert look.initials(name) == letters


def test_a_code_is_read_in_fours() -> None:
    assert look.spaced_code("K7QF2M9DXW4T") == "K7QF 2M9D XW4T"
    assert look.spaced_code("K7QF-2M9D XW4T") == "K7QF 2M9D XW4T"
    assert look.spaced_code(None) == ""


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_is_well_formed_and_silent(name: str) -> None:
    drawing = ET.fromstring(look.icon(name))
    assert drawing.get("aria-hidden") == "true"
    assert not [part for part in drawing.iter() if "style" in part.attrib]


def test_an_unknown_icon_stops_the_page_except_when_told_not_to(settings: Any) -> None:
    with pytest.raises(TemplateSyntaxError):
        render('{% icon "unicorn" %}')
    settings.LOOK_STRICT = False
    assert render('{% icon "unicorn" %}') == ""


@pytest.mark.parametrize(
    ("kind", "variant"),
    [("met", "success"), ("track", "active"), ("warn", "warning"), ("fail", "danger")],
)
def test_a_status_has_a_shape_and_words(kind: str, variant: str) -> None:
    badge = render("{% status kind text %}", kind=kind, text="<b>Gehaald</b>")
    assert f"utrecht-status-badge--{variant}" in badge
    assert "sl-icon" in badge
    assert "&lt;b&gt;Gehaald" in badge
    assert render("{% status kind text %}", kind=variant, text="<b>Gehaald</b>") == badge


def test_an_unknown_status_is_open_when_told_not_to_stop(settings: Any) -> None:
    with pytest.raises(TemplateSyntaxError):
        look.status("splendid", "x")
    settings.LOOK_STRICT = False
    assert "badge--neutral" in look.status("splendid", "x")


def test_shares() -> None:
    assert look.width(2, 3) == "66.7%"
    assert look.percent(2, 3) == 67
    assert look.width(5, 0) == "0.0%"
    assert look.width(5, 4) == "100.0%"
    assert look.width(None, 4) == "0.0%"


def test_a_row_of_pips() -> None:
    assert look.pip_row(2, 3) == [True, True, False]
    assert look.pip_row(0, 0) == []


@pytest.mark.parametrize("number", range(1, 13))
def test_seats_stay_in_the_drawing_and_apart(number: int) -> None:
    seats = [{"initials": "AA", "name": "A", "state": "in"} for _ in range(number)]
    places = look.seat_circle(seats)
    assert len(places) == number
    points = [(float(place.x), float(place.y)) for place in places]
    radius = float(places[0].radius)
    assert all(radius <= x <= 280 - radius and radius <= y <= 280 - radius for x, y in points)
    for one, (x, y) in enumerate(points):
        for u, v in points[one + 1 :]:
            assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 > 2 * radius


def test_the_state_of_a_seat() -> None:
    states = ["in", "out", "me", "me in", ""]
    seats = [SimpleNamespace(initials="AA", name="A", state=state) for state in states]
    places = look.seat_circle(seats)
    assert [place.css_class for place in places] == ["in", "out", "out me", "in me", "out"]
    assert [place.has_voted for place in places] == [True, False, False, True, False]


def test_numbers_in_a_drawing_know_no_decimal_comma() -> None:
    seats = [{"initials": "AA", "name": "A", "state": "out"}] * 7
    drawing = render(
        '{% include "components/seats.html" with seats=seats voted=0 entitled=7 label="x" only %}',
        seats=seats,
    )
    assert "226,6" not in drawing
    ET.fromstring(drawing.strip())
