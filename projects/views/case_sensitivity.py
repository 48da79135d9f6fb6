"""What becomes of a business case at another rate, effect or deadweight, for its page."""

from typing import Any

from django.utils.translation import gettext as _

from projects.businesscase import Case, Trial, sensitivity

from .case_figures import amount, number, percent, ratio, rounded


def sensitivity_facts(case: Case) -> dict[str, Any]:
    """For `projects/case/sensitivity.html`: three short tables, and where it breaks even."""
    found = sensitivity(case)
    tables = [
        {
            "name": _("Another discount rate"),
            "rows": [_row(each, percent(each.value)) for each in found.rates],
        },
        {
            "name": _("More or less effect"),
            "rows": [
                _row(each, _("%(share)s of the effect") % {"share": percent(each.value * 100)})
                for each in found.effects
            ],
        },
        {
            "name": _("More that would have happened anyhow"),
            "rows": [
                _row(
                    each,
                    _("%(points)s percentage points more") % {"points": number(each.value * 100)}
                    if each.value
                    else _("as expected"),
                )
                for each in found.deadweights
            ],
        },
    ]
    return {"tables": tables, "sentences": _sentences(found)}


def _row(trial: Trial, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "is_own": trial.is_own,
        "npv": amount(trial.npv),
        "ratio": ratio(trial.ratio),
        "pays": trial.npv >= 0,
    }


def _sentences(found: Any) -> list[str]:
    """The points at which benefits and costs are equal."""
    told = []
    if found.even_effect is not None:
        share = percent(rounded(found.even_effect * 100, 1))
        told.append(
            _("At %(share)s of the expected effect, benefits and costs are equal.")
            % {"share": share}
        )
    if found.even_deadweight:
        points = number(rounded(found.even_deadweight * 100, 1))
        told.append(
            _("With %(points)s percentage points more deadweight, benefits and costs are equal.")
            % {"points": points}
        )
    return told or [_("No other effect makes benefits and costs equal.")]
