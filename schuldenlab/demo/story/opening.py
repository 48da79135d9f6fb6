"""Chapter 1: the partners, the framework and the kernteam enter the register."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from events.workdays import next_working_day
from partners import actions
from partners.models import KernteamMember, Mandate, Organisation, Person, Sector
from partners.querysets import local_day

from . import cast, texts
from .calendar import moment
from .partner_data import PARTNERS, Partner
from .stage import Stage

# Up to which amount a director may sign pledges; the others up to any amount.
LIMITS = {"BN": Decimal(50_000), "CH": Decimal(25_000)}


def write(stage: Stage) -> None:
    """All of it on one morning; partnerships and mandates hold from the day they began."""
    stage.on(stage.calendar.at(-330, "09:30"), lambda at: _kernteam(stage, at))
    stage.on(stage.calendar.at(-330, "10:00"), lambda at: _partners(stage, at))
    stage.on(stage.calendar.at(-330, "11:30"), lambda at: adopt_frameworks(stage, at))
    stage.on(stage.calendar.at(-330, "13:00"), lambda at: _others(stage, at))
    stage.on(stage.calendar.at(-330, "13:30"), lambda at: _go_live(stage, at))


def _go_live(stage: Stage, at: datetime) -> None:
    """The lab is kept here from this day on; who and what was there before is taken over."""
    actions.set_go_live(live_on=local_day(at), actor=stage.manager, at=at)


def _invite(figure: cast.Figure, actor: Person | None, at: datetime) -> Person:
    person, _is_new = actions.invite_person(
        email=figure.email, name=figure.name, language=figure.language, actor=actor, at=at
    )
    return person


def _kernteam(stage: Stage, at: datetime) -> None:
    manager = stage.manager = _invite(cast.MANAGER, None, at)
    actions.appoint_to_kernteam(
        manager, role=KernteamMember.Role.MANAGER, from_on=date(2024, 2, 1), actor=None, at=at
    )
    for figure, month in zip(cast.STAFF, (3, 6, 9), strict=True):
        actions.appoint_to_kernteam(
            _invite(figure, manager, at),
            role=KernteamMember.Role.STAFF,
            from_on=date(2024, month, 1),
            actor=manager,
            at=at,
        )


def _partners(stage: Stage, at: datetime) -> None:
    for number, partner in enumerate(PARTNERS):
        since = date(2023 + number % 2, 1 + number % 12, 1)
        organisation = actions.add_organisation(
            name=partner.name,
            sector=partner.sector,
            short_name=partner.letters,
            website=f"https://www.{cast.slug(partner.name)}.example/",
            description=partner.description,
            actor=stage.manager,
            at=at,
        )
        stage.organisations[partner.letters] = organisation
        stage.partnerships[partner.letters] = actions.start_partnership(
            organisation, joined_on=partner.joined_on, actor=stage.manager, at=at
        )
        _people(stage, partner, since, at)


def _people(stage: Stage, partner: Partner, since: date, at: datetime) -> None:
    organisation = stage.organisations[partner.letters]

    def mandate(name: str, role: str) -> Person:
        figure = cast.ENGLISH if name == cast.ENGLISH.name else cast.Figure(name, partner.name)
        person = _invite(figure, stage.manager, at)
        actions.give_mandate(
            person,
            organisation=organisation,
            role=role,
            may_sign=role == Mandate.Role.DIRECTOR,
            pledge_limit=LIMITS.get(partner.letters) if role == Mandate.Role.DIRECTOR else None,
            from_on=since,
            actor=stage.manager,
            at=at,
        )
        return person

    stage.directors[partner.letters] = mandate(partner.director, Mandate.Role.DIRECTOR)
    stage.contacts[partner.letters] = [
        mandate(name, Mandate.Role.CONTACT) for name in partner.contacts
    ]


def adopt_frameworks(stage: Stage, at: datetime) -> None:
    """The first one has run out; each has the stamps of the days on which its life turned."""
    host, actor = stage.organisations[cast.HOST], stage.manager
    first = actions.adopt_framework(
        title=texts.FIRST_FRAMEWORK,
        motto=texts.MOTTO,
        starts_on=date(2020, 1, 1),
        ends_on=date(2024, 12, 31),
        host=host,
        contribution_from=2020,
        contribution_until=2023,
        actor=actor,
        at=at,
    )
    actions.load_clauses(first, actor=actor, at=at)
    actions.bring_into_force(first, actor=actor, at=_morning(first.starts_on))
    actions.expire_framework(first, actor=actor, at=_morning(first.ends_on + timedelta(days=1)))
    year = stage.calendar.today.year
    second = stage.framework = actions.adopt_framework(
        title=texts.FRAMEWORK % {"year": year},
        motto=texts.MOTTO,
        starts_on=date(2025, 1, 1),
        ends_on=date(year, 12, 31),
        host=host,
        predecessor=first,
        contribution_from=2025,
        contribution_until=year,
        actor=actor,
        at=at,
    )
    actions.load_clauses(second, actor=actor, at=at)
    actions.bring_into_force(second, actor=actor, at=_morning(second.starts_on))


def _morning(day: date) -> datetime:
    return moment(next_working_day(day), "09:00")


def _others(stage: Stage, at: datetime) -> None:
    """A project leader of a partner, somebody of a bureau, and an account without any mandate."""
    bureau = actions.add_organisation(
        name=cast.BUREAU,
        sector=Sector.OTHER,
        description=texts.BUREAU,
        actor=stage.manager,
        at=at,
    )
    _contact(stage, cast.LEADER, stage.organisations["CH"], at)
    _contact(stage, cast.FACILITATOR, bureau, at)
    _invite(cast.OUTSIDER, stage.manager, at)


def _contact(stage: Stage, figure: cast.Figure, organisation: Organisation, at: datetime) -> None:
    actions.give_mandate(
        _invite(figure, stage.manager, at),
        organisation=organisation,
        role=Mandate.Role.CONTACT,
        may_sign=False,
        from_on=date(2024, 10, 1),
        actor=stage.manager,
        at=at,
    )
