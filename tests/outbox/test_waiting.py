"""Mail that waits: for the morning, for a newer letter, for the letter of the day."""

from __future__ import annotations

import threading
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction

from partners.models import Person
from schuldenlab.outbox.actions import gather_news, post, send_due
from schuldenlab.outbox.actions.gathering import PEOPLE
from schuldenlab.outbox.models import AT_ONCE, DAILY, WEEKLY, Letter, Recipient
from tests.outbox.test_actions import recipient
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.outbox.conftest import Sink

AT = datetime(2026, 9, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
NIGHT = AT.replace(hour=22)
MORNING = AT.replace(day=24, hour=7)
DIGEST = MORNING + timedelta(minutes=30)
MINUTE = timedelta(minutes=1)
CODE = "web/mail/act_code.txt"
NEWS = "programme/mail/decision_settled.txt"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _house(settings: Any) -> None:
    settings.QUIET_HOURS = (time(20), time(7))
    settings.BUNDLE_WAIT = 10 * MINUTE
    settings.DAILY_AT = time(7, 30)


def write(
    *people: Recipient, key: str = "k", at: datetime = AT, code: str = "A", **facts: Any
) -> None:
    context = {"code": code, "minutes": 15}
    post(CODE, people or [recipient()], key, at, context=context, **facts)


def tell(
    *people: Recipient, key: str = "k", at: datetime = AT, code: str = "A", **facts: Any
) -> None:
    """News, which may wait."""
    context = {"decision": {"number": code, "status": "done"}, "text": "Gedaan."}
    post(NEWS, people, key, at, context=context, **facts)


def states() -> dict[str, str]:
    return dict(Letter.objects.order_by("id").values_list("key", "status"))


def daily(cast: Cast, role: str = "contact", language: str = "nl", pace: str = DAILY) -> Recipient:
    someone = getattr(cast, role)
    return Recipient(someone.pk, someone.email, someone.name, language, pace)


# -- the night -----------------------------------------------------------------------------------


def test_at_night_only_what_is_urgent_goes(sink: Sink) -> None:
    write(key="calm", at=NIGHT)
    write(key="urgent", at=NIGHT, is_urgent=True)
    assert send_due(NIGHT) == 1
    assert send_due(MORNING - MINUTE) == 0
    assert send_due(MORNING) == 1
    assert Letter.objects.get(key__startswith="calm").not_before == MORNING
    assert Letter.objects.get(key__startswith="urgent").sent_at == NIGHT


def test_what_could_not_go_by_day_does_not_go_at_night(sink: Sink) -> None:
    """Nobody swept for hours: the letter of the afternoon waits for the morning."""
    write(at=AT.replace(hour=19, minute=59))
    assert send_due(NIGHT) == 0
    assert send_due(MORNING) == 1


# -- bundles -------------------------------------------------------------------------------------


def test_two_changes_in_a_short_time_are_one_mail(sink: Sink) -> None:
    write(key="one", code="OUD", bundle="meeting:12")
    write(key="two", code="NIEUW", at=AT + 5 * MINUTE, bundle="meeting:12")
    assert send_due(AT + 14 * MINUTE) == 0
    assert send_due(AT + 15 * MINUTE) == 1
    assert [message["Subject"] for message in sink.messages] == ["Uw code: NIEUW"]
    assert list(states().values()) == ["replaced", "sent"]
    assert send_due(AT + timedelta(days=2)) == 0


def test_only_the_same_person_and_the_same_bundle(cast: Cast) -> None:
    one, other = cast.contact.as_recipient(), cast.director.as_recipient()
    write(one, other, recipient(1), key="a", bundle="meeting:1")
    write(one, key="b", bundle="meeting:2")
    write(one, key="c")
    write(one, recipient(1), key="d", bundle="meeting:1")
    assert states() == {
        f"a:{one.person_id}": "replaced",
        f"a:{other.person_id}": "waiting",
        "a:persoon1@people.example": "replaced",
        f"b:{one.person_id}": "waiting",
        f"c:{one.person_id}": "waiting",
        f"d:{one.person_id}": "waiting",
        "d:persoon1@people.example": "waiting",
    }


def test_a_letter_that_was_posted_before_replaces_nothing(sink: Sink) -> None:
    """The act is done twice: the second posting writes nothing, and loses nothing."""
    for _again in range(2):
        write(key="same", bundle="meeting:1")
    assert list(states().values()) == ["waiting"]
    assert send_due(AT + 10 * MINUTE) == 1


def test_what_is_on_its_way_stays(sink: Sink) -> None:
    write(key="one", bundle="meeting:1")
    Letter.objects.update(status="sending", claimed_at=AT)
    write(key="two", bundle="meeting:1")
    assert list(states().values()) == ["sending", "waiting"]


def test_a_later_letter_about_the_same_lets_the_held_one_go_first(cast: Cast, sink: Sink) -> None:
    """Called off, and a minute later asked for another date: in that order, to each reader."""
    one, other = cast.contact.as_recipient(), cast.director.as_recipient()
    write(one, other, recipient(1), key="off", bundle="meeting:1")
    write(one, key="elsewhere", bundle="meeting:2")
    write(one, recipient(1), key="poll", at=AT + MINUTE, follows="meeting:1")
    assert send_due(AT + MINUTE) == 4
    sent = Letter.objects.filter(status="sent").order_by("pk").values_list("key", flat=True)
    assert [key.split(":")[0] for key in sent] == ["off", "off", "poll", "poll"]
    to = [message["To"] for message in sink.messages]
    assert to == [one.address, "persoon1@people.example"] * 2
    held = Letter.objects.filter(status="waiting").values_list("key", flat=True)
    assert set(held) == {f"off:{other.person_id}", f"elsewhere:{one.person_id}"}


def test_an_urgent_letter_takes_along_what_it_follows(sink: Sink) -> None:
    write(key="off", bundle="meeting:1", at=NIGHT)
    write(key="soon", follows="meeting:1", at=NIGHT + MINUTE, is_urgent=True)
    assert send_due(NIGHT + MINUTE) == 2
    assert list(states().values()) == ["sent", "sent"]


def test_an_urgent_letter_waits_for_nothing() -> None:
    write(is_urgent=True, bundle="meeting:1")
    letter = Letter.objects.get()
    assert (letter.not_before, letter.bundle) == (AT, "")


def test_the_newer_calendar_entry_takes_the_place(cast: Cast, sink: Sink) -> None:
    who = cast.contact.as_recipient()
    for number in (1, 2):
        entry = {cast.contact.pk: f"BEGIN:VCALENDAR\r\nSEQUENCE:{number}\r\nEND:VCALENDAR\r\n"}
        write(who, key=f"{number}", bundle="m", calendars=entry, calendar_method="REQUEST")
    send_due(AT + 10 * MINUTE)
    (message,) = sink.messages
    (part,) = [each for each in message.walk() if each.get_content_type() == "text/calendar"]
    assert "SEQUENCE:2" in part.get_content()


def test_replacing_costs_the_same_for_one_and_for_many(
    django_assert_num_queries: Any,
) -> None:
    write(key="first", bundle="m")
    for people, key in ((1, "a"), (60, "b"), (60, "c")):
        with django_assert_num_queries(6):
            write(*map(recipient, range(1, people + 1)), key=key, bundle="m")
    assert list(states().values()).count("waiting") == 60


@pytest.mark.django_db(transaction=True)
def test_a_sender_at_the_same_moment_wins_or_loses_whole(sink: Sink) -> None:
    """Replacing while the sender claims: each letter is sent or replaced, and never both."""
    for number in range(12):
        write(recipient(number), key="old", bundle=f"m{number}")
    late = AT + 11 * MINUTE

    def change(number: int) -> Any:
        return lambda: write(recipient(number), key="new", at=late, bundle=f"m{number}")

    at_once([*map(change, range(12)), lambda: send_due(late)], hands=5)
    send_due(late + 11 * MINUTE)
    old = Letter.objects.filter(key__startswith="old")
    assert set(old.values_list("status", flat=True)) <= {"sent", "replaced"}
    assert set(Letter.objects.filter(key__startswith="new").values_list("status")) == {("sent",)}
    assert len(sink.ids()) == len(set(sink.ids())) == old.filter(status="sent").count() + 12


@pytest.mark.django_db(transaction=True)
def test_writers_of_one_bundle_come_one_after_the_other(sink: Sink) -> None:
    def write_one(number: int) -> Any:
        return lambda: write(key=f"n{number}", bundle="m")

    assert at_once([write_one(number) for number in range(8)]) == [None] * 8
    assert sorted(states().values()) == ["replaced"] * 7 + ["waiting"]


@pytest.mark.django_db(transaction=True)
def test_a_claim_that_holds_the_row_is_waited_for(sink: Sink) -> None:
    """The sender has locked the older letter and not committed: then both go."""
    write(key="old", bundle="m")
    newer = threading.Thread(
        target=_in_its_own_connection, args=[lambda: write(key="new", bundle="m")]
    )
    with transaction.atomic():
        held = Letter.objects.select_for_update().get()
        newer.start()
        newer.join(0.5)
        assert newer.is_alive()
        held.status, held.claimed_at = "sending", AT
        held.save(update_fields=["status", "claimed_at"])
    newer.join()
    assert list(states().values()) == ["sending", "waiting"]


def _in_its_own_connection(act: Any) -> None:
    try:
        act()
    finally:
        connection.close()


# -- the letter of the day and of the week ---------------------------------------------------------


def test_news_of_a_day_is_one_letter(cast: Cast, sink: Sink) -> None:
    who = daily(cast, language="en")
    for code in ("EEN", "TWEE"):
        tell(who, key=code, code=code)
    assert send_due(AT + timedelta(hours=5)) == 0
    assert send_due(DIGEST - MINUTE) == 0
    assert send_due(DIGEST) == 1
    (message,) = sink.messages
    text, html = (part.get_content() for part in message.iter_parts())
    assert "2 " in message["Subject"]
    assert text.index("Decision EEN is carried") < text.index("Decision TWEE is carried")
    assert text.count("Carla Smit") == text.count("With kind regards") == 1
    assert text.count("You get this mail because") == html.count("You get this mail because") == 1
    assert "one letter a day" in " ".join(text.split())
    assert ">Decision EEN is carried out</h2>" in html
    assert 'lang="en"' in html
    *parts, whole = Letter.objects.order_by("id")
    assert {(each.status, each.merged_into_id) for each in parts} == {("merged", whole.pk)}
    assert (whole.status, whole.person_id, whole.sent_at) == ("sent", cast.contact.pk, DIGEST)
    assert send_due(DIGEST + timedelta(days=3)) == 0


def test_news_of_a_week_is_one_letter_on_monday_morning(cast: Cast, sink: Sink) -> None:
    who = daily(cast, language="en", pace=WEEKLY)
    for days, code in enumerate(("EEN", "TWEE", "DRIE")):
        tell(who, key=code, code=code, at=AT + timedelta(days=days))
    monday = datetime(2026, 9, 28, 7, 30, tzinfo=AT.tzinfo)
    for moment in (DIGEST, DIGEST + timedelta(days=3), monday - MINUTE):
        assert send_due(moment) == 0
    assert send_due(monday) == 1
    (message,) = sink.messages
    text = message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    for code in ("EEN", "TWEE", "DRIE"):
        assert text.count(f"Decision {code} is carried out") == 1
    assert "one letter a week" in " ".join(text.split())


def test_a_question_to_who_reads_news_once_a_week_goes_at_once(cast: Cast, sink: Sink) -> None:
    write(daily(cast, pace=WEEKLY))
    assert send_due(AT) == 1


def test_one_message_goes_as_it_is_in_the_morning(cast: Cast, sink: Sink) -> None:
    tell(daily(cast))
    assert send_due(DIGEST) == 1
    assert [message["Subject"] for message in sink.messages] == ["Besluit A is uitgevoerd"]
    assert Letter.objects.get().status == "sent"


def test_who_did_not_ask_for_it_gets_news_at_once(cast: Cast, sink: Sink) -> None:
    tell(cast.director.as_recipient())
    assert send_due(AT) == 1


@pytest.mark.parametrize("facts", [{"is_urgent": True}, {"is_secret": True}])
def test_what_is_urgent_or_secret_never_waits_for_the_day(
    cast: Cast, facts: dict[str, Any]
) -> None:
    tell(daily(cast), **facts)
    assert Letter.objects.get().pace == AT_ONCE


def test_what_asks_something_never_waits_for_the_day(cast: Cast) -> None:
    write(daily(cast))
    assert Letter.objects.get().pace == AT_ONCE


def test_each_person_has_an_own_letter_in_the_own_language(cast: Cast, sink: Sink) -> None:
    for code in "AB":
        tell(daily(cast), daily(cast, "director", "en"), key=code, code=code)
    assert send_due(DIGEST) == 2
    subjects = {str(message["To"]): str(message["Subject"]) for message in sink.messages}
    assert subjects[cast.director.email] == "2 messages from Schuldenlab070"
    bodies = dict(Letter.objects.filter(status="sent").values_list("person_id", "text"))
    assert "Carla" not in bodies[cast.director.pk]


def test_a_newer_one_replaces_within_the_day(cast: Cast, sink: Sink) -> None:
    for code in ("OUD", "NIEUW"):
        tell(daily(cast), key=code, code=code, bundle="m")
    assert send_due(DIGEST) == 1
    assert "NIEUW" in sink.messages[0]["Subject"]


def test_the_letter_of_the_day_costs_the_same_for_one_and_for_many(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    roles = ["contact", "director", "seat", "substitute", "manager", "staff"]
    for some in (roles[:1], roles):
        for code in "ABC":
            tell(*(daily(cast, role) for role in some), key=f"{len(some)}{code}")
        with django_assert_num_queries(9):
            assert gather_news(DIGEST) == len(some)
    assert len(roles) < PEOPLE


@pytest.mark.django_db(transaction=True)
def test_gatherers_at_once_put_each_message_in_one_letter(cast_now: Cast, sink: Sink) -> None:
    roles = ["contact", "director", "seat", "substitute"]
    for code in "ABCDE":
        tell(*(daily(cast_now, role) for role in roles), key=code, code=code)
    found = at_once([lambda: gather_news(DIGEST)] * 6)
    assert sum(found) == len(roles)
    assert send_due(DIGEST) == len(roles)
    assert Letter.objects.filter(status="merged", merged_into__status="sent").count() == 20


@pytest.mark.django_db(transaction=True)
def test_who_is_held_by_another_gatherer_gets_one_letter_and_no_half(cast_now: Cast) -> None:
    """The letters of a held person are free here, as the last ones are for a second gatherer."""
    for code in "AB":
        tell(daily(cast_now), daily(cast_now, "director"), key=code, code=code)
    with transaction.atomic():
        held = Person.objects.select_for_update(of=("self",), no_key=True)
        assert held.get(pk=cast_now.contact.pk)
        assert at_once([lambda: gather_news(DIGEST)]) == [1]
        assert set(Letter.objects.filter(status="merged").values_list("person", flat=True)) == {
            cast_now.director.pk
        }
    assert gather_news(DIGEST) == 1


def test_a_gatherer_that_dies_leaves_everything_waiting(cast: Cast, sink: Sink) -> None:
    """Merging and the letter that holds it are one transaction."""
    for code in "AB":
        tell(daily(cast), key=code, code=code)
    with transaction.atomic():
        gather_news(DIGEST)
        transaction.set_rollback(True)
    assert list(states().values()) == ["waiting"] * 2
    assert send_due(DIGEST) == 1


def test_the_database_knows_what_merged_means(cast: Cast) -> None:
    write(daily(cast))
    with pytest.raises(IntegrityError, match="letter_merged_into_one"), transaction.atomic():
        Letter.objects.update(status="merged")
