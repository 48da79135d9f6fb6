"""The Kompas in small, for a corner of another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from partners import actions as partners
from schuldenlab.portal.kompas import read_kompas
from schuldenlab.portal.small import kompas_in_small
from tests.events.records import at

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def lab(today: Cast) -> Cast:
    """The clauses of the framework."""
    partners.load_clauses(today.framework, actor=None, at=at(2026, 1, 2))
    return today


def test_it_says_what_the_kompas_says(lab: Cast) -> None:
    small = kompas_in_small(lab.at)
    large = read_kompas(lab.framework, 2026, lab.at)
    assert small is not None
    assert [(each.number, each.title, each.state) for each in small.clauses] == [
        (each.number, each.title, each.state) for each in large.clauses
    ]
    kinds = [each.look.kind for each in small.clauses]
    assert small.in_order == kinds.count("met") + kinds.count("track")
    assert small.judged == len(kinds) - kinds.count("open")


def test_every_mark_has_words_and_leads_to_its_card(lab: Cast) -> None:
    small = kompas_in_small(lab.at)
    assert small is not None
    with override("en"):
        html = render_to_string("portal/kompas/small.html", {"kompas": small})
    url = reverse("portal:kompas-year", args=[2026])
    assert f"{small.in_order} of {small.judged}</b> in order" in html
    for each in small.clauses:
        assert f'href="{url}#clause-{each.number}"' in html
        assert f"{each.number}. " in html
    assert html.count('class="sl-inlittle__words"') == len(small.clauses) == 8
    assert ": Needs attention</span>" in html


@pytest.mark.usefixtures("lab")
def test_without_a_framework_nothing_is_drawn() -> None:
    small = kompas_in_small(at(2010, 1, 1))
    assert small is None
    assert not render_to_string("portal/kompas/small.html", {"kompas": small}).strip()
