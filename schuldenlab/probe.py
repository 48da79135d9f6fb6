"""Ask a health address, for the health check of a container: `python -m schuldenlab.probe URL`.

It knocks under the name of `SITE_URL`, since the site answers to no other. It needs no Django, so
it may be asked often.
"""

from __future__ import annotations

import os
import sys
import urllib.error
import urllib.request
from urllib.parse import urlsplit

PATIENCE = 8  # seconds


def probe(url: str, host: str) -> str:
    """Return what is wrong, nothing when it answers 200."""
    headers = {"Host": host} if host else {}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - our own address
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        opener.open(request, timeout=PATIENCE).close()
    except urllib.error.HTTPError as error:
        with error:
            return f"{url} answers {error.code}"
    except OSError as error:
        return f"{url} does not answer: {error}"
    return ""


if __name__ == "__main__":
    sys.exit(probe(sys.argv[1], urlsplit(os.environ.get("SITE_URL", "")).netloc) or 0)
