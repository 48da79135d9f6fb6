"""The doors of the year: who comes in, what they do, and what is kept when it is refused."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from programme import actions
from programme.deadlines import closing_moment
from programme.models import Ballot, Commitment, Programmaraad, Programme, Seat, Vote
from schuldenlab.audit.models import Entry
from tests.cast import SEATS
from tests.house.world import draft_motion, open_motion, put_to_ballot, vote, write
from tests.programme.records import COMMITTERS, DELEGATES, KERNTEAM, PARTNER_PEOPLE, acts
from tests.programme.test_verification import forge

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World

    Enter = Callable[..., Client]

DAY = timedelta(days=1)
INSIDERS = KERNTEAM | PARTNER_PEOPLE
OUTSIDERS = {"outsider", "former"}
# One of each kind of person is enough for a door.
ROLES = ["manager", "director", "seat", "contact", "other_director", "seat_GD", "former"]


@pytest.fixture
def world(today: Cast, world_fixed: World) -> World:
    """Adopted programme of this year, an open ballot, drafts, and the next year being made."""
    return world_fixed


def address(name: str, *values: Any) -> str:
    return reverse(f"programme:{name}", args=values)


def said(sentence: str) -> str:
    """A sentence of the product as a Dutch page shows it."""
    with translation.override("nl"):
        dutch = translation.gettext(sentence)
    assert dutch != sentence
    return escape(dutch)


def following(world: World) -> Ballot:
    """A second round that waits to be opened."""
    draft = world.draft
    draft.previous, draft.round = world.closed, 2
    draft.save(update_fields=["previous", "round"])
    return draft


# page: (its address, who gets in, who sees the record but may not do this); all others: 404.
DOORS: dict[str, tuple[Callable[[World], str], set[str], set[str]]] = {
    "raad of this year": (lambda w: w.cast.raad.get_absolute_url(), INSIDERS, set()),
    "raad of next year": (lambda w: w.next_raad.get_absolute_url(), INSIDERS, set()),
    "propose": (
        lambda w: address("raad-propose", w.next_raad.year),
        KERNTEAM,
        PARTNER_PEOPLE | OUTSIDERS,
    ),
    "respond": (lambda w: address("raad-respond", w.next_raad.year), PARTNER_PEOPLE, KERNTEAM),
    "respond too late": (
        lambda w: address("raad-respond", w.cast.raad.year),
        set(),
        INSIDERS,
    ),
    "install": (lambda w: address("raad-install", w.next_raad.year), KERNTEAM, PARTNER_PEOPLE),
    "fill": (lambda w: address("seat-fill", w.cast.raad.year), KERNTEAM, PARTNER_PEOPLE),
    "delegates": (
        lambda w: address("seat-delegates", w.cast.seat_of("BN").pk),
        KERNTEAM | {"director"},
        PARTNER_PEOPLE - {"director"},
    ),
    "programme": (lambda w: w.programme.get_absolute_url(), INSIDERS, set()),
    "programme being written": (lambda w: w.next_programme.get_absolute_url(), KERNTEAM, set()),
    "write": (
        lambda w: address("programme-write", w.next_programme.year),
        KERNTEAM,
        PARTNER_PEOPLE | OUTSIDERS,
    ),
    "submit": (lambda w: address("programme-submit", w.next_programme.year), KERNTEAM, set()),
    "submit again": (
        lambda w: address("programme-submit", w.programme.year),
        KERNTEAM,
        PARTNER_PEOPLE,
    ),
    "put to ballot": (
        lambda w: address("programme-ballot", w.programme.year),
        KERNTEAM,
        PARTNER_PEOPLE,
    ),
    "commitment of the bank": (
        lambda w: address("commitment-give", w.programme.year, w.cast["BN"].pk),
        {"director"},
        INSIDERS - COMMITTERS,
    ),
    "commitment of who left": (
        lambda w: address("commitment-give", w.programme.year, w.cast["WK"].pk),
        set(),
        INSIDERS - COMMITTERS,
    ),
    "draft ballot": (lambda w: w.draft.get_absolute_url(), KERNTEAM, set()),
    "open ballot": (lambda w: w.open.get_absolute_url(), KERNTEAM | DELEGATES, set()),
    "result": (lambda w: w.closed.get_absolute_url(), INSIDERS, set()),
    "open a round": (lambda w: address("ballot-open", following(w).pk), KERNTEAM, set()),
    "vote": (lambda w: address("ballot-vote", w.open.pk), DELEGATES, KERNTEAM),
    "receipt of the bank": (
        lambda w: address("vote-receipt", w.own_vote.pk),
        {"seat", "substitute"},
        set(),
    ),
    "receipt of the municipality": (
        lambda w: address("vote-receipt", w.other_vote.pk),
        {"seat_GD"},
        set(),
    ),
    "receipt after the closing": (
        lambda w: address(
            "vote-receipt", w.closed.votes.get(entitlement__organisation=w.cast["BN"]).pk
        ),
        {"seat", "substitute"},
        INSIDERS - {"seat", "substitute"},
    ),
    "check of a receipt": (lambda w: address("receipt-check", w.closed.pk), INSIDERS, set()),
    "check before the closing": (lambda w: address("receipt-check", w.open.pk), set(), set()),
    "decisions": (lambda _w: address("decision-list"), INSIDERS, OUTSIDERS),
    "decision": (lambda w: w.decision.get_absolute_url(), INSIDERS, set()),
}


# Who may do this hears at once that it is not possible now, and is sent to the record.
NOT_NOW = {"put to ballot", "fill"}


def expected(door: str, role: str) -> int:
    _find, allowed, forbidden = DOORS[door]
    if role in allowed:
        return 302 if door in NOT_NOW else 200
    return 403 if role in forbidden else 404


def test_who_comes_in(world: World, enter: Enter) -> None:
    urls = {door: find(world) for door, (find, *_who) in DOORS.items()}
    for role in ROLES:
        client = enter(getattr(world.cast, role))
        found = {door: client.get(url).status_code for door, url in urls.items()}
        assert found == {door: expected(door, role) for door in DOORS}, role


def test_a_visitor_logs_in_first_and_posts_nothing(world: World, client: Client) -> None:
    before = Entry.objects.count()
    for find, *_who in DOORS.values():
        url = find(world)
        for answer in (client.get(url), client.post(url, {"choice": "for", "answer": "yes"})):
            assert answer.status_code == 302
            assert answer["Location"].startswith(reverse("account_login"))
    assert Entry.objects.count() == before


def test_who_may_not_come_in_may_not_post(world: World, enter: Enter) -> None:
    """With all that a good form holds, at every door that does something."""
    cast = world.cast
    filled = {
        "choice": "against",
        "reason": "x",
        "answer": "yes",
        "closes_on": "01-10-2026",
        "text": "x",
        "title": "x",
        "ambition": "x",
        "organisation": cast["FV"].pk,
        "representative": cast.director.pk,
        "organisations": [cast[letters].pk for letters in SEATS],
    }
    urls = {door: find(world) for door, (find, *_who) in DOORS.items()}
    before = Entry.objects.count()
    for role in ROLES:
        client = enter(getattr(cast, role))
        for door, url in urls.items():
            if role not in DOORS[door][1]:
                page = client.post(url, filled)
                assert page.status_code in {403, 404, 405}, (door, role)
        assert Entry.objects.count() == before, role


def test_what_is_not_there(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    years = [1, 1999, 32_767, 32_768, 10**30]
    keys = [0, 999_999, 2**63, 10**30]
    missing = [
        address(name, year) for name in ("raad-detail", "programme-detail") for year in years
    ]
    missing += [
        address(name, key)
        for name in ("ballot-detail", "ballot-vote", "vote-receipt", "seat-delegates")
        for key in keys
    ]
    assert {url: client.get(url).status_code for url in missing} == dict.fromkeys(missing, 404)


@pytest.mark.parametrize("name", ["raad-propose", "programme-write"])
def test_only_this_year_and_the_next_are_made(today: Cast, enter: Enter, name: str) -> None:
    client = enter(today.manager)
    found = {year: client.get(address(name, year)).status_code for year in range(2025, 2029)}
    installed = {"raad-propose": 302, "programme-write": 200}[name]
    assert found == {2025: 404, 2026: installed, 2027: 200, 2028: 404}


# -- the programmaraad ---------------------------------------------------------------------------


def test_now_leads_to_the_raad_of_this_year(world: World, enter: Enter) -> None:
    for role in ("manager", "contact"):
        answer = enter(getattr(world.cast, role)).get(address("raad-now"))
        assert answer["Location"] == world.cast.raad.get_absolute_url()


def test_before_there_is_a_raad(today: Cast, enter: Enter) -> None:
    enter(today.outsider)
    page = enter(today.outsider).get(address("raad-now"))
    assert page.status_code == 200
    assert address("raad-propose", 2026) not in page.content.decode()


def test_the_kernteam_proposes_a_raad(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), address("raad-propose", 2027)
    chosen = [today[letters].pk for letters in ["GD", "ZD", "EZ", "BN"]]
    page = client.post(url, {"organisations": chosen})
    assert page.status_code == 422
    assert set(page.context["form"]["organisations"].value()) == {str(pk) for pk in chosen}
    assert page.content.decode().count("checked") == 4
    assert not Programmaraad.objects.filter(year=2027).exists()
    page = client.post(url, {"organisations": [*chosen, today["CH"].pk]}, follow=True)
    assert said("The proposal is sent to all partners.") in page.content.decode()
    assert page.redirect_chain == [("/programmaraad/2027/", 302)]
    assert Programmaraad.objects.get(year=2027).seats.count() == 5
    assert acts("propose_raad")[0].origin == "web"


def test_somebody_who_is_no_partner_is_not_on_the_list(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), address("raad-propose", 2027)
    assert "Waterbedrijf Kust" not in client.get(url).content.decode()
    chosen = [today[letters].pk for letters in ["GD", "ZD", "EZ", "BN", "WK"]]
    assert client.post(url, {"organisations": chosen}).status_code == 422


def test_a_partner_responds_and_only_the_kernteam_reads_it(world: World, enter: Enter) -> None:
    cast, url = world.cast, address("raad-respond", 2027)
    client = enter(cast.contact)
    assert client.post(url, {"text": "   "}).status_code == 422
    page = client.post(url, {"text": "Waarom geen fonds?"}, follow=True)
    assert said("Your response is with the kernteam.") in page.content.decode()
    response = world.next_raad.responses.get()
    assert (response.organisation, response.person) == (cast["FV"], cast.contact)
    for role in ROLES[:-1]:
        page = enter(getattr(cast, role)).get(world.next_raad.get_absolute_url())
        assert ("Waarom geen fonds?" in page.content.decode()) is (role in KERNTEAM)


def test_a_director_names_who_votes(world: World, enter: Enter) -> None:
    cast = world.cast
    seat = cast.seat_of("BN")
    client, url = enter(cast.director), address("seat-delegates", seat.pk)
    people = set(client.get(url).context["form"].fields["representative"].queryset)
    assert people == {cast.director, cast.seat, cast.substitute}
    page = client.post(url, {"representative": cast.seat.pk, "substitute": cast.seat.pk})
    assert page.status_code == 422
    assert page.context["form"]["substitute"].value() == str(cast.seat.pk)
    assert client.post(url, {"representative": cast.contact.pk}).status_code == 422
    page = client.post(url, {"representative": cast.director.pk}, follow=True)
    assert said("Both people get a message.") in page.content.decode()
    assert "Dirk van Dam" in page.content.decode()
    assert list(Seat.objects.of(cast.director)) == [seat]


def test_the_kernteam_installs_a_raad_when_it_can(today: Cast, enter: Enter) -> None:
    raad = actions.propose_raad(
        2027,
        framework=today.framework,
        organisations=[today[letters] for letters in SEATS],
        actor=None,
        at=today.at - 30 * DAY,
    )
    client, url = enter(today.manager), address("raad-install", 2027)
    page = client.post(url)
    assert page.status_code == 422
    assert "Gemeente Duinstad" in page.content.decode()
    [refusal] = Entry.objects.filter(verb="programme.install_raad")
    assert (refusal.result, refusal.actor) == ("refused", today.manager)
    for letters in SEATS:
        actions.name_delegates(
            raad.seats.get(organisation=today[letters]),
            representative=today.seat if letters == "BN" else getattr(today, f"seat_{letters}"),
            substitute=None,
            actor=None,
            at=today.at,
        )
    page = client.post(url, follow=True)
    assert page.redirect_chain == [("/programmaraad/2027/", 302)]
    assert client.post(url).status_code == 422


def test_the_kernteam_fills_an_open_seat(today: Cast, enter: Enter) -> None:
    client, url = enter(today.manager), address("seat-fill", 2026)
    assert client.post(url, {"organisation": today["FV"].pk}).status_code == 422
    today["CH"].partnerships.update(left_on=today.at.date(), left_recorded_at=today.at)
    assert url in client.get(today.raad.get_absolute_url()).content.decode()
    choices = set(client.get(url).context["form"].fields["organisation"].queryset)
    assert choices == {today["FV"]}
    assert client.post(url, {}).status_code == 422
    client.post(url, {"organisation": today["FV"].pk})
    page = client.get(today.raad.get_absolute_url()).content.decode()
    assert "Fonds Vlietland" in page
    assert "Corporatie Haagwijk" not in page


# -- the programme -------------------------------------------------------------------------------

TEXTS = {"title": "Samen eruit", "ambition": "Minder schulden.", "text": "Wat we doen."}


def test_from_writing_to_the_ballot(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    assert client.get(address("programme-now")).status_code == 200
    client.post(address("programme-write", 2026), TEXTS)
    programme = Programme.objects.get()
    detail = programme.get_absolute_url()
    assert client.get(address("programme-now"))["Location"] == detail
    assert address("programme-submit", 2026) in client.get(detail).content.decode()
    assert enter(today.seat).get(detail).status_code == 404
    client = enter(today.manager)
    client.post(address("programme-submit", 2026))
    assert address("programme-ballot", 2026) in client.get(detail).content.decode()
    assert client.post(address("programme-submit", 2026)).status_code == 422
    form = {
        "closes_on": "07-10-2026",
        "quorum": "at_least:2/3",
        "majority": "over:1/2",
        "base": "cast",
        "tie_rule": "second_round",
    }
    client.post(address("programme-ballot", 2026), form)
    ballot = Ballot.objects.get()
    assert ballot.closes_at == closing_moment(date(2026, 10, 7))
    assert (ballot.quorum.needed(6), ballot.quorum_is_over) == (4, False)
    assert (ballot.base, ballot.tie_rule, ballot.status) == ("cast", "second_round", "draft")
    assert client.post(address("programme-ballot", 2026), form).status_code == 422
    assert client.post(address("programme-write", 2026), TEXTS).status_code == 422


def test_a_rejected_programme_can_come_back_through_the_pages(today: Cast, enter: Enter) -> None:
    """After a ballot that did not adopt it, the button for the next one is there again."""
    programme = write(today, 2026, today.at - 10 * DAY)
    ballot = put_to_ballot(today, programme, today.at - 9 * DAY, today.at - DAY)
    for letters in SEATS:
        vote(today, ballot, letters, "against", today.at - 2 * DAY)
    actions.close_ballot(ballot, at=today.at)
    client, detail = enter(today.manager), programme.get_absolute_url()
    assert address("programme-write", 2026) in client.get(detail).content.decode()
    client.post(address("programme-submit", 2026))
    assert address("programme-ballot", 2026) in client.get(detail).content.decode()


def test_what_is_written_is_kept_when_it_does_not_fit(today: Cast, enter: Enter) -> None:
    client, url = enter(today.manager), address("programme-write", 2026)
    page = client.post(url, {**TEXTS, "title": "x" * 121, "text": "<b>Wat & hoe</b>"})
    assert page.status_code == 422
    html = page.content.decode()
    assert "x" * 121 in html
    assert "&lt;b&gt;Wat &amp; hoe&lt;/b&gt;" in html
    assert TEXTS["ambition"] in html
    assert not Programme.objects.exists()
    write(today, 2026, today.at)
    client.post(url, {**TEXTS, "title": ""})
    assert Programme.objects.get().title == "Samen eruit"


NO_DEADLINES = [
    *("03-10-2026", "25-12-2026", "22-09-2026", "23-09-2025", "31-02-2026", "", "morgen"),
    *("01-01-0001", "02-01-0001", "9-9-99999", "07-10-26x", "\x00"),
]


def test_deadlines_that_are_refused_stay_in_the_field(today: Cast, enter: Enter) -> None:
    programme = write(today, 2026, today.at)
    actions.submit_programme(programme, actor=None, at=today.at)
    form = {"quorum": "at_least:1/1", "majority": "at_least:3/4", "base": "entitled"}
    form |= {"tie_rule": "rejected"}
    client, url = enter(today.manager), address("programme-ballot", 2026)
    for day in NO_DEADLINES:
        typed = {**form, "closes_on": day}
        page = client.post(url, typed)
        assert page.status_code == 422, day
        assert {name: page.context["form"][name].value() for name in typed} == typed
    assert not Ballot.objects.exists()


@pytest.mark.parametrize("day", ["31-12-9999", "30-12-9999"])
def test_the_end_of_time_is_no_crash(today: Cast, enter: Enter, day: str) -> None:
    ballot = draft_motion(today, today.at)
    page = enter(today.manager).post(address("ballot-open", ballot.pk), {"closes_on": day})
    assert page.status_code in {302, 422}


def test_the_next_round_is_opened_with_a_new_deadline(world: World, enter: Enter) -> None:
    ballot = following(world)
    client, url = enter(world.cast.staff), address("ballot-open", ballot.pk)
    assert url in client.get(ballot.get_absolute_url()).content.decode()
    assert client.post(url, {"closes_on": "23-09-2025"}).status_code == 422
    page = client.post(url, {"closes_on": "07-10-2026"}, follow=True)
    assert page.redirect_chain == [(ballot.get_absolute_url(), 302)]
    ballot.refresh_from_db()
    assert (ballot.status, ballot.closes_at) == ("open", closing_moment(date(2026, 10, 7)))
    assert client.post(url, {"closes_on": "08-10-2026"}).status_code == 422


# -- voting --------------------------------------------------------------------------------------


def test_a_representative_votes_and_votes_again(world: World, enter: Enter) -> None:
    cast, url = world.cast, address("ballot-vote", world.open.pk)
    client = enter(cast.seat_CH)
    assert client.get(url).context["previous_vote"] is None
    page = client.post(url, {"reason": "Omdat <het> kan"})
    assert page.status_code == 422
    assert escape("Omdat <het> kan") in page.content.decode()
    assert said("Choose for, against or abstain.") in page.content.decode()
    page = client.post(url, {"choice": "against", "reason": "Te duur"}, follow=True)
    mine = Vote.objects.get(entitlement__organisation=cast["CH"], ballot=world.open)
    assert page.redirect_chain == [(address("vote-receipt", mine.pk), 302)]
    assert (mine.person, mine.choice, mine.at) == (cast.seat_CH, "against", cast.at)
    assert mine.receipt_code in page.content.decode().replace(" ", "")
    assert "Te duur" in page.content.decode()
    page = client.get(url)
    assert page.context["previous_vote"]["choice_label"] == said("against")
    client.post(url, {"choice": "for"})
    mine = world.open.votes.filter(entitlement__organisation=cast["CH"])
    assert list(mine.values_list("choice", "ordinal")) == [("against", 1), ("for", 2)]


def test_a_choice_that_is_none_is_refused(world: World, enter: Enter) -> None:
    votes = Vote.objects.count()
    client, url = enter(world.cast.seat), address("ballot-vote", world.open.pk)
    for choice in ("maybe", "", "FOR", "for\x00", "for" * 9):
        assert client.post(url, {"choice": choice, "reason": "x"}).status_code == 422, choice
    assert Vote.objects.count() == votes


def test_a_vote_that_comes_too_late_gets_a_clear_page(world: World, enter: Enter) -> None:
    """The page was open before the deadline, and the button was pressed after it."""
    cast = world.cast
    ballot = open_motion(cast, cast.at - 2 * DAY, cast.at)
    url = address("ballot-vote", ballot.pk)
    client = enter(cast.seat)
    assert client.get(url)["Location"] == ballot.get_absolute_url()
    for close in (False, True):
        if close:
            actions.close_ballot(ballot, at=cast.at)
        page = client.post(url, {"choice": "for", "reason": "Net te laat"})
        assert page.status_code == 422
        sentence = said("This ballot is closed. Your vote was not counted.")
        assert sentence in page.content.decode()
        assert "Net te laat" in page.content.decode()
    assert not ballot.votes.exists()
    refusals = Entry.objects.filter(verb="programme.cast_vote", result="refused")
    assert refusals.count() == 2


def test_the_table_shows_who_voted(world: World, enter: Enter) -> None:
    for role in ("manager", "seat_CH"):
        page = enter(getattr(world.cast, role)).get(world.open.get_absolute_url())
        seats = {seat.name: seat.state for seat in page.context["seats"]}
        assert seats["Bank Noordzee"] == seats["Gemeente Duinstad"] == "in"
        assert seats["Corporatie Haagwijk"] == ("me" if role == "seat_CH" else "out")
        assert (page.context["voted_count"], page.context["entitled_count"]) == (2, 6)


def test_the_result_shows_how_it_was_counted(world: World, enter: Enter) -> None:
    page = enter(world.cast.contact).get(world.closed.get_absolute_url())
    html = page.content.decode()
    assert world.closed.chain_head in html.replace(" ", "")
    assert page.context["recheck"]["is_right"]
    assert [row["choice"] for row in page.context["votes"]] == ["for"] * 6
    assert said("The count is right") in html


def check(client: Client, ballot: Ballot, code: str) -> Any:
    return client.post(address("receipt-check", ballot.pk), {"code": code})


def test_after_the_closing_a_code_tells_how_the_vote_was_counted(today: Cast, enter: Enter) -> None:
    ballot = open_motion(today, today.at - 3 * DAY, today.at - DAY)
    for letters in ("BN", "BN", "GD", "ZD"):
        vote(today, ballot, letters, "for", today.at - 2 * DAY)
    client = enter(today.seat)
    code = {each.sequence: each.receipt_code for each in ballot.votes.all()}
    assert check(client, ballot, code[1]).status_code == 404
    today["GD"].partnerships.update(
        left_on=(today.at - DAY).date(), left_recorded_at=today.at - 2 * DAY
    )
    actions.close_ballot(ballot, at=today.at)
    answers = {
        1: "This vote was replaced by a later one",
        2: "This vote was counted",
        3: "This vote was not counted: no longer a partner",
        4: "This vote was counted",
    }
    before = Entry.objects.count()
    for number, sentence in answers.items():
        typed = " ".join([code[number][:4], code[number][4:]]).lower()
        page = check(client, ballot, typed)
        assert page.status_code == 200
        assert said(sentence) in page.content.decode()
        assert page.context["is_right"]
    for wrong in ("", "ABCD EFGH JKMN", "x" * 41, "\x00"):
        assert check(client, ballot, wrong).status_code == 422
    other = open_motion(today, today.at - 3 * DAY, today.at - DAY)
    actions.close_ballot(other, at=today.at)
    assert check(client, other, code[1]).status_code == 422
    assert Entry.objects.count() == before + 3  # opening and closing the other one


def test_a_broken_chain_shows_at_the_vote_where_it_breaks(today: Cast, enter: Enter) -> None:
    ballot = open_motion(today, today.at - 3 * DAY, today.at - DAY)
    for letters in ("BN", "GD"):
        vote(today, ballot, letters, "for", today.at - 2 * DAY)
    actions.close_ballot(ballot, at=today.at)
    forge("UPDATE programme_vote SET choice = 'against' WHERE sequence = 2")
    client = enter(today.seat)
    right = [
        check(client, ballot, each.receipt_code).context["is_right"]
        for each in ballot.votes.order_by("sequence")
    ]
    assert right == [True, False]
    page = client.get(ballot.get_absolute_url())
    assert said("The count is not right") in page.content.decode()


# -- commitments ---------------------------------------------------------------------------------


def test_a_director_commits_and_changes_it(world: World, enter: Enter) -> None:
    cast = world.cast
    url = address("commitment-give", world.programme.year, cast["BN"].pk)
    client = enter(cast.director)
    page = client.post(url, {"answer": "not_now", "reason": "  "})
    assert page.status_code == 422
    assert page.context["form"]["answer"].value() == "not_now"
    assert said("Say in a few words why not now.") in page.content.decode()
    assert client.post(url, {"reason": "Graag"}).status_code == 422
    page = client.post(url, {"answer": "not_now", "reason": "Eerst een fusie"}, follow=True)
    assert page.redirect_chain == [(world.programme.get_absolute_url(), 302)]
    assert "Eerst een fusie" in page.content.decode()
    page = client.get(url)
    assert page.context["earlier"].answer == "not_now"
    client.post(url, {"answer": "yes"})
    assert [row.answer for row in Commitment.objects.order_by("ordinal")] == ["not_now", "yes"]


def test_a_programme_that_is_not_adopted_is_not_answered(today: Cast, enter: Enter) -> None:
    programme = write(today, 2026, today.at)
    put_to_ballot(today, programme, today.at, today.at + DAY)
    url = address("commitment-give", 2026, today["BN"].pk)
    assert enter(today.director).get(url).status_code == 403


# -- the code step -------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["vote", "commitment"])
def test_an_old_login_is_asked_a_code_and_nothing_is_lost(
    world: World, enter: Enter, act: str
) -> None:
    cast = world.cast
    url, someone, form = {
        "vote": (
            address("ballot-vote", world.open.pk),
            cast.seat_CH,
            {"choice": "against", "reason": "Te duur"},
        ),
        "commitment": (
            address("commitment-give", world.programme.year, cast["CH"].pk),
            cast.seat_CH,
            {"answer": "not_now", "reason": "Eerst een fusie"},
        ),
    }[act]
    client = enter(someone, logged_in_at=cast.at - timedelta(hours=12))
    before = Vote.objects.count(), Commitment.objects.count()
    page = client.post(url, form)
    assert page.status_code == 200
    assert "confirmation_code" in page.context["form"].fields
    assert (Vote.objects.count(), Commitment.objects.count()) == before
    assert client.post(url, {"confirmation_code": "abcdef"}).status_code == 422
    letter = someone.letters.get(template="web/mail/act_code.txt")
    code = re.search(r": ([0-9A-Z]{6})$", letter.text, re.MULTILINE)
    assert code is not None
    answer = client.post(url, {"confirmation_code": code[1]})
    assert answer.status_code == 302
    reason = form["reason"]
    kept = (
        world.open.votes.get(reason=reason)
        if act == "vote"
        else Commitment.objects.get(reason=reason)
    )
    assert kept.person == someone


# -- in two languages ----------------------------------------------------------------------------


SENTENCES = {
    "raad of this year": "What does the programmaraad do?",
    "programme": "Who commits?",
    "open ballot": "Who has voted?",
    "result": "Votes by organisation",
    "vote": "You get a receipt at once. We also send it to your e-mail address.",
    "receipt of the bank": "What happens now?",
    "decisions": "Register of decisions",
}


def test_pages_in_dutch_and_in_english(world: World, enter: Enter) -> None:
    """What the browser asks for is not followed, what the person chose is."""
    reader = world.cast.seat
    client = enter(reader)
    for language in ("nl", "en"):
        type(reader).objects.filter(email=reader.email).update(language=language)
        for door, sentence in SENTENCES.items():
            browser = {"headers": {"accept-language": "en" if language == "nl" else "nl"}}
            html = client.get(DOORS[door][0](world), **browser).content.decode()
            words = {"nl": said(sentence), "en": escape(sentence)}
            assert words.pop(language) in html, door
            assert words.popitem()[1] not in html, door
            assert f'lang="{language}"' in html
