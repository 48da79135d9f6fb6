"""The dossier says where a project stands, and every page about it leads back to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events.actions import schedule_meeting
from events.models import Meeting
from projects import actions
from projects.models import Phase, Project, ProjectNote
from tests.programme import innovating
from tests.projects import building
from tests.projects.building import DAY, acting
from tests.projects.test_actions_dossier import pilot_of
from tests.projects.test_views import address, steered_by_outsider, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("readers")]


def steps(page: str) -> list[tuple[str, str]]:
    """Of each step its class and its name."""
    drawn = page.split('class="sl-list sl-steps')[1].split("</ol>", maxsplit=1)[0]
    found = []
    for each in drawn.split("<li")[1:]:
        name = re.search(r'sl-steps__name">([^<]*)', each)
        state = re.search(r'class="(is-\w+)"', each.split(">")[0])
        found.append((state[1] if state else "", name[1] if name else ""))
    return found


# -- every page about it leads back ----------------------------------------------------------------


def meeting_of(cast: Cast, project: Project) -> Meeting:
    """A meeting of its stuurgroep, for which everybody in it is invited."""
    series = project.stuurgroep.series
    day = cast.at.date()
    slot = Meeting.objects.create(
        series=series, year=day.year, ordinal=1, window_opens_on=day, window_closes_on=day
    )
    schedule_meeting(slot, starts_at=cast.at + 20 * DAY, place="Stadhuis", **acting(cast))
    return slot


def test_pages_about_a_project_lead_to_its_dossier(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    day = (today.at - DAY).date()
    actions.steer_with(
        project, organisation=today["ZD"], text="Minder", from_on=day, **acting(today)
    )
    project.refresh_from_db()
    pilot = actions.plan_phase(project, kind="pilot", **acting(today))
    decision = building.decision(today)
    actions.approve_phase(pilot, decision=decision, **acting(today))
    meeting, client = meeting_of(today, project), enter(today.manager)
    dossier = project.get_absolute_url()
    pages = [
        project.innovation_theme.get_absolute_url(),
        decision.get_absolute_url(),
        meeting.get_absolute_url(),
        reverse("events:agenda", args=[meeting.pk]),
        reverse("events:series-detail", args=[meeting.series_id]),
    ]
    for url in pages:
        assert f'href="{dossier}"' in text(client.get(url)), url
    page = text(client.get(dossier))
    for url in (*pages[:3], pages[4]):
        assert f'href="{url}"' in page, url


def test_what_is_not_about_a_project_leads_nowhere(today: Cast, enter: Enter) -> None:
    building.opened(today)
    other = building.decision(today)
    page = text(enter(today.manager).get(other.get_absolute_url()))
    assert "/projecten/1" not in page
    assert "Dossier: " not in page


def test_a_link_to_a_dossier_is_only_there_for_who_sees_it(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    theme = project.innovation_theme
    guide = innovating.guide(today, theme)
    page = text(enter(guide).get(theme.get_absolute_url()))
    assert theme.title in page
    assert project.get_absolute_url() not in page


# -- where it stands -------------------------------------------------------------------------------


def test_the_steps_say_what_is_blocked_and_what_runs(today: Cast, enter: Enter) -> None:
    phase = building.planned_pilot(today)
    client, url = enter(today.contact), phase.project.get_absolute_url()
    page = text(client.get(url))
    assert steps(page)[2:] == [
        ("is-running", "Prototype"),
        ("is-blocked", "Pilot"),
        ("", "Project"),
        ("", "Handed over"),
    ]
    assert page.count('aria-current="step"') == 1
    assert "start blocked" in page
    actions.stop_project(phase.project, reason="Te weinig gezinnen.", **acting(today))
    page = text(client.get(url))
    assert steps(page)[-1] == ("is-stopped", "Stopped")
    assert "Te weinig gezinnen." in page
    assert "sl-gate" not in page


def test_what_runs_is_drawn_before_what_is_prepared(today: Cast, enter: Enter) -> None:
    phase = pilot_of(today)
    actions.plan_phase(phase.project, kind="pilot", title="Tweede wijk", **acting(today))
    page = text(enter(today.contact).get(phase.project.get_absolute_url()))
    assert ("is-running", "Pilot") in steps(page)


def test_a_blocked_phase_leads_to_what_misses(today: Cast, enter: Enter) -> None:
    phase = building.planned_pilot(today)
    page = text(enter(today.manager).get(phase.project.get_absolute_url()))
    assert f'href="#gate-{phase.pk}"' in page
    assert "Record a start on an earlier day" in page
    assert "Start the phase" not in page


def test_a_project_that_began_without_a_pilot_has_no_such_step(today: Cast, enter: Enter) -> None:
    building.live(today)
    project = building.taken_over(today)
    page = text(enter(today.contact).get(project.get_absolute_url()))
    assert steps(page) == [("is-running", "Project"), ("", "Handed over")]
    assert "Taken over" in page


def test_a_gate_that_is_open_says_so(today: Cast, enter: Enter) -> None:
    phase = building.ready_pilot(today)
    page = text(enter(today.contact).get(phase.project.get_absolute_url()))
    assert "sl-gate--open" in page
    assert "ready to start" in page


def test_on_hold_says_why_in_its_newest_words(today: Cast, enter: Enter) -> None:
    building.live(today)
    project = building.taken_over(today)
    actions.hold_project(project, reason="Wij wachten.", **acting(today))
    note = ProjectNote.objects.get(kind="held")
    actions.correct_project_note(note, text="Wij wachten op geld.", **acting(today))
    page = text(enter(today.contact).get(project.get_absolute_url()))
    assert "<p>Wij wachten op geld.</p>" in page


def test_handed_over_says_to_whom_and_what_was_agreed(today: Cast, enter: Enter) -> None:
    building.live(today)
    project = building.taken_over(today)
    words = {"to": "de gemeente", "on": "23-09-2026", "text": "De dienst neemt vier mensen over."}
    answer = enter(today.manager).post(address("hand-over", project.pk), {**words, "to": ""})
    assert answer.status_code == 422
    assert "De dienst neemt vier mensen over." in text(answer)
    enter(today.manager).post(address("hand-over", project.pk), words)
    page = text(enter(today.contact).get(project.get_absolute_url()))
    assert "Handed over to de gemeente" in page
    assert "De dienst neemt vier mensen over." in page


# -- a pilot does not silently run on --------------------------------------------------------------


def says(client: Client, phase: Phase) -> set[str]:
    page = text(client.get(phase.project.get_absolute_url()))
    words = {
        "late": "the last day of this pilot was",
        "soon": "The last day of this pilot is",
        "unseen": "ended without an evaluation",
        "bare": "this pilot has no last day",
    }
    return {key for key, each in words.items() if each in page}


def test_a_dossier_asks_what_a_pilot_asks(today: Cast, enter: Enter) -> None:
    phase, reader = pilot_of(today, days=31), enter(today.director)
    assert says(reader, phase) == set()
    words: dict[str, Any] = {"size": "100", "criterion": "80", **acting(today)}
    actions.describe_pilot(phase, ends_on=(today.at + 30 * DAY).date(), **words)
    assert says(reader, phase) == {"soon"}
    actions.describe_pilot(phase, ends_on=today.at.date(), **words)
    assert says(reader, phase) == {"soon"}
    phase.pilot.__class__.objects.update(ends_on=(today.at - DAY).date())
    assert says(reader, phase) == {"late"}
    evaluate = f'href="{address("pilot-evaluate", phase.pk)}"'
    url = phase.project.get_absolute_url()
    assert evaluate not in text(reader.get(url))
    assert evaluate in text(enter(today.contact).get(url))
    actions.end_phase(phase, ended_on=today.at.date(), ended_with="Klaar.", **acting(today))
    assert says(reader, phase) == {"unseen"}
    actions.evaluate_pilot(phase, evaluation="Goed.", has_succeeded=False, **acting(today))
    assert says(reader, phase) == set()


def test_a_pilot_without_a_last_day_asks_who_keeps_the_dossier(today: Cast, enter: Enter) -> None:
    """One that was taken over: here none starts without it."""
    building.live(today)
    project = building.taken_over(today, kind="pilot")
    building.lead(today, project)
    phase = project.phases.get()
    assert says(enter(today.contact), phase) == {"bare"}
    assert says(enter(today.director), phase) == set()


def test_another_last_day_of_a_running_pilot_stands_in_the_log(today: Cast) -> None:
    phase = pilot_of(today)
    assert not ProjectNote.objects.filter(kind="step").exists()
    later = (today.at + 60 * DAY).date()
    actions.describe_pilot(phase, size="100", criterion="80", ends_on=later, **acting(today))
    note = ProjectNote.objects.get(kind="step")
    assert later.strftime("%d-%m-%Y") in note.text


def test_a_member_from_outside_follows_no_link_into_the_network(today: Cast, enter: Enter) -> None:
    project = steered_by_outsider(today)
    pilot = actions.plan_phase(project, kind="pilot", **acting(today))
    decision = building.decision(today)
    actions.approve_phase(pilot, decision=decision, **acting(today))
    client = enter(today.outsider)
    page = text(client.get(project.get_absolute_url()))
    assert decision.title in page
    main = page.split("<main")[1].split("</main>")[0]
    links = set(re.findall(r'href="(/[^"#]*)"', main)) - {"/"}
    broken = {url for url in links if client.get(url).status_code != 200}
    assert broken == set()


def steered_in_meetings(cast: Cast) -> Meeting:
    """A project whose stuurgroep has a meeting with a date."""
    project, day = building.opened(cast), (cast.at - DAY).date()
    words = {"text": "Minder", "from_on": day}
    stake = actions.steer_with(project, organisation=cast["ZD"], **words, **acting(cast))
    member = {"person": cast.people["seat_ZD"], "from_on": day}
    actions.add_member(stake, **member, **acting(cast))
    project.refresh_from_db()
    return meeting_of(cast, project)


def test_a_meeting_is_called_what_it_is_called_elsewhere(today: Cast, enter: Enter) -> None:
    meeting = steered_in_meetings(today)
    page = text(enter(today.people["seat_ZD"]).get(Project.objects.get().get_absolute_url()))
    assert f'href="{meeting.get_absolute_url()}">{meeting.title}</a>' in page
    assert str(meeting) not in page


def test_who_is_not_invited_reads_that_the_stuurgroep_meets(today: Cast, enter: Enter) -> None:
    unseen = "Only who is invited sees its meetings."
    nothing = "No meeting about this project has a date yet."
    meeting = steered_in_meetings(today)
    url = Project.objects.get().get_absolute_url()
    page = text(enter(today.director).get(url))
    assert unseen in page
    assert nothing not in page
    assert meeting.get_absolute_url() not in page
    for reader in (today.manager, today.people["seat_ZD"]):
        page = text(enter(reader).get(url))
        assert unseen not in page
        assert meeting.get_absolute_url() in page


def test_a_pilot_is_evaluated_once(today: Cast, enter: Enter) -> None:
    phase, client = pilot_of(today), enter(today.manager)
    url, dossier = address("pilot-evaluate", phase.pk), phase.project.get_absolute_url()
    assert f'href="{url}"' in text(client.get(dossier))
    actions.evaluate_pilot(phase, evaluation="Goed.", has_succeeded=True, **acting(today))
    assert f'href="{url}"' not in text(client.get(dossier))
    answer = client.get(url, follow=True)
    assert answer.redirect_chain
    assert "This pilot was evaluated already." in text(answer)
    assert client.get(address("pilot-describe", phase.pk)).status_code == 302
