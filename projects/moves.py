"""What the staff desk offers to do with projects and all that belongs to them."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from schuldenlab.web.moves import Act, ActTable, holds, offered
from schuldenlab.web.ports import DeskMove

PROJECT: Final = (
    Act("projects:resume", _("Go on with the project"), "arrow", "resume_project", True),
    Act("projects:report-write", _("Write a report"), "pencil"),
    Act("projects:phase-plan", _("Prepare a phase"), "plus"),
    Act("projects:case-draft", _("Begin the business case"), "scales"),
    Act("projects:leader-name", _("Name a leader or substitute"), "person"),
    Act("projects:participation-add", _("Add an organisation"), "building"),
    Act("projects:stake-add", _("Add an organisation with a stake"), "people"),
    Act("projects:risk-raise", _("Name a risk"), "warning"),
    Act("projects:indicator-add", _("Add an indicator"), "plus"),
    Act("projects:connection-add", _("Link with another project"), "link"),
    Act("projects:document-add", _("Add a document"), "document"),
    Act("projects:link-add", _("Add a link"), "link"),
    Act("projects:note-write", _("Write in the log"), "pencil"),
    Act("projects:change", _("Change the dossier"), "pencil"),
    Act("projects:project-public", _("Who sees this project"), "eye"),
    Act("projects:hold", _("Put the project on hold"), "hourglass", "hold_project"),
    Act("projects:hand-over", _("Hand over the project"), "check", "hand_over_project"),
    Act("projects:stop", _("Stop the project"), "cross", "stop_project"),
)
PHASE: Final = (
    Act("projects:phase-start", _("Start the phase"), "arrow", "start_phase", True),
    Act("projects:phase-ballot", _("Ask the programmaraad"), "ballot"),
    Act("projects:phase-ballot-link", _("Link a ballot that is prepared"), "link"),
    Act("projects:phase-approve", _("Record the decision"), "check"),
    Act("projects:pilot-describe", _("Describe the pilot"), "pencil"),
    Act("projects:prototype-describe", _("Describe the prototype"), "pencil"),
    Act("projects:pilot-evaluate", _("Evaluate the pilot"), "scales"),
    Act("projects:prototype-decide", _("Go on, or not"), "fork"),
    Act("projects:phase-end", _("End the phase"), "check", "end_phase", True),
    Act("projects:phase-drop", _("Drop the phase"), "cross", "drop_phase"),
)
CASE: Final = (
    Act("projects:case-submit", _("Submit to the programmaraad"), "arrow", "submit_case", True),
    Act("projects:case-approve", _("Record the decision"), "check", "approve_case", True),
    Act("projects:case-change", _("Change the assumptions"), "pencil"),
    Act("projects:case-line-add", _("Add a line"), "plus"),
    Act("projects:case-party-add", _("Add a party"), "plus"),
    Act("projects:case-import", _("Bring it back from a spreadsheet"), "upload"),
    Act("projects:case-copy", _("Make a new version"), "document"),
    Act("projects:case-take-back", _("Take this version back"), "history", "take_case_back"),
    Act("projects:case-drop", _("Do not go on with this version"), "cross", "drop_case"),
)
ACTS: Final[ActTable] = {
    "programme.innovationtheme": (
        Act("projects:open", _("Prepare working out"), "briefcase", "work_out", True),
    ),
    "projects.project": PROJECT,
    "projects.phase": PHASE,
    "projects.businesscase": CASE,
    "projects.leadership": (Act("projects:leader-end", _("Stop"), "leave", when=holds),),
    "projects.participation": (Act("projects:participation-end", _("Stop"), "leave", when=holds),),
    "projects.stake": (
        Act("projects:member-add", _("Add a member"), "person", when=holds),
        Act("projects:stake-end", _("Leaves the stuurgroep"), "leave", when=holds),
    ),
    "projects.stuurgroepmember": (
        Act(
            "projects:member-chair",
            _("Give the chair"),
            "person",
            when=lambda row, at: holds(row, at) and not row.is_chair,
        ),
        Act("projects:member-end", _("Stop"), "leave", when=holds),
    ),
    "projects.risk": (Act("projects:risk-close", _("It is over"), "check"),),
    "projects.connection": (Act("projects:connection-end", _("End"), "cross", when=holds),),
    "projects.indicator": (
        Act("projects:value-add", _("Add a figure"), "plus"),
        Act("projects:indicator-drop", _("Stop measuring this"), "cross"),
    ),
}


def moves_of(record: Any, person: Any) -> list[DeskMove]:
    """For a record of this app, and for an innovation theme that becomes a project."""
    return offered(ACTS, record, person)
