"""Figures in words: their names, units and amounts, and what the rows behind them say."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext, ngettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.models import MeetingSeries
from funding.models import Pledge, StepInAnswer
from programme.models import AccountBlock, Ballot, BudgetCategory, Decision, InnovationTheme
from projects.models import Phase
from schuldenlab.portal.looks import LOOKS
from schuldenlab.web.templatetags.look import euro

from .figure import Figure, Row

Heading = AccountBlock.Heading
TITLES: Final[Mapping[str, Any]] = {
    "partners": _("Partners"),
    "partners_joined": _("Partners that joined"),
    "partners_left": _("Partners that left"),
    "signatures": _("Signatures"),
    "ambassadors": _("Partners that are ambassador"),
    "commitments": _("Partners that commit to the programme"),
    "decisions": _("Decisions"),
    "ballots": _("Ballots"),
    "meetings": _("Meetings held"),
    "attendance": _("Organisations present, all meetings together"),
    "themes": _("Innovation themes"),
    "delivered": _("Business cases and prototypes delivered"),
    "projects": _("Projects that run"),
    "phases_started": _("Phases started with co-financing arranged"),
    "measured": _("Results that were measured"),
    "money_needed": _("Money needed"),
    "money_firm": _("Money that is certain, also for phases"),
    "money_delivered": _("Money that has arrived"),
    "money_arranged": _("Categories of the budget that are arranged"),
    "in_kind": _("Given in kind"),
    "in_kind_hours": _("Hours given"),
    "leverage": _("What partners give for each euro of the municipality"),
    "stepin": _("Offers to step in"),
    "kompas": _("Agreements kept"),
}
UNITS: Final[Mapping[str, Any]] = {
    "partner": ngettext_lazy("%(count)s partner", "%(count)s partners", "count"),
    "signature": ngettext_lazy("%(count)s signature", "%(count)s signatures", "count"),
    "decision": ngettext_lazy("%(count)s decision", "%(count)s decisions", "count"),
    "ballot": ngettext_lazy("%(count)s ballot", "%(count)s ballots", "count"),
    "meeting": ngettext_lazy("%(count)s meeting", "%(count)s meetings", "count"),
    "presence": ngettext_lazy("%(count)s time", "%(count)s times", "count"),
    "theme": ngettext_lazy("%(count)s theme", "%(count)s themes", "count"),
    "result": ngettext_lazy("%(count)s result", "%(count)s results", "count"),
    "project": ngettext_lazy("%(count)s project", "%(count)s projects", "count"),
    "phase": ngettext_lazy("%(count)s phase", "%(count)s phases", "count"),
    "measured": ngettext_lazy("%(count)s result", "%(count)s results", "count"),
    "answer": ngettext_lazy("%(count)s offer", "%(count)s offers", "count"),
    "clause": ngettext_lazy("%(count)s agreement", "%(count)s agreements", "count"),
    "category": ngettext_lazy("%(count)s category", "%(count)s categories", "count"),
    "hours": ngettext_lazy("%(count)s hour", "%(count)s hours", "count"),
}
# Which figures stand beside which text.
BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    Heading.SHORT: ("partners", "partners_joined", "partners_left", "signatures", "ambassadors"),
    Heading.DECIDED: ("decisions", "ballots", "commitments"),
    Heading.MEETINGS: ("meetings", "attendance"),
    Heading.PROJECTS: (*("themes", "delivered", "projects", "phases_started", "measured"),),
    Heading.MONEY: (
        *("money_needed", "money_arranged", "money_firm", "money_delivered"),
        *("in_kind", "in_kind_hours", "leverage", "stepin"),
    ),
    Heading.KOMPAS: ("kompas",),
}
ON_TOP: Final = ("partners", "decisions", "meetings", "projects", "money_firm", "kompas")


def _labels(prefix: str, choices: Any) -> dict[str, Any]:
    return {f"{prefix}_{value}": label for value, label in choices}


NOTES: Final[Mapping[str, Any]] = {
    **_labels("origin", Decision.Origin.choices),
    **_labels("outcome", Ballot.Outcome.choices),
    **_labels("duty", MeetingSeries.Duty.choices),
    **_labels("theme", InnovationTheme.Status.choices),
    **_labels("result", InnovationTheme.Result.choices),
    **_labels("phase", Phase.Kind.choices),
    **_labels("started", Phase.Kind.choices),
    **_labels("category", BudgetCategory.choices),
    **_labels("form", Pledge.Form.choices),
    **_labels("stepin", StepInAnswer.Answer.choices),
    **{f"state_{state}": look.word for state, look in LOOKS.items() if state},
    "stepin_none": _("no answer yet"),
    "joined": _("became a partner"),
    "left": _("is no longer a partner"),
    "signed": pgettext_lazy("signature", "signed"),
    "ambassador": _("ambassador"),
    "committed": _("said yes"),
    "measured": _("measured"),
    "categories": _("all categories together"),
    "forms": _("all forms together"),
    "given_by_partners": _("what partners give"),
    "given_by_host": _("what the municipality gives"),
}
SAYS_WHAT: Final = ("category", "form", "answer", "givers")  # keys whose note is their title


def number(amount: Any) -> str:
    """1.250 or 1.250,5: as readers write it, without zeros behind the comma."""
    exact = Decimal(amount).normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return number_format(exact, decimal_pos=places, use_l10n=True, force_grouping=True)


def value_in_words(figure: Figure) -> str:
    """The bare value: “24”, “€ 562.000”; a dash when it is not for everybody."""
    if figure.value is None:
        return "\N{EN DASH}"
    return amount_in_words(figure, figure.value)


def amount_in_words(figure: Figure, amount: Any) -> str:
    """An amount in the unit of a figure, without the unit itself unless that is the euro."""
    return euro(amount) if figure.unit == "euro" else number(amount)


def with_unit(figure: Figure) -> str:
    """The value with what is counted: “24 partners”, “3 of 8 agreements”."""
    if figure.value is None or figure.unit == "euro":
        return value_in_words(figure)
    count = figure.value if figure.whole is None else figure.whole
    words = str(UNITS[figure.unit] % {"count": int(count)})
    words = words.replace(str(int(count)), number(count), 1)
    if figure.whole is None:
        return words
    return gettext("%(have)s of %(whole)s") % {"have": number(figure.value), "whole": words}


def title_of(row: Row) -> str:
    """What a row is about; of what may not be named, how many there are."""
    note = str(NOTES.get(row.note, ""))
    if row.key.split(":")[0] in SAYS_WHAT or row.note in {"categories", "forms"}:
        return note[:1].upper() + note[1:]
    if not row.is_group:
        return row.text if row.key.startswith("clause:") and row.text else row.title
    return ngettext(
        "%(count)s that was not on the public pages on that day",
        "%(count)s that were not on the public pages on that day",
        row.count,
    ) % {"count": row.count}


def text_of(row: Row) -> str:
    """What else there is to say of a row."""
    note = "" if row.note in {"categories", "forms"} else str(NOTES.get(row.note, ""))
    if row.key.split(":")[0] in SAYS_WHAT:
        return ""
    if row.key.startswith("clause:"):
        return note
    text = row.text if row.measure is None else f"{number(row.measure)} {row.text}"
    return " · ".join(each for each in (note, text) if each)
