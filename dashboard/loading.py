"""Files loaded beside the page: nothing done on it meanwhile, a click or leaving it, stops a load.

Belongs here: the thread, how far it is, and what came out. Not here: what is said of it (``intake``), and
drawing it (``intake_components``).
"""

import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import audit
from etl.load import Report, load
from etl.read import UnreadableFile

Outcome = Report | tuple[str, UnreadableFile]
"""What became of a file: its report, or its name and why it cannot be read."""


class Loading:
    """Files on their way into the database, one after the other.

    Attributes:
        file: the one that is read now.
        rows: rows of it read so far.
        outcomes: what became of those before.
        error: what ended it all, if something did that is no fault of a file.
    """

    def __init__(
        self, engine: Engine, files: Sequence[UploadedFile], edition: int | None, author: str, origin: str
    ) -> None:
        self.file = files[0].name if files else ""
        self.rows = 0
        self.outcomes: list[Outcome] = []
        self.error: Exception | None = None
        self._origin = origin
        self._thread = threading.Thread(target=self._run, args=(engine, files, edition, author))
        self._thread.start()

    def is_done(self, within: float) -> bool:
        """Whether it is finished; waits for it as many seconds at most."""
        self._thread.join(within)
        return not self._thread.is_alive()

    def _run(self, engine: Engine, files: Sequence[UploadedFile], edition: int | None, author: str) -> None:
        try:
            for file in files:
                self.file, self.rows = file.name, 0
                self.outcomes.append(self._take_in(engine, file, edition, author))
        except Exception as error:
            self.error = error

    def _take_in(self, engine: Engine, file: UploadedFile, edition: int | None, author: str) -> Outcome:
        with on_disk(file) as path:
            try:
                report = load(engine, path, edition=edition, author=author, progress=self._read)
            except UnreadableFile as error:
                return file.name, error
        audit.from_where(engine, "loaded", [report.load], self._origin)
        return report

    def _read(self, rows: int) -> None:
        self.rows = rows


@contextmanager
def on_disk(file: UploadedFile) -> Iterator[Path]:
    """The file under its own name, in a folder that only this machine's user reads, then gone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(file.name).name
        path.write_bytes(file.getbuffer())
        yield path
