"""The first chapters of the year: the programme, the themes, and the first meeting."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from events.models import Meeting
from partners.models import Person
from programme import actions, tasks
from programme.models import Ballot, InnovationTheme, Programme, ThemeCall, Vote
from tests.house.world import vote
from tests.programme import innovating

from .conftest import deliver
from .steps import act, day, fill, looks_well, send
from .story import YEAR, Story, held_by_staff, says_yes

IRIS = "iris@bureau.example"


def outside(story: Story) -> None:
    """What is open to everybody; and somebody with an account and no role."""
    anyone = story.windows["anyone"] = story.visit(width=390)
    anyone.goto(reverse("portal:public"))
    looks_well(anyone)
    outsider = story.opens("outsider", width=320)
    assert outsider.page.locator("#no-role").is_visible()
    outsider.fits(320)
    outsider.is_accessible()
    outsider.goto(reverse("portal:worklist"))
    assert outsider.page.locator("main .sl-rows").count() == 0


def january(story: Story) -> None:
    """The programme: written, submitted, shown and voted on from the worklist; then commitments."""
    lab, manager = story.lab, story.opens("manager", "/werklijst/")
    manager.is_accessible()
    with story.takes("programme:programme-write", YEAR):
        text = {"title": "Eerder erbij", "ambition": "Hulp na één gemiste betaling.", "text": "Zo."}
        money = {"category": "innovation", "title": "Verkenning", "amount": "60.000"}
        fill(manager, **text, **{f"budget-0-{name}": value for name, value in money.items()})
    with story.takes("programme:programme-detail", YEAR):
        manager.page.locator(f"main a[href$='/{YEAR}/indienen/']").first.click()
        send(manager)
    with story.takes("programme:programme-ballot", YEAR):
        fill(manager, closes_on=day(14))
    ballot = Ballot.objects.get()
    with story.takes("programme:ballot-detail", ballot.pk):
        act(manager, "programme:ballot-announce", ballot.pk)
        send(manager)
    with story.takes("programme:ballot-open", ballot.pk):
        send(manager)
    seat = story.opens("seat_GD", width=320, script=False)
    seat.fits(320)
    act(seat, "programme:ballot-vote", ballot.pk)
    fill(seat, choice="for")
    seat.fits(320)
    for letters in ("ZD", "EZ", "CH"):
        vote(lab, ballot, letters, "for", timezone.now())
    vote(lab, ballot, "BN", "against", timezone.now())
    story.notes()


def commitments(story: Story) -> None:
    """The clock closes the ballot; a director answers at home in the evening, on a phone."""
    lab = story.lab
    story.goes_to(1, 22)
    assert tasks.close_due_ballots() == 1
    programme = Programme.objects.get(status="adopted")
    director = story.opens("director", width=390, dark=True)
    looks_well(director)
    url = reverse("programme:commitment-give", args=[YEAR, lab["BN"].pk])
    director.page.locator(f"main a[href='{url}']").first.click()
    fill(director, answer="yes")
    director.page.wait_for_load_state()
    assert programme.commitments.get().organisation == lab["BN"]
    looks_well(director)
    for letters in ("GD", "ZD", "EZ", "CH"):
        answer = {"answer": "yes", "reason": "", "organisation": lab[letters]}
        someone = lab.people[f"seat_{letters}"]
        actions.give_commitment(programme, **answer, actor=someone, at=timezone.now())


def call(story: Story) -> None:
    """All partners are asked for themes; a contact has an idea, on a phone."""
    lab, manager = story.lab, story.window("manager")
    with story.takes("programme:call-open", YEAR):
        fill(manager, introduction="Denk mee.", closes_on=day(14))
    found = ThemeCall.objects.get()
    contact = story.opens("contact", f"/innovatiethemas/{YEAR}/voorstellen/", width=390)
    words = {
        "title": "Loon per week",
        "question": "Helpt het?",
        "why": "Krap.",
        "who_gains": "Wij.",
    }
    fill(contact, **words, theme=str(innovating.subject(lab).pk))
    contact.page.wait_for_load_state()
    looks_well(contact)
    for title in ("Noodbuffer", "Geldles"):
        facts = {"organisation": lab["GD"], "actor": lab.seat_GD, "at": timezone.now()}
        innovating.propose(lab, found, title, **facts)
    story.notes()
    story.goes_to(2, 7)
    assert tasks.close_due_calls() == 1


def selection(story: Story) -> None:
    """The raad chooses; a representative is away and lets the substitute vote."""
    lab, manager = story.lab, story.window("manager")
    with story.takes("programme:call-ballot", YEAR):
        fill(manager, closes_on=day(11))
    ballot = Ballot.objects.get(status="draft")
    with story.takes("programme:ballot-detail", ballot.pk):
        act(manager, "programme:ballot-announce", ballot.pk)
        send(manager)
    with story.takes("programme:ballot-open", ballot.pk):
        send(manager)
    seat = story.opens("seat", ballot.get_absolute_url(), width=390)
    act(seat, "programme:ballot-hand-over", ballot.pk)
    send(seat)
    seat.page.wait_for_url(f"**{ballot.get_absolute_url()}")
    substitute = story.opens("substitute", width=390)
    act(substitute, "programme:ballot-vote", ballot.pk)
    for box in substitute.page.locator("main [name=approves]").all():
        box.check()
    send(substitute)
    substitute.page.wait_for_url("**/stembewijzen/*/")
    looks_well(substitute)
    keys = list(ballot.options.values_list("pk", flat=True))
    for letters in ("GD", "ZD", "EZ", "CH"):
        facts = {"organisation": lab[letters], "choice": "approve", "approves": keys}
        someone = lab.people[f"seat_{letters}"]
        actions.cast_vote(ballot, **facts, reason="", actor=someone, at=timezone.now())
    story.goes_to(2, 19)
    assert tasks.close_due_ballots() == 1
    assert Vote.objects.get(entitlement__ballot=ballot, person=lab.substitute)


def explored(story: Story) -> InnovationTheme:
    """Exploring begins, and somebody from outside guides it: she sees her theme, and writes."""
    lab, manager = story.lab, story.window("manager")
    theme, *others = InnovationTheme.objects.filter(status="selected").order_by("title")[::-1]
    with story.takes("programme:theme-explore", theme.pk):
        send(manager)
    for each in others:
        actions.explore_theme(each, exploring_on=timezone.localdate(), **story.now())
        facts = {"organisation": lab["FV"], "from_on": timezone.localdate()}
        actions.add_facilitator(each, **facts, **story.now())
    with story.takes("programme:facilitator-add", theme.pk):
        fill(manager, name="Iris Buiten", email=IRIS)
    lab.people["facilitator"] = Person.objects.get(email=IRIS)
    iris = story.opens("facilitator", width=390)
    looks_well(iris)
    act(iris, "programme:note-write", theme.pk)
    fill(iris, text="Twintig mensen gesproken.")
    iris.sees("Twintig mensen gesproken.")
    story.notes()
    return theme


def first_meeting(story: Story) -> None:
    """The network meets: a date from the worklist, yes at home on a phone, and counted by staff."""
    lab, manager = story.lab, story.window("manager")
    story.goes_to(3, 24)
    meeting = Meeting.objects.get(series__duty="network", year=YEAR, ordinal=1)
    with story.takes("events:meeting-schedule", meeting.pk):
        fill(manager, starts_on="14-05-2036", starts_time="14.00", subject="Samen", place="Zaal 1")
        manager.page.wait_for_url(f"**{meeting.get_absolute_url()}")
    invited = [each.to[0] for each in deliver() if "/bijeenkomsten/uitnodiging/" in str(each.body)]
    assert {lab.contact.email, lab.director.email, IRIS} <= set(invited)
    contact = story.opens("contact")
    says_yes(contact, meeting)
    looks_well(contact)
    contact.goto(reverse("partners:involvement-choose", args=[lab["FV"].pk]))
    contact.page.locator("main [name=forms][value=host]").check()
    send(contact)
    contact.page.wait_for_load_state()
    iris = story.opens("facilitator")
    iris.page.locator(f"main a[href='{meeting.get_absolute_url()}']").first.click()
    iris.sees("Samen")
    looks_well(iris)
    story.notes()
    story.goes_to(4, 16)
    event = Meeting.objects.get(series__duty="inspiration", year=YEAR)
    with story.takes("events:meeting-schedule", event.pk):
        fill(manager, starts_on="24-06-2036", starts_time="15.00", subject="Wat kan wel?")
        manager.page.wait_for_url(f"**{event.get_absolute_url()}")
    story.goes_to(5, 15)
    held_by_staff(story, meeting, "GD", "ZD", "BN", "FV")
    with story.takes("events:minutes-start", meeting.pk):
        send(manager)
        fill(manager, text="Wij leerden elkaar kennen.")
        manager.sees("Wij leerden elkaar kennen.")
        act(manager, "events:minutes-send", meeting.pk)
        send(manager)
