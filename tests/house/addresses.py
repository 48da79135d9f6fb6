"""Who gets what at which address: for looking, and for posting nothing.

The columns are the roles in the order of `ROLES`. `302 404*5 200*2` is 302, five times 404, twice
200; a single number stands for everybody. 302 of somebody who is not logged in leads to the login.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.admin import site
from django.urls import reverse

from events.actions import start_feed
from events.models import Meeting, MeetingSeries
from partners.actions import (
    add_theme,
    ask_signing,
    become_ambassador,
    begin_import,
    check_import,
    make_token,
    receive_request,
    register_signature,
    withdraw_import,
    write_note,
)
from partners.models import (
    Ambassadorship,
    ApiToken,
    ContactNote,
    Framework,
    ImportRun,
    Signature,
    SigningRequest,
    Theme,
)
from partners.resources import read_partners
from programme.actions import (
    announce_ballot,
    comment_passage,
    disclose_interest,
    give_commitment,
    invite_to_seats,
    prepare_motion,
    question_interests,
    submit_programme,
    take_back_programme,
)
from programme.models import CourseChange, InterestQuestion, PassageComment, SeatInvitation
from schuldenlab.demo.models import SentMail
from schuldenlab.documents.models import WooRequest
from schuldenlab.portal.api.own import LISTS
from tests.house import cadence, invitations, letters, meetings, minutes, polls
from tests.house.shelf_account import account_shelf, draft_edition, edition
from tests.house.shelf_cases import case_group, case_line, case_of, case_shelf
from tests.house.shelf_money import (
    carried_over,
    delivery,
    firm_pledge,
    money_shelf,
    the_bank,
    the_offer,
    the_plan,
    the_round,
    the_stepin,
)
from tests.house.shelf_projects import (
    leadership,
    member,
    paper,
    participation,
    phase_of,
    project_link,
    project_note,
    project_shelf,
    stake,
    the_indicator,
    the_link,
    the_project,
    the_report,
    the_risk,
    the_value,
)
from tests.house.shelf_public import hidden_decision, public_shelf, shown_code
from tests.house.shelf_themes import (
    facilitator,
    note,
    open_proposal,
    theme_in,
    theme_shelf,
)
from tests.house.world import World
from tests.programme.changing import at_status

ROLES = [
    *("anonymous", "outsider", "contact", "director", "seat", "substitute", "staff", "manager"),
]
NOBODY = 10**9
Argument = Callable[[World], Any]


@dataclass(frozen=True)
class Row:
    """The answers of one address and one kind of object, role by role."""

    get: list[int]
    post: list[int]
    arguments: tuple[Argument, ...]

    def url(self, name: str, world: World) -> str:
        """The address in this world."""
        return reverse(name, args=[argument(world) for argument in self.arguments])


def row(get: str, post: str, *arguments: Argument) -> Row:
    """One line of the table."""
    return Row(_spread(get), _spread(post), arguments)


def _spread(codes: str) -> list[int]:
    numbers: list[int] = []
    for code in codes.split():
        number, _star, times = code.partition("*")
        numbers += [int(number)] * int(times or 1)
    return numbers * len(ROLES) if len(numbers) == 1 else numbers


def shelves(world: World) -> World:
    """What the pages of other apps are about besides."""
    cast, year = world.cast, world.cast.at.year
    disclose_interest(
        world.draft,
        organisation=cast["BN"],
        kind="pledge",
        text="",
        actor=cast.manager,
        at=cast.at,
    )
    SentMail.objects.create(address="a@people.example", subject="S", text="T", at=cast.at)
    Framework.objects.create(
        title="Opvolger",
        starts_on=date(year + 2, 1, 1),
        ends_on=date(year + 5, 12, 31),
        host=cast["GD"],
        predecessor=cast.framework,
    )
    give_commitment(
        world.programme,
        organisation=cast["FV"],
        answer="yes",
        reason="",
        actor=cast.other_director,
        at=cast.at,
    )
    invite_to_seats(
        year + 1, framework=cast.framework, organisations=[cast["BN"]], actor=None, at=cast.at
    )
    text_shelf(world)
    network_shelf(world)
    import_shelf(world)
    token_shelf(world)
    theme_shelf(world)
    project_shelf(world)
    case_shelf(world)
    money_shelf(world)
    meetings.meeting_shelf(world)
    invitations.invitation_shelf(world)
    cadence.cadence_shelf(world)
    polls.poll_shelf(world)
    minutes.minutes_shelf(world)
    letters.letter_shelf(world)
    public_shelf(world)
    change_shelf(world)
    objection_shelf(world)
    start_feed(world.cast.director, actor=world.cast.director, at=world.cast.at)
    account_shelf(world)
    ask_signing(world.cast.seat.mandates.get(), actor=None, at=world.cast.at)
    return world


def text_shelf(world: World) -> None:
    """A comment on next year's programme, which is being prepared again."""
    programme, known = world.next_programme, {"actor": world.cast.manager, "at": world.cast.at}
    submit_programme(programme, **known)
    comment_passage(
        programme,
        version=programme.versions.get(),
        anchor="p3",
        organisation=world.cast["BN"],
        text="Dit kan beter.",
        actor=world.cast.seat,
        at=world.cast.at,
    )
    take_back_programme(programme, **known)


def network_shelf(world: World) -> None:
    """Clauses, a signature, an ambassador, and a meeting that was held."""
    cast, day = world.cast, world.cast.at.date()
    known = {"actor": None, "at": cast.at}
    paper = {"signatory": "D. van Dam", "function": "Directeur", "signed_on": day}
    register_signature(cast.framework, organisation=cast["BN"], **paper, **known)
    theme = add_theme(name="Wonen", **known)
    become_ambassador(cast["BN"], theme=theme, from_on=day, **known)
    write_note(cast["BN"], text="Gebeld.", spoken_on=day, **known)
    series = MeetingSeries.objects.create(
        framework=cast.framework, duty="network", title="N", audience="network", per_year=1
    )
    held = Meeting.objects.create(
        series=series,
        year=cast.at.year - 1,
        ordinal=1,
        window_opens_on=day,
        window_closes_on=day,
        starts_at=cast.at,
        status="held",
        held_on=day,
        held_recorded_at=cast.at,
    )
    held.dates.create(starts_at=cast.at)
    held.attendances.create(organisation=cast["BN"])
    Meeting.objects.create(
        series=series,
        year=cast.at.year,
        ordinal=1,
        window_opens_on=day,
        window_closes_on=day,
    )


def token_shelf(world: World) -> None:
    """Two programs that read along: one of a partner, one of the lab."""
    cast, last = world.cast, (world.cast.at + timedelta(days=90)).date()
    for partner, purpose in ((cast["BN"], "Dashboard"), (None, "Site")):
        make_token(partner, purpose=purpose, expires_on=last, actor=cast.manager, at=cast.at)


def token_of(purpose: str) -> Argument:
    return lambda _world: ApiToken.objects.get(purpose=purpose).pk


def import_shelf(world: World) -> None:
    """A file with a line that is not right, and one that was withdrawn."""
    known = {"actor": world.cast.manager, "at": world.cast.at}
    for name in ("fout.csv", "weg.csv"):
        content = b"organisatie;sector;lid_sinds\nA;bank;2020-01-01\nB;vis;2020-01-01"
        run = begin_import(content, file_name=name, lines=2, **known)
        check_import(run, read=read_partners, **known)
    withdraw_import(run, **known)


def change_shelf(world: World) -> None:
    """Changes of course: to be judged, not crucial, and crucial."""
    for status in ("proposed", "minor", "crucial"):
        at_status(world.cast, status, world.cast.at)


def change(status: str) -> Argument:
    return lambda _world: CourseChange.objects.get(status=status).pk


def this_year(world: World) -> int:
    return world.cast.at.year


def last_year(world: World) -> int:
    return world.cast.at.year - 1


def next_year(world: World) -> int:
    return world.cast.at.year + 1


def long_ago(_world: World) -> int:
    return 1999


def named(word: str) -> Argument:
    return lambda _world: word


def unknown(_world: World) -> int:
    return NOBODY


def objection_shelf(world: World) -> None:
    """A seat says of a ballot that comes that its interests are not right."""
    cast, at = world.cast, world.cast.at
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    ballot = prepare_motion(
        cast.raad,
        title="Motie met bezwaar",
        question="Steunt u dit?",
        text="De tekst.",
        closes_at=at + timedelta(days=7),
        rules={},
        **known,
    )
    announce_ballot(ballot, **known)
    question_interests(
        ballot, organisation=cast["VH"], text="Niet goed.", actor=cast.seat_VH, at=at
    )


def objection(_world: World) -> int:
    return InterestQuestion.objects.get().pk


def interest(world: World) -> int:
    return int(world.draft.interests.get().pk)


def organisation(letters: str) -> Argument:
    return lambda world: world.cast[letters].pk


def somebody(role: str) -> Argument:
    return lambda world: getattr(world.cast, role).pk


def seat(letters: str) -> Argument:
    return lambda world: world.cast.seat_of(letters).pk


def asked_seat(world: World) -> int:
    """The bank is asked for a seat of the next year."""
    found: int = SeatInvitation.objects.get(raad=world.next_raad).pk
    return found


def pk_of(name: str) -> Argument:
    return lambda world: getattr(world, name).pk


def draft_framework(_world: World) -> int:
    return Framework.objects.get(title="Opvolger").pk


def slot(world: World) -> int:
    return Meeting.objects.exclude(series__duty="raad").get(year=world.cast.at.year).pk


def term_of_staff(world: World) -> int:
    return world.cast.staff.kernteam_terms.get().pk


def some_theme(_world: World) -> int:
    return Theme.objects.get().pk


def ambassador(_world: World) -> int:
    return Ambassadorship.objects.get().pk


def framework_in_force(world: World) -> int:
    return world.cast.framework.pk


def clause_in_force(world: World) -> int:
    clause = world.cast.framework.clauses.first()
    return clause.pk if clause else NOBODY


