"""Writing down that the clock ran, and forgetting how somebody came in."""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from django.apps import apps

from .models import Tick

# What packages keep about a person's way in.
KEYS = (("account", "EmailAddress"), ("mfa", "Authenticator"), ("socialaccount", "SocialAccount"))


def note_tick(name: str, *, at: datetime) -> None:
    """The periodic task of that name came to its end at `at`; its row holds only the last time."""
    Tick.objects.bulk_create(
        [Tick(name=name, last_at=at)],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["last_at"],
    )


def forget_ways_in(person_ids: Iterable[int]) -> None:
    """Passkeys, second factors, single sign-on and proven addresses of these people are gone."""
    keys = list(person_ids)
    for app, name in KEYS:
        apps.get_model(app, name)._base_manager.filter(user__in=keys).delete()  # noqa: SLF001


def forget_addresses(person_ids: Iterable[int]) -> None:
    """Which addresses these people proved to have; logging in proves it anew."""
    EmailAddress.objects.filter(user__in=list(person_ids)).delete()
