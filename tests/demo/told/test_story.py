"""The story around 23 September 2026, figure by figure."""

from __future__ import annotations

import json
from datetime import date, datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Count, F, Max

from partners.models import (
    Framework,
    KernteamMember,
    Mandate,
    Organisation,
    Partnership,
    Person,
    Sector,
    Signature,
)
from programme.models import (
    Ballot,
    Commitment,
    Decision,
    InnovationTheme,
    Programmaraad,
    Programme,
    SeatInvitation,
    ThemeCall,
)
from programme.verification import verify_all
from projects.models import Project
from schuldenlab.audit.models import Entry
from schuldenlab.demo.models import SentMail
from schuldenlab.demo.personas import PERSONAS, present_personas
from schuldenlab.demo.story import ahead, cast, openness, shown
from schuldenlab.outbox.models import Letter

from .conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
ZONE = ZoneInfo("Europe/Amsterdam")
WENT = ("sent", "bounced")  # one came back later


def seats(year: int, day: date) -> set[str]:
    raad = Programmaraad.objects.get(year=year)
    return {seat.organisation.short_name for seat in raad.seats.active(day)}


def votes(ballot: Ballot) -> list[tuple[str, str]]:
    return list(ballot.votes.values_list("entitlement__organisation__short_name", "choice"))


def test_partners() -> None:
    assert Organisation.objects.partners(date(2025, 11, 1)).count() == 25
    assert Organisation.objects.partners(TODAY).count() == 24
    left = Partnership.objects.get(left_on__isnull=False)
    assert (left.organisation.short_name, left.left_on) == ("VH", date(2026, 6, 15))
    sectors = set(Organisation.objects.partners(TODAY).values_list("sector", flat=True))
    assert sectors == set(Sector.values)


def test_every_partner_has_a_director_and_a_contact() -> None:
    for organisation in Organisation.objects.partners(TODAY):
        roles = Mandate.objects.on(TODAY).filter(organisation=organisation).values_list("role")
        counts = dict(roles.annotate(n=Count("pk")).order_by())
        assert counts["director"] == 1
        assert counts["contact"] in {1, 2, 3}
        assert organisation.website.endswith(".example/")


def test_frameworks() -> None:
    now = Framework.objects.current(TODAY)
    assert now.title == "Samenwerkingskader 2025 – 2026"
    assert (now.status, now.ends_on) == ("in_force", date(2026, 12, 31))
    assert now.predecessor.title == "Samenwerkingskader 2020 – 2024"
    assert now.predecessor.status == "expired"


def test_kernteam_is_one_short_and_somebody_comes() -> None:
    roles = KernteamMember.objects.on(TODAY).values_list("role", flat=True)
    assert sorted(roles) == ["manager", "staff", "staff"]
    assert KernteamMember.objects.on(date(2025, 11, 1)).count() == 4
    assert KernteamMember.objects.on(date(2026, 11, 2)).count() == 4


def test_raad_of_the_year() -> None:
    raad = Programmaraad.objects.get(year=2026)
    assert raad.proposed_at.date() == date(2025, 11, 27)
    assert raad.installed_at.date() == date(2025, 12, 12)
    assert raad.responses.get().organisation.short_name == "PM"
    assert seats(2026, date(2026, 1, 5)) == set(cast.SEATS)
    assert seats(2026, date(2026, 7, 1)) == set(cast.SEATS) - {"VH"}
    assert seats(2026, TODAY) == set(cast.NEXT_SEATS)


def test_raad_of_next_year() -> None:
    raad = Programmaraad.objects.get(year=2027)
    assert raad.installed_at.date() == date(2026, 9, 2)
    assert raad.installed_at > raad.respond_by
    assert seats(2027, TODAY) == set(cast.NEXT_SEATS)
    delegates = raad.seats.values_list("delegates__role").annotate(n=Count("pk")).order_by()
    assert dict(delegates) == {"representative": 6, "substitute": 6}


def test_who_was_asked_for_a_seat() -> None:
    asked = SeatInvitation.objects.filter(raad__year=2027).order_by("pk")
    found = list(asked.values_list("organisation__short_name", "status"))
    first = ["GD", "ZD", "EZ", "BN", "CH"]
    assert found == [
        *((each, "accepted") for each in first),
        ("WL", "declined"),
        ("FV", "accepted"),
    ]
    replacement = SeatInvitation.objects.get(raad__year=2026)
    assert (replacement.organisation.short_name, replacement.status) == ("FV", "accepted")
    opened = Letter.objects.filter(template="programme/mail/seat_open.txt")
    assert opened.count() == 4


def test_the_raad_of_last_year_is_taken_over_and_dissolved() -> None:
    raad = Programmaraad.objects.get(year=2025)
    assert (raad.status, raad.installed_at.date()) == ("dissolved", date(2024, 12, 12))
    assert seats(2025, date(2025, 6, 1)) == {"GD", "ZD", "BN", "CH", "WL"}
    assert seats(2025, TODAY) == set()


