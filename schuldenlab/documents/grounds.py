"""Why a record may stay closed: the grounds of the Wet open overheid, by article, in our own words.

The numbers are those of the act; the words are a reminder and no substitute for it.
"""

from collections.abc import Iterable
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Grounds = dict[str, Promise]

# Always closed.
ABSOLUTE: Final[Grounds] = {
    "5.1.1a": gettext_lazy("unity of the Crown"),
    "5.1.1b": gettext_lazy("safety of the State"),
    "5.1.1c": gettext_lazy("figures of companies given in confidence"),
    "5.1.1d": gettext_lazy("special and criminal data about people"),
    "5.1.1e": gettext_lazy("numbers that identify people"),
}
# Closed when this weighs more than openness.
RELATIVE: Final[Grounds] = {
    "5.1.2a": gettext_lazy("relations with other countries and organisations"),
    "5.1.2b": gettext_lazy("economic or financial interests of public bodies"),
    "5.1.2c": gettext_lazy("finding and prosecuting offences"),
    "5.1.2d": gettext_lazy("inspection and supervision by public bodies"),
    "5.1.2e": gettext_lazy("privacy of people"),
    "5.1.2f": gettext_lazy("other figures of companies"),
    "5.1.2g": gettext_lazy("protection of the environment"),
    "5.1.2h": gettext_lazy("security of people and companies, and against sabotage"),
    "5.1.2i": gettext_lazy("good functioning of public bodies"),
}
OTHER: Final[Grounds] = {
    "5.1.5": gettext_lazy("harm out of all proportion, for another weighty interest"),
    "5.2": gettext_lazy("personal views in internal consultation"),
}
GROUNDS: Final[Grounds] = {**ABSOLUTE, **RELATIVE, **OTHER}


def article(code: str) -> str:
    """A ground as the act numbers it: 5.1.2e is “article 5.1, paragraph 2, under e”."""
    number, _dot, rest = code[:3], code[3:4], code[4:]
    if not rest:
        return _("article %(number)s") % {"number": number}
    facts = {"number": number, "paragraph": rest[0], "letter": rest[1:]}
    if not rest[1:]:
        return _("article %(number)s, paragraph %(paragraph)s") % facts
    return _("article %(number)s, paragraph %(paragraph)s, under %(letter)s") % facts


def in_words(codes: Iterable[str]) -> str:
    """Grounds for a reader, one after the other."""
    return "; ".join(f"{article(code)} ({GROUNDS[code]})" for code in codes if code in GROUNDS)
