"""Marking a text for translators, here where nothing is translated."""


def gettext_noop(text: str) -> str:
    """The text itself; the tool that collects texts for translators looks for this name."""
    return text
