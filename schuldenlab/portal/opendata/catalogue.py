"""The same files for catalogues of data, such as data.overheid.nl: DCAT-AP-NL 3.0 as JSON-LD.

What that profile asks of a catalogue, a data set and a distribution, and no more.
https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/
"""

from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings
from django.urls import reverse

from .files import FORMATS
from .package import LICENCE, SAYS, TITLE, address_of
from .table import Table, in_both

EU: Final = "http://publications.europa.eu/resource/authority"
CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
# Population and society.
THEME: Final = f"{EU}/data-theme/SOCI"
LANGUAGES: Final = {"nl": f"{EU}/language/NLD", "en": f"{EU}/language/ENG"}


def catalogue(tables: Iterable[Table]) -> dict[str, Any]:
    """One data set for each table, with a distribution for each format."""
    here = settings.SITE_URL + reverse("portal:open-data")
    return {
        "@context": CONTEXT,
        "@id": here,
        "@type": "dcat:Catalog",
        **_about(TITLE, SAYS),
        "dct:license": {"@id": LICENCE["path"]},
        "foaf:homepage": {"@id": here},
        "dcat:dataset": [_dataset(each, here) for each in tables],
    }


def _about(title: Any, says: Any) -> dict[str, Any]:
    return {
        "dct:title": _said(title),
        "dct:description": _said(says),
        "dct:publisher": _lab(),
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": settings.SITE_NAME,
            "vcard:hasEmail": {"@id": f"mailto:{settings.CONTACT_EMAIL}"},
        },
        "dct:language": {"@id": LANGUAGES[settings.LANGUAGE_CODE]},
    }


def _lab() -> dict[str, Any]:
    return {"@id": f"{settings.SITE_URL}/", "@type": "foaf:Agent", "foaf:name": settings.SITE_NAME}


def _said(words: Any) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in in_both(words).items()]


def _dataset(table: Table, here: str) -> dict[str, Any]:
    return {
        "@id": f"{here}#{table.name}",
        "@type": "dcat:Dataset",
        **_about(table.title, table.says),
        "dct:identifier": f"{here}#{table.name}",
        "dct:creator": _lab(),
        "dct:accessRights": {"@id": f"{EU}/access-right/PUBLIC"},
        "dcat:theme": {"@id": THEME},
        "dcat:landingPage": {"@id": f"{here}#{table.name}"},
        "dcat:distribution": [_distribution(table, form) for form in FORMATS],
    }


def _distribution(table: Table, form: str) -> dict[str, Any]:
    address = {"@id": address_of(table, form)}
    return {
        **address,
        "@type": "dcat:Distribution",
        "dct:title": _said(table.title),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dct:license": {"@id": LICENCE["path"]},
        "dct:format": {"@id": f"{EU}/file-type/{form.upper()}"},
        "dct:conformsTo": {"@id": settings.SITE_URL + reverse("portal:open-data-package")},
    }
