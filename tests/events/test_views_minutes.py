"""The pages of agendas, presence, minutes and actions: who sees and does what."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events import actions
from events.models import ActionItem, AgendaItem, Attendance, Meeting, Minutes
from events.proceedings import text_mark
from tests.programme.pages import cost_of, text_of

from .minuting import DAY, FIRST, act_of, approved, hold, invite, meetings, put, send, start
from .records import NOBODY, at, schedule, slots

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
PDF = b"%PDF-1.7\nEen stuk."


def url(name: str, *values: Any) -> str:
    return reverse(f"events:{name}", args=values)


def statuses(cast: Cast, enter: Enter, address: str) -> dict[str, int]:
    found = {}
    for who in ACCOUNTS:
        answer = enter(getattr(cast, who)).get(address)
        if answer.streaming:
            b"".join(answer.streaming_content)  # a file is closed at its end
        found[who] = answer.status_code
    return found


def only(allowed: set[str], other: int = 404) -> dict[str, int]:
    return {who: 200 if who in allowed else other for who in ACCOUNTS}


@pytest.fixture
def lab(today: Cast) -> Cast:
    type(today.manager).objects.get_queryset().update(language="en")
    return today


# -- the agenda ----------------------------------------------------------------------------------


def coming(cast: Cast) -> Meeting:
    meeting = slots(cast)[1]
    return schedule(meeting, at(2026, 11, 12), at(2026, 9, 1))


def test_everybody_who_sees_the_meeting_reads_its_agenda(lab: Cast, enter: Enter) -> None:
    meeting = coming(lab)
    item = put(lab, meeting, "Belteam")
    known = {"actor": lab.manager, "at": lab.at}
    paper = actions.add_agenda_document(item, upload=PDF, name="stuk.pdf", **known)
    for name in ("agenda", "agenda-print"):
        assert statuses(lab, enter, url(name, meeting.pk)) == only(INSIDERS)
    assert statuses(lab, enter, url("agenda-file", paper.pk)) == only(INSIDERS)
    for address in (meeting.get_absolute_url(), url("agenda", meeting.pk)):
        page = text_of(enter(lab.contact).get(address))
        assert "Belteam" in page
        assert "stuk.pdf" in page
        assert url("point-off", item.pk) not in page
    actions.take_item_off(item, **known)
    assert statuses(lab, enter, url("agenda-file", paper.pk)) == only(set())


def test_only_the_kernteam_keeps_it(lab: Cast, enter: Enter) -> None:
    meeting = coming(lab)
    item = put(lab, meeting, "Belteam")
    for address in (url("point-add", meeting.pk), url("agenda-order", meeting.pk)):
        assert statuses(lab, enter, address) == {
            **only(KERNTEAM, 403),
            "outsider": 404,
            "former": 404,
        }
    for name in ("point-on", "point-off", "point-paper"):
        assert statuses(lab, enter, url(name, item.pk)) == only(KERNTEAM)


def test_the_kernteam_adds_orders_and_takes_off(lab: Cast, enter: Enter) -> None:
    meeting = coming(lab)
    client = enter(lab.staff)
    for title in ("Een", "Twee"):
        client.post(url("point-add", meeting.pk), {"title": title, "kind": "discuss", "text": ""})
    one, two = meeting.points.standing()
    client.post(url("agenda-order", meeting.pk), {f"place_{one.pk}": 2, f"place_{two.pk}": 1})
    assert [each.title for each in meeting.points.standing()] == ["Twee", "Een"]
    client.post(url("point-off", one.pk))
    assert [each.title for each in meeting.points.standing()] == ["Twee"]


def test_to_the_next_meeting_with_one_press(lab: Cast, enter: Enter) -> None:
    first, second = slots(lab)
    schedule(first, at(2026, 10, 8), at(2026, 9, 1))
    item = put(lab, first, "Belteam", at=lab.at)
    paper = actions.add_agenda_document(
        item, upload=PDF, name="stuk.pdf", actor=lab.manager, at=lab.at
    )
    client = enter(lab.manager)
    page = client.post(url("point-on", item.pk), follow=True)
    waiting = AgendaItem.objects.waiting_for(first.series).get()
    assert waiting.title == "Belteam"
    assert url("point-put-on", first.pk, waiting.pk) in text_of(page)
    assert statuses(lab, enter, url("agenda-file", paper.pk)) == only(KERNTEAM)
    client = enter(lab.manager)
    put_on = client.post(url("point-put-on", first.pk, waiting.pk))
    assert put_on.status_code == 302, text_of(put_on)
    schedule(second, at(2026, 11, 12), lab.at)
    client.post(url("point-on", first.points.standing().get().pk))
    assert not first.points.standing().exists()
    assert second.points.standing().get().documents.get() == paper
    assert client.post(url("point-put-on", first.pk, waiting.pk)).status_code == 404


def test_a_held_meeting_keeps_its_agenda(lab: Cast, enter: Enter) -> None:
    first, _second = meetings(lab)
    item = put(lab, first, "Belteam")
    hold(lab, first)
    client = enter(lab.manager)
    assert client.post(url("point-on", item.pk)).status_code == 422
    assert client.post(url("point-off", item.pk)).status_code == 422
    assert "To the next meeting" not in text_of(client.get(url("agenda", first.pk)))


def test_the_programmaraad_has_its_own_pages(lab: Cast, enter: Enter) -> None:
    meeting = coming(lab)
    type(meeting.series).objects.update(duty="raad")
    assert statuses(lab, enter, url("agenda", meeting.pk)) == only(set())


def test_the_agenda_of_the_project_leaders_is_filled_by_itself(lab: Cast, enter: Enter) -> None:
    first, second = slots(lab, duty="leaders", audience="leaders")
    schedule(first, FIRST, at(2026, 1, 3))
    titles = [each.title for each in first.points.standing()]
    assert len(titles) == 3
    assert "Voortgang per project" in titles[1] or "Progress per project" in titles[1]
    hold(lab, first)
    act_of(lab, first, lab.contact)
    send(lab, first)
    schedule(second, at(2026, 11, 12), lab.at)
    assert [each.kind for each in second.points.standing()] == [
        *("inform", "decide", "discuss", "discuss", "discuss")
    ]
    schedule(second, at(2026, 11, 19), lab.at)
    assert second.points.count() == 5
    page = text_of(enter(lab.contact).get(url("agenda", second.pk)))
    assert "Voorbeeldgesprek maken" in page


# -- presence ------------------------------------------------------------------------------------


def going_on(cast: Cast, **facts: Any) -> Meeting:
    meeting = slots(cast, **facts)[1]
    return schedule(meeting, at(2026, 9, 23, "09:30"), at(2026, 9, 1))


def press(client: Client, meeting: Meeting, organisation: Any, key: str) -> Any:
    facts = {"organisation": organisation.pk, "press": key}
    return client.post(url("presence", meeting.pk), facts)


def test_counting_on_a_phone(lab: Cast, enter: Enter) -> None:
    meeting = going_on(lab)
    assert statuses(lab, enter, url("presence", meeting.pk)) == {
        **only(KERNTEAM, 403),
        "outsider": 404,
        "former": 404,
    }
    client = enter(lab.staff)
    assert "Count who is there" in text_of(client.get(meeting.get_absolute_url()))
    for key in ("more", "more", "less", "more"):
        answer = press(client, meeting, lab["BN"], key)
        assert answer.url.endswith(f"#o{lab['BN'].pk}")
    assert Attendance.objects.get().people == 2
    press(client, meeting, lab["FV"], "more")
    press(client, meeting, lab["FV"], "less")
    assert Attendance.objects.get().organisation == lab["BN"]
    shown = text_of(client.get(url("presence", meeting.pk), {"q": "fonds"}))
    assert "Fonds Vlietland" in shown
    assert "Bank Noordzee" not in shown
    assert press(client, meeting, lab["WK"], "more").status_code == 422
    assert press(client, meeting, lab["BN"], "twice").status_code == 422


def test_who_is_invited_has_a_row(lab: Cast, enter: Enter) -> None:
    meeting = going_on(lab, audience=NOBODY)
    invite(meeting, lab.director)
    meeting.invitees.update(organisation=lab["BN"])
    page = text_of(enter(lab.staff).get(url("presence", meeting.pk)))
    assert "Bank Noordzee" in page
    assert "Fonds Vlietland" not in page


def test_who_was_not_invited_is_found_by_name_and_counted(lab: Cast, enter: Enter) -> None:
    meeting = going_on(lab, audience=NOBODY)
    invite(meeting, lab.director)
    meeting.invitees.update(organisation=lab["BN"])
    client, here = enter(lab.staff), url("presence", meeting.pk)
    assert "Fonds Vlietland" in text_of(client.get(here, {"q": "vliet"}))
    assert "Waterbedrijf" not in text_of(client.get(here, {"q": "waterb"}))
    assert press(client, meeting, lab["FV"], "more").status_code == 302
    assert "Fonds Vlietland" in text_of(client.get(here))


def test_counting_comes_first_while_it_goes_on(lab: Cast, enter: Enter) -> None:
    meeting = going_on(lab)
    client = enter(lab.staff)
    text = text_of(client.get(meeting.get_absolute_url()))
    assert text.count("sl-card--ask") == 1
    assert text.index("Count who is there") < text.index("About this meeting")
    assert text.index("sl-card--ask") < text.index('id="presence"') < text.index('id="acts"')
    meeting.duration_minutes = 1
    meeting.starts_at -= timedelta(minutes=5)
    meeting.save()
    after = text_of(client.get(meeting.get_absolute_url()))
    assert after.count("sl-card--ask") == 1
    assert after.index('id="presence"') < after.index("sl-card--ask") < after.index('id="acts"')


def test_at_director_level_at_the_inspiration_event(lab: Cast, enter: Enter) -> None:
    meeting = going_on(lab, duty="inspiration", audience="directors")
    client = enter(lab.staff)
    press(client, meeting, lab["BN"], "more")
    press(client, meeting, lab["BN"], "more")
    press(client, meeting, lab["BN"], "director")
    row = Attendance.objects.get()
    assert (row.people, row.is_director_level) == (2, True)
    press(client, meeting, lab["BN"], "no_director")
    row.refresh_from_db()
    assert (row.people, row.is_director_level) == (2, False)


def test_what_was_counted_is_filled_in_when_it_is_recorded(lab: Cast, enter: Enter) -> None:
    meeting = going_on(lab)
    client = enter(lab.staff)
    for _time in range(3):
        press(client, meeting, lab["BN"], "more")
    page = text_of(client.get(url("meeting-hold", meeting.pk)))
    assert 'value="3"' in page
    actions.hold_meeting(meeting, actor=lab.staff, at=lab.at)
    assert Attendance.objects.get().people == 3
    assert "Correct who was there" in text_of(client.get(meeting.get_absolute_url()))
    press(client, meeting, lab["BN"], "less")
    assert Attendance.objects.get().people == 2
    press(client, meeting, lab["BN"], "less")
    assert press(client, meeting, lab["BN"], "less").status_code == 422


def test_not_before_the_meeting_and_not_the_day_after(lab: Cast, enter: Enter) -> None:
    first, second = slots(lab)
    schedule(first, FIRST, at(2026, 1, 3))
    schedule(second, at(2026, 11, 12), lab.at)
    hold(lab, first)
    client = enter(lab.staff)
    for meeting in (first, second):
        assert client.get(url("presence", meeting.pk)).status_code == 302
        assert press(client, meeting, lab["GD"], "more").status_code == 422
    assert set(Attendance.objects.values_list("organisation__name", flat=True)) == {
        *("Bank Noordzee", "Fonds Vlietland")
    }


# -- minutes -------------------------------------------------------------------------------------


def test_a_draft_is_the_kernteams_and_what_was_sent_of_who_took_part(
    lab: Cast, enter: Enter
) -> None:
    first, _second = meetings(lab)
    hold(lab, first, "FV")
    minutes = start(lab, first, "Geheim tot het weg is.")
    pages = ("minutes-detail", "minutes-print")
    for name in pages:
        assert statuses(lab, enter, url(name, first.pk)) == only(KERNTEAM)
    assert "Geheim" not in text_of(enter(lab.contact).get(first.get_absolute_url()))
    assert enter(lab.manager).get(url("minutes-file", first.pk)).status_code == 404
    actions.send_minutes(minutes, actor=lab.manager, at=FIRST + 2 * DAY)
    for name in (*pages, "minutes-file"):
        took_part = KERNTEAM | {"contact", "other_director"}
        assert statuses(lab, enter, url(name, first.pk)) == only(took_part), name
    invite(first, lab.seat)
    assert statuses(lab, enter, url("minutes-detail", first.pk)) == only(KERNTEAM | {"seat"})


def test_only_the_kernteam_writes_sends_and_approves(lab: Cast, enter: Enter) -> None:
    first, _second = meetings(lab)
    hold(lab, first, "FV")
    started = {**only(KERNTEAM, 403), "outsider": 404, "former": 404}
    assert statuses(lab, enter, url("minutes-start", first.pk)) == started
    send(lab, first)
    own = {**only(KERNTEAM), "contact": 403, "other_director": 403}
    for name in ("minutes-write", "minutes-send", "minutes-approve"):
        assert statuses(lab, enter, url(name, first.pk)) == own


def test_from_beginning_to_approved(lab: Cast, enter: Enter) -> None:
    first, second = meetings(lab)
    put(lab, first, "Welkom")
    hold(lab, first)
    client = enter(lab.staff)
    assert url("minutes-start", first.pk) in text_of(client.get(first.get_absolute_url()))
    client.post(url("minutes-start", first.pk))
    minutes = Minutes.objects.get()
    written = {"text": "Wij spraken.", "based_on": text_mark(minutes.text)}
    assert client.post(url("minutes-write", first.pk), written).status_code == 302
    client.post(url("minutes-send", first.pk))
    assert "Wij spraken." in text_of(enter(lab.contact).get(url("minutes-detail", first.pk)))
    client = enter(lab.staff)
    client.post(url("minutes-approve", first.pk), {"meeting": second.pk})
    minutes.refresh_from_db()
    assert minutes.status == "approved"
    page = text_of(client.get(url("minutes-detail", first.pk)))
    assert minutes.sha256 in page
    assert url("minutes-write", first.pk) not in page
    for name in ("minutes-write", "minutes-send", "minutes-approve"):
        assert client.get(url(name, first.pk)).status_code == 302


def test_only_what_is_possible_now_is_offered(lab: Cast, enter: Enter) -> None:
    first, second = meetings(lab)
    hold(lab, first)
    act_of(lab, first, lab.contact)
    minutes = send(lab, first)
    client = enter(lab.staff)
    page = text_of(client.get(minutes.get_absolute_url()))
    assert "until Thursday 1\N{NO-BREAK SPACE}October 2026" in page
    assert "until Thursday" in text_of(client.get(url("minutes-print", first.pk)))
    assert "Send the corrected minutes" not in page
    assert "Record that they are approved" in page
    minutes.text = "Anders."
    minutes.save()
    changed = text_of(client.get(minutes.get_absolute_url()))
    assert "Send the corrected minutes" in changed
    assert "Record that they are approved" not in changed
    actions.send_minutes(minutes, actor=lab.manager, at=lab.at)
    type(second).objects.filter(pk=second.pk).update(status="planned", starts_at=None)
    later = text_of(client.get(minutes.get_absolute_url()))
    assert "Record that they are approved" not in later


def test_calling_off_and_cancelling_are_told_apart(lab: Cast, enter: Enter) -> None:
    meeting = slots(lab)[1]
    schedule(meeting, at(2026, 11, 12), lab.at)
    client = enter(lab.staff)
    owed = text_of(client.get(meeting.get_absolute_url()))
    assert "you choose another one" in owed
    assert "for good" not in owed
    series = meeting.series
    series.per_year = 0
    series.save()
    loose = text_of(client.get(meeting.get_absolute_url()))
    assert "no other date is looked for" in loose
    put(lab, meeting, "Welkom")
    assert "for good" not in text_of(client.get(meeting.get_absolute_url()))


def test_the_second_writer_sees_both_texts_and_loses_nothing(lab: Cast, enter: Enter) -> None:
    first, _second = meetings(lab)
    minutes = start(lab, first)
    stale = text_mark(minutes.text)
    known = {"actor": lab.manager, "at": lab.at}
    actions.write_minutes(minutes, text="Van de een.", based_on=stale, **known)
    client = enter(lab.staff)
    typed = {"text": "Van de ander.", "based_on": stale}
    answer = client.post(url("minutes-write", first.pk), typed)
    assert answer.status_code == 409
    page = text_of(answer)
    assert "Van de een." in page
    assert "Van de ander." in page
    assert text_mark("Van de een.") in page
    again = {"text": "Van de ander.", "based_on": text_mark("Van de een.")}
    assert client.post(url("minutes-write", first.pk), again).status_code == 302
    minutes.refresh_from_db()
    assert minutes.text == "Van de ander."


def test_before_a_meeting_its_page_shows_what_the_last_one_brought(lab: Cast, enter: Enter) -> None:
    first, second = slots(lab, audience=NOBODY)
    schedule(first, FIRST, at(2026, 1, 3))
    schedule(second, at(2026, 11, 12), lab.at)
    hold(lab, first)
    act_of(lab, first, lab.contact)
    for who in (lab.contact, lab.manager, lab.seat):
        page = text_of(enter(who).get(second.get_absolute_url()))
        assert "Of the meeting before this one, on " in page
        assert "Voorbeeldgesprek maken" in page
    assert "Voorbeeldgesprek maken" not in text_of(
        enter(lab.seat_GD).get(second.get_absolute_url())
    )


# -- actions -------------------------------------------------------------------------------------


def test_the_kernteam_writes_down_who_does_what(lab: Cast, enter: Enter) -> None:
    first, _second = meetings(lab)
    item = put(lab, first, "Welkom")
    address = url("action-add", first.pk)
    assert statuses(lab, enter, address) == {
        **only(KERNTEAM, 403),
        "outsider": 404,
        "former": 404,
    }
    typed = {"text": "Bellen", "owner": lab.contact.pk, "due_on": "01-10-2026", "item": item.pk}
    client = enter(lab.staff)
    assert client.post(address, {**typed, "owner": lab.outsider.pk}).status_code == 422
    assert client.post(address, {**typed, "due_on": "01-09-2026"}).status_code == 422
    assert client.post(address, typed).status_code == 302
    action = ActionItem.objects.get()
    assert (action.organisation, action.item) == (lab["FV"], item)


def test_who_sees_and_finishes_an_action(lab: Cast, enter: Enter) -> None:
    first, _second = meetings(lab)
    action = act_of(lab, first, lab.contact)
    hold(lab, first, "FV")
    own = {**only(KERNTEAM | {"contact"}), "other_director": 403}
    assert statuses(lab, enter, url("action-done", action.pk)) == own
    for name in ("action-drop",):
        assert statuses(lab, enter, url(name, action.pk)) == {**own, "contact": 403}
    assert statuses(lab, enter, url("action-list")) == only(KERNTEAM, 403)
    assert url("action-done", action.pk) in text_of(enter(lab.contact).get("/"))
    assert enter(lab.contact).post(url("action-done", action.pk)).url == "/"
    action.refresh_from_db()
    assert action.status == "done"
    assert url("action-done", action.pk) not in text_of(enter(lab.contact).get("/"))
    client = enter(lab.manager)
    assert client.get(url("action-drop", action.pk)).status_code == 302
    client.post(url("action-reopen", action.pk), {"due_on": "30-11-2026"})
    action.refresh_from_db()
    assert (action.status, action.due_on.isoformat()) == ("open", "2026-11-30")


def test_the_list_and_its_files(lab: Cast, enter: Enter) -> None:
    first, _second = meetings(lab)
    late = act_of(lab, first, lab.contact, text="Te laat", due_on=at(2026, 9, 1).date())
    act_of(lab, first, lab.seat, text="Bezig")
    done = act_of(lab, first, lab.seat, text="Gedaan")
    actions.finish_action(done, actor=lab.seat, at=lab.at)
    client = enter(lab.manager)
    page = text_of(client.get(url("action-list")))
    assert "Te laat" in page
    assert "Gedaan" not in page
    found = text_of(client.get(url("action-list"), {"status": "late"}))
    assert "Bezig" not in found
    assert late.text in found
    assert "Gedaan" in text_of(client.get(url("action-list"), {"q": "gedaan"}))
    assert client.get(url("action-list"), {"status": "x"}).status_code == 200
    for kind in ("csv", "xlsx", "ods"):
        answer = client.get(url("action-export", kind), {"status": ""})
        assert answer.status_code == 200
        assert kind in answer["Content-Disposition"]
    csv = client.get(url("action-export", "csv"), {"status": "late"}).content.decode("utf-8-sig")
    assert [row.split(";")[0] for row in csv.splitlines()] == ["actie", "Te laat"]
    assert client.get(url("action-export", "exe")).status_code == 404


def test_the_pages_cost_the_same_with_more_rows(lab: Cast, enter: Enter) -> None:
    first, second = meetings(lab)

    def fill(count: int) -> None:
        for number in range(count):
            put(lab, second, f"Punt {number}")
            act_of(lab, first, lab.contact, text=f"Actie {number}")

    fill(1)
    client = enter(lab.manager)
    addresses = [
        second.get_absolute_url(),
        url("agenda", second.pk),
        url("presence", second.pk),
        url("action-list"),
    ]
    small = [cost_of(client, each).queries for each in addresses]
    fill(6)
    assert [cost_of(client, each).queries for each in addresses] == small


def test_what_was_approved_is_a_closed_meeting(lab: Cast, enter: Enter) -> None:
    minutes = approved(lab)
    client = enter(lab.contact)
    assert "The meeting is closed" in text_of(client.get(minutes.get_absolute_url()))
    meeting = minutes.meeting
    assert "this meeting is closed" in text_of(client.get(meeting.get_absolute_url()))
    assert list(Meeting.objects.closed()) == [meeting]
    assert "this meeting is closed" not in text_of(
        client.get(minutes.approved_in.get_absolute_url())
    )
