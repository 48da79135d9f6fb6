"""“My data”: all about oneself and nothing about others, putting it right, another address."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.urls import reverse

from partners import actions
from partners.models import Person
from partners.resources import personal
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from schuldenlab.web.actions import KEYS
from schuldenlab.web.ports import Gather, personal_data
from schuldenlab.web.resources.personal import WAYS_IN
from tests.house.world import build_world
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

PAGE, FILE = reverse("partners:my-data"), reverse("partners:my-data-export")
CORRECT, ADDRESS = reverse("partners:my-data-correct"), reverse("partners:my-data-address")
CODE = reverse("partners:my-data-address-code")
ACCOUNTS = [
    *("manager", "staff", "director", "seat", "substitute", "contact", "other_director"),
    *("former", "outsider"),
]
NEW = "dirk@elders.example"


# -- everything, and only one's own ---------------------------------------------------------------

# Which column that points at a person is shown to that person, and under which name.
SHOWN = {
    "partners.ApiToken.made_by": "api_tokens",
    "partners.ApiToken.revoked_by": "api_tokens",
    "account.EmailAddress.user": "account_emailaddress",
    "audit.Entry.actor": "acts",
    "documents.Document.uploaded_by": "files",
    "documents.Openness.judged_by": "openness",
    "documents.YearExport.exported_by": "archive_files",
    "documents.YearTransfer.recorded_by": "archive_transfers",
    "mfa.Authenticator.user": "mfa_authenticator",
    "events.ActionItem.owner": "meeting_actions",
    "events.CalendarFeed.person": "calendar_feeds",
    "events.CircularRecipient.person": "circulars",
    "events.Invitee.person": "meeting_invitations",
    "events.PollInvitee.person": "date_polls",
    "events.StandingGuest.person": "standing_invitations",
    "outbox.Letter.person": "letters",
    "partners.ContactNote.author": "contact_notes",
    "partners.ImportRun.confirmed_by": "imports",
    "partners.ImportRun.started_by": "imports",
    "partners.Invitation.person": "invitations",
    "partners.Involvement.chosen_by": "involvement",
    "partners.KernteamMember.person": "kernteam_terms",
    "partners.Mandate.person": "mandates",
    "partners.Review.reviewed_by": "reviews",
    "partners.Signature.person": "signatures",
    "partners.SigningRequest.asked_by": "signing_requests",
    "partners.Visit.person": "visits",
    "programme.Commitment.person": "commitments",
    "programme.Decision.owner": "owned_decisions",
    "programme.DecisionStep.owner": "given_decisions",
    "programme.DecisionStep.person": "decision_steps",
    "programme.Delegate.person": "delegations",
    "programme.CourseChange.judged_by": "judgements",
    "programme.CourseChange.proposed_by": "changes",
    "programme.CrucialCall.person": "calls",
    "programme.ExplorationNote.person": "exploration_notes",
    "programme.Facilitator.person": "facilitations",
    "programme.InnovationTheme.person": "proposed_themes",
    "programme.InterestQuestion.person": "interest_questions",
    "programme.CommitmentDraft.person": "commitment_drafts",
    "programme.PassageComment.person": "passage_comments",
    "programme.Dispute.person": "disputes",
    "programme.HandOver.from_person": "handed_over",
    "programme.HandOver.to_person": "received",
    "programme.RaadResponse.person": "responses",
    "programme.Recusal.person": "recusals",
    "programme.SeatInvitation.answered_by": "seat_answers",
    "programme.SeatInvitation.representative": "seat_answers",
    "programme.SeatInvitation.substitute": "seat_answers",
    "programme.Vote.person": "votes",
    "socialaccount.SocialAccount.user": "socialaccount_socialaccount",
    "funding.Delivery.person": "deliveries",
    "funding.Pledge.made_firm_by": "firm_pledges",
    "funding.Pledge.offered_by": "pledges",
    "funding.StepInAnswer.person": "stepin_answers",
    "projects.BusinessCase.author": "business_cases",
    "projects.Leadership.person": "leaderships",
    "projects.ProgressReport.person": "progress_reports",
    "projects.ProjectNote.person": "project_notes",
    "projects.StuurgroepMember.person": "stuurgroepen",
}
# What belongs to a person by a row that points at the person.
BY_WAY = {"date_answers", "meeting_replies"}
# And which is not, and why.
IN_THE_TRAIL = "what the kernteam did stands among the acts"
NOT_SHOWN = {
    "admin.LogEntry.user": "the desk changes nothing, so it holds no row",
    "partners.GoLive.set_by": IN_THE_TRAIL,
    "partners.Invitation.invited_by": IN_THE_TRAIL,
    "funding.StepInRound.person": IN_THE_TRAIL,
    "partners.Signature.registered_by": IN_THE_TRAIL,
    "funding.CarryOver.person": IN_THE_TRAIL,
    "programme.Dispute.answered_by": IN_THE_TRAIL,
    "programme.InterestQuestion.answered_by": IN_THE_TRAIL,
    "programme.PackVersion.sent_by": IN_THE_TRAIL,
    "programme.Vote.entered_by": IN_THE_TRAIL,
    "partners.SignatureWithdrawal.withdrawn_by": IN_THE_TRAIL,
    "programme.ProgrammeSubmission.person": IN_THE_TRAIL,
    "programme.ProgrammeVersion.person": IN_THE_TRAIL,
    "funding.Schedule.person": IN_THE_TRAIL,
}


def columns_about_people() -> set[str]:
    return {
        f"{model._meta.app_label}.{model.__name__}.{column.name}"
        for model in apps.get_models()
        for column in model._meta.fields
        if column.related_model is get_user_model()
    }


def test_every_column_about_a_person_is_thought_of(cast: Cast) -> None:
    assert sorted(columns_about_people() - SHOWN.keys() - NOT_SHOWN.keys()) == []
    keys = {group.key for group in personal_data(cast.seat)}
    there = {name: key for name, key in SHOWN.items() if name in columns_about_people()}
    assert sorted(set(there.values()) - keys) == []
    assert sorted(keys - set(there.values())) == sorted(BY_WAY)


def test_all_keys_are_shown_and_all_are_forgotten() -> None:
    assert set(KEYS) == set(WAYS_IN)


def test_the_file_holds_what_somebody_did(today: Cast, enter: Enter) -> None:
    build_world(today)
    answer = enter(today.seat).get(FILE)
    data = json.loads(answer.content)
    assert answer["Content-Disposition"] == (
        f'attachment; filename="mijn-gegevens-{today.at:%Y-%m-%d}.json"'
    )
    assert answer["Content-Type"] == "application/json"
    assert answer["Cache-Control"] == "private, no-store"
    assert data["account"]["email"] == today.seat.email
    assert [row["organisation"] for row in data["mandates"]] == ["Bank Noordzee"]
    assert {row["choice"] for row in data["votes"]} == {"for"}
    assert [row["role"] for row in data["delegations"]] == ["representative"]
    assert "cast_vote" in {row["act"] for row in data["acts"]}
    assert data["letters"]
    html = text_of(enter(today.seat).get(PAGE))
    assert "stem uitgebracht" in html  # on the page in words
    assert "cast_vote" not in html


def test_nobody_gets_data_of_another(today: Cast, enter: Enter) -> None:
    """Names, addresses and choices of all others are nowhere in anybody's page or file."""
    build_world(today)
    for role in ACCOUNTS:
        someone, client = getattr(today, role), enter(getattr(today, role))
        others = [each for each in today.people.values() if each.pk != someone.pk]
        for url in (PAGE, FILE):
            said = text_of(client.get(url))
            assert someone.email in said
            assert [each.name for each in others if each.name in said] == []
            assert [each.email for each in others if each.email in said] == []
    file = json.loads(enter(today.contact).get(FILE).content)
    assert (file["votes"], file["delegations"], file["commitments"]) == ([], [], [])


