"""Posting: a letter is written as a row, in the transaction of the act that it tells about.

Waits: only what is urgent goes at once, at any hour; the rest not at night. A `bundle` such as
"meeting:12" names what may change again soon: the letter waits a few minutes, and a newer one of
the same bundle to the same person takes its place. Of calendar entries only the newest goes out.
A letter that `follows` a bundle never overtakes it: what is held of it for the same people goes
first, at the moment at which this letter may go.
News that asks nothing says in its template that it may wait: who chose one letter a day or a week
gets it in that one, unless it is urgent or secret, or an attachment or an entry goes with it.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail.utils import DNS_NAME
from django.db import connection, transaction
from django.db.models import Q, QuerySet

from schuldenlab.documents.models import Document
from schuldenlab.outbox.actions.waking import wake_sender
from schuldenlab.outbox.hours import after_quiet, next_clock, next_week
from schuldenlab.outbox.markup import Sheet, addressed, write_sheet
from schuldenlab.outbox.models import AT_ONCE, DAILY, WEEKLY, Letter, Recipient
from schuldenlab.prepared import insert, insert_unless_there

FEW = 4  # letters of which the statement is written once for all times
_sends_oneself: ContextVar[bool] = ContextVar("sends_oneself", default=False)


def post(
    template: str,
    recipients: Iterable[Recipient],
    key: str,
    at: datetime,
    *,
    context: dict[str, Any] | None = None,
    is_urgent: bool = False,
    is_secret: bool = False,
    bundle: str = "",
    follows: str = "",
    attachment: Document | None = None,
    own_paths: Mapping[int, str] | None = None,
    calendars: Mapping[int, str] | None = None,
    calendar_method: str = "",
) -> None:
    """Write one letter for each recipient, in the language of that person.

    `key` with the person's id is unique: what was posted before is not written again. By a
    person's id: `own_paths` for `own_path` in the template, `calendars` (iCalendar, RFC 6047).
    """
    same: dict[str, Any] = {"template": template, "attachment": attachment}
    same |= {"is_urgent": is_urgent, "is_secret": is_secret, "bundle": "" if is_urgent else bundle}
    is_own = is_urgent or is_secret or attachment is not None or bool(calendars)
    sheets = _sheets(template, people := list(recipients), context or {})
    paths, entries = own_paths or {}, calendars or {}
    letters = []
    for to in people:
        sheet = sheets[to.language, to.person_id is not None]
        waits = sheet.may_wait and not is_own and to.person_id is not None
        own = {"pace": to.pace if waits else AT_ONCE}
        own |= addressed(sheet, to.name, paths.get(to.person_id or 0, ""))
        own |= _entry(entries.get(to.person_id or 0, ""), calendar_method)
        letters.append(_letter(to, key, at, **own, **same))
    _insert(letters, follows)


def _entry(calendar: str, method: str) -> dict[str, str]:
    return {"calendar": calendar, "calendar_method": method if calendar else ""}


def _insert(letters: list[Letter], follows: str) -> None:
    if not letters:
        return
    if letters[0].bundle:
        _insert_newer(letters)
    elif len(letters) == 1:
        insert(letters[0], unless_there=True)
    elif len(letters) <= FEW:
        insert_unless_there(letters)
    else:
        Letter.objects.bulk_create(letters, ignore_conflicts=True)
    if follows:
        _let_go(follows, letters)
    if letters[0].is_urgent and not _sends_oneself.get():
        transaction.on_commit(wake_sender)


def _sheets(
    template: str, people: list[Recipient], context: dict[str, Any]
) -> dict[tuple[str, bool], Sheet]:
    """A letter to two hundred people is rendered once per language, not two hundred times.

    By language, and whether the reader has an account.
    """
    facts = {"site_url": settings.SITE_URL, **context}
    kinds = {(person.language, person.person_id is not None) for person in people}
    return {
        (language, has_account): write_sheet(template, language, facts, has_account=has_account)
        for language, has_account in kinds
    }


def _letter(to: Recipient, key: str, at: datetime, **facts: Any) -> Letter:
    letter = Letter(
        key=f"{key}:{to.person_id or to.address}",
        person_id=to.person_id,
        address=to.address,
        name=to.name,
        language=to.language,
        message_id=new_message_id(),
        at=at,
        **facts,
    )
    letter.not_before = _not_before(letter)
    return letter


def new_message_id() -> str:
    """By which mail servers know a letter again."""
    return f"<{uuid.uuid4().hex}@{DNS_NAME}>"


def _not_before(letter: Letter) -> datetime:
    """Urgent: at once. Else after the night, with other news, or a few minutes later."""
    if letter.is_urgent:
        return letter.at
    if letter.pace == DAILY:
        return next_clock(letter.at, settings.DAILY_AT)
    if letter.pace == WEEKLY:
        return next_week(letter.at, settings.WEEKLY_ON, settings.DAILY_AT)
    wait = settings.BUNDLE_WAIT if letter.bundle else settings.BUNDLE_WAIT * 0
    return after_quiet(letter.at + wait, settings.QUIET_HOURS)


@transaction.atomic
def _insert_newer(letters: list[Letter]) -> None:
    """Insert letters of one bundle; what still waits of it for the same people is replaced.

    Writers of one bundle come one after the other. A sender that claims an older letter at this
    moment holds its row: then it is on its way, and both go. A letter that was there already under
    its key replaces nothing, for nothing newer was written.
    """
    bundle, ids = letters[0].bundle, [letter.message_id for letter in letters]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"bundle {bundle}"]
        )
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    written = Letter.objects.filter(message_id__in=ids)
    waits = {"bundle": bundle, "status": Letter.Status.WAITING}
    older = Letter.objects.filter(_same_people(written), **waits)
    held = older.exclude(message_id__in=ids).order_by("pk").select_for_update(of=("self",))
    keys = [letter.pk for letter in held.only("pk")]
    Letter.objects.filter(pk__in=keys).update(status=Letter.Status.REPLACED)


def _let_go(bundle: str, letters: list[Letter]) -> None:
    """What still waits of a bundle for the readers of these letters goes before them.

    Of what may go at one moment the oldest goes first. A letter that was there already under its
    key was written before, and hurries nothing.
    """
    written = Letter.objects.filter(message_id__in=[letter.message_id for letter in letters])
    held = Letter.objects.filter(_same_people(written), bundle=bundle, status=Letter.Status.WAITING)
    for letter in letters[:1]:  # those of one posting go at one moment
        held.filter(not_before__gt=letter.not_before).update(not_before=letter.not_before)
        if letter.is_urgent:
            held.update(is_urgent=True)


def _same_people(written: QuerySet[Letter]) -> Q:
    """Letters to whom these were written."""
    people = Q(person__in=written.filter(person__isnull=False).values("person"))
    return people | Q(person=None, address__in=written.filter(person=None).values("address"))


@contextmanager
def sending_oneself() -> Iterator[None]:
    """Urgent letters that are posted inside wake nobody: whoever posts them sends them as well."""
    token = _sends_oneself.set(True)
    try:
        yield
    finally:
        _sends_oneself.reset(token)
