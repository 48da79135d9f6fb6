"""Which page of help is for whom."""

from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.querysets import local_day
from programme.models import Delegate, Facilitator
from projects.models import Leadership, StuurgroepMember
from projects.querysets import on_day


@dataclass(frozen=True)
class Role:
    """A role, with its page as `templates/portal/help/roles/<name>.html`."""

    name: str
    slug: str  # in the Dutch address
    title: Promise
    lead: Promise
    icon: str


ROLES: Final[tuple[Role, ...]] = (
    Role(
        "contact",
        "partnercontact",
        _("You are the contact of a partner"),
        _("You are the first whom we ask, and you keep the facts of your organisation right."),
        "person",
    ),
    Role(
        "director",
        "directeur",
        _("You are a director of a partner"),
        _("You answer and sign for your organisation. It takes a few minutes a year."),
        "building",
    ),
    Role(
        "raad",
        "programmaraad",
        _("You vote in the programmaraad"),
        _("You decide with four or five others on the programme, the themes and the money."),
        "ballot",
    ),
    Role(
        "leader",
        "projectleider",
        _("You lead a project"),
        _("You keep the project going and say every quarter how it stands."),
        "flag",
    ),
    Role(
        "steering",
        "stuurgroep",
        _("You are in a stuurgroep"),
        _("You steer one project, together with the others who pay for it or gain by it."),
        "people",
    ),
    Role(
        "facilitator",
        "begeleider",
        _("You guide an innovation theme"),
        _("You bring people together, and write down what you do and learn."),
        "bulb",
    ),
    Role(
        "kernteam",
        "kernteam",
        _("You are in the kernteam"),
        _("You keep the network going, and you never vote."),
        "flag",
    ),
)


@dataclass(frozen=True)
class RolePage:
    """A link to the page of a role; whether it is one of the reader's own."""

    title: str
    text: str
    url: str
    icon: str
    is_own: bool


def own_roles(person: Any) -> set[str]:
    """The names of what somebody is today; nothing for who is not logged in. Four queries."""
    if not person.is_authenticated:
        return set()
    day = local_day(person.moment)
    found = {fact.role for fact in person.standing.mandates if fact.is_partner}
    guided = Facilitator.objects.on(day)
    mine = guided.filter(person=person) | guided.filter(
        organisation__in=person.standing.organisation_ids, person__isnull=True
    )
    asked = {
        "raad": Delegate.objects.speaking(day).filter(person=person),
        "leader": on_day(Leadership.objects.filter(person=person), day),
        "steering": StuurgroepMember.objects.on(day).filter(person=person),
        "facilitator": mine,
    }
    found |= {name for name, rows in asked.items() if rows.exists()}
    return found | ({"kernteam"} if person.standing.is_kernteam else set())


def role_pages(own: set[str]) -> list[RolePage]:
    """All of them, one's own first."""
    pages = [
        RolePage(
            str(role.title),
            str(role.lead),
            reverse("portal:help-role", args=[role.slug]),
            role.icon,
            role.name in own,
        )
        for role in ROLES
    ]
    return sorted(pages, key=lambda page: not page.is_own)
