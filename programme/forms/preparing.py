"""What the kernteam fills in to prepare a ballot."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from programme.models import Ballot

from .year import BallotForm, long_text

FEWEST_ROWS, MOST_ROWS = 2, 20
FIRST_ROWS = 3


class PrepareBallotForm(BallotForm):
    """The rules of a ballot that does not open yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closes_on"].help_text = _(
            "You can still choose another day when you open the ballot. It closes at 17:00."
        )


class PrepareMeetingBallotForm(BallotForm):
    """The rules of a ballot whose deadline follows from a meeting."""

    closes_on = None  # type: ignore[assignment]


class MotionForm(PrepareBallotForm):
    """A question for or against, with its text and its rules."""

    field_order: Sequence[str] = (
        *("title", "question", "text", "closes_on", "quorum", "majority", "base"),
    )

    title = forms.CharField(
        label=_("Title"), max_length=120, help_text=_("Short: it stands in lists and in mails.")
    )
    question = forms.CharField(
        label=_("Question"),
        max_length=200,
        help_text=_("A question that a seat can answer, for example: do you adopt this plan?"),
    )
    text = long_text(
        _("Text that is voted on"),
        rows=10,
        help_text=_(
            "A blank line starts a new paragraph; a short line without a full stop becomes a "
            "heading. No data about people with debts."
        ),
    )


class SelectionForm(MotionForm):
    """A question with options to choose from; `rows` is how many options the page shows."""

    rows = forms.IntegerField(widget=forms.HiddenInput, required=False)
    choose_min = forms.IntegerField(
        label=_("At least so many are chosen"),
        min_value=1,
        max_value=MOST_ROWS,
        initial=1,
        help_text=_("When fewer get a majority, the raad votes again or decides in a meeting."),
        widget=forms.NumberInput(attrs={"class": "sl-input-m"}),
    )
    choose_max = forms.IntegerField(
        label=_("At most so many are chosen"),
        min_value=1,
        max_value=MOST_ROWS,
        initial=1,
        help_text=_("Every seat may choose so many options as well, or fewer."),
        widget=forms.NumberInput(attrs={"class": "sl-input-m"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["base"]  # shares are of the votes that choose something
        self.fields["tie_rule"].initial = Ballot.TieRule.SECOND_ROUND
        self.row_count = _number(self.data.get("rows") or self.initial.get("rows"))
        for number in range(1, self.row_count + 1):
            is_asked = number <= FEWEST_ROWS
            self.fields[f"option_{number}"] = forms.CharField(
                label=_("Option %(number)s") % {"number": number},
                max_length=160,
                required=is_asked,
            )
            self.fields[f"option_{number}_text"] = long_text(
                _("Explanation of option %(number)s") % {"number": number}, rows=2, required=False
            )

    @property
    def option_rows(self) -> list[tuple[Any, Any]]:
        """The fields of the options, two by two."""
        numbers = range(1, self.row_count + 1)
        return [(self[f"option_{each}"], self[f"option_{each}_text"]) for each in numbers]

    @property
    def rule_fields(self) -> list[Any]:
        """The fields below the options."""
        names = ("choose_min", "choose_max", "quorum", "majority", "tie_rule", "closes_on")
        return [self[each] for each in names]

    def clean(self) -> dict[str, Any]:
        """An explanation without a title belongs to no option."""
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(1, self.row_count + 1):
            if facts.get(f"option_{number}_text") and not facts.get(f"option_{number}"):
                self.add_error(
                    f"option_{number}", forms.ValidationError(_("Give this option a name."))
                )
        return facts

    def options(self) -> list[tuple[str, str]]:
        """Title and explanation of each option that was filled in."""
        numbers = range(1, self.row_count + 1)
        rows = [(f"option_{each}", f"option_{each}_text") for each in numbers]
        return [
            (self.cleaned_data[title], self.cleaned_data[text])
            for title, text in rows
            if self.cleaned_data[title]
        ]

    def rules(self) -> dict[str, Any]:
        """The base is fixed for a selection."""
        self.cleaned_data["base"] = Ballot.Base.CAST
        return super().rules()


def _number(typed: Any) -> int:
    """How many rows were asked for; whatever was typed, never more than the page can bear."""
    try:
        wanted = int(typed)
    except (TypeError, ValueError):
        wanted = FIRST_ROWS
    return min(max(wanted, FEWEST_ROWS), MOST_ROWS)
