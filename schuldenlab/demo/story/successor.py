"""Chapter 21: the successor of the framework is open, and nine partners have signed it."""

from datetime import date, datetime, timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.utils.text import slugify

from partners import actions
from partners.framework_2020 import ClauseFacts, MeasureFacts
from partners.models import Clause, Framework, Person
from partners.pdf import compile_pdf, framework_pdf
from partners.querysets import local_day

from . import texts
from .partner_data import PARTNERS, Partner
from .stage import Stage

YEARS = 4
PAID_YEARS = 3  # the council has not decided about the last one yet
SIGNED = 9
AMPLE = timedelta(days=54)  # from the opening until after all that comes in the next month
NOT_YET = ("VH", "BN", "WN")  # one left; two are played by visitors, who may still sign


def write(stage: Stage) -> None:
    """Three weeks ago until yesterday; one came on paper and was recorded some days later."""
    calendar = stage.calendar
    stage.on(calendar.at(-22, "09:00"), lambda at: _open(stage, at))
    staying = [partner for partner in PARTNERS if partner.letters not in NOT_YET][:SIGNED]
    for number, partner in enumerate(staying[:-1]):
        signed = calendar.lately(1 + (number * 3) % 12, f"1{number % 6}:{10 + number * 5}")
        stage.on(signed, partial(_sign, stage, partner))
    stage.on(calendar.lately(3, "09:40"), partial(_sign_on_paper, stage, staying[-1], days=6))


def _open(stage: Stage, at: datetime) -> None:
    """A copy of the framework of now, with two agreements that say more, and its document."""
    old, actor = stage.framework, stage.manager
    first = old.ends_on.year + 1
    facts = {"first": first, "last": first + YEARS - 1}
    new = actions.draft_successor(
        old,
        title=texts.SUCCESSOR % facts,
        starts_on=old.ends_on + timedelta(days=1),
        ends_on=date(facts["last"], 12, 31),
        actor=actor,
        at=at,
    )
    actions.edit_framework(
        new,
        introduction=texts.INTRODUCTION,
        introduction_en=texts.INTRODUCTION_EN,
        contribution_from=first,
        contribution_until=first + PAID_YEARS - 1,
        sign_by=_sign_by(old, at),
        actor=actor,
        at=at,
    )
    for clause in new.clauses.filter(number__in=texts.ADDED):
        _say_more(clause, actor, at)
    name = f"{slugify(new.title)}.pdf"
    upload = framework_pdf(new, at=at)
    actions.attach_document(new, upload=upload, name=name, actor=actor, at=at)
    actions.open_for_signature(new, actor=actor, at=at)


def _sign_by(old: Framework, at: datetime) -> date:
    """30 November; when that is too soon after the opening, the end of December or January.

    What else is asked of a partner around today has an earlier last day.
    """
    year = old.ends_on.year
    days = (date(year, 11, 30), old.ends_on, date(year + 1, 1, 31))
    return next((day for day in days if day >= local_day(at) + AMPLE), days[-1])


def _say_more(clause: Clause, actor: Person, at: datetime) -> None:
    dutch, english = texts.ADDED[clause.number]
    facts = ClauseFacts(
        number=clause.number,
        title=clause.title,
        title_en=clause.title_en,
        text=f"{clause.text} {dutch}",
        text_en=f"{clause.text_en} {english}",
        measures=tuple(
            MeasureFacts(row.code, (row.by_month, row.by_day)) for row in clause.measures.all()
        ),
    )
    actions.edit_clause(clause, facts=facts, actor=actor, at=at)


def _sign(stage: Stage, partner: Partner, at: datetime) -> None:
    """The director signs online, with a receipt by mail."""
    actions.sign_framework(
        Framework.objects.get(predecessor=stage.framework),
        organisation=stage.organisations[partner.letters],
        function=texts.DIRECTOR,
        declares_mandate=True,
        declares_read=True,
        actor=stage.directors[partner.letters],
        at=at,
    )


def _sign_on_paper(stage: Stage, partner: Partner, at: datetime, *, days: int) -> None:
    """Signed some days before the kernteam recorded it, with a scan."""
    framework = Framework.objects.get(predecessor=stage.framework)
    signed_on = local_day(at) - timedelta(days=days)
    sheet = {
        "title": framework.title,
        "text": texts.PAPER % {"name": partner.name},
        "signatory": partner.director,
        "function": texts.DIRECTOR,
        "organisation": partner.name,
        "on": f"{signed_on:%d-%m-%Y}",
    }
    actions.register_signature(
        framework,
        organisation=stage.organisations[partner.letters],
        signatory=partner.director,
        function=texts.DIRECTOR,
        signed_on=signed_on,
        scan=ContentFile(compile_pdf("demo/pdf/scan.typ", sheet, at=at), name=texts.SCAN),
        actor=stage.manager,
        at=at,
    )
