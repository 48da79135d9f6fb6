"""Every permission about invitations, answers and the day, asked for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rules

from events import actions
from tests.events.inviting import invitation, invited, reply
from tests.events.test_rules import EVERYBODY, INSIDERS, KERNTEAM

if TYPE_CHECKING:
    from tests.cast import Cast

OWN = {"contact"}
ANYWHERE: dict[str, set[str]] = {
    "events.view_invitee": INSIDERS,
    "events.reply_to_invitation": INSIDERS,
    "events.view_programmepart": INSIDERS,
    "events.view_meetingdocument": INSIDERS,
    "events.view_reply": KERNTEAM,
    "events.see_invitees": KERNTEAM,
    "events.record_reply": KERNTEAM,
    "events.judge_replacement": KERNTEAM,
    "events.keep_programme": KERNTEAM,
}
# For a record: the invitation of the contact, its answer, a part and a paper of the meeting.
TABLE: dict[str, set[str]] = {
    **ANYWHERE,
    "events.view_invitee": KERNTEAM | OWN,
    "events.reply_to_invitation": OWN,
}


def noun(cast: Cast, permission: str) -> Any:
    meeting = invited(cast)
    said = reply(meeting, cast.contact, cast.at)
    known = {"actor": cast.manager, "at": cast.at}
    if permission.endswith("programmepart"):
        return actions.add_part(meeting, begins=cast.at.time(), title="Opening", **known)
    if permission.endswith("meetingdocument"):
        paper = {"upload": b"%PDF-1.7\nx", "name": "route.pdf", "title": "Route"}
        return actions.add_meeting_document(meeting, **paper, **known)
    if permission.endswith(("invitee", "reply", "reply_to_invitation")):
        return said if permission.endswith("view_reply") else invitation(meeting, cast.contact)
    return said if permission.endswith("replacement") else meeting


@pytest.mark.parametrize("permission", TABLE)
def test_who_may(cast: Cast, permission: str) -> None:
    for asked, table in ((None, ANYWHERE), (noun(cast, permission), TABLE)):
        allowed = {
            who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), asked)
        }
        assert allowed == table[permission], asked


def test_papers_for_the_kernteam_and_what_was_taken_out(cast: Cast) -> None:
    meeting = invited(cast)
    known = {"actor": cast.manager, "at": cast.at}
    paper = {"upload": b"%PDF-1.7\nx", "name": "route.pdf", "title": "Route"}
    secret = actions.add_meeting_document(meeting, **paper, audience="kernteam", **known)
    gone = actions.add_meeting_document(meeting, **paper, **known)
    actions.take_out_meeting_document(gone, **known)
    for each in (secret, gone):
        may = {who for who in EVERYBODY if getattr(cast, who).has_perm(VIEW, each)}
        assert may == KERNTEAM


VIEW = "events.view_meetingdocument"
