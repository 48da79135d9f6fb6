"""One thing that is not as it must be."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Fault:
    """`where` names the thing.

    `part`: ballot, signing, programme, minutes, case, seal, trigger, function, constraint or clock.
    """

    part: str
    where: str
    message: str

    def as_dict(self) -> dict[str, str]:
        """As the command prints it."""
        return asdict(self)
