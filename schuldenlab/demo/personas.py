"""The roles that a visitor of the demo can step into."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.models import Person

from .story import cast


@dataclass(frozen=True)
class Persona:
    """A role, who plays it, and what there is to see or do."""

    key: str
    figure: cast.Figure
    label: Promise
    text: Promise
    icon: str = "person"


PERSONAS = (
    Persona(
        "manager",
        cast.MANAGER,
        _("Manager of the kernteam"),
        _("Keeps the year on course: proposes the programmaraad, writes the programme."),
        "flag",
    ),
    Persona(
        "staff",
        cast.STAFF[0],
        _("Staff of the kernteam"),
        _("Sees what is due and imports partners and people."),
        "people",
    ),
    Persona(
        "director",
        cast.SILENT_DIRECTOR,
        _("Director of a partner"),
        _("Has not answered yet whether the partner commits to the programme."),
        "briefcase",
    ),
    Persona(
        "contact",
        cast.CONTACT,
        _("Contact of a partner"),
        _("Follows the network, and is substitute in the programmaraad."),
    ),
    Persona(
        "representative",
        cast.DIRECTOR,
        _("Representative in the programmaraad"),
        _("Director of a bank with a seat: is asked to vote when a ballot is open."),
        "ballot",
    ),
    Persona(
        "substitute",
        cast.SUBSTITUTE,
        _("Substitute in the programmaraad"),
        _("Can vote when the representative of the housing corporation cannot."),
        "ballot",
    ),
    Persona(
        "new-seat",
        cast.NEW_SEAT,
        _("Representative who came in later"),
        _("Her fund took the seat that fell open, and votes from the next ballot."),
        "ballot",
    ),
    Persona(
        "english",
        cast.ENGLISH,
        _("Director who reads English"),
        _("Has a seat in the programmaraad: pages, mails and files are in English."),
        "ballot",
    ),
    Persona(
        "leader",
        cast.LEADER,
        _("Project leader"),
        _("Leads “Vroeg erbij”, whose pilot waits for money: keeps the dossier and the log."),
        "pencil",
    ),
    Persona(
        "facilitator",
        cast.FACILITATOR,
        _("Facilitator from outside"),
        _("Works for no partner. Guides one innovation theme, and sees only that."),
        "bulb",
    ),
    Persona(
        "outsider",
        cast.OUTSIDER,
        _("Outsider"),
        _("Has an account and acts for nobody: sees nothing of the network."),
        "lock",
    ),
)


def present_personas() -> list[dict[str, Any]]:
    """The roles whose person is in the database, each with that person. One query."""
    emails = [persona.figure.email for persona in PERSONAS]
    people = {
        person.email: person for person in Person.objects.can_log_in().filter(email__in=emails)
    }
    return [
        {"persona": persona, "person": people[persona.figure.email]}
        for persona in PERSONAS
        if persona.figure.email in people
    ]


def choices(personas: Iterable[Persona] = PERSONAS) -> list[tuple[str, Promise]]:
    """The roles as choices of a form."""
    return [(persona.key, persona.label) for persona in personas]


def person_of(key: str) -> Person | None:
    """Who plays this role."""
    email = next(persona.figure.email for persona in PERSONAS if persona.key == key)
    person: Person | None = Person.objects.can_log_in().filter(email=email).first()
    return person