def signature_of_bn(world: World) -> int:
    return Signature.objects.get(organisation=world.cast["BN"]).pk


def partnership_of(letters: str) -> Argument:
    return lambda world: world.cast[letters].partnerships.get().pk


def mandate_of(role: str) -> Argument:
    return lambda world: getattr(world.cast, role).mandates.get().pk


def some_request(_world: World) -> int:
    return SigningRequest.objects.get().pk


def some_woo(world: World) -> int:
    """A request under the Woo that waits."""
    found = WooRequest.objects.filter(answered_at=None, withdrawn_at=None).first()
    if found is None:
        cast = world.cast
        found = receive_request(
            reference=f"Woo {WooRequest.objects.count()}",
            subject="Overleg over het programma",
            received_on=cast.at.date(),
            actor=cast.staff,
            at=cast.at,
        )
    return found.pk


def some_note(_world: World) -> int:
    return ContactNote.objects.get().pk


def import_of(file_name: str) -> Argument:
    return lambda _world: ImportRun.objects.get(file_name=file_name).pk


def some_comment(_world: World) -> int:
    return PassageComment.objects.first_words().earliest("pk").pk


def same(value: Any) -> Argument:
    return lambda _world: value


# Nobody but the kernteam; the object is not even there for the rest.
HELP = (
    *("partnercontact", "directeur", "programmaraad", "projectleider", "stuurgroep", "begeleider"),
    "kernteam",
)
HIDDEN, NOT_THERE = "302 404*5 200*2", "302 404*7"
# Nobody but the kernteam; everybody else knows that the page exists.
STAFF, STAFF_SEES = "302 403*5 200*2", "302 404 403*4 200*2"
# Everybody who takes part; the outsider finds a closed door, or nothing.
INSIDERS, INSIDERS_READ = "302 403 200*6", "302 403 405*6"
# The kernteam comes too late; the raad, or everybody who takes part, sees the ballot.
RAAD_KNOWS, ALL_KNOW = "302 404*3 403*2 302*2", "302 404 403*4 302*2"
RAAD_SEES, RAAD_READS = "302 404 403*2 200*4", "302 404 403*2 405*4"
# Who took part in a meeting (the seat and the director), and the kernteam.
TOOK_PART, PART_READS = "302 404*2 200*2 404 200*2", "302 404*2 405*2 404 405*2"
PART_SEES, PART_KNOWS = "302 404*2 403*2 404 200*2", "302 404*2 403*2 404 422*2"
SHOWN, SHOWN_READ = "302 404 200*6", "302 404 405*6"
# The kernteam acts on a date poll; who is asked knows that it is there.
POLL_ACT = "302 404 403*2 404*2 200*2"
POLL_TYPED, POLL_DONE = POLL_ACT.replace("200", "422"), POLL_ACT.replace("200", "302")