def test_programme_is_adopted_five_to_one() -> None:
    programme = Programme.objects.get(year=2026)
    ballot = programme.ballot
    assert (programme.status, programme.decision.number) == ("adopted", "2026-03")
    assert ballot.meeting.starts_at == datetime(2026, 1, 21, 10, tzinfo=ZONE)
    assert programme.adopted_at == datetime(2026, 1, 27, 17, tzinfo=ZONE) == ballot.closes_at
    counts = ballot.counts
    assert (counts["entitled"], counts["cast"], counts["quorum_needed"]) == (6, 6, 4)
    assert (counts["votes_for"], counts["votes_against"], counts["votes_abstain"]) == (5, 1, 0)
    assert votes(ballot) == [
        ("GD", "for"),
        ("ZD", "for"),
        ("EZ", "for"),
        ("BN", "for"),
        ("CH", "abstain"),
        ("VH", "against"),
        ("CH", "for"),
    ]
    assert ballot.votes.get(choice="against").reason.startswith("Wij vinden vier thema's te veel.")


# Number, how it was taken, and how it stands; of changes of course and of ballots as well.
REGISTER = [
    ("2026-01", "ballot", "open"),
    ("2026-02", "ballot", "done"),
    ("2026-03", "ballot", "done"),
    ("2026-04", "meeting", "done"),
    ("2026-05", "ballot", "open"),
    ("2026-06", "advice", "open"),
    ("2026-07", "meeting", "dropped"),
    ("2026-08", "advice", "done"),
    ("2026-09", "advice", "done"),
    ("2026-10", "ballot", "done"),
    ("2026-11", "meeting", "done"),
    ("2026-12", "meeting", "open"),
]


def test_the_register_says_what_became_of_each_decision() -> None:
    rows = list(Decision.objects.order_by("sequence"))
    assert [(each.number, each.origin, each.status) for each in rows] == REGISTER


def test_six_themes_and_two_rounds() -> None:
    call = ThemeCall.objects.get(year=2026)
    assert call.themes.count() == 6
    assert call.status == "decided"
    chosen = call.themes.filter(selected_at__isnull=False).order_by("pk")
    assert list(chosen.values_list("title", "decision__sequence")) == [
        ("Noodbuffer", 1),
        ("Energie en huur samen", 1),
        ("Geldles op het mbo", 1),
        ("Ondernemer met zorgen", 2),
    ]
    first, second = Ballot.objects.filter(method="selection", status="closed").order_by("round")
    titles = dict(first.options.values_list("pk", "title"))
    approvals = {
        titles[row["option"]]: (row["approvals"], row["base"]) for row in first.counts["options"]
    }
    assert approvals == {
        "Noodbuffer": (5, 6),
        "Energie en huur samen": (5, 6),
        "Geldles op het mbo": (5, 6),
        "Ondernemer met zorgen": (4, 6),
        "Nieuwe start na scheiding": (4, 6),
        "Niet meer rood staan": (1, 5),
    }
    assert second.votes.count() == 7


def test_what_became_of_the_themes() -> None:
    stood = dict(InnovationTheme.objects.filter(call__year=2026).values_list("title", "status"))
    assert stood == {
        "Noodbuffer": "delivered",
        "Energie en huur samen": "exploring",
        "Geldles op het mbo": "exploring",
        "Ondernemer met zorgen": "stopped",
        "Nieuwe start na scheiding": "proposed",
        "Niet meer rood staan": "proposed",
    }
    iris = Person.objects.get(email=cast.FACILITATOR.email)
    iris.moment = datetime(2026, 9, 23, 12, tzinfo=ZONE)
    seen = InnovationTheme.objects.visible_to(iris)
    assert list(seen.values_list("title", flat=True)) == ["Geldles op het mbo"]
    assert iris.exploration_notes.count() == 4


def test_chains_and_counts_hold() -> None:
    report = verify_all()
    assert report["ok"]
    assert (report["ballots"], report["votes"]) == (7, 37)


def test_commitments() -> None:
    answers = Commitment.objects.values_list("answer").annotate(n=Count("pk")).order_by()
    assert dict(answers) == {"yes": 22, "not_now": 2}
    heard = Commitment.objects.get(way="meeting")
    assert (heard.organisation.short_name, heard.meeting.series.duty) == ("BM", "inspiration")
    assert heard.given_on == heard.meeting.held_on == date(2026, 6, 11)
    silent = Organisation.objects.partners(date(2026, 2, 1)).filter(short_name__in=["BM", "WN"])
    assert {each.short_name for each in silent if not each.commitments.exists()} == {"WN"}
    for organisation in silent:
        director = organisation.mandates.get(role="director").person
        reminders = Letter.objects.filter(
            person=director, template="programme/mail/commitment_reminder.txt"
        )
        assert reminders.count() == 2


def test_a_choice_lies_before_the_raad_with_its_interests() -> None:
    ballot = Ballot.objects.get(title=ahead.TITLE)
    assert (ballot.status, ballot.raad.year, ballot.round) == ("draft", 2026, 1)
    assert ballot.announced_at == datetime(2026, 9, 15, 10, 5, tzinfo=ZONE)
    interests = ballot.interests.order_by("pk").values_list(
        "organisation__short_name", "kind", "option__title"
    )
    assert list(interests) == [("BN", "paid", "Escamp-Oost"), ("CH", "benefit", "Moerwijk")]
    recusal = ballot.recusals.get()
    assert (recusal.organisation.short_name, recusal.option.title) == ("EZ", "Duindorp")
    assert ballot.interest_questions.get().organisation.short_name == "CH"


