"""What invited people fill in: whether they come, with how many, or who comes instead."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.audience import SeatOf
from events.models import Invitee, MeetingSeries, Reply

ANSWER = Reply.Answer
CHECKED = {"class": "utrecht-checkbox utrecht-checkbox--html-input"}
WHO = _("Fill in who comes in your place.")


class ReplyForm(forms.Form):
    """The answer to one invitation. What an answer does not need is not read."""

    answer = forms.ChoiceField(
        label=_("Are you coming?"),
        choices=[
            (ANSWER.YES, _("Yes, I am coming")),
            (ANSWER.REPLACEMENT, _("I send a colleague")),
            (ANSWER.NO, _("No, we are not coming")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    people = forms.IntegerField(
        label=_("With how many people do you come?"),
        required=False,
        min_value=1,
        widget=forms.NumberInput(attrs={"class": "sl-input-s", "inputmode": "numeric"}),
    )
    replacement_name = forms.CharField(
        label=_("Who comes in your place?"), max_length=120, required=False
    )
    replacement_email = forms.EmailField(
        label=_("E-mail address of your colleague"),
        required=False,
        help_text=_("Then your colleague gets a mail about the meeting."),
    )
    is_director_level = forms.BooleanField(
        label=_("My colleague works at director level"),
        required=False,
        help_text=_("If not, the kernteam looks at it first."),
        widget=forms.CheckboxInput(attrs=CHECKED),
    )
    needs = forms.CharField(
        label=_("Do you need anything?"),
        max_length=200,
        required=False,
        help_text=_("For example an interpreter or a place for a wheelchair"),
    )

    def __init__(
        self,
        *args: Any,
        invitee: Invitee,
        last: Reply | None,
        seat: SeatOf | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", _initial(last))
        super().__init__(*args, **kwargs)
        series = invitee.meeting.series
        self.seat = seat
        if seat is not None:
            self._ask_seat(seat)
        self.most = 1 + series.colleagues
        if series.colleagues:
            people = self.fields["people"]
            words = _("You, and %(count)s colleagues at most.") % {"count": series.colleagues}
            people.help_text = words
            wrong = _("Fill in a number from 1 to %(most)s.") % {"most": self.most}
            people.error_messages |= dict.fromkeys(("invalid", "min_value"), wrong)
            people.widget.attrs["max"] = self.most
        else:
            del self.fields["people"]
        if series.audience != MeetingSeries.Audience.DIRECTORS:
            del self.fields["is_director_level"]

    def _ask_seat(self, seat: SeatOf) -> None:
        """Of a seat in the raad only the other one who may vote can come instead."""
        for name in ("replacement_name", "replacement_email"):
            del self.fields[name]
        answer, other = self.fields["answer"], seat.stand_in
        words: Any = _("Nobody else can vote for your seat.")
        choices: list[tuple[str, Any]] = [
            (ANSWER.YES, _("Yes, I am coming")),
            (ANSWER.NO, _("No, we are not coming")),
        ]
        if other is not None:
            words = _("Only you and %(name)s can vote for your seat.") % {"name": other.name}
            instead = _("No, %(name)s comes for our seat") % {"name": other.name}
            choices.insert(1, (ANSWER.REPLACEMENT, instead))
        answer.choices, answer.help_text = choices, words  # type: ignore[attr-defined]
        is_other = self.initial.get("replacement_email") == (other and other.email)
        if self.initial.get("answer") == ANSWER.REPLACEMENT and not is_other:
            del self.initial["answer"]

    def clean(self) -> dict[str, Any]:
        """Only what belongs to the answer; its own sentence beside each field."""
        data: dict[str, Any] = super().clean() or {}
        answer = data.get("answer")
        has_name = bool(data.get("replacement_name")) or self.seat is not None
        if answer == ANSWER.REPLACEMENT and not has_name:
            self.add_error("replacement_name", WHO)
        people = data.get("people")
        if answer == ANSWER.YES and people and people > self.most:
            self.add_error(
                "people", _("Fill in a number from 1 to %(most)s.") % {"most": self.most}
            )
        return data

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        facts = {"answer": data["answer"], "needs": data["needs"]}
        if data["answer"] == ANSWER.YES:
            facts["people"] = data.get("people") or 1
        elif data["answer"] == ANSWER.REPLACEMENT and self.seat and self.seat.stand_in:
            other = self.seat.stand_in
            facts |= {"replacement_name": other.name, "replacement_email": other.email}
        elif data["answer"] == ANSWER.REPLACEMENT:
            for name in ("replacement_name", "replacement_email"):
                facts[name] = data[name]
            facts["is_director_level"] = data.get("is_director_level", False)
        return facts


def _initial(last: Reply | None) -> dict[str, Any]:
    """What was answered before; for a first answer one person."""
    if last is None:
        return {"people": 1}
    names = ("answer", "needs", "replacement_name", "replacement_email", "is_director_level")
    return {**{name: getattr(last, name) for name in names}, "people": last.people or 1}
