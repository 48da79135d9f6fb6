from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "schuldenlab.demo"
    label = "demo"
    verbose_name = "Demo"

    def ready(self) -> None:
        """The check that keeps the demo at home."""
        from . import checks  # noqa: F401, PLC0415 - registering is the import
