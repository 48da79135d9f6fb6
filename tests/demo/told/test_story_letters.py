"""Every letter can be read, as plain text and as HTML: those of the story, and all templates."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from events.models import ActionItem, Circular, DatePoll, Meeting, Minutes
from funding.models import Pledge, StepInOffer
from partners.models import ApiToken, Framework, Mandate, Signature
from programme.models import (
    Ballot,
    CourseChange,
    Decision,
    Facilitator,
    InnovationTheme,
    Programmaraad,
    Programme,
    SeatInvitation,
    ThemeCall,
    Vote,
)
from projects.models import Leadership, Pilot, StuurgroepMember
from schuldenlab.outbox.markup import addressed, write_sheet
from schuldenlab.outbox.models import Letter
from tests.demo.told.letters import check

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]

FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/mail/*.txt"))
DAY = timedelta(days=1)
NAME, PATH = "Fatima el-Amrani", "/aanmelden/abc/"


def test_the_letters_of_the_story_can_be_read() -> None:
    letters = list(Letter.objects.exclude(text="").order_by("pk"))
    assert len({letter.template for letter in letters}) > 40
    assert len(letters) > 1000
    seen = set()
    for letter in letters:
        if (letter.template, letter.subject, letter.language) not in seen:
            seen.add((letter.template, letter.subject, letter.language))
            check(letter.subject, letter.text, letter.html, letter.language)


def facts_of(template: str) -> list[dict[str, Any]]:
    """What this template is rendered with, once for each of its ways."""
    name = template.rpartition("/")[2].removesuffix(".txt")
    return [{**_common(), **own} for own in _own().get(name, [{}])]


def _common() -> dict[str, Any]:
    """Facts of the story under the names that the templates use."""
    meeting = Meeting.objects.filter(starts_at__isnull=False, reply_by_on__isnull=False).latest(
        "pk"
    )
    ballot = Ballot.objects.filter(status="closed").latest("pk")
    decision = Decision.objects.exclude(owner=None).latest("pk")
    mandate = Mandate.objects.select_related("person", "organisation").first()
    assert mandate is not None
    person, organisation, now = mandate.person, mandate.organisation, timezone.now()
    reply = SimpleNamespace(replacement_name="Bo de Vries")
    asked = SimpleNamespace(mandate=mandate, reason="Zij leidt nu de afdeling.", answer="Nog niet.")
    poll = DatePoll.objects.latest("pk")
    offer = StepInOffer.objects.select_related("round__plan__phase__project").latest("pk")
    phase = offer.round.plan.phase
    leadership, pilot = Leadership.objects.latest("pk"), Pilot.objects.latest("pk")
    theme = InnovationTheme.objects.exclude(result="").latest("pk")
    pledge = Pledge.objects.filter(firm_at__isnull=False).latest("pk")
    return {
        "site_url": settings.SITE_URL,
        "meeting": meeting,
        "series": meeting.series,
        "title": meeting.title,
        "was_at": meeting.starts_at,
        "reason": "De zaal is niet vrij.",
        "reply_by": meeting.reply_by_on,
        "contact": settings.CONTACT_EMAIL,
        "contact_email": settings.CONTACT_EMAIL,
        "poll": poll,
        "options": list(poll.options.order_by("starts_at")),
        "minutes": Minutes.objects.latest("pk"),
        "version": 1,
        "days": 30,
        "last_on": now.date() + DAY,
        "poll_on": now.date(),
        "places": 2,
        "waiting": 1,
        "reply": reply,
        "person": person,
        "organisation": organisation,
        "mandate": mandate,
        "by": person,
        "sender": person,
        "note": "Wilt u dit doen?",
        "asked": asked,
        "framework": Framework.objects.filter(sign_by__isnull=False).latest("pk"),
        "signature": Signature.objects.latest("pk"),
        "code": "314159",
        "without_director": [organisation],
        "without_signer": [organisation],
        "looked_on": now.date(),
        "action": ActionItem.objects.exclude(due_on=None).latest("pk"),
        "ballot": ballot,
        "counts": ballot.counts,
        "interests": 1,
        "representative": person.name,
        "raad": Programmaraad.objects.latest("pk"),
        "names": ["Bank Noordzee", "Fonds Vlietland"],
        "invitation": SeatInvitation.objects.exclude(answered_by=None).latest("pk"),
        "seat": SimpleNamespace(end_reason="", until_on=None),
        "decision": decision,
        "owner": person,
        "text": "Het is gedaan.",
        "change": CourseChange.objects.exclude(decision=None).latest("pk"),
        "call": ThemeCall.objects.latest("pk"),
        "theme": theme,
        "kind": "prototype",
        "titles": ["Noodpotje", "Energie en huur"],
        "facilitator": Facilitator.objects.latest("pk"),
        "programme": Programme.objects.exclude(commit_by=None).latest("pk"),
        "draft": SimpleNamespace(get_answer_display="ja", reason="Wij doen graag mee."),
        "commitment": SimpleNamespace(get_answer_display="ja", reason=""),
        "comment": SimpleNamespace(pk=1, text="Dit kan korter."),
        "answer": SimpleNamespace(kind="answered", text="Dank u, dat doen wij."),
        "question": SimpleNamespace(pk=1, text="Wij hebben geen belang.", answer="Dat klopt."),
        "dispute": SimpleNamespace(pk=1, answer="kept", words="Zo is het gezegd."),
        "before": SimpleNamespace(number=1),
        "after": SimpleNamespace(number=2),
        "project": phase.project,
        "phase": phase,
        "leadership": leadership,
        "is_leader": True,
        "member": StuurgroepMember.objects.latest("pk"),
        "pilot": pilot,
        "due_on": now.date(),
        "number": 3,
        "year": 2026,
        "url": "/projecten/1/rapport/?quarter=2026-3",
        "pledge": pledge,
        "goal": pledge.goal,
        "round": offer.round,
        "offer": offer,
        "terms": offer.round.plan.terms,
        "token": ApiToken.objects.exclude(organisation=None).latest("pk"),
        "pack": SimpleNamespace(number=1, changed=""),
        "recusal": SimpleNamespace(reason="", is_replaced=False),
        "vote": SimpleNamespace(),
        "parts": "Besluit 7\n---------\n\nHet is gedaan.",
        "count": 2,
    }


def _own() -> dict[str, list[dict[str, Any]]]:
    """What one template has of its own, where its names differ or it has several ways."""
    day = timezone.now().date()
    recorded = {"kind": "joined", "first": day, "pledge": None}
    changes = [("webauthn", "add"), ("webauthn", "remove"), ("totp", "add"), ("codes", "use")]
    vote = Vote.objects.latest("pk")
    choice = Ballot.objects.exclude(choose_max=None).latest("pk")
    in_meetings = Ballot.objects.filter(meeting__starts_at__isnull=False)[:1]
    return {
        **{name: [{"minutes": 15}] for name in ("act_code", "login_code", "address_code")},
        "recorded_in_name": [
            recorded,
            {**recorded, "kind": "left", "last": day},
            {**recorded, "kind": "kept", "labels": "naam, sector"},
            {**recorded, "kind": "new_mandate"},
        ],
        "security_changed": [{"kind": kind, "change": change} for kind, change in changes],
        "gathered": [{"is_weekly": False}, {"is_weekly": True, "count": 1}],
        "vote_received": [{"vote": vote, "ballot": vote.ballot, "options": ""}],
        "ballot_opened": [{"options": []}, {"options": ["Noodpotje"], "ballot": choice}],
        "ballot_in_meeting": [{"ballot": ballot} for ballot in in_meetings],
        "ballot_closed": [{"chosen": [], "undecided": []}],
        "seat_recused": [{"option": None, "is_emptied": True}, {"option": "Noodpotje"}],
        "minutes_sent": [{"version": 1}, {"version": 2}],
        "pack_sent": [{}, {"pack": SimpleNamespace(number=2, changed="Punt 3.")}],
        "meeting_moved": [{"was_off": True}, {"asks_again": True}],
        "meeting_changed": [{"was": {"place": "Zaal 1", "subject": ""}}],
        "meeting_called_off": [{"is_final": True}, {"is_final": False, "reason": ""}],
        "leader_named": [{"is_leader": True}, {"is_leader": False}],
        "dispute_answered": [{}, {"dispute": SimpleNamespace(answer="corrected", words="")}],
        "circular": [
            {"circular": circular, "is_test": is_test}
            for circular in Circular.objects.all()
            for is_test in (False, True)
        ],
        "interests_answered": [{}],
    }


def test_every_template_can_be_read_in_both_languages() -> None:
    wrong = []
    for template in TEMPLATES:
        for facts in facts_of(template):
            for language in ("nl", "en"):
                for has_account in (True, False):
                    sheet = write_sheet(template, language, facts, has_account=has_account)
                    letter = addressed(sheet, NAME, PATH)
                    try:
                        check(**letter, language=language, most=160)
                    except AssertionError as error:
                        wrong.append(f"{template} ({language}): {str(error)[:300]}")
    assert not wrong, "\n".join(sorted(set(wrong)))
