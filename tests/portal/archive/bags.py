"""Opening a bag as an archivist would: by nothing but its own manifest."""

from __future__ import annotations

import csv
import hashlib
import io
from tempfile import TemporaryFile
from typing import TYPE_CHECKING
from zipfile import ZipFile

from schuldenlab.portal.archive.year import Made, write_year

if TYPE_CHECKING:
    from datetime import datetime


class Opened:
    """A bag by the paths of its files, without the folder around it."""

    def __init__(self, content: bytes) -> None:
        self.zip = ZipFile(io.BytesIO(content))
        names = self.zip.namelist()
        assert len(names) == len(set(names))
        tops = {name.split("/")[0] for name in names}
        assert len(tops) == 1
        self.top = tops.pop()
        self.paths = [name.removeprefix(f"{self.top}/") for name in names]

    def read(self, path: str) -> bytes:
        return self.zip.read(f"{self.top}/{path}")

    def manifest(self, name: str = "manifest-sha256.txt") -> dict[str, str]:
        lines = self.read(name).decode().splitlines()
        pairs = [line.split("  ", 1) for line in lines]
        return {path: found for found, path in pairs}

    def faults(self) -> list[str]:
        """What a checker of bags would complain about."""
        said = self.manifest()
        content = {path for path in self.paths if path.startswith("data/")}
        found = [f"not in the manifest: {path}" for path in sorted(content - said.keys())]
        found += [f"not there: {path}" for path in sorted(said.keys() - content)]
        both = {**said, **self.manifest("tagmanifest-sha256.txt")}
        for path, seal in both.items():
            if path in self.paths and hashlib.sha256(self.read(path)).hexdigest() != seal:
                found.append(f"changed: {path}")
        return found

    def info(self) -> dict[str, str]:
        lines = self.read("bag-info.txt").decode().splitlines()
        return dict(line.split(": ", 1) for line in lines)

    def index(self) -> list[dict[str, str]]:
        text = self.read("data/index.csv").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def made(year: int, at: datetime) -> tuple[bytes, Made]:
    """The bytes of a year at a moment."""
    with TemporaryFile() as file:
        result = write_year(file, year, at)
        file.seek(0)
        return file.read(), result
