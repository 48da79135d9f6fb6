"""The doors of innovation themes: who comes in, what a page tells, what is kept when refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from partners.models import Person
from programme import actions
from programme.models import ExplorationNote, Facilitator, InnovationTheme, ThemeCall
from tests.programme import innovating
from tests.programme.innovating import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

ANSWERS = {
    "title": "Loon per week",
    "question": "Komen mensen beter uit?",
    "why": "De laatste week is zwaar.",
    "who_gains": "Werknemers.",
    "proposed_facilitator": "",
    "proposed_external": "",
}


def address(name: str, *values: Any) -> str:
    return reverse(f"programme:{name}", args=values)


def open_call(cast: Cast) -> ThemeCall:
    return innovating.call_of(cast, at=cast.at - DAY)


def answers(cast: Cast, **facts: str) -> dict[str, Any]:
    return {**ANSWERS, "theme": innovating.subject(cast).pk, **facts}


def test_a_partner_proposes_in_one_page(today: Cast, enter: Enter) -> None:
    call = open_call(today)
    client = enter(today.contact)
    home = client.get("/").content.decode()
    assert address("theme-propose", call.year) in home
    page = client.post(address("theme-propose", call.year), answers(today), follow=True)
    theme = InnovationTheme.objects.get()
    assert page.redirect_chain == [(theme.get_absolute_url(), 302)]
    assert (theme.proposed_by, theme.person) == (today["FV"], today.contact)
    assert address("theme-withdraw", theme.pk) in page.content.decode()
    assert address("theme-propose", call.year) not in client.get("/").content.decode()


def test_what_was_typed_stays(today: Cast, enter: Enter) -> None:
    call = open_call(today)
    innovating.propose(today, call, "Al bedacht", at=today.at)
    wrong = answers(
        today, why="", proposed_external="Bureau", proposed_facilitator=str(today["GD"].pk)
    )
    page = enter(today.seat).post(address("theme-propose", call.year), wrong)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"why", "proposed_external"}
    text = page.content.decode()
    for typed in ("Loon per week", "Komen mensen beter uit?", "Werknemers.", "Bureau"):
        assert typed in text
    assert "Al bedacht" in text, "what others proposed stands beside the form"


def test_a_title_that_is_taken_is_said_on_the_page(today: Cast, enter: Enter) -> None:
    call = open_call(today)
    innovating.propose(today, call, "Loon per week", at=today.at)
    page = enter(today.seat).post(address("theme-propose", call.year), answers(today))
    assert page.status_code == 422
    assert page.context["form"].non_field_errors()
    assert InnovationTheme.objects.count() == 1


def test_the_kernteam_proposes_in_its_own_name(today: Cast, enter: Enter) -> None:
    call = open_call(today)
    enter(today.staff).post(address("theme-propose", call.year), answers(today))
    assert InnovationTheme.objects.get().proposed_by is None


def test_who_works_for_two_partners_chooses(today: Cast, enter: Enter) -> None:
    from tests.cast import employ  # noqa: PLC0415

    employ(today.contact, today["GD"], today.at - 9 * DAY)
    call = open_call(today)
    client, url = enter(today.contact), address("theme-propose", call.year)
    assert "organisation" in client.get(url).context["form"].fields
    client.post(url, answers(today, organisation=str(today["GD"].pk)))
    assert InnovationTheme.objects.get().proposed_by == today["GD"]
    stolen = answers(today, title="Anders", organisation=str(today["BN"].pk))
    assert client.post(url, stolen).status_code == 422


def test_too_late_is_said_before_anybody_types(today: Cast, enter: Enter) -> None:
    call = innovating.closed_call(today)
    page = enter(today.contact).get(address("theme-propose", call.year))
    assert page["Location"] == call.get_absolute_url()


def test_the_kernteam_opens_extends_and_puts_to_the_ballot(today: Cast, enter: Enter) -> None:
    client, year = enter(today.manager), today.at.year
    assert address("call-open", year) in client.get("/werklijst/").content.decode()
    assert client.get(address("theme-now")).status_code == 200
    day = {"introduction": "Denk mee.", "closes_on": "07-10-2026"}
    client.post(address("call-open", year), {**day, "closes_on": "04-10-2026"})
    assert not ThemeCall.objects.exists(), "that is a Sunday"
    client.post(address("call-open", year), day)
    call = ThemeCall.objects.get()
    client.post(address("call-extend", year), {"closes_on": "08-10-2026"})
    call.refresh_from_db()
    assert call.closes_at.day == 8
    assert client.get(address("call-ballot", year))["Location"] == call.get_absolute_url()


def test_from_the_proposals_to_a_prepared_ballot(today: Cast, enter: Enter) -> None:
    call = innovating.closed_call(today)
    client, url = enter(today.manager), address("call-ballot", call.year)
    home = client.get("/").content.decode()
    assert call.get_absolute_url() in home
    assert url in client.get(call.get_absolute_url()).content.decode()
    rules = {"quorum": "over:1/2", "majority": "over:1/2", "tie_rule": "second_round"}
    page = client.post(url, {"closes_on": "07-10-2026", **rules})
    call.refresh_from_db()
    assert page["Location"] == call.ballot.get_absolute_url()
    assert call.ballot.options.count() == 4
    assert client.get(page["Location"]).status_code == 200


def test_a_ballot_on_themes_offers_no_throwing_away(today: Cast, enter: Enter) -> None:
    call = innovating.closed_call(today)
    ballot = innovating.put(today, call)
    page = enter(today.manager).get(ballot.get_absolute_url()).content.decode()
    assert address("ballot-announce", ballot.pk) in page
    assert address("ballot-discard", ballot.pk) not in page


def test_the_life_of_a_theme_through_its_pages(today: Cast, enter: Enter) -> None:
    theme = innovating.chosen(today)[0]
    client = enter(today.manager)
    on = {"on": "23-09-2026"}
    steps = [
        ("theme-explore", on, "exploring"),
        ("theme-deliver", {**on, "result": "Het werkt."}, "delivered"),
    ]
    for name, facts, status in steps:
        if name == "theme-deliver":
            page = client.get(theme.get_absolute_url()).content.decode()
            assert reverse("projects:open", args=[theme.pk]) in page
            innovating.work_out(today, theme, at=today.at)
        page = client.get(theme.get_absolute_url()).content.decode()
        assert address(name, theme.pk) in page
        client.post(address(name, theme.pk), facts)
        theme.refresh_from_db()
        assert theme.status == status
    other = InnovationTheme.objects.filter(status="selected").first()
    client.post(address("theme-stop", other.pk), {**on, "reason": "Geen baat."})
    other.refresh_from_db()
    assert other.status == "stopped"
    text = enter(today.contact).get(other.get_absolute_url()).content.decode()
    assert "Geen baat." in text
    assert address("theme-stop", theme.pk) not in text


def test_the_kernteam_invites_somebody_from_outside(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    client, url = enter(today.manager), address("facilitator-add", theme.pk)
    assert url in client.get("/werklijst/").content.decode()
    half = {"organisation": "", "name": "Iris", "email": "", "from_on": "23-09-2026"}
    page = client.post(url, half)
    assert set(page.context["form"].errors) == {"email"}
    page = client.post(url, {**half, "name": ""})
    assert set(page.context["form"].errors) == {"organisation"}
    client.post(url, {**half, "email": "iris@bureau.example"})
    row = Facilitator.objects.get()
    assert row.person.email == "iris@bureau.example"
    client.post(address("facilitator-end", row.pk), {"until_on": "23-09-2026"})
    row.refresh_from_db()
    assert row.until_on == today.at.date()


PRIVATE = ("theme-now", "programme-now", "raad-now", "decision-list")


def test_somebody_from_outside_gets_that_theme_and_nothing_else(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    iris = innovating.guide(today, theme)
    other = InnovationTheme.objects.get(title=innovating.TITLES[1])
    client = enter(iris)
    home = client.get("/").content.decode()
    assert theme.get_absolute_url() in home
    page = client.get(theme.get_absolute_url())
    assert address("note-write", theme.pk) in page.content.decode()
    for secret in (theme.decision.get_absolute_url(), address("theme-stop", theme.pk)):
        assert secret not in page.content.decode()
    gone = [other.get_absolute_url(), theme.call.get_absolute_url()]
    gone += [address("note-write", other.pk), today.raad.get_absolute_url()]
    gone += [theme.call.ballot.get_absolute_url(), theme.decision.get_absolute_url()]
    gone += [today["FV"].get_absolute_url(), address("theme-propose", today.at.year)]
    assert {url: client.get(url).status_code for url in gone} == dict.fromkeys(gone, 404)
    assert client.get(address("theme-now")).status_code == 403
    assert client.get(address("decision-list")).status_code == 403
    for name in ("theme-stop", "theme-deliver", "facilitator-add", "theme-withdraw"):
        assert client.post(address(name, theme.pk)).status_code == 403
    for name in PRIVATE:
        text = client.get(address(name)).content.decode()
        assert other.title not in text
        assert "Fonds Vlietland" not in text


def test_the_log_is_written_and_corrected_by_who_guides(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    iris = innovating.guide(today, theme)
    client = enter(iris)
    page = client.post(address("note-write", theme.pk), {"kind": "step", "text": ""})
    assert page.status_code == 422
    client.post(address("note-write", theme.pk), {"kind": "learned", "text": "48 studenten"})
    note = ExplorationNote.objects.get()
    client.post(address("note-correct", note.pk), {"kind": "learned", "text": "84 studenten"})
    text = enter(today.contact).get(theme.get_absolute_url()).content.decode()
    assert "<s>48 studenten</s>" in text
    assert "84 studenten" in text
    assert address("note-correct", note.pk) not in text
    assert client.get(theme.get_absolute_url()).status_code in {200, 404}


def test_nobody_corrects_what_somebody_else_wrote(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    iris = innovating.guide(today, theme)
    facts = {"organisation": today["BN"], "from_on": today.at.date()}
    actions.add_facilitator(theme, **facts, **acting(today))
    note = actions.write_note(theme, kind="step", text="Zo.", actor=iris, at=today.at)
    url = address("note-correct", note.pk)
    assert enter(today.seat).get(url).status_code == 403
    assert enter(today.contact).get(url).status_code == 403
    assert enter(today.outsider).get(url).status_code == 404
    assert enter(today.staff).get(url).status_code == 200


def test_a_choice_in_a_meeting(today: Cast, enter: Enter) -> None:
    call = innovating.closed_call(today)
    page = enter(today.manager).get(address("call-meeting", call.year))
    assert page["Location"] == call.get_absolute_url()


def test_what_is_kept_about_a_person(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    iris = innovating.guide(today, theme)
    actions.write_note(theme, kind="step", text="Mijn stap.", actor=iris, at=today.at)
    page = enter(Person.objects.get_queryset().get(pk=iris.pk)).get(reverse("partners:my-data"))
    assert "Mijn stap." in page.content.decode()
