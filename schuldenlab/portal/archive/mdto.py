"""Metadata by MDTO 1.0.1, the standard of the Nationaal Archief: an XML file for each object.

An *informatieobject* is a record, a *bestand* is one file of it. The elements stand in the order of
the standard's schema; which of them we fill is written in docs/archive.md.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

NAMESPACE: Final = "https://www.nationaalarchief.nl/mdto"
LONGEST_NAME: Final = 80
# Letters that no XML may hold.
_NOT_IN_XML: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


@dataclass(frozen=True)
class Restriction:
    """How open it is: a word of the standard's list, and in sentences why and until when."""

    kind: str
    text: str = ""
    until_on: date | None = None


@dataclass(frozen=True)
class Information:
    """What is said of one record. `keep_years` is None for what is kept for ever.

    `runs`: it goes on for a while and has an end, or none yet (`ended` is None).
    """

    identifier: str
    source: str
    name: str
    kind: str
    kind_list: str
    on: date
    creator: str
    restriction: Restriction
    ended: date | None = None
    runs: bool = False
    keep_years: int | None = None
    within: tuple[str, str] | None = None
    files: list[tuple[str, str]] = field(default_factory=list)
    about: str = ""


@dataclass(frozen=True)
class StoredFile:
    """What is said of one file."""

    identifier: str
    source: str
    name: str
    size: int
    format: str
    sha256: str
    made_at: datetime
    of: tuple[str, str]


def information_xml(said: Information) -> bytes:
    """An informatieobject: a record with what it is, of when, for how long and how open."""
    root, item = _root("informatieobject")
    _identify(item, said.identifier, said.source)
    _add(item, "naam", said.name[:LONGEST_NAME])
    _term(item, "aggregatieniveau", "Archiefstuk", "Aggregatieniveaus MDTO")
    _term(item, "classificatie", said.kind, said.kind_list)
    if said.about or len(said.name) > LONGEST_NAME:
        _add(item, "omschrijving", said.about or said.name)
    time = SubElement(item, "dekkingInTijd")
    _term(time, "dekkingInTijdType", _covers(said), said.kind_list)
    _add(time, "dekkingInTijdBegindatum", said.on.isoformat())
    if last := _last_day(said):
        _add(time, "dekkingInTijdEinddatum", last.isoformat())
    _add(item, "taal", "nl")
    _kept_for(item, said)
    if said.within:
        _refer(item, "isOnderdeelVan", *said.within, said.source)
    for identifier, name in said.files:
        _refer(item, "heeftRepresentatie", identifier, name, said.source)
    _add(SubElement(item, "archiefvormer"), "verwijzingNaam", said.creator)
    _restrict(item, said.restriction)
    return _written(root)


def file_xml(said: StoredFile) -> bytes:
    """A bestand: size, format and hash of one file, and of which record it is."""
    root, item = _root("bestand")
    _identify(item, said.identifier, said.source)
    _add(item, "naam", said.name[:LONGEST_NAME])
    _add(item, "omvang", str(said.size))
    _term(item, "bestandsformaat", said.format, "IANA Media Types")
    check = SubElement(item, "checksum")
    _term(check, "checksumAlgoritme", "SHA-256", "ChecksumAlgoritme MDTO")
    _add(check, "checksumWaarde", said.sha256)
    _add(check, "checksumDatum", said.made_at.isoformat(timespec="seconds"))
    _refer(item, "isRepresentatieVan", *said.of, said.source)
    return _written(root)


def _covers(said: Information) -> str:
    return "Looptijd" if said.runs else "Datum van het stuk"


def _last_day(said: Information) -> date | None:
    """Of what goes on for a while its end, and nothing while it runs; else the day itself."""
    return said.ended if said.runs else said.on


def _kept_for(item: Element, said: Information) -> None:
    """From the end of the year in which it was over; for ever has no term.

    What still runs has a length and no days: nobody knows yet when it will be over.
    """
    for_ever = said.keep_years is None
    label, code = ("Blijvend te bewaren", "B") if for_ever else ("Tijdelijk te bewaren", "V")
    _term(item, "waardering", label, "Waarderingen MDTO", code=code)
    if said.keep_years is not None:
        term = SubElement(item, "bewaartermijn")
        trigger = "Einde van het jaar waarin het eindigt" if said.runs else "Einde van het jaar"
        _term(term, "termijnTriggerStartLooptijd", trigger, said.kind_list)
        last = _last_day(said)
        if last:
            _add(term, "termijnStartdatumLooptijd", date(last.year + 1, 1, 1).isoformat())
        _add(term, "termijnLooptijd", f"P{said.keep_years}Y")
        if last:
            ends = date(last.year + 1 + said.keep_years, 1, 1)
            _add(term, "termijnEinddatum", ends.isoformat())


def _restrict(item: Element, restriction: Restriction) -> None:
    limits = SubElement(item, "beperkingGebruik")
    _term(limits, "beperkingGebruikType", restriction.kind, "BeperkingGebruikTypeLijst MDTO")
    if restriction.text:
        _add(limits, "beperkingGebruikNadereBeschrijving", restriction.text)
    if restriction.until_on:
        until = SubElement(limits, "beperkingGebruikTermijn")
        _add(until, "termijnEinddatum", restriction.until_on.isoformat())


def _root(kind: str) -> tuple[Element, Element]:
    root = Element("MDTO", {"xmlns": NAMESPACE})
    return root, SubElement(root, kind)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text.translate(_NOT_IN_XML)


def _identify(item: Element, identifier: str, source: str) -> None:
    found = SubElement(item, "identificatie")
    _add(found, "identificatieKenmerk", identifier)
    _add(found, "identificatieBron", source)


def _term(parent: Element, name: str, label: str, from_list: str, *, code: str = "") -> None:
    term = SubElement(parent, name)
    _add(term, "begripLabel", label)
    if code:
        _add(term, "begripCode", code)
    _add(SubElement(term, "begripBegrippenlijst"), "verwijzingNaam", from_list)


def _refer(parent: Element, name: str, identifier: str, called: str, source: str) -> None:
    to = SubElement(parent, name)
    _add(to, "verwijzingNaam", called)
    found = SubElement(to, "verwijzingIdentificatie")
    _add(found, "identificatieKenmerk", identifier)
    _add(found, "identificatieBron", source)


def _written(root: Element) -> bytes:
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
