"""The people of the demo, all made up, and how their addresses follow from their names."""

import re
import unicodedata
from dataclasses import dataclass

HOST = "GD"
HOST_NAME = "Gemeente Den Haag"
SEATS = ("GD", "ZD", "EZ", "BN", "CH", "VH")
NEXT_SEATS = ("GD", "ZD", "EZ", "BN", "CH", "FV")


def slug(words: str) -> str:
    """Letters and digits only, as in an address."""
    plain = unicodedata.normalize("NFKD", words.replace("ı", "i")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]", "", plain.decode().lower())


def address(name: str, organisation: str) -> str:
    """`tarik.bensaid@banknoordzee.example`: reserved for examples, so no mail ever gets there."""
    first, _, rest = name.partition(" ")
    return f"{slug(first)}.{slug(rest)}@{slug(organisation)}.example"


@dataclass(frozen=True)
class Figure:
    """Somebody whom the story or the roles page names."""

    name: str
    organisation: str
    works_there: bool = True
    language: str = "nl"

    @property
    def email(self) -> str:
        """The address, which is the login."""
        return address(self.name, self.organisation)


MANAGER = Figure("Marijke Dekkers", HOST_NAME)
STAFF = (
    Figure("Tom Verhulst", HOST_NAME),
    Figure("Aïsha Karimi", HOST_NAME),
    Figure("Wouter van Rijn", HOST_NAME),
)
LEAVER = STAFF[2]
PREDECESSOR = Figure("Greetje Wiersma", HOST_NAME)
SUCCESSOR = Figure("Noor Ceulemans", HOST_NAME)

BUREAU = "Bureau Zonnestraat"
FACILITATOR = Figure("Iris Zonneveld", BUREAU)
LEADER = Figure("Daan Verschoor", "Corporatie Haagwijk")
RESIDENT = Figure("Jamila Ouarti", "Bewonersgroep Laak")
OUTSIDER = Figure("Bram Buitenhuis", "Buitenpost", works_there=False)

DIRECTOR = Figure("Willemijn Haverkamp", "Bank Noordzee")
CONTACT = Figure("Tarik Bensaïd", "Bank Noordzee")
REPRESENTATIVE = Figure("Gijs Brouwershaven", "Corporatie Haagwijk")
SUBSTITUTE = Figure("Samira Haddad", "Corporatie Haagwijk")
ENGLISH = Figure("Joost van Elsloo", "Energie Zuiderlicht", language="en")
NEW_SEAT = Figure("Carolien Maasdam", "Fonds Vlietland")
SILENT_DIRECTOR = Figure("Arjen Polderman", "Warmtenet Waterkant")
