"""A value of a record as a reader reads it: days and moments in words, yes and no, numbers."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.formats import date_format, number_format
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from schuldenlab.web.templatetags.look import clock


def in_words(value: Any) -> Any:
    """On the clock of the wall here, in the language of the page; text stays as it is."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        here = localtime(value) if is_aware(value) else value
        return f"{date_format(here, 'j F Y')}, {clock(here)}"
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, Decimal):
        return number_format(value, use_l10n=True, force_grouping=True)
    return _several(value)


def _several(value: Any) -> Any:
    """A list of plain values in one line; what is deeper as the data that it is."""
    if isinstance(value, list | tuple) and not any(isinstance(each, dict | list) for each in value):
        return ", ".join(str(in_words(each)) for each in value)
    if isinstance(value, dict | list):
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    return value
