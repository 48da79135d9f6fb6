"""What partners say about a submitted programme, and what the kernteam answers. Never a vote."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Organisation, Partnership, Person
from partners.querysets import local_day
from programme import notifications
from programme.models import PassageComment, Programme, ProgrammeVersion
from programme.passages import find_passage
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

OPEN = {Programme.Status.PREPARING, Programme.Status.SUBMITTED}


@transaction.atomic
def comment_passage(
    programme: Programme,
    *,
    version: ProgrammeVersion,
    anchor: str,
    organisation: Organisation,
    text: str,
    actor: Person,
    at: datetime,
) -> PassageComment:
    """Somebody of a partner says something about a passage of the text that it read."""
    lock(programme)
    if programme.status != Programme.Status.SUBMITTED:
        raise Refused(_("You can comment while the text lies with the programmaraad, not now."))
    if not Partnership.objects.on(local_day(at)).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})
    passage = find_passage(version.wording, anchor)
    if passage is None or version.programme_id != programme.pk:
        raise Refused(_("This passage is not in the programme."))
    if not text.strip():
        raise Refused(_("Write what you want to say about this passage."))
    comment = PassageComment.objects.create(
        programme=programme,
        version=version,
        kind=PassageComment.Kind.COMMENT,
        anchor=passage.anchor,
        quote=passage.text,
        text=text.strip(),
        organisation=organisation,
        person=actor,
        at=at,
        recorded_at=at,
    )
    facts = {"organisation": organisation.pk, "version": version.number, "anchor": anchor}
    record("comment_passage", comment, actor=actor, at=at, facts=facts)
    notifications.comment_made(comment, at=at)
    return comment


@transaction.atomic
def answer_comment(
    comment: PassageComment, *, text: str, actor: Person, at: datetime
) -> PassageComment:
    """The kernteam answers; who commented gets the answer by mail."""
    if not text.strip():
        raise Refused(_("Write an answer."))
    answer = _follow(comment, PassageComment.Kind.ANSWER, text, actor, at)
    record("answer_comment", comment, actor=actor, at=at, facts={"answer": answer.pk})
    notifications.comment_answered(answer, at=at)
    return answer


@transaction.atomic
def handle_comment(
    comment: PassageComment, *, text: str, actor: Person, at: datetime
) -> PassageComment:
    """The kernteam says that it dealt with a comment, and perhaps how."""
    lock(comment.programme)
    if comment.answers.filter(kind=PassageComment.Kind.HANDLED).exists():
        raise Refused(_("This comment was dealt with already."))
    row = _follow(comment, PassageComment.Kind.HANDLED, text, actor, at)
    record("handle_comment", comment, actor=actor, at=at)
    notifications.comment_answered(row, at=at)
    return row


def _follow(
    comment: PassageComment, kind: PassageComment.Kind, text: str, actor: Person, at: datetime
) -> PassageComment:
    lock(comment.programme)
    if comment.kind != PassageComment.Kind.COMMENT:
        raise Refused(_("Only a comment is answered."))
    if comment.programme.status not in OPEN:
        raise Refused(_("This programme is decided. Comments stay as they are."))
    return PassageComment.objects.create(
        programme=comment.programme,
        version=comment.version,
        kind=kind,
        about=comment,
        anchor=comment.anchor,
        quote=comment.quote,
        text=text.strip(),
        person=actor,
        at=at,
        recorded_at=at,
    )
