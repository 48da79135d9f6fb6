"""One line of a partner file: from cells to values, and what is wrong with each cell."""

import re
from datetime import date
from difflib import get_close_matches
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from partners.actions.imports.sheets import (
    CONTACT_EMAIL,
    CONTACT_NAME,
    JOINED,
    KVK,
    MAY_SIGN,
    NAME,
    ROLE,
    SECTOR,
    WEBSITE,
    Contact,
    PartnerRow,
    Problem,
)
from partners.models import Mandate, Organisation, Person, Sector

from .opened import FORMULA_MARKS

REQUIRED: Final = (NAME, SECTOR)
OPTIONAL: Final = (WEBSITE, JOINED, KVK, CONTACT_NAME, CONTACT_EMAIL, ROLE, MAY_SIGN)
FIELDS: Final[dict[str, tuple[type[Any], str]]] = {
    NAME: (Organisation, "name"),
    WEBSITE: (Organisation, "website"),
    CONTACT_NAME: (Person, "name"),
    CONTACT_EMAIL: (Person, "email"),
}
# What our own files hold besides, for people to read.
IGNORED: Final = ("lid_tot", "eerder_lid", "themas", "betrokkenheid", "mandaat_van", "mandaat_tot")
NO_PARTNER: Final = ("geen", "none")
ROLES: Final = {
    "": Mandate.Role.CONTACT,
    "contact": Mandate.Role.CONTACT,
    "contactpersoon": Mandate.Role.CONTACT,
    "directeur": Mandate.Role.DIRECTOR,
    "bestuurder": Mandate.Role.DIRECTOR,
    "director": Mandate.Role.DIRECTOR,
}
YES_NO: Final = {
    **dict.fromkeys(("ja", "j", "yes", "y", "x", "1", "waar", "true"), True),
    **dict.fromkeys(("nee", "n", "no", "0", "onwaar", "false", ""), False),
}
ISO_DATE: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
DUTCH_DATE: Final = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})", re.ASCII)
OLDEST_YEAR: Final = 1800
KVK_DIGITS: Final = re.compile(r"\d{8}", re.ASCII)
# An apostrophe before a mark says that it is text, as people type it in a spreadsheet.
MARKED_TEXT: Final = re.compile(r"'+\s*[=+@-]")

is_web_address = URLValidator(schemes=["http", "https"])


def parse_date(text: str) -> date:
    """A date as 2020-01-31 or 31-1-2020. A `ValueError` says what to do."""
    match = ISO_DATE.fullmatch(text) or DUTCH_DATE.fullmatch(text)
    if match is None:
        raise ValueError(_("Write the date as day-month-year, for example 31-01-2020."))
    try:
        day = date(**{part: int(digits) for part, digits in match.groupdict().items()})
    except ValueError as error:
        raise ValueError(_("This day does not exist. Check the day and the month.")) from error
    if day.year < OLDEST_YEAR:
        raise ValueError(_("This year is too long ago. Check the year."))
    return day


def _is(check: Any, value: str) -> bool:
    try:
        check(value)
    except ValidationError:
        return False
    return True


