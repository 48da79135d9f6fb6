"""What a partner gave in a year on paper: tagged (PDF/UA), in the language of the reader."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from funding.contribution import Contribution
from funding.models import Pledge
from funding.wording import gains_in_words, given_in_words, reached_in_words
from partners.pdf import compile_pdf
from programme.models import BudgetCategory
from schuldenlab.web.templatetags.look import day, euro

Rows = list[list[str]]


def statement_pdf(found: Contribution, *, at: datetime) -> bytes:
    """Only the figures of this partner. It is no invoice, and says so."""
    facts = {
        "language": get_language() or settings.LANGUAGE_CODE,
        "site": settings.SITE_NAME,
        "title": _("What %(name)s contributed in %(year)s")
        % {"name": found.organisation.name, "year": found.year},
        "stand": _(
            "It is about the year %(year)s of the budget: what was pledged for it and what arrived "
            "for it. This is how it stands on %(day)s. This is not an invoice."
        )
        % {"year": found.year, "day": day(at)},
        "sections": [each for each in _sections(found) if each["rows"]],
        "empty": _("Nothing is on record for this year."),
    }
    return compile_pdf("funding/pdf/statement.typ", facts, at=at)


def _sections(found: Contribution) -> list[dict[str, Any]]:
    return [
        _section(
            _("Together"),
            ["", _("Certain"), _("Not certain"), _("Arrived")],
            _totals(found),
        ),
        _section(
            _("What was pledged for this year"),
            [_("What"), _("For"), _("Status"), _("Value"), _("Arrived")],
            [_pledge(each) for each in found.pledges],
        ),
        _section(
            _("What arrived for this year"),
            [_("Date"), _("What"), _("For"), _("Value")],
            _arrived(found.deliveries, found.total.arrived),
        ),
        _section(
            _("Also arrived in %(year)s, for another year") % {"year": found.year},
            [_("Date"), _("What"), _("For"), _("Value")],
            _arrived(found.elsewhere, found.elsewhere_sum, with_year=True),
        ),
        _section(
            _("Speaking and guiding"),
            [_("Date"), _("What")],
            [[day(each.on), given_in_words(each)] for each in found.given],
        ),
        _section(
            _("What projects bring you, by their approved business case"),
            [_("Project"), _("Brings you")],
            [[each.case.project.title, gains_in_words(each)] for each in found.gains],
        ),
        _section(
            _("What the projects reached to which you give"),
            [_("Project"), _("What is counted"), _("Reached")],
            [[each.project.title, each.name, reached_in_words(each)] for each in found.indicators],
        ),
    ]


def _section(title: str, columns: list[str], rows: Rows) -> dict[str, Any]:
    return {"title": title, "columns": columns, "rows": rows}


def _totals(found: Contribution) -> Rows:
    names = dict(Pledge.Form.choices)
    return [
        [
            str(names[each.form]).capitalize() if each.form else _("Together"),
            euro(each.certain),
            euro(each.uncertain),
            euro(each.arrived),
        ]
        for each in found.totals
        if each.certain or each.uncertain or each.arrived or not each.form
    ]


def _pledge(pledge: Any) -> list[str]:
    states = {
        "firm": _("certain"),
        "waits": _("waits for a condition"),
        "offered": _("offered"),
        "withdrawn": _("withdrawn"),
    }
    is_valued = pledge.amount is not None
    return [
        pledge.words,
        pledge.goal[:1].upper() + pledge.goal[1:],
        states[pledge.state],
        euro(pledge.value) if is_valued else _("without value"),
        euro(pledge.arrived) if is_valued else "–",
    ]


def _arrived(deliveries: list[Any], together: Decimal, *, with_year: bool = False) -> Rows:
    """Each with its day, and below them what they are together."""
    rows = [_delivery(each, with_year=with_year) for each in deliveries]
    return [*rows, ["", _("Together"), "", euro(together)]] if rows else []


def _delivery(delivery: Any, *, with_year: bool) -> list[str]:
    pledge = delivery.pledge
    what = delivery.text or pledge.text or str(pledge.get_form_display())
    value = _("without value") if delivery.amount is None else euro(delivery.amount)
    goal = f"{pledge.goal}, {delivery.year}" if with_year else pledge.goal
    return [day(delivery.arrived_on), what, goal, value]


def category_name(category: str) -> str:
    """A category of the budget in words."""
    return str(dict(BudgetCategory.choices)[category])
