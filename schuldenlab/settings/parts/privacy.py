"""How long personal data stay, in days; `apply_retention` does it, the privacy page says it."""

from environs import Env

_env = Env()

RETENTION = {
    # From closing an account until its name, address and ways in are gone.
    "accounts": _env.int("RETENTION_ACCOUNTS", 365),
    # From writing a letter until its address, name and text are gone. Letters to others name people
    # too, so they may not stay longer than accounts.
    "letters": _env.int("RETENTION_LETTERS", 365),
    # From a talk with a partner until the text of the note is gone.
    "notes": _env.int("RETENTION_NOTES", 5 * 365),
    # From an upload until the file and what was said about its lines are gone.
    "imports": _env.int("RETENTION_IMPORTS", 30),
    # From the end of a token with which a program reads the API until its row is gone.
    "tokens": _env.int("RETENTION_TOKENS", 365),
    # From the end of a session until its row is gone.
    "sessions": 0,
}

# For how many years records are kept, from the end of the year in which they were made; 0 is for
# ever. These follow the usual selection lists; the list of the municipality decides. Who stands in
# a record by name keeps that name until its term is over, or the archive took the year in.
ARCHIVE_TERMS = {
    # Decisions, ballots, the programme, the framework and who signed it, changes of course.
    "decisions": _env.int("ARCHIVE_DECISIONS", 0),
    # Agendas, attendance and minutes of meetings.
    "minutes": _env.int("ARCHIVE_MINUTES", 0),
    # Themes, projects, business cases and reports.
    "projects": _env.int("ARCHIVE_PROJECTS", 10),
    # Documents that were handed in.
    "documents": _env.int("ARCHIVE_DOCUMENTS", 10),
    # Pledges and what arrived of them.
    "money": _env.int("ARCHIVE_MONEY", 7),
}

# Until when `/.well-known/security.txt` counts. Whoever keeps the site looks whether the address
# in it is still read, and moves this day; `check --deploy` warns thirty days before.
SECURITY_TXT_EXPIRES = _env.str("SECURITY_TXT_EXPIRES", "2027-10-31T00:00:00+00:00")