class RowReader:
    """Turns the cells of one line into values, and notes the first problem of each cell."""

    def __init__(self, line: int, columns: list[str], cells: list[str]) -> None:
        self.line = line
        named = dict(zip(columns, cells, strict=False))
        self.cells = {name: named.get(name, "") for name in REQUIRED + OPTIONAL}
        self.problems: list[Problem] = []
        for surplus in [cell for cell in cells[len(columns) :] if cell][:1]:
            message = _(
                "This line has more cells than the header. Put quotation marks around a cell "
                "with a semicolon or comma in it."
            )
            self.problems.append(Problem(line, "", surplus, message))
        for column in self.cells:
            self._check_text(column)

    def wrong(self, column: str, message: str) -> None:
        """Note a problem; only the first one of a cell counts."""
        if column not in {problem.column for problem in self.problems}:
            self.problems.append(Problem(self.line, column, self.cells[column], message))

    def _check_text(self, column: str) -> None:
        value = self.cells[column]
        if MARKED_TEXT.match(value):
            self.cells[column] = value = value[1:].strip()
        elif value.startswith(FORMULA_MARKS):
            message = _("This begins with “%(mark)s”, as a formula does. Type the text itself.")
            self.wrong(column, message % {"mark": value[0]})
        if column in FIELDS:
            model, name = FIELDS[column]
            longest = model._meta.get_field(name).max_length  # noqa: SLF001
            if len(value) > longest:
                message = _("This is too long: at most %(count)s characters.")
                self.wrong(column, message % {"count": longest})

    def row(self) -> PartnerRow:
        """The whole line."""
        return PartnerRow(
            line=self.line,
            name=self._name(),
            sector=self._sector(),
            website=self._website(),
            kvk_number=self._kvk_number(),
            joined_on=self._joined_on(),
            is_external=self._is_external(),
            contact=self._contact(),
            cells=self.cells,
            problems=tuple(self.problems),
        )

    def _name(self) -> str:
        name = self.cells[NAME]
        if not any(letter.isalnum() for letter in name):
            self.wrong(NAME, _("Fill in the name of the organisation."))
        return name

    def _sector(self) -> str:
        word = "".join(self.cells[SECTOR].split()).lower()
        if word in Sector.values:
            return word
        nearest = get_close_matches(word, Sector.values, n=1)
        if nearest:
            message = _("We do not know this sector. Do you mean “%(sector)s”?")
            self.wrong(SECTOR, message % {"sector": nearest[0]})
        else:
            message = _("Fill in one of these sectors: %(sectors)s.")
            self.wrong(SECTOR, message % {"sectors": ", ".join(Sector.values)})
        return ""

    def _website(self) -> str:
        address = self.cells[WEBSITE]
        if not address or _is(is_web_address, address):
            return address
        if _is(is_web_address, f"https://{address}"):
            message = _("Put https:// before it: https://%(address)s")
            self.wrong(WEBSITE, message % {"address": address})
        else:
            self.wrong(
                WEBSITE,
                _("This is no web address. Fill in one with https:// in front, or leave it out."),
            )
        return ""

    def _kvk_number(self) -> str:
        digits = self.cells[KVK].replace(" ", "").replace(".", "")
        if not digits or KVK_DIGITS.fullmatch(digits):
            return digits
        self.wrong(KVK, _("A KvK number has eight digits. Did a zero at the beginning get lost?"))
        return ""

    def _is_external(self) -> bool:
        return self.cells[JOINED].lower() in NO_PARTNER

    def _joined_on(self) -> date | None:
        if not self.cells[JOINED] or self._is_external():
            return None
        try:
            return parse_date(self.cells[JOINED])
        except ValueError as error:
            self.wrong(JOINED, str(error))
            return None

    def _contact(self) -> Contact | None:
        name, email = self.cells[CONTACT_NAME], self.cells[CONTACT_EMAIL].lower()
        role = ROLES.get(self.cells[ROLE].lower())
        may_sign = YES_NO.get(self.cells[MAY_SIGN].lower())
        if email and not _is(validate_email, email):
            self.wrong(CONTACT_EMAIL, _("This is no e-mail address. Fill in one like a@b.nl."))
        if role is None:
            self.wrong(ROLE, _("Fill in “bestuurder” or “contactpersoon”."))
        if may_sign is None:
            self.wrong(MAY_SIGN, _("Fill in “ja” or “nee”."))
        if not name and not email:
            return None
        if not email:
            self.wrong(CONTACT_EMAIL, _("Fill in the e-mail address of this person."))
        if not name:
            self.wrong(CONTACT_NAME, _("Fill in the name of this person."))
        return Contact(name, email, role or Mandate.Role.CONTACT, bool(may_sign))
