"""A reader without a browser: one session that speaks Streamlit's own messages over a websocket.

Not here: how many there are and what they do (``sessions``).
"""

import time
from types import TracebackType
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol


class StreamlitSession:
    """Opens a page, then chooses in its first list as often as asked."""

    def __init__(self, address: str) -> None:
        self._address = f"ws://{urlsplit(address).netloc}/_stcore/stream"
        self._origin = Origin(address)
        self._list_id = ""
        self.choices: list[str] = []

    async def __aenter__(self) -> "StreamlitSession":
        self._socket: ClientConnection = await connect(
            self._address, origin=self._origin, subprotocols=[Subprotocol("streamlit")], max_size=None
        )
        opening = BackMsg()
        opening.rerun_script.query_string = ""
        await self._rerun(opening)
        if not self._list_id:
            raise RuntimeError("the page has no list")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._socket.close()

    async def choose(self, choice: str) -> float:
        """Choose, wait for the end of the script, and return the milliseconds that it took."""
        message = BackMsg()
        state = WidgetState(id=self._list_id, string_value=choice)
        message.rerun_script.widget_states.widgets.append(state)
        start = time.perf_counter()
        await self._rerun(message)
        return (time.perf_counter() - start) * 1000

    async def _rerun(self, message: BackMsg) -> None:
        await self._socket.send(message.SerializeToString())
        while True:
            received = await self._socket.recv()
            forward = ForwardMsg.FromString(received if isinstance(received, bytes) else received.encode())
            kind = forward.WhichOneof("type")
            if kind == "delta":
                self._look_at(forward)
            if kind == "script_finished":
                if forward.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError("the script did not finish")
                return

    def _look_at(self, forward: ForwardMsg) -> None:
        element = forward.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(element.exception.message)
        if element.WhichOneof("type") == "selectbox" and not self._list_id:
            self._list_id = element.selectbox.id
            self.choices = list(element.selectbox.options)