TABLE: dict[str, dict[str, Row]] = {
    # -- for everybody ---------------------------------------------------------------------------
    "portal:home": {"": row("302 200*7", "302 405*7")},
    "portal:help": {"": row("200", "405")},
    "portal:help-role": {
        **{slug: row("200", "405", same(slug)) for slug in HELP},
        "unknown": row("404", "405", same("koning")),
    },
    "portal:glossary": {"": row("200", "405")},
    "portal:counting": {"": row("200", "405")},
    "portal:how-it-works": {"": row("200", "405")},
    "programme:voting-explained": {"": row("200", "405")},
    "portal:accessibility": {"": row("200", "405")},
    "portal:privacy": {"": row("200", "405")},
    "portal:search": {"": row("200", "405")},
    "portal:public": {"": row("200", "405")},
    "portal:public-partners": {"": row("200", "405")},
    "portal:public-framework": {"": row("200", "405")},
    "portal:public-programme": {"": row("200", "405")},
    "portal:public-programme-year": {
        "": row("200", "405", this_year),
        "not adopted": row("404", "405", next_year),
        "unknown": row("404", "405", long_ago),
    },
    "portal:public-theme": {
        "": row("200", "405", theme_in("exploring")),
        "not public": row("404", "405", theme_in("selected")),
        "proposed": row("404", "405", open_proposal),
        "unknown": row("404", "405", unknown),
    },
    "portal:public-projects": {"": row("200", "405")},
    "portal:public-project": {
        "": row("200", "405", shown_code),
        "unknown": row("404", "405", same("P1999-01")),
    },
    "portal:public-decisions": {"": row("200", "405")},
    "portal:public-decision": {
        "": row(
            "200",
            "405",
            lambda world: world.decision.year,
            lambda world: world.decision.sequence,
        ),
        "not public": row("404", "405", this_year, hidden_decision),
        "unknown": row("404", "405", long_ago, same(1)),
    },
    "portal:public-calendar": {"": row("200", "405")},
    "portal:public-how": {"": row("200", "405")},
    "portal:robots": {"": row("200", "405")},
    "portal:sitemap": {"": row("200", "405")},
    "portal:open-data": {"": row("200", "405")},
    "portal:open-data-package": {"": row("200", "405")},
    "portal:open-data-catalogue": {"": row("200", "405")},
    "portal:open-data-file": {
        "csv": row("200", "405", named("partners"), named("csv")),
        "json": row("200", "405", named("besluiten"), named("json")),
        "unknown": row("404", "404", named("partners"), named("xml")),
    },
    "portal:public-framework-detail": {"not public": row("404", "405", framework_in_force)},
    "portal:public-accounts": {"": row("200", "405")},
    "portal:public-account": {
        "this year": row("200", "405", this_year),
        "unknown": row("404", "405", long_ago),
    },
    "portal:public-account-edition": {
        "published": row("200", "405", this_year, edition),
        "draft": row("404", "405", this_year, draft_edition),
    },
    "portal:public-account-figure": {
        "partners": row("200", "405", this_year, edition, named("partners")),
        "money": row("200", "405", this_year, edition, named("money_firm")),
        "draft": row("404", "405", this_year, draft_edition, named("partners")),
        "no figure": row("404", "405", this_year, edition, named("nothing")),
    },
    "portal:public-account-changes": {
        "published": row("200", "405", this_year, edition),
        "draft": row("404", "405", this_year, draft_edition),
    },
    "portal:public-account-pdf": {
        "published": row("200", "405", this_year, edition),
        "draft": row("404", "405", this_year, draft_edition),
    },
    "portal:public-account-json": {
        "published": row("200", "405", this_year, edition),
        "draft": row("404", "405", this_year, draft_edition),
    },
    "portal:security-txt": {"": row("200", "405")},
    # -- the API asks a token where a page asks a login -------------------------------------------
    **{
        f"portal:api-{name}": {"": row("200", "405")}
        for name in (
            *("docs", "openapi", "partners", "programmes", "themes", "projects"),
            *("meetings", "decisions", "kompas_years", "accounts"),
        )
    },
    **{
        f"portal:api-{name}": {"unknown": row("404", "405", unknown)}
        for name in (
            "partner",
            "programme",
            "theme",
            "project",
            "meeting",
            "decision",
            "kompas",
            "account",
        )
    },
    **{
        f"portal:api-{name}": {"": row("401", "405")}
        for name in ("organisation", *(f"own-{each[0]}" for each in LISTS))
    },
    "portal:api-nothing": {"": row("404", "404")},
    "partners:tokens": {
        "own": row("302 404 403 200*5", "302 404 403 405*5", organisation("BN")),
        "no partner any more": row(HIDDEN, "302 404*5 405*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:token-make": {
        "own": row("302 404 403 200*3 403*2", "302 404 403 422*3 403*2", organisation("BN")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:lab-tokens": {"": row(STAFF, "302 403*5 405*2")},
    "partners:lab-token-make": {"": row(STAFF, "302 403*5 422*2")},
    "partners:token-revoke": {
        "of the bank": row("302 404*2 200*5", "302 404*2 302*5", token_of("Dashboard")),
        "of the lab": row(HIDDEN, "302 404*5 302*2", token_of("Site")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "portal:vulnerability": {"": row("200", "405")},
    "health": {"": row("200", "405")},
    "health-clock": {"": row("200", "405")},
    "account_login": {"": row("200 302*7", "422 302*7")},
    "account_request_login_code": {"": row("200 302*7", "422 302*7")},
    "account_confirm_login_code": {"": row("302", "302")},
    "account_logout": {"": row("302 200*7", "302")},
    "account_inactive": {"": row("200", "405")},
    "mfa_login_webauthn": {"": row("302", "422 302*7")},
    "mfa_authenticate": {"": row("302", "302")},
    "openid_connect_login": {"not here": row("404", "404", same("organisatie"))},
    "openid_connect_callback": {"not here": row("404", "404", same("organisatie"))},
    "partners:invitation-accept": {"": row("302", "410")},
    "partners:invitation": {"unknown": row("410", "405", same("x"))},
    # -- one's own account; a login of long ago gets a code before anything changes --------------
    "partners:account": {"": row("302 200*7", "302 405*7")},
    "partners:welcome": {"": row("302 200*7", "302 405*7")},
    "partners:account-visits": {"": row("302 200*7", "302 422*7")},
    "partners:account-prove": {"": row("302 200*7", "302")},
    "mfa_index": {"": row("302 200*7", "302 405*7")},
    "mfa_add_webauthn": {"": row("302", "302")},
    "mfa_remove_webauthn": {"unknown": row(NOT_THERE, NOT_THERE, unknown)},
    "mfa_edit_webauthn": {"unknown": row(NOT_THERE, NOT_THERE, unknown)},
    "mfa_activate_totp": {"": row("302", "302")},
    "mfa_deactivate_totp": {"none": row(NOT_THERE, NOT_THERE)},
    "mfa_view_recovery_codes": {"none": row(NOT_THERE, "302 405*7")},
    "mfa_generate_recovery_codes": {"none": row("302 200*7", "302 422*7")},
    "mfa_download_recovery_codes": {"none": row(NOT_THERE, NOT_THERE)},
    "mfa_reauthenticate": {"none": row("302 403*7", "302 403*7")},
    "mfa_reauthenticate_webauthn": {"none": row("302 403*7", "302 403*7")},
    "portal:kompas": {"": row(INSIDERS, INSIDERS_READ)},
    "portal:kompas-year": {
        "this year": row(INSIDERS, INSIDERS_READ, this_year),
        "too long ago": row("302 403 404*6", INSIDERS_READ, long_ago),
    },
    "portal:kompas-pdf": {
        "this year": row(INSIDERS, INSIDERS_READ, this_year),
        "too long ago": row("302 403 404*6", INSIDERS_READ, long_ago),
    },
    "portal:kompas-measure": {
        "partners": row(INSIDERS, INSIDERS_READ, this_year, named("signed")),
        "projects": row(INSIDERS, INSIDERS_READ, this_year, named("offered_to_all")),
        "money": row(INSIDERS, INSIDERS_READ, this_year, named("knowledge")),
        "no measure": row("302 403 404*6", INSIDERS_READ, this_year, named("nothing")),
    },
    # -- the annual account ----------------------------------------------------------------------
    "portal:account-list": {"": row(INSIDERS, INSIDERS_READ)},
    "portal:account-start": {
        "last year": row(STAFF, "302 403*5 302*2", last_year),
        "before the lab": row(NOT_THERE, NOT_THERE, long_ago),
        "a draft is there": row(STAFF, "302 403*5 422*2", this_year),
    },
    "portal:account-write": {
        "draft": row(HIDDEN, "302 404*5 405*2", this_year),
        "no draft": row(NOT_THERE, NOT_THERE, last_year),
    },
    "portal:account-block": {
        "draft": row(HIDDEN, "302 404*5 302*2", this_year, named("money")),
        "no heading": row(NOT_THERE, NOT_THERE, this_year, named("koeien")),
    },
    "portal:account-publish": {
        "draft": row("302 404*5 403 200", "302 404*5 403 422", this_year),
        "no draft": row(NOT_THERE, NOT_THERE, last_year),
    },
    "portal:account-edition": {
        "published": row(SHOWN, SHOWN_READ, this_year, edition),
        "draft": row(HIDDEN, "302 404*5 405*2", this_year, draft_edition),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago, edition),
    },
    "portal:account-figure": {
        "partners": row(SHOWN, SHOWN_READ, this_year, edition, named("partners")),
        "money": row(SHOWN, SHOWN_READ, this_year, edition, named("money_firm")),
        "draft": row(HIDDEN, "302 404*5 405*2", this_year, draft_edition, named("partners")),
        "no figure": row(NOT_THERE, SHOWN_READ, this_year, edition, named("nothing")),
    },
    "portal:account-changes": {
        "published": row(SHOWN, SHOWN_READ, this_year, edition),
        "draft": row(NOT_THERE, "302 404*5 405*2", this_year, draft_edition),
    },
    "portal:account-pdf": {
        "published": row(SHOWN, SHOWN_READ, this_year, edition),
        "draft": row(HIDDEN, "302 404*5 405*2", this_year, draft_edition),
    },
    # -- partners --------------------------------------------------------------------------------
    "partners:organisation-list": {"": row(INSIDERS, INSIDERS_READ)},
    "partners:organisation-detail": {
        "partner": row(SHOWN, SHOWN_READ, organisation("FV")),
        "no partner any more": row(HIDDEN, "302 404*5 405*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # -- what a partner keeps itself -------------------------------------------------------------
    "partners:organisation-manage": {
        "own": row("302 404 403 200*5", "302 404 403 405*5", organisation("BN")),
        "no partner any more": row(HIDDEN, "302 404*5 405*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-facts": {
        "own": row("302 404 403 200*5", "302 404 403 302*3 422*2", organisation("BN")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-review": {
        "own": row("302 404 403 200*3 403*2", "302 404 403 302*3 403*2", organisation("BN")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:colleague-invite": {
        "own": row("302 404 403 200*3 403*2", "302 404 403 422*3 403*2", organisation("BN")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:involvement-choose": {
        "own": row("302 404 403 200*3 403*2", "302 404 403 422*3 403*2", organisation("BN")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:involvement-repeat": {
        "nothing to repeat": row(
            "302 404 403 302*3 403*2", "302 404 403 422*3 403*2", organisation("BN")
        ),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:involvement-year": {
        "this year": row(INSIDERS, INSIDERS_READ, this_year),
        "too long ago": row("302 403 404*6", "302 403 404*6", long_ago),
    },
    "partners:mandate-end": {
        "of a contact": row("302 404*2 200*5", "302 404*2 422*5", mandate_of("substitute")),
        "of a director": row(
            "302 404*2 200 403*2 200*2", "302 404*2 422 403*2 422*2", mandate_of("director")
        ),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:signing-ask": {
        "own": row("302 404*2 200*3 403*2", "302 404*2 302*3 403*2", mandate_of("substitute")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:signing-requests": {"": row(STAFF, "302 403*5 405*2")},
    "partners:signing-confirm": {
        "": row("302 404*2 403*3 200*2", "302 404*2 403*3 302*2", some_request),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:signing-decline": {
        "": row("302 404*2 403*3 200*2", "302 404*2 403*3 422*2", some_request),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:import": {"": row(STAFF, "302 403*5 422*2")},
    "partners:import-run": {
        "with a bad line": row(HIDDEN, "302 404*5 422*2", import_of("fout.csv")),
        "withdrawn": row(HIDDEN, "302 404*5 302*2", import_of("weg.csv")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:import-withdraw": {
        "withdrawn": row(HIDDEN, "302 404*5 422*2", import_of("weg.csv")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-export": {
        "csv": row(INSIDERS, INSIDERS_READ, same("csv")),
        "no such kind": row("302 403 404*6", INSIDERS_READ, same("exe")),
    },
    "partners:person-export": {
        "csv": row(STAFF, "302 403*5 405*2", same("csv")),
        "no such kind": row("302 403*5 404*2", "302 403*5 405*2", same("exe")),
    },
    "partners:person-list": {"": row(STAFF, "302 403*5 405*2")},
    "partners:person-invite": {"": row(STAFF, "302 403*5 422*2")},
    **{
        f"partners:invitation-{act}": {
            "": row(HIDDEN, "302 404*5 302*2", lambda world: world.cast.outsider.pk),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("resend", "withdraw")
    },
    "partners:framework": {"": row(INSIDERS, INSIDERS_READ)},
    "partners:framework-detail": {
        "in force": row(SHOWN, SHOWN_READ, lambda world: world.cast.framework.pk),
        "draft": row(HIDDEN, "302 404*5 405*2", draft_framework),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:framework-list": {"": row(INSIDERS, INSIDERS_READ)},
    "partners:framework-draft": {"": row(STAFF, "302 403*5 422*2")},
    "partners:framework-renewal": {"": row(STAFF, "302 403*5 405*2")},
    "partners:framework-compare": {
        "without a predecessor": row(NOT_THERE, NOT_THERE, framework_in_force),
        "draft": row(HIDDEN, "302 404*5 405*2", draft_framework),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:framework-document": {
        "without a file": row(NOT_THERE, "302 404 405*6", framework_in_force),
        "draft": row(NOT_THERE, "302 404*5 405*2", draft_framework),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"partners:framework-{act}": {
            "in force": row("302 404 403*4 302*2", "302 404 403*4 422*2", framework_in_force),
            "draft": row(get, post, draft_framework),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, get, post in (
            ("edit", HIDDEN, "302 404*5 422*2"),
            ("clause", HIDDEN, "302 404*5 422*2"),
            ("upload", HIDDEN, "302 404*5 422*2"),
            ("succeed", "302 404*5 302*2", "302 404*5 422*2"),
            ("open", "302 404*5 302*2", "302 404*5 422*2"),
            ("enforce", "302 404*5 302*2", "302 404*5 422*2"),
            ("discard", HIDDEN, "302 404*5 302*2"),
        )
    },
    "partners:framework-sign-by": {
        "in force": row(STAFF_SEES, "302 404 403*4 302*2", framework_in_force),
        "draft": row("302 404*5 302*2", "302 404*5 422*2", draft_framework),
    },
    **{
        f"partners:clause-{act}": {
            "in force": row("302 404 403*4 302*2", "302 404 403*4 422*2", clause_in_force),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("edit", "remove")
    },
    "partners:signature-register": {
        "in force": row(STAFF_SEES, "302 404 403*4 422*2", framework_in_force),
        "draft": row(HIDDEN, "302 404*5 422*2", draft_framework),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:framework-sign": {
        "signed already": row(
            "302 404 403 302 403*4", "302 404 403 422 403*4", framework_in_force, organisation("BN")
        ),
        "of another": row(
            "302 404 403 404 403*4", "302 404 403 404 403*4", framework_in_force, organisation("GD")
        ),
        "draft": row(NOT_THERE, NOT_THERE, draft_framework, organisation("BN")),
    },
    "partners:framework-forward": {
        "own": row(
            "302 404 200 404*3 403*2",
            "302 404 422 404*3 403*2",
            framework_in_force,
            organisation("FV"),
        ),
        "draft": row(NOT_THERE, NOT_THERE, draft_framework, organisation("FV")),
    },
    "partners:framework-check": {
        "in force": row(SHOWN, SHOWN_READ, framework_in_force),
        "draft": row(NOT_THERE, NOT_THERE, draft_framework),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:signature-receipt": {
        "of BN": row("302 404 403 200*5", "302 404 403 405*5", signature_of_bn),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"partners:signature-{file}": {
            "without a file": row("302 404 403 404*5", "302 404 403 405*5", signature_of_bn),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for file in ("pdf", "scan")
    },
    "partners:signature-withdraw": {
        "of BN": row("302 404 403*5 200", "302 404 403*5 422", signature_of_bn),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # -- taking over, on behalf, notes, corrections ----------------------------------------------
    "portal:worklist": {"": row(STAFF, "302 403*5 405*2")},
    "portal:health": {"": row(STAFF, "302 403*5 405*2")},
    "portal:takeover": {"": row(STAFF, "302 403*5 405*2")},
    # -- the archive and requests under the Woo --------------------------------------------------
    "portal:archive": {"": row(STAFF, "302 403*5 405*2")},
    "portal:archive-year": {
        "this year": row(STAFF, "302 403*5 405*2", this_year),
        "next year": row("302 403*5 404*2", "302 403*5 405*2", next_year),
    },
    "portal:archive-export": {
        "this year": row(STAFF, STAFF, this_year),
        "next year": row("302 403*5 404*2", "302 403*5 404*2", next_year),
    },
    "portal:archive-judge": {"nothing ticked": row("302 403*5 404*2", "302 403*5 404*2")},
    "portal:archive-document": {
        "unknown": row("302 403*5 404*2", "302 403*5 405*2", unknown),
    },
    "portal:archive-transfer": {"unknown": row(NOT_THERE, NOT_THERE, unknown)},
    "portal:woo-list": {"": row(STAFF, "302 403*5 405*2")},
    "portal:woo-new": {"": row(STAFF, "302 403*5 422*2")},
    "portal:woo-detail": {
        "waits": row(HIDDEN, "302 404*5 405*2", some_woo),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"portal:woo-{act}": {
            "waits": row(HIDDEN, f"302 404*5 {posted}*2", some_woo),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, posted in (
            ("postpone", "422"),
            ("export", "200"),
            ("choose", "302"),
            ("answer", "302"),
            ("withdraw", "302"),
        )
    },
    "portal:woo-inventory": {
        "csv": row(HIDDEN, "302 404*5 405*2", some_woo, same("csv")),
        "no such kind": row(NOT_THERE, "302 404*5 405*2", some_woo, same("exe")),
    },
    "portal:public-documents": {"": row("200", "405")},
    "portal:public-document": {"unknown": row("404", "405", unknown)},
    "partners:go-live": {"": row("302 403*6 200", "302 403*6 422")},
    "portal:on-behalf": {
        "partner": row(STAFF_SEES, "302 404 403*4 405*2", organisation("BN")),
        "no partner any more": row(HIDDEN, "302 404*5 405*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"partners:{what}-on-behalf": {
            "partner": row(STAFF_SEES, "302 404 403*4 422*2", organisation("BN")),
            "no partner any more": row("302 404*5 302*2", "302 404*5 422*2", organisation("WK")),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for what in ("ambassador", "involvement")
    },
    "programme:commitment-on-behalf": {
        "adopted": row(STAFF_SEES, "302 404 403*4 422*2", this_year, organisation("BN")),
        "of no partner": row(
            "302 404 403*4 404*2", "302 404 403*4 404*2", this_year, organisation("WK")
        ),
        "not adopted": row("302 404*5 302*2", "302 404*5 422*2", next_year, organisation("BN")),
    },
    "partners:organisation-notes": {
        "partner": row(STAFF_SEES, "302 404 403*4 422*2", organisation("BN")),
        "no partner any more": row(HIDDEN, "302 404*5 422*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:note-correct": {
        "": row(HIDDEN, "302 404*5 422*2", some_note),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-dispute": {
        "own": row("302 404 403 200*3 403*2", "302 404 403 422*3 403*2", organisation("BN")),
        "no partner any more": row("302 404*5 403*2", "302 404*5 403*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-history": {
        "partner": row(STAFF_SEES, "302 404 403*4 405*2", organisation("BN")),
        "no partner any more": row(HIDDEN, "302 404*5 405*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-leave": {
        "partner": row(STAFF_SEES, "302 404 403*4 422*2", organisation("BN")),
        "no partner any more": row("302 404*5 302*2", "302 404*5 422*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-join": {
        "partner": row("302 404 403*4 302*2", "302 404 403*4 422*2", organisation("BN")),
        "no partner any more": row(HIDDEN, "302 404*5 422*2", organisation("WK")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:partnership-correct": {
        "": row(HIDDEN, "302 404*5 422*2", partnership_of("BN")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:mandate-correct": {
        "of BN": row("302 404*2 403*3 200*2", "302 404*2 403*3 422*2", mandate_of("director")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:ambassadorship-correct": {
        "of BN": row(STAFF_SEES, "302 404 403*4 422*2", ambassador),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:kernteam-correct": {
        "": row("302 404 403*5 200", "302 404 403*5 422", term_of_staff),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:meeting-take-over": {
        "no first day": row("302 404 403*4 302*2", "302 404 403*4 422*2", slot),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:kernteam": {"": row(INSIDERS, INSIDERS_READ)},
    "partners:kernteam-appoint": {"": row("302 403*6 200", "302 403*6 422")},
    "partners:kernteam-end": {
        "": row("302 404 403*5 200", "302 404 403*5 422", term_of_staff),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:theme-list": {"": row(INSIDERS, INSIDERS_READ)},
    "partners:theme-add": {"": row(STAFF, "302 403*5 422*2")},
    "partners:theme-ambassador": {
        "": row(SHOWN, "302 404 422*6", some_theme),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:ambassadorship-end": {
        "of BN": row("302 404 403 200*5", "302 404 403 422*5", ambassador),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:my-data": {"": row("302 200*7", "302 405*7")},
    "partners:my-data-export": {"": row("302 200*7", "302 405*7")},
    "partners:my-data-correct": {"": row("302 200*7", "302 422*7")},
    "partners:my-data-address": {"": row("302 200*7", "302 422*7")},
    "partners:my-data-address-code": {"nothing waits": row("302", "302")},
    "partners:my-data-leave": {"the only manager as well": row("302 200*7", "302*7 422")},
    "partners:person-close": {
        "a contact": row(HIDDEN, "302 404*5 302*2", somebody("contact")),
        "of the kernteam": row("302 404*5 403 200", "302 404*5 403 302", somebody("staff")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:letter-problems": {"": row(STAFF, "302 403*5 405*2")},
    "partners:letter-retry": {
        "failed": row(HIDDEN, "302 404*5 302*2", letters.lost_letter("failed")),
        "uncertain": row(HIDDEN, "302 404*5 422*2", letters.lost_letter("uncertain")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:letter-drop": {
        "": row(HIDDEN, "302 404*5 302*2", letters.lost_letter("failed")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:person-address": {
        "a contact": row(HIDDEN, "302 404*5 422*2", somebody("contact")),
        "of the kernteam": row("302 404*5 403 200", "302 404*5 403 422", somebody("staff")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:person-anonymise": {
        "open": row("302 404*5 302*2", "302 404*5 422*2", somebody("contact")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:person-reopen": {
        "open": row("302 404*5 302*2", "302 404*5 422*2", somebody("contact")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:organisation-public": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", organisation("BN")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:framework-public": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", framework_in_force),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:framework-public-kompas": {
        "text is not public": row("302 404 403*4 302*2", "302 404 403*4 422*2", framework_in_force),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "partners:language": {"": row("302 200*7", "302 422*7")},
    # -- meetings --------------------------------------------------------------------------------
    "events:now": {"": row("302 403 302*6", INSIDERS_READ)},
    "events:year": {
        "this year": row(INSIDERS, INSIDERS_READ, this_year),
        "too long ago": row("302 403 404*6", INSIDERS_READ, long_ago),
    },
    "events:meeting-detail": {
        "": row(SHOWN, SHOWN_READ, slot),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"events:meeting-{act}": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", slot),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("schedule", "call-off", "hold")
    },
    # -- letters ---------------------------------------------------------------------------------
    "events:circular-list": {"": row(INSIDERS, INSIDERS_READ)},
    "events:circular-new": {"": row("302 403*5 200*2", "302 403*5 422*2")},
    "events:circular-detail": {
        "a draft": row("302 404*5 200*2", "302 404*5 405*2", letters.drafted),
        "sent to directors": row(
            "302 404*2 200 404*2 200*2", "302 404*2 405 404*2 405*2", letters.sent
        ),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"events:circular-{act}": {
            "a draft": row("302 404*5 200*2", f"302 404*5 {posted}*2", letters.drafted),
            "sent to directors": row(
                "302 404*2 403 404*2 302*2", "302 404*2 403 404*2 422*2", letters.sent
            ),
        }
        for act, posted in (("edit", 422), ("test", 302), ("send", 422), ("discard", 302))
    },
    # -- agendas, minutes and actions -------------------------------------------------------------
    **{
        f"events:{name}": {
            "of a stuurgroep": row(HIDDEN, "302 404*5 405*2", minutes.going_on),
            "of all": row(SHOWN, SHOWN_READ, slot),
            "of the raad": row(NOT_THERE, "302 404*7", meetings.coming),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for name in ("agenda", "agenda-print")
    },
    **{
        f"events:{name}": {
            "": row(HIDDEN, "302 404*5 422*2", minutes.going_on),
            "of all": row(STAFF_SEES, "302 404 403*4 422*2", slot),
        }
        for name in ("point-add",)
    },
    "events:agenda-order": {"": row(HIDDEN, "302 404*5 422*2", minutes.going_on)},
    "events:point-put-on": {
        "": row(HIDDEN, "302 404*5 302*2", minutes.going_on, minutes.waiting),
        "not waiting": row(NOT_THERE, NOT_THERE, minutes.going_on, minutes.point),
    },
    "events:point-on": {"": row(HIDDEN, "302 404*5 302*2", minutes.point)},
    "events:point-off": {"": row(HIDDEN, "302 404*5 302*2", minutes.point)},
    "events:point-paper": {"": row(HIDDEN, "302 404*5 422*2", minutes.point)},
    "events:agenda-file": {
        "": row(HIDDEN, "302 404*5 405*2", minutes.paper),
        "of the raad": row(NOT_THERE, "302 404*7", meetings.paper),
    },
    "events:presence": {
        "going on": row(HIDDEN, "302 404*5 422*2", minutes.going_on),
        "not begun": row("302 404 403*4 302*2", "302 404 403*4 422*2", slot),
    },
    "events:minutes-start": {
        "there already": row("302 404*5 302*2", "302 404*5 422*2", minutes.going_on),
        "not begun": row("302 404 403*4 302*2", "302 404 403*4 422*2", slot),
    },
    **{
        f"events:minutes-{name}": {
            "draft": row(HIDDEN, "302 404*5 405*2", minutes.going_on),
            "sent": row(TOOK_PART, PART_READS, minutes.held_before),
            "none": row(NOT_THERE, NOT_THERE, slot),
        }
        for name in ("detail", "print")
    },
    "events:minutes-file": {
        "draft": row(NOT_THERE, "302 404*5 405*2", minutes.going_on),
        "sent": row(TOOK_PART, PART_READS, minutes.held_before),
    },
    "events:minutes-write": {
        "": row(PART_SEES, PART_KNOWS, minutes.held_before),
    },
    "events:minutes-send": {
        "not held": row(HIDDEN, "302 404*5 422*2", minutes.going_on),
        "sent": row(PART_SEES, "302 404*2 403*2 404 302*2", minutes.held_before),
    },
    "events:minutes-approve": {
        "draft": row("302 404*5 302*2", "302 404*5 422*2", minutes.going_on),
        "sent": row(PART_SEES, PART_KNOWS, minutes.held_before),
    },
    "events:action-add": {
        "": row(HIDDEN, "302 404*5 422*2", minutes.going_on),
        "not begun": row("302 404 403*4 302*2", "302 404 403*4 422*2", slot),
    },
    "events:action-list": {"": row(STAFF, "302 403*5 405*2")},
    "events:action-export": {
        "": row(STAFF, "302 403*5 405*2", same("csv")),
        "no kind": row("302 403*5 404*2", "302 403*5 405*2", same("exe")),
    },
    "events:action-done": {
        "of the seat": row(
            "302 404*2 403 200 404 200*2", "302 404*2 403 302 404 302*2", minutes.action
        ),
    },
    "events:action-drop": {
        "": row(PART_SEES, PART_KNOWS, minutes.action),
    },
    "events:action-reopen": {
        "open": row("302 404*2 403*2 404 302*2", PART_KNOWS, minutes.action),
    },
    "events:action-finish": {
        "with its token": row("200", "302", same(minutes.TOKEN)),
        "made up": row("410", "410", same("x")),
    },
    # -- date polls: the contact and the director are asked, the other partners are not ------------
    "events:poll-open": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", slot),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:poll-detail": {
        "": row("302 404 302*2 404*2 200*2", "302 404 405*2 404*2 405*2", polls.poll),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:poll-mine": {
        "": row("302 404 200*2 404*2 403*2", "302 404 422*2 404*2 403*2", polls.poll),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:poll-behalf": {
        "": row(POLL_ACT, POLL_TYPED, polls.poll, polls.poll_invitee),
        "unknown": row("302 404 403*2 404*4", "302 404 403*2 404*4", polls.poll, unknown),
    },
    "events:poll-choose": {
        "": row(POLL_ACT, POLL_DONE, polls.poll, polls.poll_option),
        "unknown": row("302 404 403*2 404*4", "302 404 403*2 404*4", polls.poll, unknown),
    },
    "events:poll-add": {
        "": row(POLL_ACT, POLL_TYPED, polls.poll),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"events:poll-{act}": {
            "": row(POLL_ACT, POLL_DONE, polls.poll),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("remind", "withdraw")
    },
    "events:poll-answer": {
        "": row("200", "422", same(polls.TOKEN)),
        "unknown": row("410", "410", same("x")),
    },
    # -- series, and periods without meetings ----------------------------------------------------
    "events:series-list": {"": row(STAFF, "302 403*5 405*2")},
    "events:series-detail": {
        "": row(STAFF_SEES, "302 404 403*4 405*2", cadence.raad_series),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"events:series-{act}": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", cadence.raad_series),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("change", "guest-add")
    },
    "events:series-guest-end": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", cadence.raad_series, cadence.guest),
        "unknown guest": row(
            "302 404 403*4 404*2", "302 404 403*4 404*2", cadence.raad_series, unknown
        ),
    },
    "events:blocked-list": {"": row(INSIDERS, INSIDERS_READ)},
    "events:blocked-add": {"": row(STAFF, "302 403*5 422*2")},
    "events:blocked-withdraw": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", cadence.blocked),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # In one's own calendar, and what changes there.
    "events:meeting-correct": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", slot),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:meeting-cancel": {
        "owed": row("302 404 403*4 302*2", "302 404 403*4 422*2", slot),
        "has an agenda": row("302 404 403*4 302*2", "302 404 403*4 422*2", meetings.coming),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:meeting-entry": {
        "with a date": row(SHOWN, SHOWN_READ, meetings.coming),
        "without": row(NOT_THERE, NOT_THERE, slot),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:my-calendar": {"": row("302 403 200*6", "302 403 200*6")},
    "events:feed-revoke": {"own": row("302 404*2 200 404*4", "302 404*2 302 404*4")},
    "events:feed": {"made up": row("404", "405", same("x" * 43))},
    "events:public-feed": {"": row("200", "405")},
    # -- invitations, answers and the day ---------------------------------------------------------
    "events:invitation-reply": {
        "of the seat": row("200", "422", same(invitations.TOKEN)),
        "unknown": row("410", "410", same("x")),
    },
    "events:meeting-reply": {
        "": row("302 404*3 200*2 404*2", "302 404*3 422*2 404*2", meetings.coming),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:meeting-invitees": {
        "": row(STAFF_SEES, "302 404 403*4 405*2", meetings.coming),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:invitees-export": {
        "csv": row(STAFF_SEES, "302 404 403*4 405*2", meetings.coming, same("csv")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown, same("csv")),
    },
    "events:reply-record": {
        "of the seat": row(
            *("302 404*3 403 404 200*2", "302 404*3 403 404 422*2"),
            invitations.invitation_of("seat"),
        ),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"events:replacement-{act}": {
            "of the substitute": row(
                "302 404*4 403 200*2", "302 404*4 403 302*2", invitations.instead
            ),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("accept", "refuse")
    },
    "events:meeting-programme": {
        "": row(STAFF_SEES, "302 404 403*4 405*2", meetings.coming),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:meeting-describe": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", meetings.coming),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"events:{noun}-add": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", meetings.coming),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for noun in ("part", "paper")
    },
    "events:part-change": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", invitations.part),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:part-take-out": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", invitations.part),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:paper": {
        "": row("302 404*3 200*4", "302 404*3 405*4", invitations.meeting_paper),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "events:paper-take-out": {
        "": row("302 404*3 403*2 200*2", "302 404*3 403*2 302*2", invitations.meeting_paper),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # -- programmaraad ---------------------------------------------------------------------------
    "programme:raad-now": {"": row("302 200 302*6", "302 405*7")},
    "programme:raad-detail": {
        "installed": row(SHOWN, SHOWN_READ, this_year),
        "proposed": row(SHOWN, SHOWN_READ, next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-propose": {
        "installed": row("302 403*5 302*2", "302 403*5 422*2", this_year),
        "proposed": row(STAFF, "302 403*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-respond": {
        "installed": row("302 404 403*6", "302 404 403*6", this_year),
        "proposed": row("302 404 200*4 403*2", "302 404 422*4 403*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-candidates": {
        "this year": row("302 403*5 200*2", "302 403*5 405*2", this_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-history": {"": row("302 403 200*6", "302 403 405*6")},
    "programme:raad-invite": {
        "full": row("302 403*5 302*2", "302 403*5 422*2", this_year),
        "proposed": row("302 403*5 200*2", "302 403*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-repeat": {
        "installed": row("302 403*5 302*2", "302 403*5 422*2", this_year),
        "proposed": row("302 403*5 200*2", "302 403*5 302*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-dissolve": {
        "its year": row("302 404 403*4 302*2", "302 404 403*4 422*2", this_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-take-over": {"no first day": row(NOT_THERE, NOT_THERE, this_year)},
    "programme:seat-end": {
        "own": row("302 404 403 200 403*2 200*2", "302 404 403 422 403*2 422*2", seat("BN")),
        "of another": row(STAFF_SEES, "302 404 403*4 422*2", seat("GD")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:seat-invitation": {
        "asked": row("302 404*2 200*5", "302 404*2 405*5", asked_seat),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:seat-answer": {
        "asked": row("302 404*2 200 403*4", "302 404*2 422 403*4", asked_seat),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:seat-invitation-withdraw": {
        "asked": row("302 404*2 403*3 200*2", "302 404*2 403*3 302*2", asked_seat),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:raad-install": {
        "installed": row("302 404 403*4 302*2", "302 404 403*4 422*2", this_year),
        "nobody named": row(STAFF_SEES, "302 404 403*4 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:seat-fill": {
        "installed": row("302 404 403*4 302*2", "302 404 403*4 422*2", this_year),
        "proposed": row("302 404 403*4 302*2", "302 404 403*4 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:seat-delegates": {
        "own": row("302 404 403 200 403*2 200*2", "302 404 403 422 403*2 422*2", seat("BN")),
        "of another": row(STAFF_SEES, "302 404 403*4 422*2", seat("GD")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # -- innovation themes -----------------------------------------------------------------------
    "programme:theme-now": {"": row("302 403 302*6", "302 403 405*6")},
    "programme:theme-year": {
        "decided": row(SHOWN, SHOWN_READ, this_year),
        "open": row(SHOWN, SHOWN_READ, next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:call-open": {
        "open": row("302 403*5 302*2", "302 403*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:call-extend": {
        "decided": row("302 404 403*4 302*2", "302 404 403*4 422*2", this_year),
        "open": row(STAFF_SEES, "302 404 403*4 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:theme-propose": {
        "decided": row("302 404 302*6", "302 404 422*6", this_year),
        "open": row(SHOWN, "302 404 422*6", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    **{
        f"programme:call-{act}": {
            "open": row("302 404 403*4 302*2", "302 404 403*4 422*2", next_year),
            "unknown": row(NOT_THERE, NOT_THERE, long_ago),
        }
        for act in ("ballot", "meeting")
    },
    "programme:theme-detail": {
        "proposed": row(SHOWN, SHOWN_READ, open_proposal),
        "explored": row(SHOWN, SHOWN_READ, theme_in("exploring")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:theme-withdraw": {
        "own": row("302 404 200 403*5", "302 404 302 403*5", open_proposal),
        "explored": row("302 404 302 403*5", "302 404 422 403*5", theme_in("exploring")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"programme:theme-{act}": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", theme_in(status)),
            "too early": row("302 404 403*4 302*2", "302 404 403*4 422*2", open_proposal),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, status in (
            ("explore", "selected"),
            ("deliver", "working_out"),
            ("stop", "exploring"),
            ("public", "selected"),
        )
    },
    "programme:facilitator-add": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", theme_in("exploring")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:facilitator-end": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", facilitator),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:note-write": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", theme_in("exploring")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:note-correct": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", note),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # -- meetings of a raad ----------------------------------------------------------------------
    "programme:raad-meetings": {
        "installed": row(RAAD_SEES, RAAD_READS, this_year),
        "proposed": row(STAFF_SEES, "302 404 403*4 405*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-meeting-plan": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", this_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:raad-meeting": {
        "coming": row(RAAD_SEES, RAAD_READS, meetings.coming),
        "of another duty": row(NOT_THERE, NOT_THERE, slot),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:pack-send": {
        "sent before": row(STAFF_SEES, "302 404 403*4 422*2", meetings.coming),
        "begun": row("302 404 403*4 302*2", "302 404 403*4 422*2", meetings.held_now),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"programme:{act}": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", meetings.coming),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("point-add", "agenda-order")
    },
    "programme:point-move": {
        "on an agenda": row(HIDDEN, "302 404*5 302*2", meetings.point),
        "waiting": row(HIDDEN, "302 404*5 422*2", meetings.waiting_point),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:point-off": {
        "": row(HIDDEN, "302 404*5 302*2", meetings.point),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:point-paper": {
        "": row(HIDDEN, "302 404*5 422*2", meetings.point),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:agenda-file": {
        "": row("302 404*3 200*4", "302 404*3 405*4", meetings.paper),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:pack-file": {
        "": row("302 404*3 200*4", "302 404*3 405*4", meetings.pack),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:votes-enter": {
        "not begun": row("302 404*3 403*2 302*2", "302 404*3 403*2 422*2", meetings.vote_later),
        "online": row(NOT_THERE, NOT_THERE, pk_of("open")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:vote-dispute": {
        "not begun": row("302 404*3 302*2 403*2", "302 404*3 422*2 403*2", meetings.vote_later),
        "begun": row("302 404*3 200*2 403*2", "302 404*3 422*2 403*2", meetings.vote_now),
        "online": row(NOT_THERE, NOT_THERE, pk_of("open")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:dispute-answer": {
        "of another seat": row(HIDDEN, "302 404*5 422*2", meetings.objection),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # -- programme -------------------------------------------------------------------------------
    "programme:programme-now": {"": row("302 200 302*6", "302 405*7")},
    "programme:programme-detail": {
        "adopted": row(SHOWN, SHOWN_READ, this_year),
        "being prepared": row(HIDDEN, "302 404*5 405*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-write": {
        "adopted": row("302 403*5 302*2", "302 403*5 422*2", this_year),
        "being prepared": row(STAFF, "302 403*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-submit": {
        "adopted": row(STAFF_SEES, "302 404 403*4 422*2", this_year),
        "being prepared": row(HIDDEN, "302 404*5 302*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-ballot": {
        "adopted": row("302 404 403*4 302*2", "302 404 403*4 422*2", this_year),
        "being prepared": row("302 404*5 302*2", "302 404*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-take-back": {
        "adopted": row("302 404 403*4 302*2", "302 404 403*4 422*2", this_year),
        "being prepared": row("302 404*5 302*2", "302 404*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-in-meeting": {
        "adopted": row("302 404 403*4 302*2", "302 404 403*4 422*2", this_year),
        "being prepared": row("302 404*5 302*2", "302 404*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-close": {
        "adopted": row(STAFF_SEES, "302 404 403*4 422*2", this_year),
        "being prepared": row(HIDDEN, "302 404*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "projects:year-public": {
        "adopted": row(STAFF_SEES, "302 404 403*4 302*2", this_year),
        "being prepared": row("302 404*5 302*2", "302 404*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-public": {
        "adopted": row(STAFF_SEES, "302 404 403*4 422*2", this_year),
        "being prepared": row("302 404*5 302*2", "302 404*5 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-print": {
        "adopted": row(SHOWN, SHOWN_READ, this_year),
        "being prepared": row(HIDDEN, "302 404*5 405*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:programme-pdf": {
        "adopted": row(SHOWN, SHOWN_READ, this_year),
        "being prepared": row(NOT_THERE, "302 404*5 405*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:version-list": {
        "adopted": row(SHOWN, SHOWN_READ, this_year),
        "being prepared": row(HIDDEN, "302 404*5 405*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:version-detail": {
        "adopted": row(SHOWN, SHOWN_READ, this_year, same(1)),
        "being prepared": row(HIDDEN, "302 404*5 405*2", next_year, same(1)),
        "unknown": row(NOT_THERE, NOT_THERE, this_year, same(9)),
    },
    "programme:version-compare": {
        "adopted": row(SHOWN, SHOWN_READ, this_year, same(1), same(1)),
        "being prepared": row(HIDDEN, "302 404*5 405*2", next_year, same(1), same(1)),
        "unknown": row(NOT_THERE, SHOWN_READ, this_year, same(9), same(1)),
    },
    "programme:comment-list": {
        "adopted": row(SHOWN, SHOWN_READ, this_year),
        "being prepared": row(HIDDEN, "302 404*5 405*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:comment-new": {
        "adopted": row("302 404 403*6", "302 404 403*6", this_year, same(1), same("p3")),
        "taken back": row(
            "302 404 302*4 403*2", "302 404 422*4 403*2", next_year, same(1), same("p3")
        ),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago, same(1), same("p3")),
    },
    "programme:comment-answer": {
        "": row(HIDDEN, "302 404*5 422*2", some_comment),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:comment-handle": {
        "": row(HIDDEN, "302 404*5 302*2", some_comment),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:commitment-list": {
        "adopted": row(SHOWN, SHOWN_READ, this_year),
        "being prepared": row(NOT_THERE, "302 404*5 405*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:commitment-export": {
        "adopted": row(SHOWN, SHOWN_READ, this_year, same("csv")),
        "another kind": row(NOT_THERE, SHOWN_READ, this_year, same("exe")),
        "being prepared": row(NOT_THERE, "302 404*5 405*2", next_year, same("csv")),
    },
    "programme:commitment-prepare": {
        "own": row(
            "302 404*2 403 200*2 403*2", "302 404*2 403 422*2 403*2", this_year, organisation("BN")
        ),
        "of another": row(
            "302 404*2 403 404*2 403*2", "302 404*2 403 404*2 403*2", this_year, organisation("GD")
        ),
        "not adopted": row("302 404*5 403*2", "302 404*5 403*2", next_year, organisation("BN")),
    },
    "programme:commitment-give": {
        "own": row("302 404 403 200 403*4", "302 404 403 422 403*4", this_year, organisation("BN")),
        "of another": row(
            "302 404 403 404 403*4", "302 404 403 404 403*4", this_year, organisation("GD")
        ),
        "of no partner": row(
            "302 404 403 404 403*4", "302 404 403 404 403*4", this_year, organisation("WK")
        ),
        "not adopted": row("302 404*5 403*2", "302 404*5 403*2", next_year, organisation("BN")),
    },
    # -- ballots ---------------------------------------------------------------------------------
    "programme:ballot-detail": {
        "open": row("302 404*3 200*4", "302 404*3 405*4", pk_of("open")),
        "closed": row(SHOWN, SHOWN_READ, pk_of("closed")),
        "draft": row(HIDDEN, "302 404*5 405*2", pk_of("draft")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:ballot-prepare-motion": {
        "installed": row(STAFF_SEES, "302 404 403*4 422*2", this_year),
        "proposed": row(STAFF_SEES, "302 404 403*4 422*2", next_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "programme:ballot-prepare-selection": {
        "installed": row(STAFF_SEES, "302 404 403*4 422*2", this_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    **{
        name: {
            "open": row(RAAD_KNOWS, "302 404*3 403*2 422*2", pk_of("open")),
            "closed": row(ALL_KNOW, "302 404 403*4 422*2", pk_of("closed")),
            "draft": row(HIDDEN, f"302 404*5 {answer}*2", pk_of("draft")),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for name, answer in {
            "programme:ballot-announce": "302",
            "programme:ballot-discard": "302",
            "programme:ballot-open": "422",
            "programme:interest-disclose": "422",
        }.items()
    },
    "programme:interest-withdraw": {
        "draft": row(HIDDEN, "302 404*5 422*2", pk_of("draft"), interest),
        "of another": row(
            "302 404*3 403*2 404*2", "302 404*3 403*2 404*2", pk_of("open"), interest
        ),
        "unknown": row(NOT_THERE, NOT_THERE, pk_of("draft"), unknown),
    },
    **{
        name: {
            "open": row("302 404*3 200*2 403*2", f"302 404*3 {answer}*2 403*2", pk_of("open")),
            "closed": row(
                "302 404 403*2 302*2 403*2", "302 404 403*2 422*2 403*2", pk_of("closed")
            ),
            "draft": row("302 404*5 403*2", "302 404*5 403*2", pk_of("draft")),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for name, answer in {
            "programme:interest-question": "422",
            "programme:seat-recuse": "302",
        }.items()
    },
    "programme:interest-answer": {
        "of another seat": row(HIDDEN, "302 404*5 422*2", objection),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:ballot-export": {
        "closed": row(SHOWN, SHOWN_READ, pk_of("closed")),
        "open": row(NOT_THERE, NOT_THERE, pk_of("open")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:ballot-calendar": {
        "open": row("302 404*3 200*4", "302 404*3 405*4", pk_of("open")),
        "closed": row(NOT_THERE, NOT_THERE, pk_of("closed")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:ballot-vote": {
        "open": row("302 404*3 200*2 403*2", "302 404*3 422*2 403*2", pk_of("open")),
        "closed": row("302 404 403*2 302*2 403*2", "302 404 403*2 422*2 403*2", pk_of("closed")),
        "draft": row("302 404*5 403*2", "302 404*5 403*2", pk_of("draft")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:ballot-in-meeting": {
        "open": row("302 404*3 403*2 302*2", "302 404*3 403*2 422*2", pk_of("open")),
        "draft": row(HIDDEN, "302 404*5 422*2", pk_of("draft")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:ballot-hand-over": {
        "open": row("302 404*3 200 403*3", "302 404*3 302 403*3", pk_of("open")),
        "closed": row("302 404 403*2 302 403*3", "302 404 403*2 422 403*3", pk_of("closed")),
        "in a meeting": row(NOT_THERE, NOT_THERE, meetings.vote_later),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:ballot-take-back": {
        "open": row("302 404*3 200 403*3", "302 404*3 422 403*3", pk_of("open")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:receipt-check": {
        "closed": row(SHOWN, "302 404 422*6", pk_of("closed")),
        "open": row(NOT_THERE, NOT_THERE, pk_of("open")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:vote-receipt": {
        "own": row("302 404*3 200*2 404*2", "302 404*3 405*2 404*2", pk_of("own_vote")),
        "of another": row(NOT_THERE, NOT_THERE, pk_of("other_vote")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # -- changes of course -----------------------------------------------------------------------
    "programme:change-list": {"": row(INSIDERS, INSIDERS_READ)},
    "programme:change-propose": {"": row("302 403 200*6", "302 403 422*6")},
    "programme:change-detail": {
        "proposed": row(HIDDEN, "302 404*5 405*2", change("proposed")),
        "minor": row(SHOWN, SHOWN_READ, change("minor")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:change-write": {
        "proposed": row(HIDDEN, "302 404*5 422*2", change("proposed")),
        "minor": row("302 404 403*4 302*2", "302 404 403*4 422*2", change("minor")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:change-judge": {
        "proposed": row(HIDDEN, "302 404*5 422*2", change("proposed")),
        "minor": row("302 404 403*4 302*2", "302 404 403*4 422*2", change("minor")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:change-call": {
        "minor": row("302 404 403*2 200*2 403*2", "302 404 403*2 302*2 403*2", change("minor")),
        "crucial": row("302 404 403*2 302*2 403*2", "302 404 403*2 422*2 403*2", change("crucial")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"programme:change-{act}": {
            "crucial": row(STAFF_SEES, "302 404 403*4 422*2", change("crucial")),
            "minor": row("302 404 403*4 302*2", "302 404 403*4 422*2", change("minor")),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("ballot", "decide", "first")
    },
    "programme:change-carry-out": {
        "minor": row(STAFF_SEES, "302 404 403*4 422*2", change("minor")),
        "crucial": row("302 404 403*4 302*2", "302 404 403*4 422*2", change("crucial")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "programme:change-withdraw": {
        "proposed": row(HIDDEN, "302 404*5 422*2", change("proposed")),
        "minor": row(STAFF_SEES, "302 404 403*4 422*2", change("minor")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:project-list": {"": row(INSIDERS, INSIDERS_READ)},
    "projects:project-export": {
        "csv": row(INSIDERS, INSIDERS_READ, same("csv")),
        "no such kind": row("302 403 404*6", INSIDERS_READ, same("exe")),
    },
    "projects:project-detail": {
        "": row("302 404 200*6", "302 404 405*6", the_project),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:case-detail": {
        "approved": row("302 404 200*6", "302 404 405*6", case_of("approved")),
        "submitted": row("302 404*3 200*4", "302 404*3 405*4", case_of("submitted")),
        "draft": row("302 404*5 200*2", "302 404*5 405*2", case_of("draft")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:case-export": {
        "draft": row(HIDDEN, "302 404*5 405*2", case_of("draft"), same("xlsx")),
        "submitted": row("302 404*3 200*4", "302 404*3 405*4", case_of("submitted"), same("ods")),
        "approved": row(
            "302 404 403*2 200*4", "302 404 403*2 405*4", case_of("approved"), same("ods")
        ),
        "no such kind": row("302 404*7", "302 404*5 405*2", case_of("draft"), same("csv")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown, same("ods")),
    },
    "projects:case-import": {
        "": row(HIDDEN, "302 404*5 422*2", case_of("draft")),
        "approved": row("302 404 403*4 302*2", "302 404 403*4 422*2", case_of("approved")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:case-compare": {
        "draft": row(HIDDEN, "302 404*5 405*2", case_of("draft")),
        "submitted": row("302 404*3 200*4", "302 404*3 405*4", case_of("submitted")),
        "approved": row("302 404 403*2 200*4", "302 404 403*2 405*4", case_of("approved")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:case-draft": {
        "has one": row("302 404 403*4 302*2", "302 404 403*4 422*2", the_project),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:case-copy": {
        "another is made": row("302 404 403*4 302*2", "302 404 403*4 422*2", case_of("approved")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:case-take-back": {
        "": row("302 404*3 403*2 200*2", "302 404*3 403*2 302*2", case_of("submitted")),
        "draft": row("302 404*5 302*2", "302 404*5 422*2", case_of("draft")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:case-approve": {
        "": row("302 404*3 403*2 200*2", "302 404*3 403*2 422*2", case_of("submitted")),
        "approved": row("302 404 403*4 302*2", "302 404 403*4 422*2", case_of("approved")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"projects:{act}": {
            "": row(HIDDEN, f"302 404*5 {posted}*2", which),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, posted, which in (
            ("case-change", 422, case_of("draft")),
            ("case-submit", 422, case_of("draft")),
            ("case-drop", 302, case_of("draft")),
            ("case-party-add", 422, case_of("draft")),
            ("case-line-add", 422, case_of("draft")),
            ("case-party-remove", 302, case_group),
            ("case-line-change", 422, case_line),
            ("case-line-remove", 302, case_line),
        )
    },
    "projects:rate-add": {"": row("302 403 403*4 200*2", "302 403 403*4 422*2")},
    **{
        f"projects:{each}": {"": row(INSIDERS, INSIDERS_READ)}
        for each in ("progress-list", "connection-map", "result-list")
    },
    "projects:progress-export": {
        "csv": row(INSIDERS, INSIDERS_READ, same("csv")),
        "no such kind": row("302 403 404*6", INSIDERS_READ, same("exe")),
    },
    **{
        f"projects:{page}": {
            "": row("302 404 200*6", "302 404 405*6", which),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for page, which in (
            ("project-progress", the_project),
            ("report-detail", the_report),
            ("indicator-detail", the_indicator),
        )
    },
    **{
        f"projects:{act}": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", which),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, which in (
            ("report-write", the_project),
            ("risk-raise", the_project),
            ("risk-close", the_risk),
            ("connection-add", the_project),
            ("connection-end", the_link),
            ("indicator-add", the_project),
            ("indicator-drop", the_indicator),
            ("value-add", the_indicator),
            ("value-correct", the_value),
        )
    },
    "projects:open": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", theme_in("exploring")),
        "worked out": row("302 404 403*4 302*2", "302 404 403*4 422*2", theme_in("working_out")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:take-over": {"": row("302 403 403*4 200*2", "302 403 403*4 422*2")},
    "projects:import": {"": row("302 403 403*4 200*2", "302 403 403*4 422*2")},
    "funding:pledge-take-over": {"": row("302 403 403*4 200*2", "302 403 403*4 422*2")},
    "projects:course-change": {"": row("302 403 200*6", "302 403 422*6")},
    "projects:resume": {
        "goes": row("302 404 403*4 302*2", "302 404 403*4 422*2", the_project),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:phase-drop": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", phase_of("pilot")),
        "running": row("302 404 403*4 302*2", "302 404 403*4 422*2", phase_of("prototype")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:document": {
        "": row("302 404 200*6", "302 404 405*6", paper("Case")),
        "closed": row("302 404*5 200*2", "302 404*5 405*2", paper("Bedragen")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:document-off": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", paper("Case")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "projects:link-off": {
        "": row(STAFF_SEES, "302 404 403*4 302*2", project_link),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"projects:{act}": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", which),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, which in (
            ("change", the_project),
            ("hold", the_project),
            ("stop", the_project),
            ("hand-over", the_project),
            ("project-public", the_project),
            ("note-write", the_project),
            ("document-add", the_project),
            ("link-add", the_project),
            ("leader-name", the_project),
            ("participation-add", the_project),
            ("stake-add", the_project),
            ("phase-plan", the_project),
            ("note-correct", project_note),
            ("leader-end", leadership),
            ("participation-end", participation),
            ("stake-end", stake),
            ("member-add", stake),
            ("member-end", member),
            ("member-chair", member),
            ("phase-approve", phase_of("pilot")),
            ("phase-start", phase_of("pilot")),
            ("phase-end", phase_of("prototype")),
            ("pilot-describe", phase_of("pilot")),
            ("prototype-describe", phase_of("prototype")),
            ("prototype-decide", phase_of("prototype")),
        )
    },
    **{
        f"projects:{act}": {
            "": row(STAFF_SEES, "302 404 403*4 422*2", which),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, which in (
            ("change", the_project),
            ("hold", the_project),
            ("stop", the_project),
            ("hand-over", the_project),
            ("note-write", the_project),
            ("leader-name", the_project),
            ("participation-add", the_project),
            ("stake-add", the_project),
            ("phase-plan", the_project),
            ("note-correct", project_note),
            ("leader-end", leadership),
            ("participation-end", participation),
            ("stake-end", stake),
            ("member-add", stake),
            ("member-end", member),
            ("member-chair", member),
            ("phase-approve", phase_of("pilot")),
            ("phase-ballot", phase_of("pilot")),
            ("phase-ballot-link", phase_of("pilot")),
            ("phase-start", phase_of("pilot")),
            ("phase-end", phase_of("prototype")),
            ("pilot-describe", phase_of("pilot")),
            ("prototype-describe", phase_of("prototype")),
            ("prototype-decide", phase_of("prototype")),
        )
    },
    "projects:pilot-evaluate": {
        "not begun": row("302 404 403*4 302*2", "302 404 403*4 422*2", phase_of("pilot")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:plan-make": {
        "has one": row("302 404 403*4 302*2", "302 404 403*4 422*2", phase_of("pilot")),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:plan-change": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", the_plan),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-offer": {
        "": row("302 404 200*6", "302 404 422*6", the_plan),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:budget": {"": row(INSIDERS, INSIDERS_READ)},
    "funding:budget-year": {
        "": row(INSIDERS, INSIDERS_READ, this_year),
        "no such year": row("302 403 404*6", INSIDERS_READ, same(1999)),
    },
    "funding:budget-export": {
        "csv": row(INSIDERS, INSIDERS_READ, this_year, same("csv")),
        "no such kind": row("302 403 404*6", INSIDERS_READ, this_year, same("exe")),
    },
    "funding:carry-over": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", this_year),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago),
    },
    "funding:carry-over-strike": {
        "": row("302 404*3 403*2 200*2", "302 404*3 403*2 422*2", carried_over),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:municipal-contribution": {
        "": row(STAFF_SEES, "302 404 403*4 422*2", framework_in_force),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:contribution": {
        "": row("302 404 403 200*5", "302 404 403 405*5", the_bank),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"funding:contribution-{which}": {
            "": row("302 404 403 200*5", "302 404 403 405*5", the_bank, this_year),
            "unknown": row(NOT_THERE, NOT_THERE, unknown, this_year),
        }
        for which in ("year", "pdf")
    },
    "funding:round-open": {
        "open already": row("302 404 403*4 302*2", "302 404 403*4 422*2", the_plan),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:round-detail": {
        "": row("302 404 200*6", "302 404 405*6", the_round),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"funding:{act}": {
            "": row(STAFF_SEES, "302 404 403*4 302*2", the_round),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act in ("round-close", "round-remind")
    },
    # What is offered to the bank: its people and the kernteam, nobody else.
    "funding:stepin-answer": {
        "": row("302 404*2 200*5", "302 404*2 422*5", the_stepin),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    # The raad (the seat and its substitute) sees all amounts; the fund of the contact does not.
    "funding:pledge-list": {"": row(INSIDERS, INSIDERS_READ)},
    "funding:budget-offer": {"": row("302 403 200*6", "302 403 422*6")},
    "funding:pledge-reschedule": {
        "": row("302 404*2 200*5", "302 404*2 422*5", the_offer),
        "firm": row("302 404*2 200 403*2 200*2", "302 404*2 422 403*2 422*2", firm_pledge),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-correct": {
        "arrived": row("302 404*2 302 403*4", "302 404*2 422 403*4", firm_pledge),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-correct-paper": {
        "arrived": row("302 404*2 403*3 302*2", "302 404*2 403*3 422*2", firm_pledge),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:due-list": {"": row(INSIDERS, INSIDERS_READ)},
    "funding:due-export": {
        "csv": row(INSIDERS, INSIDERS_READ, same("csv")),
        "no such kind": row("302 403 404*6", INSIDERS_READ, same("exe")),
    },
    "funding:call-list": {"": row("302 404*5 200*2", "302 404*5 405*2")},
    "funding:pledge-detail": {
        "": row("302 404*2 200*5", "302 404*2 405*5", the_offer),
        "firm": row("302 404*2 200*5", "302 404*2 405*5", firm_pledge),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-paper": {
        "none": row(NOT_THERE, "302 404*2 405*5", firm_pledge),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-open": {
        "": row("302 404*2 200*3 403*2", "302 404*2 302*3 403*2", the_offer),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-sign": {
        "": row("302 404*2 200 403*4", "302 404*2 422 403*4", the_offer),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-attach": {
        "": row("302 404*2 403*3 200*2", "302 404*2 403*3 422*2", the_offer),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    "funding:pledge-condition": {
        "": row("302 404*2 200*5", "302 404*2 302*5", the_offer),
        "unknown": row(NOT_THERE, NOT_THERE, unknown),
    },
    **{
        f"funding:{act}": {
            "": row("302 404*2 200*5", "302 404*2 422*5", which),
            "unknown": row(NOT_THERE, NOT_THERE, unknown),
        }
        for act, which in (
            ("pledge-change", the_offer),
            ("pledge-withdraw", the_offer),
            ("delivery-record", firm_pledge),
            ("delivery-strike", delivery),
        )
    },
    "programme:decision-list": {"": row(INSIDERS, INSIDERS_READ)},
    "programme:decision-enter": {"": row("302 403*5 200*2", "302 403*5 422*2")},
    "programme:decision-export": {
        "csv": row(INSIDERS, INSIDERS_READ, same("csv")),
        "no such kind": row("302 403 404*6", INSIDERS_READ, same("exe")),
    },
    "programme:decision-year": {
        "": row(INSIDERS, INSIDERS_READ, lambda world: world.decision.year),
        "unknown": row("302 403 404*6", INSIDERS_READ, long_ago),
    },
    "programme:decision-year-pdf": {
        "": row(INSIDERS, INSIDERS_READ, lambda world: world.decision.year),
        "unknown": row("302 403 404*6", INSIDERS_READ, long_ago),
    },
    "programme:decision-detail": {
        "": row(
            SHOWN,
            SHOWN_READ,
            lambda world: world.decision.year,
            lambda world: world.decision.sequence,
        ),
        "unknown": row(NOT_THERE, NOT_THERE, long_ago, same(1)),
    },
    **{
        f"programme:decision-{act}": {
            "": row(
                STAFF_SEES,
                "302 404 403*4 422*2",
                lambda world: world.decision.year,
                lambda world: world.decision.sequence,
            ),
            "unknown": row(NOT_THERE, NOT_THERE, long_ago, same(1)),
        }
        for act in ("assign", "report", "carry-out", "drop", "public")
    },
    # -- the demo, at home -----------------------------------------------------------------------
    "demo:personas": {"": row("200", "422")},
    "demo:mailbox": {"": row("200", "405")},
    "demo:mail": {
        "": row("200", "405", lambda _world: SentMail.objects.get().pk),
        "unknown": row("404", "404", unknown),
    },
    # -- the desk --------------------------------------------------------------------------------
    "admin:index": {"": row("302*6 200*2", "302*6 200*2")},
    "admin:login": {"": row("302 403*5 302*2", "302 403*5 302*2")},
    "admin:logout": {"": row("302*6 405*2", "302")},
    "admin:autocomplete": {"": row("302*6 403*2", "302*6 405*2")},
    "admin:search": {
        "": row("302*6 200*2", "302*6 200*2"),
    },
    "admin:audit_entry_export": {
        "csv": row("302*6 405*2", "302*6 200*2", same("csv")),
        "of another kind": row("302*6 405*2", "302*6 404*2", same("odt")),
    },
    "admin:jsi18n": {"": row("302*6 200*2", "302*6 405*2")},
    "admin:view_on_site": {"nothing": row("302*6 404*2", "302*6 404*2", same(1), unknown)},
    "admin:app_list": {
        "ours": row("302*6 200*2", "302*6 200*2", same("programme")),
        "of others": row("302*6 404*2", "302*6 404*2", same("account")),
    },
}
# Django's own: an old address of a record, and everything else below /beheer/.
UNNAMED = {"admin:(<path:object_id>/)", "admin:((?P<url>.*)$)"}

OURS = {
    "changelist": row("302*6 200*2", "302*6 200*2"),
    "add": row("302*6 403*2", "302*6 403*2"),
    "history": row("302*6 200*2", "302*6 200*2"),
    "delete": row("302*6 403*2", "302*6 403*2"),
    "change": row("302*6 200*2", "302*6 403*2"),
}

# Registers with nothing in it here; tests/partners/test_registers.py looks at their rows.
EMPTY = {"golive", "signaturewithdrawal"}
NO_ROW = {"change": row("302", "302*6 403*2"), "history": row("302", "302")}

SHUT = {
    "": row("302*6 403*2", "302*6 403*2"),
    "history": row("302", "302"),
    "delete": row("302*6 403*2", "302*6 403*2"),
}


def registers() -> dict[str, Any]:
    """The models of the desk by the name of their addresses."""
    return {f"{model._meta.app_label}_{model._meta.model_name}": model for model in site._registry}


def register_rows(*, every: bool) -> dict[str, dict[str, Row]]:
    """Every register is read by the kernteam and written by nobody; those of packages stay shut.

    Without `every` only one of them.
    """
    tried = {name: model for name, model in registers().items() if every or name == "audit_entry"}
    return {
        f"admin:{name}_{page}": {"": _register_row(model, page)}
        for name, model in tried.items()
        for page in OURS
    }


def _register_row(model: Any, page: str) -> Row:
    is_ours = model._meta.app_label not in {"auth", "account", "mfa", "socialaccount"}
    answers = OURS[page] if is_ours else SHUT.get(page, SHUT[""])
    if page in {"changelist", "add"}:
        return answers
    if model._meta.model_name in EMPTY:
        answers = NO_ROW.get(page, answers)
    facts = {"is_secret": False} if model._meta.model_name == "letter" else {}

    def some(_world: World) -> Any:
        found = model._base_manager.filter(**facts).order_by("pk").first()
        return found.pk if found else NOBODY

    return Row(answers.get, answers.post, (some,))
