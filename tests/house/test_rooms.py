"""Every file stands in a known room, and no room is a hall."""

from __future__ import annotations

import re

from tests.house.tree import (
    HOMES,
    ROOT,
    functions,
    hand_written,
    home_and_room,
    name,
    parsed,
    python_files,
    templates,
)

COMMON = {
    *("__init__", "models", "querysets", "rules", "actions", "notifications", "urls", "views"),
    *("forms", "admin", "tasks", "resources", "calendars", "ports", "signals", "receivers"),
    *(
        "filters",
        "moves",
        "search",
        "pdf",
        "checks",
        "apps",
        "migrations",
        "templatetags",
        "management",
    ),
}
# A room that only one app has, and why.
OF_ITS_OWN = {
    "partners": {
        "adapters": "what allauth asks",
        "comparison": "arithmetic of a framework beside its predecessor",
        "framework_2020": "the clauses of one framework as data",
        "middleware": "the second step of the kernteam, before any page opens",
        "renewal": "arithmetic of the last year of a framework",
        "seal": "arithmetic of seals",
        "sessions": "the store of sessions, which knows whose they are",
        "verification": "questions that recheck what was signed, for a page and a command",
    },
    "events": {
        "workdays": "arithmetic of the calendar",
        "cadence": "arithmetic of the year's meetings",
        "forecast": "arithmetic of how a duty stands",
        "duties": "questions: how the series of a lab stand in a year",
        "wording": "a forecast in words, for pages and letters",
        "framework_2020": "the meetings of one framework as data",
        "proceedings": "questions over a meeting: what its minutes hold beside their text",
        "audience": "questions over people: whom an audience names on a day",
        "yearline": "arithmetic of a drawing: the days of a year on a line",
        "openings": "questions over the calendar: on which days a meeting could be",
        "proposals": "arithmetic of days to propose, and which moment suits best",
        "coming": "questions over answers: who comes to a meeting, by organisation",
        "places": "arithmetic of who has a place in a meeting with room for so many",
    },
    "programme": {
        "audience": "the provider of people whom meetings invite",
        "tally": "arithmetic of votes",
        "recount": "arithmetic of an exported ballot",
        "chain": "arithmetic of the seals of votes",
        "comparison": "arithmetic of a text beside an earlier one",
        "crucial": "arithmetic of how much a change of course weighs",
        "deadlines": "arithmetic of moments",
        "papers": "the provider of papers for a meeting, and the agenda with them",
        "departures": "questions that a port asks: what a partner leaves behind",
        "rotation": "arithmetic of who could sit together",
        "freezing": "questions that recheck the texts of programmes, for a page and a command",
        "passages": "arithmetic of the text of a programme",
        "verification": "questions that recheck a ballot, for a page and a command",
        "wording": "the rules of a ballot in words, for pages and papers",
    },
    "projects": {
        "answers": "the provider of what ballots and changes of course ask about projects",
        "asking": "questions: the ballot about a phase, and which words to propose for it",
        "audience": "the provider of people whom meetings invite",
        "backlinks": "the provider of links from pages below to a dossier",
        "gate": "questions: what must hold before a phase starts, in words",
        "circle": "arithmetic of a drawing: projects on a circle and the links between them",
        "papers": "the provider of what a project leaders' meeting talks about",
        "quarters": "arithmetic of quarters: what a report is about, and when it is due",
        "reporting": "questions: which reports are asked, late and newest",
        "wording": "quarters, lights and links in words, for pages, letters and files",
        "businesscase": "arithmetic of what a project costs and brings",
        "divergence": "arithmetic of a drawing: who pays to the left, who gains to the right",
        "reading": "questions: what a business case comes to, and what one reader sees of it",
        "sealing": "questions: all that a version says, in one text, and its seal",
    },
    "funding": {
        "spreading": "arithmetic of parts: for which year, when due, what is still to come",
        "answers": "the provider of what the gate and ballots ask about money",
        "asking": "questions: what the phases ask that are in preparation or running",
        "tracing": "questions: how the amount that a category needs came about",
        "arranging": "questions: how the money of phases stands at a moment",
        "calling": "questions: where money misses, and whom to call about what",
        "contribution": "questions: what one partner gave in a year, and what came of it",
        "dues": "questions: which parts of pledges have not arrived",
        "giving": "questions: what partners gave without a form",
        "ledger": "questions: all pledges as they stood at a moment, with their sums",
        "wording": "what a partner gave and got in words, for pages and papers",
        "bars": "arithmetic of a drawing: what arrived, is certain and is missing of a category",
        "budget": "arithmetic of what a year needs, has and misses",
        "cover": "arithmetic of whether the money of a phase is arranged",
        "inference": "arithmetic of what a reader can work out from sums",
        "overview": "questions: the budget as one reader sees it",
        "proposing": "questions: what each partner could pay by each key, beside what it gains",
        "shares": "arithmetic of a proposed key: who pays which part",
        "sight": "arithmetic of which sums a reader may see",
        "thermometer": "arithmetic of a drawing: what is certain on the way to what is needed",
        "yearly": "questions: how the budget of any years stood at any moment",
    },
    "schuldenlab/portal": {
        "account": "questions over all apps: the figures of a year, each with its rows",
        "api": "the read-only API: who reads, how often, and what comes back",
        "archive": "the records of a year: questions over all apps, and one file of it all",
        "asks": "questions over all apps: what is asked of a person",
        "desk": "the provider of the staff desk's acts",
        "frame": "the provider of the menu",
        "guides": "questions over all apps: innovation themes on the home page",
        "health": "questions whether the machinery runs",
        "home": "questions: the parts of the home page",
        "integrity": "questions whether all still stands as it must",
        "kompas": "questions over all apps: does the network keep its word",
        "looks": "the states of the Kompas in shapes and words",
        "manual": "which help is for whom, the words, and how things are counted",
        "measures": "one file per clause: what is measured",
        "moments": "arithmetic of past days",
        "published": "questions: what everybody may see, as plain values",
        "opendata": "what is public as files, and the one description that all of it follows",
        "roles": "questions over all apps: what a person is",
        "schemas": "what the answers of the API look like",
        "small": "a question: the Kompas in a few figures",
        "traces": "one file per clause: the rows behind what is measured",
        "wheel": "arithmetic of a drawing",
        "worklist": "questions over all apps: what is due for the kernteam",
        "words": "the acts of the trail in the words of a reader",
        "yearline": "questions for a drawing: the meetings of a year",
    },
    "schuldenlab/web": {
        "addresses": "finds the door of a path by its first word",
        "middleware": "what every request carries",
        "context_processors": "what every page carries",
        "doors": "the bases of all views",
        "desk": "the base of the admin",
        "errors": "the page of a form that came too late",
        "confirm": "the code step before a binding act",
        "icons": "drawings as data",
        "columns": "how the desk shows a value",
        "names": "questions: what records are called, many at once",
        "moves": "questions to doors: which acts are possible on a record now",
        "registers": "the admin of audit and outbox, which know no doors",
        "trail": "questions over the audit trail, in words",
        "written": "words that people typed, and the language they are in",
        "kept": "pages of a moment ago, as long as nothing was written",
        "health": "what a probe asks, for people and robots without an account",
        "files": "the base of doors that hand out a kept document",
        "finders": "where static files of packages come from",
    },
    "schuldenlab/audit": {
        "append_only": "SQL for migrations",
        "edits": "which values of an edit the trail keeps",
        "application_role": "SQL for the role under which the application runs",
        "origin": "through which door an act came",
        "sealing": "questions: which rows a seal is of, and their hash",
        "verification": "questions that recheck the seals, for a command and a page",
    },
    "schuldenlab/documents": {
        "backup": "the database and all documents as one folder, and back, for two commands",
        "buckets": "files in a bucket of an S3 server, in the place of a folder",
        "grounds": "the grounds of the Woo as data",
    },
    "schuldenlab/outbox": {
        "hours": "arithmetic of the hours in which mail goes out",
        "markup": "one text, two bodies",
        "dressing": "how the look of a mail comes into its elements",
        "bounces": "arithmetic of reports that a mail came back",
        "wording": "why a letter did not arrive, in words",
    },
    "schuldenlab/demo": {
        "story": "the year that is replayed",
        "personas": "who a visitor can be",
        "mailbox": "where mails go instead of out",
        "supervisor": "one command starts and stops all",
        "household": "the processes of the supervisor",
        "prepare": "database and story before the first page",
        "telling": "how far the story is: said by its teller, read by the web",
        "middleware": "one page in the place of all, until the story is told",
    },
    # The frame around the apps.
    "schuldenlab": {
        "apps": "the admin as an app",
        "celery": "the queue",
        "command_files": "the file that a command counts, and where it is wrong",
        "formats": "dates and numbers per language",
        "lifecycle": "states as data",
        "postgres": "a private PostgreSQL",
        "prepared": "questions that are written into SQL once",
        "probe": "asks a health address, for a container that has no other tool",
        "settings": "settings",
        "urls": "all doors",
        "wsgi": "the web server's way in",
    },
}
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "services", "service", "core", "misc"}
LINES, LINES_OF_FUNCTION, LINES_OF_TEMPLATE, LINES_OF_COMMAND = 250, 40, 80, 30


