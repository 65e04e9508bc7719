// The line to the server: the scenes when there is news, a mark when it is gone, and coming back by itself.
// Not here: what is done with what is received (main).

const AGAIN = 2000
const SILENCE = 50000 // two pulses and a half

export function follow({ address, received, away, back, closed }) {
  let shown = null
  let stream = null
  let heard = Date.now()
  let again = 0
  let asking = null
  let isOver = false

  function end() {
    isOver = true
    clearTimeout(again)
    stream?.close()
    closed()
  }

  function lose() {
    if (isOver) return
    away()
    stream?.close()
    stream = null
    clearTimeout(again)
    again = setTimeout(connect, AGAIN)
  }

  // The last one asked for is the one that counts: an answer that comes late changes nothing.
  async function refresh(isRedrawn = false) {
    const mine = (asking = {})
    try {
      const answer = await fetch(address(isRedrawn), { cache: "no-store", signal: AbortSignal.timeout(20000) })
      if (mine !== asking || isOver) return
      if (answer.status === 403) {
        end()
        return
      }
      if (!answer.ok) throw new Error(answer.status)
      const content = await answer.json()
      if (mine !== asking || isOver) return
      shown = content.state
      back()
      received(content, isRedrawn)
    } catch {
      if (mine === asking) lose()
    }
  }

  function connect() {
    if (isOver) return
    stream?.close()
    heard = Date.now()
    const mine = (stream = new EventSource("ecran/vivant"))
    mine.addEventListener("state", event => {
      heard = Date.now()
      if (event.data === shown) back()
      else refresh()
    })
    mine.addEventListener("pulse", () => { heard = Date.now() })
    mine.addEventListener("closed", end)
    mine.addEventListener("error", () => {
      if (mine !== stream) return
      const wasRefused = mine.readyState === EventSource.CLOSED
      lose()
      if (wasRefused) refresh() // says whether it is a right that ended or a server that is gone
    })
  }

  setInterval(() => { if (stream && Date.now() - heard > SILENCE) lose() }, 5000)
  addEventListener("offline", lose)
  addEventListener("online", () => { if (!isOver) connect() })
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !isOver && Date.now() - heard > SILENCE) connect()
  })
  connect()
  return { redraw: () => refresh(true) }
}
