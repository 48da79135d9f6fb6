"""The API: which version, how often somebody may ask in a minute, and who answers questions."""

from typing import Final

from environs import Env

_env = Env()

API_VERSION: Final = "1.0.0"  # major.minor.patch; the major one stands in the address as well
API_ROOT: Final = "/api/v1"
# How often in a minute one token, and one address without a token, gets an answer.
API_LIMITS = {
    "token": _env.int("API_LIMIT_TOKEN", 600),
    "address": _env.int("API_LIMIT_ADDRESS", 120),
}