def test_every_file_stands_in_a_known_room() -> None:
    strays = [
        name(path)
        for path in python_files()
        for home, room in [home_and_room(path)]
        if room not in (COMMON if home in HOMES else {"__init__"}) | OF_ITS_OWN[home].keys()
    ]
    assert strays == [], "give it a room, or write down here why it needs one of its own"


def test_every_room_of_its_own_is_there() -> None:
    used = {home_and_room(path) for path in python_files()}
    gone = [
        f"{home}/{room}"
        for home, rooms in OF_ITS_OWN.items()
        for room in rooms
        if (home, room) not in used
    ]
    assert gone == []


def test_nothing_is_named_after_nothing() -> None:
    named = [
        name(path)
        for path in (*python_files(), *templates())
        if FORBIDDEN & {part.split(".")[0] for part in path.relative_to(ROOT).parts}
    ]
    assert named == []


def test_files_are_short() -> None:
    sheets = [*(ROOT / "static").rglob("*.css"), *(ROOT / "static").rglob("*.js")]
    long = {
        name(path): lines
        for path in (*hand_written(), *sheets)
        if (lines := len(path.read_text().splitlines())) > LINES
    }
    assert long == {}


def test_functions_are_short() -> None:
    long = {
        f"{name(path)}:{node.lineno} {node.name}": lines
        for path in hand_written()
        for node in functions(parsed(path))
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_FUNCTION
    }
    assert long == {}


def test_templates_are_short() -> None:
    long = {
        name(path): lines
        for path in templates()
        if (lines := len(path.read_text().splitlines())) > LINES_OF_TEMPLATE
    }
    assert long == {}


def test_commands_only_parse_act_and_print() -> None:
    long = {
        name(path): lines
        for path in python_files()
        if path.match("*/management/commands/*.py")
        if (lines := len(path.read_text().splitlines())) > LINES_OF_COMMAND
    }
    assert long == {}


def test_templates_are_called_after_their_address() -> None:
    """`programme:ballot-vote` shows `programme/ballot_vote.html`; parts stand in folders."""
    odd = [name(path) for path in templates() if not re.fullmatch(r"[a-z0-9_]+\.\w+", path.name)]
    assert odd == []
