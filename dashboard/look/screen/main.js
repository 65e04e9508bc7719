// The big screen: what it holds, what each gesture does. Not here: drawing a scene (stage), the line to the
// server (live), staying awake (awake). Everything that is read comes from the server or from the page.
import { keepAwake } from "./awake.js"
import { follow } from "./live.js"
import { announce, clear, mark, markMoment, show } from "./stage.js"

const DEFAULT_PACE = 20
const MARK_SECONDS = 60
const said = document.body.dataset
const root = document.documentElement
const note = document.getElementById("note")
const help = document.getElementById("help")
const upright = matchMedia("(max-aspect-ratio: 1/1)")
const narrow = matchMedia("(max-width: 600px)")
const shape = () => !upright.matches ? "large" : narrow.matches ? "etroite" : "haute"

let content = null
let waiting = null
let scene = location.hash.slice(1)
let isFrozen = false
let isAway = false
let isMoving = Number(said.pace) > 0
let timer = 0
let markTimer = 0

const scenes = () => content?.scenes ?? []
const position = () => Math.max(0, scenes().findIndex(each => each.name === scene))

function receive(received, isRedrawn) {
  if (isFrozen && content && !isRedrawn) {
    waiting = received
    tellState()
    return
  }
  const isFirst = content === null
  const isUpdate = !isFirst && received.version !== content.version
  const isOther = content?.scenes.map(each => each.name).join() !== received.scenes.map(each => each.name).join()
  content = received
  if (scenes().length === 0) {
    clear(received.empty ?? "")
    return
  }
  scene = scenes()[position()].name
  draw({ counts: isUpdate, rebuilds: isOther })
  if (isFirst) tellState()
  if (isUpdate) {
    markMoment(received.updated)
    clearTimeout(markTimer)
    markTimer = setTimeout(tellState, MARK_SECONDS * 1000)
    const current = scenes()[position()]
    announce([`${received.updated}.`, current.title, current.figure, current.label].join(" "))
  }
}

function draw({ counts = false, rebuilds = false } = {}) {
  show(content, position(), { counts, rebuilds, dark: root.dataset.theme === "dark", go })
  history.replaceState(null, "", `#${scene}`)
  document.title = `${scenes()[position()].title} · ${said.title}`
}

function tellState() {
  if (isAway) mark(said.away, "away")
  else if (isFrozen) mark(waiting ? said.waiting : said.frozen, "frozen")
  else mark(content?.past ?? "", "past")
}

function go(index) {
  if (scenes().length === 0) return
  const count = scenes().length
  scene = scenes()[(index + count) % count].name
  draw()
  announce(`${said.position} ${position() + 1} / ${count}. ${scenes()[position()].title}`)
  move()
}

function move() {
  clearTimeout(timer)
  if (isMoving) timer = setTimeout(forward, (Number(said.pace) || DEFAULT_PACE) * 1000)
}

// Whoever reads a note or the help is not moved on.
function forward() {
  if (!note.hidden || help.open) move()
  else go(position() + 1)
}

function freeze() {
  isFrozen = !isFrozen
  const held = waiting
  waiting = null
  tellState()
  announce(isFrozen ? said.frozen : "")
  if (!isFrozen && held) receive(held)
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else root.requestFullscreen?.().catch(() => {})
}

function leave() {
  if (help.open) help.close()
  else if (!note.hidden) note.hidden = true
  else if (document.fullscreenElement) document.exitFullscreen()
  else location.assign(said.leave)
}

const gestures = {
  ArrowRight: () => go(position() + 1),
  PageDown: () => go(position() + 1),
  " ": event => go(position() + (event.shiftKey ? -1 : 1)),
  ArrowLeft: () => go(position() - 1),
  PageUp: () => go(position() - 1),
  Home: () => go(0),
  End: () => go(scenes().length - 1),
  f: fullScreen,
  n: () => { note.hidden = !note.hidden },
  g: freeze,
  p: () => { isMoving = !isMoving; move(); mark(isMoving ? said.autoOn : "", "auto"); announce(isMoving ? said.autoOn : "") },
  t: () => { root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark"; if (content) draw() },
  "?": () => { if (help.open) help.close(); else help.showModal() },
}

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === "Escape") {
    event.preventDefault()
    leave()
    return
  }
  const isPressed = event.key === " " && event.target instanceof HTMLButtonElement
  const gesture = gestures[event.key] ?? gestures[event.key.toLowerCase()]
  if (!gesture || isPressed || (help.open && event.key !== "?")) return
  event.preventDefault()
  gesture(event)
})

document.getElementById("scene").addEventListener("click", () => go(position() + 1))
document.getElementById("next").addEventListener("click", () => go(position() + 1))
document.getElementById("previous").addEventListener("click", () => go(position() - 1))
document.getElementById("full").addEventListener("click", fullScreen)
document.getElementById("ask").addEventListener("click", () => help.showModal())
help.addEventListener("click", () => help.close())
note.addEventListener("click", () => { note.hidden = true })

let touched = null
addEventListener("touchstart", event => { touched = event.changedTouches[0] }, { passive: true })
addEventListener("touchend", event => {
  const across = event.changedTouches[0].clientX - touched.clientX
  if (Math.abs(across) > 60) go(position() + (across < 0 ? 1 : -1))
}, { passive: true })

// Controls show where a hand is on the mouse, and go away when it rests: nothing over what is read.
let resting = 0
addEventListener("mousemove", () => {
  root.classList.add("moving")
  clearTimeout(resting)
  resting = setTimeout(() => root.classList.remove("moving"), 2500)
})

let resizing = 0
addEventListener("resize", () => {
  clearTimeout(resizing)
  resizing = setTimeout(() => { if (scenes().length) draw() }, 150)
})

const line = follow({
  address: isRedrawn => {
    const version = isRedrawn && isFrozen && content ? `&version=${content.version}` : ""
    return `ecran/scenes?${said.query}${said.query ? "&" : ""}forme=${shape()}${version}`
  },
  received: receive,
  away: () => { isAway = true; tellState() },
  back: () => { if (isAway) { isAway = false; tellState(); announce(said.back) } },
  closed: () => { content = null; waiting = null; clearTimeout(timer); clear(said.closed) },
})
for (const media of [upright, narrow]) media.addEventListener("change", () => line.redraw())
keepAwake()
move()