def test_a_secret_letter_is_nowhere(today: Cast, enter: Enter) -> None:
    client = enter(today.director)
    client.post(ADDRESS, {"address": NEW})
    code = code_of(Letter.objects.get(template__endswith="address_code.txt"))
    assert code not in text_of(client.get(PAGE))
    assert code not in text_of(client.get(FILE))


def test_a_stranger_logs_in_first(client: Client, db: None) -> None:
    for url in (PAGE, FILE, CORRECT, ADDRESS, CODE):
        assert client.get(url).url == f"{reverse('account_login')}?next={url}"


def test_the_page_costs_the_same_however_much_there_is(today: Cast, enter: Enter) -> None:
    client = enter(today.seat)
    facts = {"template": "t", "address": "a@b.example", "name": "A", "language": "nl"}
    cost = cost_of(client, PAGE).queries
    assert cost == cost_of(client, PAGE).queries
    Letter.objects.bulk_create(
        Letter(
            key=f"k{n}",
            person=today.seat,
            message_id=f"<{n}>",
            subject=f"Brief {n}",
            text="T",
            html="T",
            not_before=today.at,
            at=today.at,
            **facts,
        )
        for n in range(30)
    )
    large = cost_of(client, PAGE)
    assert large.queries == cost
    page = client.get(PAGE)
    table = next(each for each in page.context["tables"] if each["key"] == "letters")
    assert (len(table["rows"]), table["has_more"]) == (personal.ON_PAGE, True)
    assert len(json.loads(client.get(FILE).content)["letters"]) >= 30


