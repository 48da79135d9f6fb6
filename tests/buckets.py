"""A server of the S3 kind on this machine, as a process of its own."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

from tests.processes import Crew, Visitor, free_port, until

if TYPE_CHECKING:
    from pathlib import Path

KEY, SECRET, BUCKET = "stadsbeheer", "alleen-in-de-proef", "documenten"
SERVE = "import sys; from moto.server import main; main(['-H', '127.0.0.1', '-p', sys.argv[1]])"


@dataclass
class Shelf:
    """The server, whose files are gone when it is killed."""

    crew: Crew
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the product must know of it."""
        return {
            "DOCUMENTS_BUCKET": BUCKET,
            "S3_ENDPOINT_URL": self.url,
            "S3_ACCESS_KEY_ID": KEY,
            "S3_SECRET_ACCESS_KEY": SECRET,
        }

    def client(self) -> Any:
        """As an administrator of the server, who sees all."""
        return boto3.client(
            "s3",
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
            config=Config(connect_timeout=3, retries={"total_max_attempts": 1}),
        )

    def files(self) -> dict[str, int]:
        """What lies in the bucket: names and sizes."""
        found = self.client().list_objects_v2(Bucket=BUCKET).get("Contents", [])
        return {each["Key"]: each["Size"] for each in found}

    def start(self) -> None:
        """Begin to start; `open` waits until it answers."""
        self.crew.start("bucket", [sys.executable, "-c", SERVE, str(self.port)])

    def open(self) -> None:
        """Wait for it, with an empty bucket."""
        until(lambda: Visitor(self.port).is_answered("/moto-api/"), lambda: self.crew.log("bucket"))
        self.client().create_bucket(Bucket=BUCKET)

    def kill(self) -> None:
        self.crew.kill("bucket")


def shelf(folder: Path, crew: Crew | None = None) -> Shelf:
    """One that does not run yet."""
    made = Shelf(crew or Crew(folder, dict(os.environ)), free_port())
    made.start()
    return made
