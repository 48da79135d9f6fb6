"""The only writes of projects that decide something."""

from .asking import prepare_phase_ballot, put_phase_before_raad
from .case_imports import replace_lines
from .case_lines import add_line, add_party, change_line, remove_line, remove_party
from .case_moves import (
    approve_case,
    approve_decided_cases,
    drop_case,
    submit_case,
    take_case_back,
)
from .cases import change_case, copy_case, draft_case
from .connecting import connect_projects, end_connection
from .course import propose_project_change
from .dossier import (
    change_project,
    decide_prototype,
    describe_pilot,
    describe_prototype,
    evaluate_pilot,
)
from .importing import How, TakenOver, import_projects
from .inviting import invite_leader, invite_member
from .measuring import add_indicator, add_value, correct_value, drop_indicator
from .members import add_member, end_member, name_chair
from .notes import correct_project_note, write_project_note
from .openings import open_project, take_over_project
from .papers import (
    add_project_document,
    add_project_link,
    take_project_document_off,
    take_project_link_off,
)
from .people import add_participation, end_leadership, end_participation, name_leader
from .phases import (
    approve_phase,
    drop_phase,
    end_phase,
    plan_phase,
    start_phase,
)
from .publicity import hide_from_public, show_in_public, show_year
from .rates import add_rate, load_rates
from .reminding import remind_pilots, remind_reports
from .reports import Measured, NewRisk, close_risk, raise_risk, write_report
from .standing import hand_over_project, hold_project, resume_project, stop_project
from .steering import add_stake, end_stake, set_up_stuurgroep, steer_with

__all__ = [
    "How",
    "Measured",
    "NewRisk",
    "TakenOver",
    "add_indicator",
    "add_line",
    "add_member",
    "add_participation",
    "add_party",
    "add_project_document",
    "add_project_link",
    "add_rate",
    "add_stake",
    "add_value",
    "approve_case",
    "approve_decided_cases",
    "approve_phase",
    "change_case",
    "change_line",
    "change_project",
    "close_risk",
    "connect_projects",
    "copy_case",
    "correct_project_note",
    "correct_value",
    "decide_prototype",
    "describe_pilot",
    "describe_prototype",
    "draft_case",
    "drop_case",
    "drop_indicator",
    "drop_phase",
    "end_connection",
    "end_leadership",
    "end_member",
    "end_participation",
    "end_phase",
    "end_stake",
    "evaluate_pilot",
    "hand_over_project",
    "hide_from_public",
    "hold_project",
    "import_projects",
    "invite_leader",
    "invite_member",
    "load_rates",
    "name_chair",
    "name_leader",
    "open_project",
    "plan_phase",
    "prepare_phase_ballot",
    "propose_project_change",
    "put_phase_before_raad",
    "raise_risk",
    "remind_pilots",
    "remind_reports",
    "remove_line",
    "remove_party",
    "replace_lines",
    "resume_project",
    "set_up_stuurgroep",
    "show_in_public",
    "show_year",
    "start_phase",
    "steer_with",
    "stop_project",
    "submit_case",
    "take_case_back",
    "take_over_project",
    "take_project_document_off",
    "take_project_link_off",
    "write_project_note",
    "write_report",
]
