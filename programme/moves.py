"""What the staff desk offers to do with the programmaraad, the programme, ballots and decisions."""

from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from partners.querysets import local_day
from programme.actions.publicity import why_not_shown
from schuldenlab.web.moves import Act, ActTable, holds, offered
from schuldenlab.web.ports import DeskMove


def _sits(raad: Any, at: datetime) -> bool:
    """A raad meets while it is installed."""
    del at
    return bool(raad.status == raad.Status.INSTALLED)


def _year_is_over(programme: Any, at: datetime) -> bool:
    """A programme is closed when its year is over."""
    return local_day(at) >= date(programme.year, 12, 31)


def _is_draft(account: Any, at: datetime) -> bool:
    """A published edition stays as it is."""
    del at
    return not account.is_published


def _still_comes(meeting: Any, at: datetime) -> bool:
    """The agenda of a meeting that was held stays as it is."""
    del at
    return bool(meeting.status != "held")


def _is_decided(noun: Any, at: datetime) -> bool:
    """What the raad adopted or chose can be shown to everybody."""
    del at
    return not why_not_shown(noun)


RAAD: Final = (
    Act(
        "programme:raad-install",
        _("Install the programmaraad"),
        "check",
        "install",
        True,
    ),
    Act("programme:raad-invite", _("Ask partners for a seat"), "mail", keys={"year": "year"}),
    Act("programme:raad-propose", _("Propose other seats"), "people", keys={"year": "year"}),
    Act("programme:seat-fill", _("Fill the open seat"), "person"),
    Act("programme:raad-meeting-plan", _("Plan a meeting"), "calendar-add", when=_sits),
    Act("programme:ballot-prepare-motion", _("Prepare a motion"), "scales", when=_sits),
    Act("programme:ballot-prepare-selection", _("Prepare a choice"), "list", when=_sits),
    Act("programme:raad-dissolve", _("Dissolve the programmaraad"), "cross", "dissolve"),
)
PROGRAMME: Final = (
    Act("programme:programme-write", _("Change the text"), "pencil", keys={"year": "year"}),
    Act(
        "programme:programme-submit",
        _("Submit to the programmaraad"),
        "arrow",
        "submit",
        True,
    ),
    Act("programme:programme-ballot", _("Prepare the ballot"), "ballot"),
    Act("programme:programme-in-meeting", _("Vote on it in a meeting"), "people"),
    Act("programme:programme-take-back", _("Take it back to change it"), "history", "return"),
    Act("programme:programme-close", _("Close the programme"), "lock", "close", when=_year_is_over),
    Act("programme:programme-public", _("Who sees this programme"), "eye", when=_is_decided),
)
CALL: Final = (
    Act("programme:call-ballot", _("Put them to the ballot"), "ballot", "put_to_ballot", True),
    Act("programme:call-meeting", _("Record what was chosen"), "pencil"),
    Act("programme:call-extend", _("Give more time"), "clock"),
    Act("programme:theme-propose", _("Propose a theme"), "bulb"),
)
THEME: Final = (
    Act("programme:theme-explore", _("Begin exploring"), "search", "explore", True),
    Act("programme:theme-deliver", _("Record the result"), "check", "deliver", True),
    Act("programme:facilitator-add", _("Add a facilitator"), "person"),
    Act("programme:note-write", _("Write in the log"), "pencil"),
    Act("programme:theme-public", _("Who sees this theme"), "eye", when=_is_decided),
    Act("programme:theme-withdraw", _("Take back this proposal"), "cross", "withdraw"),
    Act("programme:theme-stop", _("Stop this theme"), "cross", "stop"),
)
BALLOT: Final = (
    Act("programme:ballot-announce", _("Show it to the programmaraad"), "eye", is_step=True),
    Act("programme:ballot-open", _("Open the ballot"), "ballot", "open", True),
    Act("programme:interest-disclose", _("Disclose an interest"), "scales"),
    Act("programme:ballot-in-meeting", _("Vote on it in a meeting"), "people"),
    Act("programme:votes-enter", _("Enter votes"), "pencil"),
    Act("programme:ballot-discard", _("Throw this ballot away"), "cross"),
)
CHANGE: Final = (
    Act("programme:change-judge", _("Judge it"), "scales", "judge_minor", True),
    Act("programme:change-write", _("Complete the proposal"), "pencil"),
    Act("programme:change-ballot", _("Let the programmaraad vote"), "ballot"),
    Act("programme:change-decide", _("It decided in a meeting, or gave advice"), "check"),
    Act("programme:change-first", _("It could not wait"), "clock", "go_first"),
    Act("programme:change-carry-out", _("It is carried out"), "check", "carry_out", True),
    Act("programme:change-withdraw", _("Withdraw the change"), "cross", "withdraw"),
)
DECISION: Final = (
    Act("programme:decision-carry-out", _("It is carried out"), "check", "carry_out", True),
    Act("programme:decision-report", _("Report a step"), "pencil"),
    Act("programme:decision-assign", _("Name who sees to it"), "person"),
    Act("programme:decision-public", _("Who sees this decision"), "eye"),
    Act("programme:decision-drop", _("It will not be carried out"), "cross", "drop"),
)
ACCOUNT: Final = (
    Act(
        "portal:account-write",
        _("Write the texts"),
        "pencil",
        keys={"year": "year"},
        when=_is_draft,
    ),
    Act(
        "portal:account-publish",
        _("Publish the account"),
        "check",
        "publish_account",
        True,
        keys={"year": "year"},
    ),
)
ACTS: Final[ActTable] = {
    "programme.programmaraad": RAAD,
    "programme.seat": (
        Act("programme:seat-delegates", _("Name who votes"), "people", when=holds),
        Act("programme:seat-end", _("Give back the seat"), "leave", when=holds),
    ),
    "programme.seatinvitation": (
        Act("programme:seat-invitation-withdraw", _("Withdraw the question"), "cross", "withdraw"),
    ),
    "programme.annualaccount": ACCOUNT,
    "programme.programme": PROGRAMME,
    "programme.themecall": CALL,
    "programme.innovationtheme": THEME,
    "programme.facilitator": (Act("programme:facilitator-end", _("Stop"), "leave", when=holds),),
    "programme.explorationnote": (Act("programme:note-correct", _("Correct"), "pencil"),),
    "programme.ballot": BALLOT,
    "programme.coursechange": CHANGE,
    "programme.decision": DECISION,
    "events.meeting": (
        Act("programme:pack-send", _("Send the papers now"), "mail"),
        Act("programme:point-add", _("Put a point on the agenda"), "plus", when=_still_comes),
    ),
}


def moves_of(record: Any, person: Any) -> list[DeskMove]:
    """For a record of this app, and for what the programmaraad does in a meeting."""
    return offered(ACTS, record, person)
