"""Logs: one event a line on standard error, with person ids and never addresses or codes."""

import logging
import re

import structlog

_RENDER = structlog.processors.LogfmtRenderer(sort_keys=True)
_TOKEN = re.compile(r"(lab_[a-z0-9]{8})_[A-Za-z0-9_-]{20,}")
# What somebody looked for is nobody's business.
_ASKED = re.compile(r"(/zoeken/)\?[^\s'\"]*")
_LINK = re.compile(r"(/(?:uitnodiging|agenda|prik|actie)/)[^/\s'\"]+")


def render_line(logger: object, name: str, event: structlog.typing.EventDict) -> str:
    """One line; an error tells on which page it was, without the token of a link or a program.

    What was searched is left out as well.
    """
    line = _LINK.sub(r"\1...", _RENDER(logger, name, event))
    return _TOKEN.sub(r"\1...", _ASKED.sub(r"\1?...", line))


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": render_line,
            "foreign_pre_chain": [
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.stdlib.ExtraAdder(),
                structlog.processors.format_exc_info,
            ],
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "fido2": {"level": "WARNING"},  # it tells which passkeys come and go
    },
}

structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
