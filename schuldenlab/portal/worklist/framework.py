"""The framework itself: from a year before its last day it is renewed."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import Framework
from schuldenlab.web.templatetags.look import day as day_words

from .due import Due
from .today import Today


def framework_dues(today: Today) -> Iterator[Due]:
    """Its renewal, until the next one has begun."""
    framework = Framework.objects.to_renew(today.day)
    if framework is None:
        return
    text = _("Its last day is %(day)s. Without a next one the lab goes on under this one.")
    if framework.ends_on < today.day:
        text = _("The lab runs without a framework in force.")
    yield Due(
        f"framework:{framework.pk}",
        _("Renew the framework"),
        text % {"day": day_words(framework.ends_on)},
        reverse("partners:framework-renewal"),
        _("Go to the renewal"),
        framework.ends_on,
        "signed",
        "hourglass",
    )
