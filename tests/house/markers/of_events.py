"""Who reads the texts about meetings."""

from __future__ import annotations

from .who import CODE, INVITED, KERNTEAM, PARTNERS, Fields, all_of, partners, personal

READERS: dict[str, Fields] = {
    "events.MeetingSeries": {
        **all_of(partners("is_public"), "title", "title_en"),
        "windows": CODE,
    },
    "events.Meeting": all_of(partners("series__is_public"), "subject", "lead", "place"),
    "events.AgendaItem": all_of(INVITED, "title", "text"),
    "events.AgendaDocument": {},
    "events.ProgrammePart": all_of(INVITED, "title", "text", "by"),
    "events.BlockedPeriod": all_of(PARTNERS, "title", "title_en"),
    "events.Circular": all_of(INVITED, "subject", "text", "subject_en", "text_en"),
    "events.CircularRecipient": {},
    "events.MeetingDate": {"reason": INVITED},
    "events.Attendance": {},
    "events.MeetingDocument": {"title": INVITED},
    "events.StandingGuest": {"reason": KERNTEAM},
    "events.Invitee": {"reason": KERNTEAM},
    "events.Reply": all_of(
        personal("invitee__person"), "needs", "replacement_name", "replacement_email"
    ),
    "events.Minutes": {
        "text": INVITED,
        **all_of(CODE, "facts", "sha256"),
    },
    "events.ActionItem": all_of(INVITED, "text", "note"),
    "events.DatePoll": {"note": PARTNERS},
    "events.PollOption": {},
    "events.PollInvitee": {},
    "events.PollAnswer": {},
    "events.GuestLink": {"token_sha256": CODE},
    "events.CalendarFeed": {"token_sha256": CODE},
    "events.FormerTerms": {},
}