def test_open_ballot_waits_for_three() -> None:
    ballot = Ballot.objects.get(status="open")
    assert ballot.raad.year == 2027
    assert ballot.opened_at.date() == date(2026, 9, 16)
    assert ballot.closes_at == datetime(2026, 10, 9, 17, tzinfo=ZONE)
    assert [letters for letters, _choice in votes(ballot)] == ["GD", "ZD", "EZ"]
    assert ballot.entitlements.count() == 6


def test_letters_went_at_their_own_moments() -> None:
    assert not Letter.objects.exclude(status__in=[*WENT, "merged"]).exists()
    kept = Letter.objects.filter(status__in=WENT).exclude(address="")
    moments = set(kept.values_list("address", "sent_at"))
    gone = cast.PREDECESSOR.email  # wiped out in the lab; a mailbox is not the lab's
    assert set(SentMail.objects.exclude(address=gone).values_list("address", "at")) == moments
    assert SentMail.objects.filter(address=gone).count() == 2
    sent = Letter.objects.filter(status__in=WENT)
    assert SentMail.objects.count() == sent.count() > 400
    [back] = Letter.objects.filter(status="bounced")
    assert back.bounced_at is not None
    assert all(each.sent_at == each.not_before for each in sent)
    waited = sent.exclude(sent_at=F("at"))
    daily = waited.filter(bundle="")  # the others are changes of a meeting, which wait for more
    waits = {cast.CONTACT.email, "fenna.dijkgraaf@energiezuiderlicht.example"}
    assert set(daily.values_list("address", flat=True)) == waits  # once a day, once a week
    assert set(waited.exclude(bundle="").values_list("template", flat=True)) == {
        "events/mail/meeting_changed.txt",
        "events/mail/meeting_moved.txt",
    }


def test_nothing_lies_in_the_future_and_all_is_story() -> None:
    last = Entry.objects.aggregate(last=Max("at"))["last"]
    assert last.astimezone(ZONE).date() < TODAY
    assert set(Entry.objects.values_list("origin", flat=True)) == {"story"}


def test_who_left_long_ago_is_a_role_now() -> None:
    term = KernteamMember.objects.filter(until_on__lt=date(2025, 1, 1)).get()
    assert term.person.name == "Voormalig lid van het kernteam"
    assert term.person.anonymised_at.date() == date(2025, 9, 8)
    assert not Letter.objects.filter(name=cast.PREDECESSOR.name).exists()


def test_what_everybody_may_see() -> None:
    shown = Organisation.objects.shown_to_all(TODAY).values_list("short_name", flat=True)
    assert set(shown) == set(openness.PUBLIC)
    assert [each.status for each in Framework.objects.shown_to_all()] == ["in_force"]


def test_the_year_is_shown_and_some_of_it_is_not() -> None:
    assert [each.is_kompas_public for each in Framework.objects.shown_to_all()] == [True]
    assert Programme.objects.shown_to_all().count() == 1
    chosen = InnovationTheme.objects.filter(selected_at__isnull=False)
    assert {each.is_public for each in chosen} == {True}
    hidden = Project.objects.filter(is_public=False).values_list("title", flat=True)
    assert set(hidden) == set(shown.INSIDE)
    public = Project.objects.shown_to_all()
    assert public.filter(indicators__values__isnull=False).distinct().count() >= 2
    assert {each.is_public for each in Decision.objects.all()} == {True, False}
    for title in shown.INSIDE:
        texts = Decision.objects.shown_to_all().filter(text__icontains=title)
        assert not texts.exists(), "no decision tells what its project keeps inside"


def test_all_roles_are_there() -> None:
    assert len(present_personas()) == len(PERSONAS)


def test_twice_is_once() -> None:
    out = StringIO()
    call_command("seed_demo", "--today", "2027-01-01", "--json", stdout=out)
    report = json.loads(out.getvalue())
    assert report == {
        "told": False,
        "organisations": 27,
        "people": Person.objects.count(),
        "mails": Letter.objects.filter(status__in=WENT).count(),
    }


def test_wakes_no_sender() -> None:
    """Urgent letters of the past are sent by the story itself."""
    assert connection.run_on_commit == []


def test_every_role_finds_its_home(client) -> None:
    for persona in PERSONAS:
        answer = client.post("/demo/", {"persona": persona.key}, follow=True)
        assert answer.status_code == 200, persona.key
        assert persona.figure.name == answer.wsgi_request.user.name


def test_the_demo_shows_what_was_taken_over() -> None:
    assert Partnership.objects.with_taken_over().filter(is_taken_over=True).count() == 25
    assert KernteamMember.objects.with_taken_over().filter(is_taken_over=True).count() == 5
    signed = Signature.objects.with_taken_over().values_list("framework__status", "is_taken_over")
    assert set(signed) == {("in_force", True), ("open", False)}
