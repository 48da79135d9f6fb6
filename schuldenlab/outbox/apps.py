from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "schuldenlab.outbox"
    label = "outbox"
    verbose_name = _("Letters")

    def ready(self) -> None:
        """Every process that posts a letter can wake the worker."""
        import schuldenlab.celery  # noqa: F401, PLC0415 - else hints have no broker

        from . import tasks  # noqa: F401, PLC0415
