"""Clauses 1 and 3: behind the figures that count partners."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import Ambassadorship, Partnership, Signature
from partners.querysets import local_day
from programme.models import Commitment
from schuldenlab.portal.measures.commitment import adopted, answering, with_day
from schuldenlab.portal.measures.everybody import partners_of
from schuldenlab.portal.measures.movement import choices, signers, with_choice, with_theme

from .registry import trace
from .trace import Looking, Row, Rows, Trace, words_of

NAME = ("name", "pk")


def by_name(rows: Any, look: Looking) -> Any:
    """In order of their names, each with whether this reader can open its page (`opens`)."""
    if look.reader.standing.is_kernteam:
        return rows.order_by(*NAME)
    now = Partnership.objects.on(local_day(look.reader.moment))
    return rows.annotate(opens=Exists(now.filter(organisation=OuterRef("pk")))).order_by(*NAME)


def partner(organisation: Any, text: str = "", **facts: Any) -> Row:
    """A partner as a row, with its page if the reader can open that."""
    url = organisation.get_absolute_url() if getattr(organisation, "opens", True) else ""
    return Row(organisation.name, url, text, **facts)


@trace("signed")
def signed(look: Looking) -> Trace:
    """Partners that signed, with the day; and those that did not, with since when they may."""
    asked = look.asked
    rows = by_name(signers(asked), look)
    mine = Signature.objects.holding(asked.moment).filter(
        framework=asked.framework, signed_on__lte=asked.day, organisation=OuterRef("pk")
    )
    signed_on = Subquery(mine.order_by("-signed_on").values("signed_on")[:1])

    def yes(each: Any) -> Row:
        return partner(each, _("Signed on %(day)s") % {"day": words_of(each.signed_on)})

    def no(each: Any) -> Row:
        since = max(each.joined, asked.framework.starts_on)
        return partner(each, _("Asked since %(day)s") % {"day": words_of(since)})

    register = reverse("partners:signature-register", args=[asked.framework.pk])
    missing = rows.filter(has=False)
    return Trace(
        counted=Rows(rows.filter(has=True).annotate(signed_on=signed_on), yes),
        missing=Rows(missing, no),
        todo=look.todo(_("Register a signature on paper"), register),
        shown=look.own(missing, no),
    )


@trace("ambassadors")
def ambassadors(look: Looking) -> Trace:
    """Partners with a theme of which they are ambassador, and partners without."""
    asked = look.asked
    rows = by_name(with_theme(asked), look)
    mine = Ambassadorship.objects.known(asked.day, asked.moment).filter(organisation=OuterRef("pk"))
    theme = Subquery(mine.order_by("from_on", "pk").values("theme__name")[:1])
    missing = rows.filter(has=False)

    def yes(each: Any) -> Row:
        return partner(each, _("Ambassador of “%(theme)s”") % {"theme": each.theme})

    def no(each: Any) -> Row:
        url = reverse("partners:ambassador-on-behalf", args=[each.pk])
        return partner(each, **look.act(_("Record on its behalf"), url))

    return Trace(
        counted=Rows(rows.filter(has=True).annotate(theme=theme), yes),
        missing=Rows(missing, no),
        shown=look.own(missing, no),
    )


@trace("involvement")
def involvement(look: Looking) -> Trace:
    """Partners that chose how to take part, with the day; and partners that did not."""
    asked = look.asked
    rows = by_name(with_choice(asked), look)
    mine = choices(asked).order_by("-recorded_at", "-pk")
    chosen = Subquery(mine.values("chosen_on")[:1])
    missing = rows.filter(has=False)

    def yes(each: Any) -> Row:
        return partner(each, _("Chose on %(day)s") % {"day": words_of(each.chosen_on)})

    def no(each: Any) -> Row:
        url = reverse("partners:involvement-on-behalf", args=[each.pk])
        return partner(each, **look.act(_("Record on its behalf"), url))

    return Trace(
        counted=Rows(rows.filter(has=True).annotate(chosen_on=chosen), yes),
        missing=Rows(missing, no),
        shown=look.own(missing, no),
    )


@trace("commitments")
def commitments(look: Looking) -> Trace:
    """Partners that said yes; and those that said “not now”, or nothing yet."""
    asked = look.asked
    programme = adopted(asked)
    if programme is None:
        text = _("The programme is not adopted yet")
        every = by_name(partners_of(asked), look)
        return Trace(missing=Rows(every, lambda each: partner(each, text)))
    rows = by_name(with_day(answering(asked, programme), asked, programme), look)
    is_yes = Q(answer=Commitment.Answer.YES)

    def yes(each: Any) -> Row:
        return partner(
            each, _("Said yes on %(day)s") % {"day": words_of(local_day(each.answered_at))}
        )

    def no(each: Any) -> Row:
        url = reverse("programme:commitment-on-behalf", args=[asked.year, each.pk])
        text = _("Did not answer yet")
        if each.answer:
            day = words_of(local_day(each.answered_at))
            text = _("Said on %(day)s: not now") % {"day": day}
        return partner(each, text, **look.act(_("Record on its behalf"), url))

    silent = F("answer").asc(nulls_first=True)
    return Trace(
        counted=Rows(rows.filter(is_yes), yes),
        missing=Rows(rows.filter(Q(answer=None) | ~is_yes).order_by(silent, *NAME), no),
    )
