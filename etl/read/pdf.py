"""Tables of PDF lists, as pdfplumber finds them by their lines. Imported only when there is a PDF."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from etl.read.problem import UnreadableFile
from etl.read.sheet import Row, Sheet

PAGES: Final = 300
"""Pages read at most: a longer document is not a list of registrations."""


def sheets(path: Path) -> Iterator[Sheet]:
    """One sheet for the document: the rows of its tables one after the other, numbered from 1.

    Raises:
        UnreadableFile: encrypted, damaged, too long, or without a table.
    """
    rows = list(_rows(path))
    if not rows:
        raise UnreadableFile("no_table")
    yield Sheet(path.name, iter(rows))


def _rows(path: Path) -> Iterator[Row]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports each oddity of a font
    number = 0
    try:
        with pdfplumber.open(path) as document:
            if len(document.pages) > PAGES:
                raise UnreadableFile("too_many_pages", (("pages", str(PAGES)),))
            for page in document.pages:
                for table in page.extract_tables():
                    for cells in table:
                        number += 1
                        yield number, [" ".join((cell or "").split()) for cell in cells]
                page.close()
    except UnreadableFile:
        raise
    except PdfminerException as error:
        code = "encrypted" if isinstance(error.args[0], PDFPasswordIncorrect) else "damaged"
        raise UnreadableFile(code) from error
    except (Exception, RecursionError) as error:  # a parser of hostile bytes fails in any way it likes
        raise UnreadableFile("damaged") from error