def test_one_answer_of_each_app() -> None:
    asked: Gather[int] = Gather("numbers")
    one, two = (lambda: [1]), (lambda: [2])
    assert asked() == []
    asked.add("b", two)
    asked.add("a", one)
    asked.add("a", one)
    assert asked() == [1, 2]
    with pytest.raises(RuntimeError, match="a answers numbers already"):
        asked.add("a", two)


# -- name and language ----------------------------------------------------------------------------


def test_a_name_is_changed_and_the_trail_does_not_say_it(cast: Cast) -> None:
    actions.correct_person(
        cast.seat, name="  Samira   de Boer ", language="en", actor=cast.seat, at=cast.at
    )
    cast.seat.refresh_from_db()
    assert (cast.seat.name, cast.seat.language) == ("Samira de Boer", "en")
    entry = Entry.objects.get(verb="correct_person")
    assert entry.facts == {"changed": ["name", "language"]}
    assert entry.actor_id == cast.seat.pk
    actions.correct_person(
        cast.seat, name="Samira de Boer", language="en", actor=cast.seat, at=cast.at
    )
    assert Entry.objects.filter(verb="correct_person").count() == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_that_is_none_stands_beside_its_field(today: Cast, enter: Enter, name: str) -> None:
    page = enter(today.outsider).post(CORRECT, {"name": name, "language": "nl", "pace": "at_once"})
    assert page.status_code == 422
    assert page.context["form"].errors["name"]
    today.outsider.refresh_from_db()
    assert today.outsider.name == "Ot Buiten"


def test_everybody_changes_their_own_name(today: Cast, enter: Enter) -> None:
    for role in ACCOUNTS:
        client = enter(getattr(today, role))
        answer = client.post(CORRECT, {"name": f"Nieuw {role}", "language": "nl", "pace": "daily"})
        assert answer.url == PAGE
        assert f"Nieuw {role}" in text_of(client.get(PAGE))


# -- another address ------------------------------------------------------------------------------


def code_of(letter: Letter) -> str:
    found = re.search(r"\b\d{6}\b", letter.text)
    assert found is not None
    return found[0]


def ask(client: Client, address: str = NEW) -> str:
    """Ask for another address, and read the code in the mail that went there."""
    answer = client.post(ADDRESS, {"address": address})
    assert answer.url == CODE
    return code_of(Letter.objects.filter(address=address.lower()).latest("pk"))


