"""Who runs the server: never root, and never longer than its parent."""

from __future__ import annotations

import ctypes
import os
import pwd
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PR_SET_PDEATHSIG = 1


class PostgresError(RuntimeError):
    """The private PostgreSQL cannot be used; the message is for a person."""


def follow_parent(signum: int) -> None:
    """Have the kernel send this process `signum` when its parent dies."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signum), 0, 0, 0)


def die_with_parent(signum: int) -> Callable[[], None]:
    """Make a `preexec_fn` for a child that gets `signum` when we die, even by `kill -9`.

    Start such a child from the main thread: the kernel watches the thread that forked.
    """
    parent = os.getpid()

    def arrange() -> None:
        follow_parent(signum)
        if os.getppid() != parent:  # we died before the child could ask
            os._exit(1)

    return arrange


def own_name() -> str:
    """Return the name of the account that runs this process, or its number."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def server_account() -> pwd.struct_passwd | None:
    """Return the account the server drops to: PostgreSQL refuses to run as root."""
    if os.geteuid():
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise PostgresError("PostgreSQL does not run as root; make an account named `postgres`.")


def dropped() -> dict[str, Any]:
    """Return the arguments of `Popen` that drop root's rights."""
    account = server_account()
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def server_can_enter(path: Path) -> bool:
    """Say whether the server's account may pass through this folder, or run this program."""
    command = ["test", "-x", str(path)]
    done = subprocess.run(command, check=False, cwd="/", **dropped())  # noqa: S603
    return done.returncode == 0
