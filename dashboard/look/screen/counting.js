// A figure that goes calmly from what it was to what it is, written as it is written at both ends.

const CALM = 1400
const NUMBER = /[0-9]([0-9\s.,]*[0-9])?/

function parts(written) {
  const found = NUMBER.exec(written)
  if (!found) return null
  const decimals = /[.,]([0-9]+)$/.exec(found[0])
  const isEnglish = document.documentElement.lang.startsWith("en")
  const places = decimals && (isEnglish ? found[0].includes(".") : true) ? decimals[1].length : 0
  const plain = found[0].replace(/\s/g, "").replace(isEnglish ? /,/g : /(?!)/g, "").replace(",", ".")
  return { before: written.slice(0, found.index), after: written.slice(found.index + found[0].length), value: Number(plain), places }
}

export function count(element, from, to) {
  const start = parts(from), end = parts(to)
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches
  if (isStill || !start || !end || start.before !== end.before || start.after !== end.after || start.value === end.value) {
    element.textContent = to
    return
  }
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: end.places, maximumFractionDigits: end.places,
  })
  const began = performance.now()
  const mine = (element.counting = {})
  const step = now => {
    if (element.counting !== mine) return
    const share = Math.min(1, (now - began) / CALM)
    if (share === 1) {
      element.textContent = to
      return
    }
    const value = start.value + (end.value - start.value) * (1 - (1 - share) ** 3)
    element.textContent = end.before + format.format(value) + end.after
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

export function stop(element) {
  element.counting = null
}
