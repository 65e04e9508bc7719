// A scene on the screen: its words, its figure, its drawing, fitted to the room. Not here: which scene (main).
import { count, stop } from "./counting.js"

const at = id => document.getElementById(id)
const TITLES = [66, 60, 54, 48, 44]
const FIGURES = [200, 176, 152, 132, 112, 96, 80, 64]

export function show(content, index, { counts, rebuilds, dark, go }) {
  const scene = content.scenes[index]
  const figure = at("figure")
  const before = figure.textContent
  stop(figure)
  document.body.dataset.scene = scene.name
  write("title", scene.title)
  write("label", scene.label)
  write("change", scene.change ?? "")
  line(content.context)
  write("moment", content.moment ?? "")
  at("demonstration").hidden = !content.demonstration
  at("campaign").hidden = Boolean(content.demonstration)
  write("demonstration", content.demonstration ?? "")
  at("note").querySelector("p").textContent = scene.note
  write("figure", scene.figure)
  fit(at("title"), TITLES, element => element.clientHeight <= 2.5 * lineHeight(element))
  fit(figure, FIGURES, element => element.scrollWidth <= element.clientWidth)
  if (counts && scene.value !== null) count(figure, before, scene.figure)
  hang(dark ? scene.dark : scene.light, counts)
  if (rebuilds || at("dots").children.length !== content.scenes.length) dots(content.scenes, go)
  ;[...at("dots").children].forEach((dot, place) => {
    if (place === index) dot.firstChild.setAttribute("aria-current", "true")
    else dot.firstChild.removeAttribute("aria-current")
  })
}

export function clear(words) {
  for (const id of ["label", "change", "figure", "context", "moment", "mark"]) write(id, "")
  at("chart").replaceChildren()
  at("dots").replaceChildren()
  at("note").hidden = true
  write("title", words)
  announce(words)
}

export function mark(words, kind) {
  write("mark", words)
  at("mark").dataset.kind = words ? kind : ""
}

export function markMoment(words) {
  if (words) mark(words, "updated")
}

export function announce(words) {
  if (words) write("told", words)
}

// The drawing before stays until the new one is there, then goes under it: no flash, no empty place.
function hang(drawing, isUpdate) {
  const chart = at("chart")
  const drawn = new DOMParser().parseFromString(drawing, "image/svg+xml").documentElement
  const frame = document.createElement("div")
  frame.append(document.importNode(drawn, true))
  const before = chart.lastElementChild
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches
  if (!isUpdate || isStill || !before) {
    chart.replaceChildren(frame)
    return
  }
  chart.append(frame)
  frame.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 900, easing: "ease-in-out" })
  before.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 900, easing: "ease-in-out" }).finished
    .then(() => before.remove(), () => before.remove())
}

function dots(scenes, go) {
  at("dots").replaceChildren(...scenes.map((scene, place) => {
    const item = document.createElement("li")
    const button = document.createElement("button")
    button.type = "button"
    button.setAttribute("aria-label", `${place + 1}. ${scene.title}`)
    button.addEventListener("click", () => go(place))
    item.append(button)
    return item
  }))
}

// The largest of a few sizes at which a text holds in its room; the last one whatever happens.
function fit(element, sizes, holds) {
  for (const size of sizes) {
    element.style.setProperty("--size", size)
    if (holds(element)) return
  }
}

// The line of context breaks between its parts only.
function line(words) {
  if (at("context").textContent === words) return
  const parts = words.split(" · ")
  at("context").replaceChildren(...parts.flatMap((part, place) => {
    const held = document.createElement("span")
    held.textContent = place < parts.length - 1 ? `${part} ·` : part
    return place ? [" ", held] : [held]
  }))
}

const lineHeight = element => parseFloat(getComputedStyle(element).lineHeight)

function write(id, words) {
  if (at(id).textContent !== words) at(id).textContent = words
}
