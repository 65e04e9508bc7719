"""A server in front of the app that says for whom it asks, as hosts have one.

Chromium 150 leaves a context's own headers out of WebSocket handshakes, which Streamlit reads: they are added
here, to the first request of each connection.
"""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


@contextmanager
def in_front_of(url: str, headers: Mapping[str, str]) -> Iterator[str]:
    """Give the address of a server that passes all it is asked to ``url``, with these headers."""
    added = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode()
    parts = urlsplit(url)
    behind = (str(parts.hostname), int(parts.port or 80))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_accept, args=(listening, behind, added), daemon=True).start()
        yield f"http://localhost:{listening.getsockname()[1]}"


def _accept(listening: socket.socket, behind: tuple[str, int], added: bytes) -> None:
    while True:
        try:
            asking, _ = listening.accept()
        except OSError:
            return
        answering = socket.create_connection(behind)
        threading.Thread(target=_pass_on, args=(asking, answering, added), daemon=True).start()
        threading.Thread(target=_pass_on, args=(answering, asking, b""), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket, added: bytes) -> None:
    with suppress(OSError):
        while read := source.recv(65_536):
            if added:
                start, end, rest = read.partition(b"\r\n")
                read, added = start + end + added + rest, b""
            target.sendall(read)
        target.shutdown(socket.SHUT_WR)
