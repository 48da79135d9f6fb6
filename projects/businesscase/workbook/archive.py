"""A zip is looked through before anything in it is unpacked."""

import io
import re
import zlib
from typing import Final
from zipfile import BadZipFile, ZipFile

from .faults import NotReadable, refuse

ZIP: Final = b"PK\x03\x04"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"  # .xls, and every Excel file with a password
MOST_UNPACKED: Final = 24_000_000  # bytes; 400 lines take two million
MOST_MEMBERS: Final = 300
ENCRYPTED: Final = 0x1
DECLARES: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
XML_BEGINS: Final = (b"<", b"\xef\xbb\xbf<")
MANIFEST: Final = "META-INF/manifest.xml"
BROKEN: Final = (
    *(BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error),
)


def open_archive(data: bytes) -> ZipFile:
    """The archive, when it is small enough and declares nothing. Raises `NotReadable`."""
    if data.startswith(OLD_OFFICE):
        raise refuse("locked")
    try:
        archive = ZipFile(io.BytesIO(data))
        _look_through(archive)
    except NotReadable:
        raise
    except BROKEN as error:
        raise refuse("damaged") from error
    return archive


def _look_through(archive: ZipFile) -> None:
    members = archive.infolist()
    names = {each.filename for each in members}
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise refuse("locked")
    if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_UNPACKED:
        raise refuse("too_large")
    if len(names) != len(members):
        raise refuse("damaged")
    if MANIFEST in names and b"encryption-data" in archive.read(MANIFEST):
        raise refuse("locked")
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")):
            _look_into(archive.read(member).lstrip())


def _look_into(text: bytes) -> None:
    """An XML text of one byte a sign, without declarations of its own that grow when read."""
    if text and not text.startswith(XML_BEGINS):
        raise refuse("damaged")
    if DECLARES.search(text):
        raise refuse("declares")
