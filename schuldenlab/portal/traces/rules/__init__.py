"""How each figure of the Kompas is counted, in sentences: on its own page, and in the help."""

from typing import Final

from events.models import MeetingSeries

from . import money, network
from .often import Rule, Sentences

__all__ = ["RULES", "Rule", "Sentences"]

RULES: Final[dict[str, Rule]] = {
    "signed": network.signed,
    "ambassadors": network.ambassadors,
    "involvement": network.involvement,
    "programmaraad": network.programmaraad,
    "programme_adopted": network.programme_adopted,
    "commitments": network.commitments,
    "inspiration_event": network.meetings(MeetingSeries.Duty.INSPIRATION),
    "network_meetings": network.meetings(MeetingSeries.Duty.NETWORK),
    "progress_reported": network.progress_reported,
    "kernteam": network.kernteam,
    "course_changes": network.course_changes,
    "innovation_themes": network.innovation_themes,
    "theme_results": network.theme_results,
    "themes_facilitated": network.themes_facilitated,
    "stuurgroepen": network.stuurgroepen,
    "leaders_meetings": network.meetings(MeetingSeries.Duty.LEADERS),
    "budget_covered": money.budget_covered,
    "municipal_contribution": money.municipal_contribution,
    "started_with_money": money.started_with_money,
    "offered_to_all": money.offered_to_all,
    "knowledge": money.knowledge,
}