def test_an_address_changes_by_a_code_on_the_new_one(today: Cast, enter: Enter) -> None:
    old, client = today.director.email, enter(today.director)
    code = ask(client, "Dirk@Elders.example")
    assert NEW in text_of(client.get(CODE))
    assert client.post(CODE, {"confirmation_code": code}).url == PAGE
    today.director.refresh_from_db()
    assert today.director.email == NEW
    told = Letter.objects.get(template="partners/mail/address_changed.txt")
    assert (told.address, NEW in told.text) == (old, False)
    trail = Entry.objects.filter(verb__in=["ask_address", "change_address"])
    assert [entry.facts for entry in trail] == [{}, {}]
    # The code is used up.
    assert client.post(CODE, {"confirmation_code": code}).url == ADDRESS


def test_a_wrong_code_five_times(today: Cast, enter: Enter) -> None:
    client = enter(today.director)
    code = ask(client)
    wrong = "000000" if code != "000000" else "111111"
    answers = [client.post(CODE, {"confirmation_code": wrong}).status_code for _ in range(5)]
    assert answers == [422] * 5
    assert client.post(CODE, {"confirmation_code": code}).url == ADDRESS
    today.director.refresh_from_db()
    assert today.director.email != NEW


def test_a_code_that_came_too_late(today: Cast, enter: Enter) -> None:
    import time_machine  # noqa: PLC0415 - only here

    client = enter(today.director)
    code = ask(client)
    with time_machine.travel(today.at + timedelta(minutes=16), tick=False):
        assert client.post(CODE, {"confirmation_code": code}).url == ADDRESS
    today.director.refresh_from_db()
    assert today.director.email != NEW


def test_the_address_of_another_is_told_only_after_the_code(today: Cast, enter: Enter) -> None:
    client = enter(today.director)
    code = ask(client, today.contact.email)
    page = client.post(CODE, {"confirmation_code": code})
    assert page.status_code == 422
    today.director.refresh_from_db()
    assert today.director.email != today.contact.email
    assert Entry.objects.get(verb__endswith="ProveAddress", result="refused")


def test_who_logged_in_a_while_ago_shows_the_old_address_first(today: Cast, enter: Enter) -> None:
    client = enter(today.director, logged_in_at=today.at - timedelta(minutes=11))
    page = client.post(ADDRESS, {"address": NEW})
    assert page.status_code == 200
    letter = Letter.objects.get()
    assert letter.address == today.director.email
    answer = client.post(ADDRESS, {"confirmation_code": code_of(letter)})
    assert answer.url == CODE
    assert Letter.objects.filter(address=NEW).count() == 1


def test_the_same_address_and_too_many_codes(cast: Cast, english: None) -> None:
    facts: dict[str, Any] = {"code": "123456", "actor": cast.seat}
    with pytest.raises(Refused, match="your address already"):
        actions.ask_address(cast.seat, address=cast.seat.email.upper(), at=cast.at, **facts)
    for minute in range(5):
        at = cast.at + timedelta(minutes=minute)
        actions.ask_address(cast.seat, address=f"a{minute}@b.example", at=at, **facts)
    with pytest.raises(Refused, match="many codes"):
        actions.ask_address(cast.seat, address=NEW, at=at + timedelta(minutes=1), **facts)
    actions.ask_address(cast.seat, address=NEW, at=at + timedelta(hours=2), **facts)


@pytest.mark.parametrize("address", ["", "geen adres", "a" * 250 + "@b.example"])
def test_no_address_at_all(today: Cast, enter: Enter, address: str) -> None:
    page = enter(today.director).post(ADDRESS, {"address": address})
    assert page.status_code == 422
    assert page.context["form"].errors["address"]
    assert not Letter.objects.exists()


def test_the_old_address_no_longer_logs_in(today: Cast) -> None:
    old = today.director.email
    known = apps.get_model("account", "EmailAddress").objects
    known.create(user=today.director, email=old, verified=True, primary=True)
    actions.change_address(today.director, address=NEW, actor=today.director, at=today.at)
    assert not known.filter(user=today.director).exists()
    assert not Person.objects.get_queryset().filter(email=old).exists()
