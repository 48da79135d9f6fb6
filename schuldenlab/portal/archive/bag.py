"""A bag (BagIt, RFC 8493) as one ZIP, written piece by piece: same content, same bytes.

Nothing is held in memory but the list of files with their hashes. Every entry has the same moment
and rights, because a ZIP would else tell which computer made it.
"""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

PIECE: Final = 1024 * 1024
RIGHTS: Final = 0o644 << 16
UNIX: Final = 3
# What is packed already: packing it again costs time and gains nothing.
PACKED: Final = (".pdf", ".png", ".jpg", ".jpeg", ".zip", ".xlsx", ".docx", ".ods", ".odt")


@dataclass(frozen=True)
class Kept:
    """A file that was put into the bag."""

    path: str
    size: int
    sha256: str


class Bag:
    """Put files in with `add`, and `close` it: then the file is a complete bag."""

    def __init__(self, file: IO[bytes], *, name: str, at: datetime) -> None:
        self._zip = ZipFile(file, "w", allowZip64=True)
        self._name = name
        self._when = at.timetuple()[:6]
        self._at = at
        self.kept: list[Kept] = []
        self._paths: set[str] = set()

    def add(self, path: str, pieces: Iterable[bytes]) -> Kept:
        """A file of the content, under `data/`. Raises `ValueError` for a path that leads out."""
        kept = self._write(f"data/{_inside(path)}", pieces)
        self.kept.append(kept)
        return kept

    def close(self, info: Iterable[tuple[str, str]]) -> None:
        """What makes it a bag: the declaration, what is said of it, and the hash of every file."""
        size = sum(each.size for each in self.kept)
        said = [*info, ("Bagging-Date", f"{self._at:%Y-%m-%d}")]
        said.append(("Payload-Oxum", f"{size}.{len(self.kept)}"))
        tags = [
            self._text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            self._text("bag-info.txt", "".join(f"{key}: {_line(said)}\n" for key, said in said)),
            self._text("manifest-sha256.txt", _manifest(self.kept)),
        ]
        self._text("tagmanifest-sha256.txt", _manifest(tags))
        self._zip.close()

    def _text(self, path: str, text: str) -> Kept:
        return self._write(path, [text.encode()])

    def _write(self, path: str, pieces: Iterable[bytes]) -> Kept:
        if path in self._paths:
            msg = f"{path} is in the bag already"
            raise ValueError(msg)
        self._paths.add(path)
        entry = ZipInfo(f"{self._name}/{path}", self._when)
        entry.external_attr, entry.create_system = RIGHTS, UNIX
        entry.compress_type = ZIP_STORED if path.lower().endswith(PACKED) else ZIP_DEFLATED
        seal, size = hashlib.sha256(), 0
        with self._zip.open(entry, "w", force_zip64=True) as out:
            for piece in pieces:
                seal.update(piece)
                size += len(piece)
                out.write(piece)
        return Kept(path, size, seal.hexdigest())


def pieces_of(file: IO[bytes]) -> Iterable[bytes]:
    """A file bit by bit."""
    while piece := file.read(PIECE):
        yield piece


def sealed(file: IO[bytes]) -> tuple[str, int]:
    """The hash and the size of what was written; the file stands at its beginning afterwards."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    found = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    return found, size


def _inside(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path:
        msg = f"{path!r} leads out of the bag"
        raise ValueError(msg)
    return "/".join(parts)


def _manifest(kept: Iterable[Kept]) -> str:
    return "".join(f"{each.sha256}  {each.path}\n" for each in sorted(kept, key=lambda k: k.path))


def _line(text: str) -> str:
    return " ".join(text.split())
