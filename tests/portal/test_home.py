"""The parts of home: work with its step, own answers, what a partner gives, the raad, a guide."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events import actions
from events.models import Invitee, Meeting
from funding import actions as funding
from funding.spreading import Part
from partners.models import Organisation
from programme import actions as programme
from programme.models import InnovationTheme
from projects.models import Phase
from projects.views.board import board_of
from schuldenlab.portal.home import as_asks, coming_up, gifts_of, raad_of, work_of
from schuldenlab.portal.home.steps import Progress
from schuldenlab.portal.roles import roles_of
from schuldenlab.portal.worklist import Due
from schuldenlab.portal.worklist.rows import rows_of
from tests.cast import person
from tests.funding.records import EURO, firm, make_plan
from tests.house.world import open_motion, vote
from tests.programme import innovating
from tests.projects import building

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
HOME = reverse("portal:home")


def network(cast: Cast, duty: str = "network", **facts: Any) -> Meeting:
    """A meeting in a month."""
    known: dict[str, Any] = {"actor": cast.manager, "at": cast.at}

    series = actions.add_series(
        cast.framework,
        duty=duty,
        title="Samen",
        audience="network",
        per_year=0,
        reply_days=14,
        colleagues=2,
        duration_minutes=60,
        **known,
    )
    day = cast.at.date()
    meeting = actions.add_meeting(series, year=day.year, window=(day, day + 60 * DAY), **known)
    begins = cast.at + 30 * DAY
    return actions.schedule_meeting(
        meeting, starts_at=begins, subject="S", place="Z", **known, **facts
    )


# -- what is worked on ---------------------------------------------------------------------------


def test_a_theme_that_is_explored_is_the_second_step_of_six(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    [row] = [each for each in work_of(cast.director) if each["title"] == theme.title]
    assert row["url"] == theme.get_absolute_url()
    assert row["progress"] == Progress("Exploration", 2, 6)
    assert [step["is_filled"] for step in row["progress"].bar] == [True, True, *[False] * 4]


@pytest.mark.parametrize("status", ["running", "ended"])
def test_the_phase_of_a_project_is_the_column_of_the_board(cast: Cast, status: str) -> None:
    project = building.planned_pilot(cast).project
    ended = cast.at if status == "ended" else None
    Phase.objects.filter(project=project, kind="prototype").update(
        status=status, ended_on=ended and ended.date(), ended_at=ended
    )
    [row] = [each for each in work_of(cast.director) if each["title"] == project.title]
    assert row["progress"] == Progress("Prototype", 3, 6, "Pilot")
    columns, _stopped = board_of(cast.director, cast.at.date())
    [column] = [each for each in columns if project.title in [card.title for card in each.cards]]
    assert column.title == "Prototype"


def test_only_what_is_prepared_first_is_the_step_itself(cast: Cast) -> None:
    project = building.opened(cast)
    [row] = [each for each in work_of(cast.director) if each["title"] == project.title]
    assert row["progress"] == Progress("Business case", 3, 6)


def test_the_bar_fills_the_width() -> None:
    bar = Progress("Pilot", 4, 6).bar
    assert (bar[0]["x"], bar[-1]["x"], bar[0]["width"]) == ("0.0%", "84.5%", "15.5%")


def test_what_misses_before_the_start_is_said_to_who_leads_it(cast: Cast) -> None:
    phase = make_plan(cast, cast.at, kind="pilot").phase
    [row] = work_of(cast.contact)
    assert row["badge"] == ("warn", "Start blocked", "lock")
    assert row["note"] == "Before the pilot can start this misses: the co-financing."
    assert [tag["text"] for tag in row["tags"]] == ["You lead this project"]
    assert [each["note"] for each in work_of(cast.director)] == [""], "only who leads or steers"
    assert phase.status == "planned"


def test_what_may_start_is_not_blocked(cast: Cast) -> None:
    title = building.ready_pilot(cast).project.title
    [row] = [each for each in work_of(cast.contact) if each["title"] == title]
    assert (row["badge"], row["note"]) == (None, "")


def test_what_somebody_takes_part_in_comes_first_and_six_are_shown(cast: Cast) -> None:
    for _number in range(7):
        make_plan(cast, cast.at)
    own = building.taken_over(cast, title="Zzz")
    building.lead(cast, own)
    rows = work_of(cast.contact)
    assert len(rows) == 6
    assert all(row["is_mine"] for row in rows)
    assert len(work_of(cast.director)) == 6


# -- meetings ------------------------------------------------------------------------------------


def test_the_own_answer_stands_beside_a_meeting(cast: Cast) -> None:

    meeting = network(cast)
    [coming] = coming_up(cast.director)
    assert coming.badge == ("open", "No answer yet", "")
    mine = Invitee.objects.get(meeting=meeting, person=cast.director)
    for answer, words in (("yes", "You come"), ("no", "You do not come")):
        actions.reply_to_invitation(mine, answer=answer, actor=cast.director, at=cast.at)
        [coming] = coming_up(cast.director)
        assert coming.badge is not None
        assert coming.badge[1] == words


def test_an_answer_about_another_day_does_not_count(cast: Cast) -> None:

    meeting = network(cast)
    mine = Invitee.objects.get(meeting=meeting, person=cast.director)
    actions.reply_to_invitation(mine, answer="yes", actor=cast.director, at=cast.at)
    later = cast.at + DAY
    actions.schedule_meeting(
        meeting, starts_at=cast.at + 40 * DAY, place="Z", actor=cast.manager, at=later
    )
    cast.director.moment = later
    [coming] = coming_up(cast.director)
    assert coming.badge == ("open", "No answer yet", "")


def test_a_colleague_comes_for_who_is_not_invited(cast: Cast) -> None:

    meeting = network(cast)
    Invitee.objects.filter(meeting=meeting, person=cast.director).update(withdrawn_at=cast.at)
    theirs = Invitee.objects.get(meeting=meeting, person=cast.seat)
    actions.reply_to_invitation(theirs, answer="yes", actor=cast.seat, at=cast.at)
    [coming] = coming_up(cast.director)
    assert coming.badge == ("met", "Samira Bakker comes for you", "")


def test_who_is_invited_for_itself_sees_the_meeting(cast: Cast) -> None:
    """The facilitator of a theme is asked for a bureau that never was a partner."""
    bureau = Organisation.objects.create(name="Bureau Zon", sector="other", recorded_at=cast.at)
    meeting = network(cast)
    Invitee.objects.create(meeting=meeting, person=cast.outsider, organisation=bureau)
    assert [each.meeting for each in coming_up(cast.outsider)] == [meeting]
    Invitee.objects.create(meeting=meeting, person=cast.former, organisation=cast["WK"])
    assert coming_up(cast.former) == [], "its organisation left the lab"


# -- what a partner gives ------------------------------------------------------------------------


def test_a_partner_sees_what_it_gives_and_nobody_elses(cast: Cast) -> None:
    plan = make_plan(cast, cast.at - DAY)
    mine = firm(cast, plan, "BN", 45_000, cast.at)
    firm(cast, plan, "FV", 99_000, cast.at)
    hours = {"form": "hours", "quantity": EURO(120), "rate": EURO(80), "rate_agreed_by": "KT"}
    firm(cast, plan, "BN", 9_600, cast.at, **hours)
    came = {"arrived_on": cast.at.date(), "year": cast.at.year, "actor": cast.manager}
    funding.record_delivery(mine, amount=EURO(30_000), at=cast.at, **came)
    [gift] = gifts_of(cast.director)
    assert (gift.cash, gift.paid) == (45_000, 30_000)
    assert (gift.hours, gift.hours_given, gift.kind) == (120, 0, 9_600)
    [other] = gifts_of(cast.contact)
    assert (other.cash, other.kind) == (99_000, 0)
    assert gifts_of(cast.manager) == gifts_of(cast.outsider) == []


def test_what_arrived_for_another_year_is_said_apart(cast: Cast, enter: Enter, today: Cast) -> None:
    plan = make_plan(cast, cast.at - DAY)
    hours: dict[str, Any] = {"form": "hours", "quantity": EURO(120), "rate": EURO(80)}
    hours["rate_agreed_by"] = "KT"
    hours["parts"] = [Part(cast.at.year + 1, EURO(9_600))]
    pledge = firm(cast, plan, "BN", 9_600, cast.at, **hours)
    came = {"arrived_on": cast.at.date(), "year": cast.at.year + 1, "actor": cast.manager}
    funding.record_delivery(pledge, amount=EURO(4_500), at=cast.at, **came)
    [gift] = gifts_of(cast.director)
    assert (gift.kind, gift.given, gift.kind_besides, gift.cash_besides) == (0, 0, 4_500, 0)
    type(today.director).objects.get_queryset().update(language="en")
    html = " ".join(enter(today.director).get(HOME).content.decode().split())
    assert f"arrived in {cast.at.year} for another year." in html


def test_an_offer_is_not_given_yet(cast: Cast, enter: Enter, today: Cast) -> None:
    [gift] = gifts_of(cast.director)
    assert (gift.cash, gift.paid, gift.next_on) == (0, 0, None)
    html = enter(today.director).get(HOME).content.decode()
    assert reverse("funding:contribution", args=[cast["BN"].pk]) in html
    assert reverse("partners:involvement-choose", args=[cast["BN"].pk]) in html


def test_what_a_contact_may_answer_is_what_its_card_offers(cast: Cast) -> None:
    [note] = [each["note"] for each in roles_of(cast.contact) if "Your role" in each["label"]]
    assert note == (
        "You answer invitations and step-in offers for Fonds Vlietland, and may offer something. "
        "A director commits it to the programme; who may sign for it makes pledges firm."
    )
    assert cast.contact.has_perm("funding.answer_round")
    assert cast.contact.has_perm("funding.offer_pledge")
    assert not cast.contact.has_perm("funding.make_pledge_firm")
    assert not cast.contact.standing.commits_ids


def test_who_signs_pledges_reads_that_it_makes_them_firm(cast: Cast) -> None:
    [note] = [each["note"] for each in roles_of(cast.director) if "Your role" in each["label"]]
    assert note.endswith("and make its pledges firm.")
    assert cast.director.has_perm("funding.make_pledge_firm")


# -- the raad ------------------------------------------------------------------------------------


def test_a_seat_sees_its_open_ballots_and_a_partner_without_does_not(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at - DAY, cast.at + DAY)
    found = raad_of(cast.seat)
    assert found is not None
    assert [(each.pk, each.has_voted) for each in found["ballots"]] == [(ballot.pk, False)]
    assert [each["is_mine"] for each in found["seats"]].count(True) == 1
    vote(cast, ballot, "BN", "for", cast.at)
    found = raad_of(cast.seat)
    assert found is not None
    assert [each.has_voted for each in found["ballots"]] == [True]
    other = raad_of(cast.contact)
    assert other is not None
    assert (other["ballots"], other["meeting"]) == ([], None)
    assert raad_of(cast.outsider) is None


# -- who guides, who starts, and the kernteam ----------------------------------------------------


def test_who_guides_a_theme_from_outside_sees_it_and_its_log(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    facts = {"from_on": today.at.date(), "actor": today.manager, "at": today.at}
    programme.add_facilitator(theme, person=today.outsider, **facts)
    page = enter(today.outsider).get(HOME)
    [guided] = page.context["guided"]
    assert guided["title"] == theme.title
    html = page.content.decode()
    assert guided["write_url"] in html
    assert theme.title in page.context["organisation_line"][0]["text"]
    assert page.context["raad"] is None


def test_a_new_partner_without_anything_finds_a_calm_page(today: Cast, enter: Enter) -> None:
    InnovationTheme.objects.get_queryset().delete()
    page = enter(today.contact).get(HOME)
    html = page.content.decode()
    assert (page.context["work"], page.context["meetings"], page.context["programme"]) == (
        [],
        [],
        None,
    )
    assert html.count('class="sl-blank"') == 3  # the programme, meetings, decisions
    assert html.count("<h1") == 1


def test_what_is_due_becomes_a_card(cast: Cast) -> None:
    due = Due("k", "Fix the date", "T", "/x/", "Fix it", cast.at.date() + 3 * DAY)
    [ask] = as_asks(rows_of([due], cast.at.date(), {}), cast.manager)
    assert ask.badge == ("warn", "3 days left", "warning"), "the same as on the worklist"
    assert (ask.title, ask.action, ask.days_left, ask.due_is_day) == (
        "Fix the date",
        "Fix it",
        3,
        True,
    )


def test_the_kompas_in_small_is_for_the_kernteam(today: Cast, enter: Enter) -> None:
    page = enter(today.manager).get(HOME)
    assert page.context["kompas"].year == today.at.year
    assert "kompas" not in enter(today.director).get(HOME).context


def test_a_stranger_sees_nothing_of_the_lab(today: Cast, enter: Enter) -> None:
    make_plan(today, today.at)
    network(today)
    stranger = person("Nie Mand", today.at)
    page = enter(stranger).get(HOME)
    assert (page.context["work"], page.context["meetings"], page.context["lanes"]) == ([], [], [])
