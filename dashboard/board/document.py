"""The page of the big screen as it is sent: words and places for figures, never a figure.

So is the page that is read instead where the screen does not open.

Not here: the addresses (``screen``), what fills the page (``dashboard/look/screen``).
"""

import html
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

import streamlit

from dashboard import region
from dashboard.board.preparation import Preparation
from dashboard.messages import LOCALES, Language, text_in
from dashboard.server import allowed

FOLDER: Final = Path(__file__).parent
PAGE: Final = "conseil"
"""Address of the page where a screen is prepared, beside the screen's own."""
KEYS: Final = ("next", "previous", "full", "note", "freeze", "auto", "theme", "leave", "help")
"""What the keyboard does, in the order of the help."""
SAID: Final = ("frozen", "waiting", "away", "back", "closed", "position", "auto-on")
"""Words that the browser says by itself."""


def _font() -> str:
    """Streamlit's own letters, served with its page: the board reads the same ones."""
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    file = next((path.name for path in media.glob("SourceSansVF-Upright*.woff2")), "")
    return (
        '@font-face { font-family: "Source Sans"; font-weight: 200 900; font-display: swap; '
        f'src: url("static/media/{file}") format("woff2") }}'
    )


FONT: Final = _font()
POLICY: Final = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", f"style-src 'self' {allowed(FONT)}"),
        *("connect-src 'self'", "font-src 'self'", "img-src 'self' data:"),
        *("form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"),
    )
)
"""Nothing but our own scripts and styles; a drawing brings none, and could run none."""


def document(wanted: Preparation) -> str:
    """The screen, in the language of the preparation."""
    language = wanted.language
    keys = "".join(
        f"<dt>{_keys(key, language)}</dt><dd>{_words(f'screen-key-{key}', language)}</dd>" for key in KEYS
    )
    return _template("screen.html").substitute(
        language=LOCALES[language].replace("_", "-"),
        font=FONT,
        query=html.escape(wanted.query()),
        back=html.escape(_back(wanted)),
        campaign=html.escape(region.campaign(language)),
        keys=keys,
        said=" ".join(f'data-{key}="{_words(f"screen-{key}", language)}"' for key in SAID),
        pace=wanted.pace,
        **{
            key.replace("-", "_"): _words(f"screen-{key}", language)
            for key in ("title", "wait", "note-title", "help-title", "no-script", "controls")
        },
        **{f"do_{key}": _words(f"screen-key-{key}", language) for key in KEYS},
    )


def closed(wanted: Preparation, root: str = "") -> str:
    """What is read instead by whoever has no right to the screen, or whose ticket opens nothing any more.

    Args:
        wanted: the preparation in the address, which the page *Conseil* opens again.
        root: way from the address to the site's own, ``../`` one level under it.
    """
    language = wanted.language
    return _template("closed.html").substitute(
        language=LOCALES[language].replace("_", "-"),
        root=root,
        title=_words("screen-closed-title", language),
        words=_words("screen-closed-words", language),
        back=html.escape(_back(wanted)),
        lead=_words("screen-closed-lead", language),
    )


def _back(wanted: Preparation) -> str:
    query = wanted.query()
    return f"{PAGE}?{query}" if query else PAGE


def _keys(key: str, language: Language) -> str:
    written = _words(f"screen-keys-{key}", language).split()
    return " ".join(f"<kbd>{each}</kbd>" for each in written)


def _words(key: str, language: Language) -> str:
    return html.escape(text_in(language, key))


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / name).read_text(encoding="utf-8"))
