"""Letters of the kernteam: written, tried on oneself, sent once, and then read only."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import actions
from events.models import Circular, CircularRecipient, Invitee, Meeting
from partners import actions as partners
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import DAILY, Letter
from tests.events.polling import leaders
from tests.events.records import at, schedule, slots
from tests.programme.pages import text_of
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

DIRECTORS = {"Dirk van Dam", "Olaf Mulder", *(f"Zetel {each}" for each in ("GD", "ZD", "EZ"))}
DIRECTORS |= {"Zetel CH", "Zetel VH"}
TEXT = "Beste mensen\n\n- een\n- twee\n\nZie het programma: https://lab.example/x"
LATER = timedelta(hours=1)


def draft(cast: Cast, **facts: Any) -> Circular:
    """News for the directors, in Dutch."""
    given = {"kind": "news", "audience": "directors", "subject": "Nieuws", "text": TEXT, **facts}
    return actions.draft_circular(**given, actor=cast.manager, at=cast.at)


def send(cast: Cast, letter: Circular, **facts: Any) -> Circular:
    return actions.send_circular(letter, actor=cast.manager, at=cast.at, **facts)


def letters() -> dict[str, Letter]:
    return {row.name: row for row in Letter.objects.filter(template="events/mail/circular.txt")}


# -- writing -------------------------------------------------------------------------------------


def test_a_draft_is_kept_and_nobody_gets_it(cast: Cast) -> None:
    letter = draft(cast)
    assert (letter.status, letter.heading, letter.body) == ("draft", "Nieuws", TEXT)
    assert letters() == {}
    entry = Entry.objects.get(verb="draft_circular")
    assert entry.actor == cast.manager
    assert entry.facts == {"kind": "news", "audience": "directors", "meeting": None}


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"audience": "meeting"}, "Choose the meeting"),
        ({"subject_en": "News"}, "or neither"),
        ({"text_en": "Text"}, "or neither"),
    ],
)
def test_what_is_not_whole_is_refused(cast: Cast, facts: dict[str, Any], because: str) -> None:
    with pytest.raises(Refused, match=because):
        draft(cast, **facts)
    assert not Circular.objects.exists()


@pytest.mark.parametrize("facts", [{"subject": ""}, {"text": " "}, {"kind": "x"}])
def test_what_is_not_a_letter_is_refused(cast: Cast, facts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        draft(cast, **facts)


def test_two_editors_do_not_overwrite_each_other(cast: Cast) -> None:
    letter = draft(cast)
    read = letter.edition
    actions.rewrite_circular(letter, based_on=read, subject="Van mij", actor=cast.staff, at=cast.at)
    other = Circular.objects.get()
    with pytest.raises(Refused):
        actions.rewrite_circular(
            other, based_on=read, subject="Van u", actor=cast.manager, at=cast.at
        )
    assert Circular.objects.get().subject == "Van mij"
    assert Entry.objects.filter(verb="rewrite_circular").count() == 1


def test_saving_the_same_is_no_change(cast: Cast) -> None:
    letter = draft(cast)
    actions.rewrite_circular(letter, text=TEXT, actor=cast.staff, at=cast.at)
    assert not Entry.objects.filter(verb="rewrite_circular").exists()


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("end", ["sent", "thrown away"])
def test_what_is_over_stays_as_it_is(cast: Cast, end: str) -> None:
    letter = draft(cast)
    if end == "sent":
        send(cast, letter)
    else:
        actions.discard_circular(letter, actor=cast.manager, at=cast.at)
    before = Letter.objects.count()
    known = {"actor": cast.manager, "at": cast.at + LATER}
    for act in (
        partial(actions.rewrite_circular, letter, subject="Anders", **known),
        partial(actions.test_circular, letter, **known),
        partial(actions.send_circular, letter, **known),
    ):
        with pytest.raises(Refused, match=end):
            act()
    with pytest.raises(Refused, match="no longer possible"):
        actions.discard_circular(letter, **known)
    assert (Circular.objects.get().subject, Letter.objects.count()) == ("Nieuws", before)


# -- a test --------------------------------------------------------------------------------------


def test_a_test_comes_to_the_writer_at_once_and_to_nobody_else(cast: Cast) -> None:
    letter = draft(cast)
    for moment in (cast.at, cast.at + LATER):
        actions.test_circular(letter, actor=cast.staff, at=moment)
    tests = Letter.objects.filter(template="events/mail/circular.txt")
    assert {(row.person, row.is_urgent) for row in tests} == {(cast.staff, True)}
    assert [row.subject for row in tests] == ["Proef: Nieuws"] * 2
    assert not CircularRecipient.objects.exists()
    assert Circular.objects.get().status == "draft"


# -- sending -------------------------------------------------------------------------------------


def test_it_goes_to_everybody_of_the_audience_and_that_is_kept(cast: Cast) -> None:
    letter = send(cast, draft(cast))
    got = CircularRecipient.objects.select_related("person", "organisation")
    assert {row.person.name for row in got} == DIRECTORS == set(letters())
    assert got.get(person=cast.director).organisation == cast["BN"]
    assert (letter.status, letter.sent_at) == ("sent", cast.at)
    facts = Entry.objects.get(verb="send_circular").facts
    assert (facts["people"], facts["organisations"]) == (7, 7)


@pytest.mark.parametrize(
    ("audience", "count"), [("directors", 7), ("contacts", 3), ("network", 12)]
)
def test_the_audiences(cast: Cast, audience: str, count: int) -> None:
    send(cast, draft(cast, audience=audience))
    assert CircularRecipient.objects.count() == count == len(letters())


def test_who_is_invited_to_a_meeting(cast: Cast) -> None:
    meeting = slots(cast)[0]
    Invitee.objects.create(meeting=meeting, person=cast.contact, organisation=cast["FV"])
    gone = {"meeting": meeting, "person": cast.seat, "withdrawn_at": cast.at}
    Invitee.objects.create(**gone)
    send(cast, draft(cast, audience="meeting", meeting=meeting))
    assert set(letters()) == {"Carla Smit"}


def test_project_leaders_are_those_of_their_series(cast: Cast) -> None:
    leaders(cast, cast.seat, cast.contact)
    send(cast, draft(cast, audience="leaders"))
    assert set(letters()) == {cast.seat.name, cast.contact.name}


@pytest.mark.usefixtures("english")
def test_nobody_is_asked_to_keep_a_day_free_that_has_been(cast: Cast) -> None:
    meeting = schedule(slots(cast)[0], at(2026, 4, 1), at(2026, 1, 3))
    letter = draft(cast, kind="save_the_date", meeting=meeting)
    with pytest.raises(Refused, match="has begun or has been"):
        send(cast, letter)
    assert letters() == {}


@pytest.mark.usefixtures("english")
def test_a_letter_to_nobody_does_not_go(cast: Cast) -> None:
    letter = draft(cast, audience="meeting", meeting=slots(cast)[0])
    with pytest.raises(Refused, match="Nobody belongs"):
        send(cast, letter)
    assert Circular.objects.get().status == "draft"


def test_another_text_than_was_read_does_not_go(cast: Cast) -> None:
    letter = draft(cast)
    read = letter.edition
    actions.rewrite_circular(letter, text="Iets anders", actor=cast.staff, at=cast.at)
    with pytest.raises(Refused):
        send(cast, letter, based_on=read)
    assert not CircularRecipient.objects.exists()


def test_everybody_reads_the_own_language(cast: Cast) -> None:
    for who in (cast.director, cast.other_director):
        partners.choose_language(who, language="en", actor=who, at=cast.at)
    send(cast, draft(cast, subject_en="News", text_en="Text in English"))
    assert letters()["Dirk van Dam"].subject == "News"
    assert "Text in English" in letters()["Dirk van Dam"].text
    assert (letters()["Zetel GD"].subject, letters()["Zetel GD"].language) == ("Nieuws", "nl")


def test_without_english_the_whole_letter_is_dutch(cast: Cast) -> None:
    partners.choose_language(cast.director, language="en", actor=None, at=cast.at)
    send(cast, draft(cast))
    letter = letters()["Dirk van Dam"]
    assert letter.text.startswith("Beste Dirk van Dam,")
    assert 'lang="nl"' in letter.html


def test_a_date_to_keep_free_names_the_date(cast: Cast) -> None:
    meeting = schedule(slots(cast)[0], at(2026, 11, 12), cast.at, subject="Samen", place="Zaal 1")
    send(cast, draft(cast, kind="save_the_date", meeting=meeting))
    text = letters()["Dirk van Dam"].text.replace("\N{NO-BREAK SPACE}", " ")
    for words in ("- Samen", "- Donderdag 12 november 2026, 14.00 uur", "- Zaal 1"):
        assert words in text


@pytest.mark.parametrize(("kind", "waits"), [("news", True), ("save_the_date", False)])
def test_news_waits_for_the_daily_mail_and_a_date_does_not(
    cast: Cast, kind: str, *, waits: bool
) -> None:
    who = cast.director
    partners.correct_person(who, name=who.name, language="nl", pace=DAILY, actor=who, at=cast.at)
    send(cast, draft(cast, kind=kind))
    assert letters()["Dirk van Dam"].pace == (DAILY if waits else "at_once")
    assert letters()["Zetel GD"].pace == "at_once"


def test_words_are_never_markup(cast: Cast) -> None:
    bad = "<script>alert(1)</script> {{ 7|add:7 }} {% now 'Y' %} \ue000 \ue001"
    send(cast, draft(cast, subject=f"Kop\r\nBcc: x@y.z {bad}", text=f"{bad}\r\n\r\nEinde"))
    letter = letters()["Dirk van Dam"]
    assert "\n" not in letter.subject
    assert letter.subject.startswith("Kop Bcc: x@y.z <script>")
    assert "<script>" not in letter.html
    assert "{{ 7|add:7 }} {% now 'Y' %}" in letter.text
    assert letter.text.count("Dirk van Dam") == 1
    assert "<p>Einde</p>" in letter.html


def test_the_database_keeps_everybody_once(cast: Cast) -> None:
    letter = send(cast, draft(cast))
    with pytest.raises(IntegrityError), transaction.atomic():
        CircularRecipient.objects.create(circular=letter, person=cast.director)


@pytest.mark.django_db(transaction=True)
def test_sent_by_many_at_once_it_goes_once(cast_now: Cast) -> None:
    letter = draft(cast_now)

    def press() -> Circular:
        return send(cast_now, Circular.objects.get(pk=letter.pk), based_on=letter.edition)

    found = at_once([press] * 6, hands=6)
    assert sum(isinstance(each, Circular) for each in found) == 1
    assert sum(isinstance(each, Refused) for each in found) == 5
    assert CircularRecipient.objects.count() == len(letters()) == Letter.objects.count() == 7
    assert Entry.objects.filter(verb="send_circular").count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_writes_while_another_sends_changes_nothing_that_went(cast_now: Cast) -> None:
    letter = draft(cast_now)
    known = {"actor": cast_now.staff, "at": cast_now.at}

    def write() -> Circular:
        own = Circular.objects.get(pk=letter.pk)
        return actions.rewrite_circular(own, subject="Nieuwer", based_on=letter.edition, **known)

    def press() -> Circular:
        return send(cast_now, Circular.objects.get(pk=letter.pk), based_on=letter.edition)

    wrote, went = at_once([write, press], hands=2)
    assert isinstance(wrote, Refused) != isinstance(went, Refused)
    subject = "Nieuws" if isinstance(wrote, Refused) else "Nieuwer"
    assert Circular.objects.get().subject == subject
    assert {row.subject for row in Letter.objects.all()} <= {"Nieuws"}


# -- pages ---------------------------------------------------------------------------------------


def url(name: str, letter: Circular | None = None) -> str:
    return reverse(f"events:circular-{name}", args=[letter.pk] if letter else [])


FORM = {"kind": "news", "audience": "network", "subject": "Kop", "text": "Tekst", "meeting": ""}


def test_from_a_first_word_to_sent(cast_now: Cast, enter: Enter) -> None:
    manager = enter(cast_now.manager)
    page = manager.post(url("new"), FORM, follow=True)
    letter = Circular.objects.get()
    assert page.redirect_chain[-1][0] == letter.get_absolute_url()
    confirm = manager.get(url("send", letter))
    assert "12 mensen van 7 organisaties" in text_of(confirm).replace("\N{NO-BREAK SPACE}", " ")
    sent = manager.post(url("send", letter), {"edition": letter.edition}, follow=True)
    assert CircularRecipient.objects.count() == 12
    assert "wijzigen" not in text_of(sent)
    again = manager.post(url("send", letter), {"edition": letter.edition})
    assert again.status_code == 422
    assert CircularRecipient.objects.count() == Letter.objects.count() == 12


def test_a_form_that_is_wrong_says_what_and_keeps_what_was_typed(
    cast_now: Cast, enter: Enter
) -> None:
    typed = {**FORM, "audience": "meeting", "text": "", "subject_en": "Head"}
    page = enter(cast_now.staff).post(url("new"), typed)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"meeting", "text", "text_en"}
    assert "Kop" in page.content.decode()
    assert not Circular.objects.exists()


def test_who_changed_it_first_is_not_overwritten(cast_now: Cast, enter: Enter) -> None:
    letter = draft(cast_now)
    form = {**FORM, "edition": letter.edition}
    one = enter(cast_now.staff)
    assert one.post(url("edit", letter), {**form, "text": "Van een"}).status_code == 302
    late = one.post(url("edit", letter), {**form, "text": "Van twee"})
    assert late.status_code == 422
    assert "Van twee" in late.content.decode()
    assert Circular.objects.get().text == "Van een"


def test_a_sent_letter_opens_no_form(cast_now: Cast, enter: Enter) -> None:
    letter = send(cast_now, draft(cast_now))
    for act in ("edit", "test", "send", "discard"):
        answer = enter(cast_now.manager).get(url(act, letter))
        assert (answer.status_code, answer["Location"]) == (302, letter.get_absolute_url())


def test_who_got_it_reads_it_and_nobody_else(cast_now: Cast, enter: Enter) -> None:
    sent, still = send(cast_now, draft(cast_now)), draft(cast_now, subject="Geheim plan")
    reader = enter(cast_now.director)
    page = reader.get(sent.get_absolute_url())
    assert "https://lab.example/x" in page.content.decode()
    assert "Per organisatie" not in text_of(page)
    assert "Nieuws" in text_of(reader.get(url("list")))
    assert "Geheim plan" not in text_of(reader.get(url("list")))
    assert reader.get(still.get_absolute_url()).status_code == 404
    other = enter(cast_now.contact)
    assert other.get(sent.get_absolute_url()).status_code == 404
    assert "Nieuws" not in text_of(other.get(url("list")))


def test_a_preview_is_escaped_and_says_its_language(cast_now: Cast, enter: Enter) -> None:
    letter = draft(cast_now, text="<b>Vet</b>", subject_en="News", text_en="English words")
    page = enter(cast_now.manager).get(letter.get_absolute_url()).content.decode()
    assert "&lt;b&gt;Vet&lt;/b&gt;" in page
    assert "<b>Vet" not in page
    assert '<article class="sl-card sl-mail sl-stack" lang="en">' in page
    assert "English words" in page


def test_meetings_that_still_come_are_offered_by_date(today: Cast, enter: Enter) -> None:
    first, second = slots(today)
    third = actions.add_meeting(
        first.series,
        year=2026,
        window=(date(2026, 9, 1), date(2026, 12, 31)),
        actor=None,
        at=today.at,
    )
    schedule(first, at(2026, 4, 1), at(2026, 1, 3), subject="Geweest")
    schedule(third, at(2026, 10, 8), today.at, subject="Eerst")
    without = Meeting.objects.filter(year=2027).first()
    schedule(second, at(2026, 11, 12), today.at, subject="Later")
    field = enter(today.manager).get(url("new")).context["form"].fields["meeting"]
    assert [pk for pk, _words in field.choices] == ["", third.pk, second.pk]
    letter = draft(today, meeting=without)
    own = enter(today.manager).get(url("edit", letter)).context["form"].fields["meeting"]
    assert [pk for pk, _words in own.choices] == ["", third.pk, second.pk, without.pk]


def test_a_meeting_that_the_address_names_is_chosen(cast_now: Cast, enter: Enter) -> None:
    manager = enter(cast_now.manager)
    assert manager.get(url("new"), {"bijeenkomst": "12"}).context["form"]["meeting"].value() == 12
    assert manager.get(url("new"), {"bijeenkomst": "x'"}).status_code == 200


@pytest.mark.parametrize("page", ["list", "detail"])
def test_pages_cost_the_same_for_one_and_for_many(
    cast_now: Cast, enter: Enter, django_assert_num_queries: Any, page: str
) -> None:
    client = enter(cast_now.manager)
    letter = send(cast_now, draft(cast_now))
    where = url(page, letter if page == "detail" else None)
    client.get(where)
    cost = {"list": 6, "detail": 8}[page]
    for _more in range(2):
        with django_assert_num_queries(cost):
            client.get(where)
        for _each in range(3):
            send(cast_now, draft(cast_now, audience="network"))
        CircularRecipient.objects.bulk_create(
            CircularRecipient(circular=letter, person=who, organisation=cast_now["FV"])
            for who in (cast_now.contact, cast_now.seat)
            if not letter.recipients.filter(person=who).exists()
        )
