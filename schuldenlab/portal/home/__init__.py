"""The parts of the home page: who you are, the programme, meetings, the raad, what you give.

Each part asks a fixed number of questions and fetches a fixed number of rows, however many
partners, projects and meetings there are.
"""

from .agenda import coming_up
from .gifts import Gift, gifts_of
from .kernteam import as_asks, team_of
from .programme import programme_of
from .raad import raad_of
from .who import who_is
from .work import work_of

__all__ = [
    "Gift",
    "as_asks",
    "coming_up",
    "gifts_of",
    "programme_of",
    "raad_of",
    "team_of",
    "who_is",
    "work_of",
]
