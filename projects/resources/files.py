"""Reading projects that ran before the lab was kept here, with their published facts."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from partners.actions.imports.sheets import Problem, Unreadable
from partners.resources.files import open_file
from projects.actions import TakenOver

from .standing import standing_of

COLUMNS: Final = (
    *("project", "schuldfase", "doelgroep", "start", "stand", "partners", "cijfers", "bron"),
)
LONGEST: Final = {"project": 160, "doelgroep": 200, "start": 40}
DEBT_PHASES: Final = {"preventie": "prevention", "curatie": "cure", "nazorg": "aftercare"}
BEGAN: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
MAX_ROWS: Final = 400


@dataclass(frozen=True)
class Line:
    """One line of the file: a project that can be taken over, or what is not right about it."""

    line: int
    name: str
    project: TakenOver | None
    problems: tuple[Problem, ...] = ()
    is_there: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it is good, and not here yet."""
        return self.project is not None and not self.is_there


def read_projects(content: bytes, *, today: date | None = None) -> list[TakenOver]:
    """The projects of a file; `ValueError` names the first line that is not right."""
    try:
        lines = read_lines(content, today=today)
    except Unreadable as error:
        raise ValueError(str(error)) from error
    for each in lines:
        if each.problems:
            msg = f"row {each.line}: {each.problems[0].message}"
            raise ValueError(msg)
    return [each.project for each in lines if each.project is not None]


def read_lines(
    content: bytes,
    *,
    live_on: date | None = None,
    there: Collection[str] = (),
    today: date | None = None,
) -> list[Line]:
    """Every line of a CSV, XLSX or ODS file, good and bad. Raises `Unreadable`.

    `live_on` is the first day of this lab; `there` are the titles that are here already. How each
    stands is proposed by its words, as they are to be read on the day `today`.
    """
    file = open_file(content)
    columns = _columns(next(file.records, (1, []))[1])
    found: list[Line] = []
    titles = {_same(each): 0 for each in there}
    for number, cells in file.records:
        if not any(cell.strip() for cell in cells):
            continue
        if len(found) == MAX_ROWS:
            message = _("The file has more than %(count)s lines. Split it into smaller files.")
            raise Unreadable(message % {"count": MAX_ROWS}, number)
        named = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        cells_by_name = {name: named.get(name, "") for name in COLUMNS}
        line = _LineReader(number, cells_by_name, today).read(live_on)
        found.append(_seen_before(line, titles))
    if not found:
        raise Unreadable(_("There is no row under the header."), 2)
    return found


def _columns(header: list[str]) -> list[str]:
    names = [" ".join(cell.split()).lower() for cell in header]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        message = _("The first line misses these columns: %(names)s.")
        raise Unreadable(message % {"names": ", ".join(missing)})
    return names


def _same(title: str) -> str:
    return " ".join(title.split()).casefold()


def _seen_before(line: Line, titles: dict[str, int]) -> Line:
    """The same line, marked when its project is here already, or stands above in the file."""
    title = _same(line.name)
    if title not in titles:
        titles[title] = line.line
        return line
    if not titles[title]:
        return Line(line.line, line.name, line.project, line.problems, is_there=True)
    message = _("This project stands on line %(line)s already.") % {"line": titles[title]}
    problem = Problem(line.line, "project", line.name, message)
    return Line(line.line, line.name, None, (*line.problems, problem))


class _LineReader:
    """Turns the cells of one line into a project, and notes what is wrong with each of them."""

    def __init__(self, line: int, cells: dict[str, str], today: date | None) -> None:
        self.line, self.cells, self.today = line, cells, today
        self.problems: list[Problem] = []

    def wrong(self, column: str, message: str) -> None:
        """Note a problem of a cell."""
        self.problems.append(Problem(self.line, column, self.cells[column], message))

    def read(self, live_on: date | None) -> Line:
        cells = self.cells
        if not any(letter.isalnum() for letter in cells["project"]):
            self.wrong("project", _("Fill in the name of the project."))
        for column, longest in LONGEST.items():
            if len(cells[column]) > longest:
                message = _("This is too long: at most %(count)s characters.")
                self.wrong(column, message % {"count": longest})
        phase = cells["schuldfase"].lower()
        if phase and phase not in DEBT_PHASES:
            self.wrong("schuldfase", _("Fill in preventie, curatie or nazorg, or leave it empty."))
        started_on = self._began(live_on)
        if self.problems or started_on is None:
            return Line(self.line, cells["project"], None, tuple(self.problems))
        return Line(self.line, cells["project"], self._project(started_on))

    def _began(self, live_on: date | None) -> date | None:
        """The first day of the year or month that it names, when it can be taken over."""
        found, started_on = BEGAN.fullmatch(self.cells["start"]), None
        if found is None:
            self.wrong("start", _("Write when it began as a year, 2019-07 or 2019-07-31."))
            return None
        try:
            started_on = date(*(int(part or 1) for part in found.groups()))
        except ValueError:
            self.wrong("start", _("This day does not exist. Check the day and the month."))
            return None
        if live_on is not None and started_on >= live_on:
            message = _("Only what began before %(day)s is taken over.")
            self.wrong("start", message % {"day": live_on.strftime("%d-%m-%Y")})
        return started_on

    def _project(self, started_on: date) -> TakenOver:
        cells = self.cells
        stands = standing_of(cells["stand"], started_on, self.today)
        return TakenOver(
            title=cells["project"],
            debt_phase=DEBT_PHASES.get(cells["schuldfase"].lower(), ""),
            target_group=cells["doelgroep"],
            began=cells["start"],
            started_on=started_on,
            current_state=cells["stand"],
            partners=tuple(part.strip() for part in cells["partners"].split(";") if part.strip()),
            figures=cells["cijfers"],
            sources=cells["bron"],
            how=stands.how,
            to=stands.to,
            over_on=stands.over_on,
        )
