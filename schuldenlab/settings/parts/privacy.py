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

# Until when `/.well-known/security.txt` counts. Whoever keeps the site looks whether the address
# in it is still read, and moves this day; `check --deploy` warns thirty days before.
SECURITY_TXT_EXPIRES = _env.str("SECURITY_TXT_EXPIRES", "2027-10-31T00:00:00+00:00")
