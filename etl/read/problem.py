"""Why a file as a whole cannot be read. Not here: the sentence (``catalogues``), rows (``clean``)."""

from dataclasses import dataclass


@dataclass(eq=False)  # not frozen: context managers set the traceback of what passes through them
class UnreadableFile(Exception):
    """The file as a whole cannot be read; ``code`` names the message, ``details`` fill it."""

    code: str
    details: tuple[tuple[str, str], ...] = ()
