"""Static files of packages: just the ones that pages use, out of what npm installed."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage


class PackageFinder(BaseFinder):
    """Finds the files of the setting `STATICFILES_PACKAGES`: name under /static/ → path."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del app_names
        self.files: dict[str, Path] = settings.STATICFILES_PACKAGES

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to check: a missing file fails where it is collected."""
        del kwargs
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file of that name, or nothing."""
        all_ = kwargs.get("all", find_all)
        found = self.files.get(path)
        if found is None or not found.is_file():
            return []
        return [str(found)] if all_ else str(found)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:
        """Every file with a storage that opens it."""
        del ignore_patterns
        for name, source in self.files.items():
            storage = FileSystemStorage(location=source.parent)
            storage.prefix = str(Path(name).parent)  # type: ignore[attr-defined]
            yield source.name, storage
