"""What the layers above hear from wherever the files lie."""


class StorageAway(OSError):  # noqa: N818 - it is an answer, not a fault
    """The store of files does not answer at this moment; the file may well be there."""
