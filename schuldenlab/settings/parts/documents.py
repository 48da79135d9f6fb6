"""Where documents lie: a folder of this machine, or a bucket that all machines share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from environs import Env

_env = Env()


def documents_storage(folder: Path) -> dict[str, Any]:
    """The entry `documents` of STORAGES: the bucket of DOCUMENTS_BUCKET, else this folder.

    Outside everything that a web server serves by itself; pages hand files out by permission.
    """
    bucket = _env.str("DOCUMENTS_BUCKET", "")
    if bucket:
        return {"BACKEND": "schuldenlab.documents.buckets.Bucket", "OPTIONS": _in_bucket(bucket)}
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": folder,
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }


def _in_bucket(bucket: str) -> dict[str, Any]:
    """Any server that speaks S3. Nothing is public, nothing is overwritten, nobody waits long."""
    from botocore.config import Config  # noqa: PLC0415 - slow to import, and seldom needed

    return {
        "bucket_name": bucket,
        "endpoint_url": _env.str("S3_ENDPOINT_URL", "") or None,
        "region_name": _env.str("S3_REGION", "") or "us-east-1",
        "access_key": _env.str("S3_ACCESS_KEY_ID"),
        "secret_key": _env.str("S3_SECRET_ACCESS_KEY"),
        "default_acl": None,
        "file_overwrite": False,
        "object_parameters": _encrypted(),
        "client_config": Config(
            signature_version="s3v4",
            s3={"addressing_style": _env.str("S3_ADDRESSING_STYLE", "") or "path"},
            connect_timeout=3,
            read_timeout=20,
            retries={"total_max_attempts": 2, "mode": "standard"},
            # Servers other than Amazon's stumble over the newer checksums; ours is in the row.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    }


def _encrypted() -> dict[str, str]:
    """Ask the server to encrypt each file, where it can: `AES256` or `aws:kms`."""
    way = _env.str("S3_ENCRYPTION", "")
    return {"ServerSideEncryption": way} if way else {}
