"""Documents in a bucket of an S3-compatible server, so that a web machine's disk holds nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from storages.backends.s3 import S3Storage

from .ports import StorageAway


@contextmanager
def _answered() -> Iterator[None]:
    """A server that is away or says no is an error of files, as a full disk is."""
    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise StorageAway(f"{type(error).__name__}: {error}") from error


class Bucket(S3Storage):
    """A file is fetched whole when it is opened: ten megabytes at most, and then it is here or not.

    `FileNotFoundError` when the bucket has no such file, `StorageAway` when it did not answer.
    """

    def _open(self, name: str, mode: str = "rb") -> File:
        with _answered(), super()._open(name, mode) as kept:
            return ContentFile(kept.read(), name=name)

    def _save(self, name: str, content: File) -> str:
        with _answered():
            return str(super()._save(name, content))

    def exists(self, name: str) -> bool:
        """Say whether there is a file of that name."""
        with _answered():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        """Take the file away; without a word when it is gone already."""
        with _answered():
            super().delete(name)

    def listdir(self, name: str) -> tuple[list[Any], list[Any]]:
        """Folders and files below a folder."""
        with _answered():
            folders, files = super().listdir(name)
        return folders, files
