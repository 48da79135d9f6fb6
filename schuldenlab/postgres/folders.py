"""Where a cluster may live: one folder per clone and account, which nobody else can make first."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from .accounts import PostgresError, own_name, server_account, server_can_enter

REPOSITORY = Path(__file__).resolve().parent.parent.parent
TEMPORARY = (Path("/var/tmp"), Path("/tmp"))  # noqa: S108 - not TMPDIR: every shell must find the same


def temporary(purpose: str) -> Path:
    """Return a folder of this account's own under the system's temporary folder."""
    digest = hashlib.sha256(f"{purpose} {os.geteuid()}".encode()).hexdigest()[:12]
    shared = next((folder for folder in TEMPORARY if os.access(folder, os.W_OK)), None)
    if shared is None:
        raise PostgresError("There is no temporary folder that can be written to.")
    return claim(shared / f"schuldenlab-{digest}")


def claim(folder: Path) -> Path:
    """Make the folder, or check that it is ours and that nobody else can write in it."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        raise PostgresError(f"{folder} is not ours alone; remove it and try again.")
    if server_account():
        folder.chmod(0o711)  # the server passes through it
    return folder


def hand_to_server(folder: Path) -> Path:
    """Make a folder, inside one of ours, that only the server's account can enter."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if account := server_account():
        os.chown(folder, account.pw_uid, account.pw_gid)
    return folder


def suitable(wanted: Path) -> Path:
    """Return `wanted`, or a temporary folder when the server's account cannot come there."""
    with suppress(OSError):
        wanted.parent.mkdir(parents=True, exist_ok=True)
    if os.access(wanted.parent, os.W_OK) and server_can_enter(wanted.parent):
        return claim(wanted)
    return temporary(str(wanted))


def private_folder(purpose: str) -> Path:
    """Return the folder for `purpose` of this clone and this account, made when it was missing."""
    return suitable(REPOSITORY / "var" / f"{purpose}-{own_name()}")
