"""One gesture in a real browser, timed inside it: a choice in the first list of a page.

The clock starts when the key that chooses goes down. ``text`` is the first change of a figure,
``settled`` the last change of anything that is seen in the page, charts and map included: a table is drawn
on a canvas, and what mirrors it for screen readers follows on purpose a fifth of a second later.
"""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

TILES = '[data-testid="stMetricValue"]'
FINDING = '[data-testid="stHeading"] h2'
LIST = '[data-testid="stSelectbox"] input'
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
QUIET_MS = 1_000

WATCH = """([figure, quiet]) => {
    const main = document.querySelector('[data-testid="stMain"]')
    const shown = () => [...document.querySelectorAll(figure)].map(node => node.innerText).join('|')
    const before = shown()
    window.timed = new Promise(resolve => {
        let start = null, text = null, last = null, timer = null
        const mirrored = ({target}) => (target.closest ? target : target.parentElement)?.closest('canvas')
        const observer = new MutationObserver(changes => {
            if (start === null || changes.every(mirrored)) return
            const now = performance.now()
            if (text === null && shown() !== before) text = now - start
            last = now - start
            if (text === null) return
            clearTimeout(timer)
            timer = setTimeout(() => { observer.disconnect(); resolve([text, last]) }, quiet)
        })
        observer.observe(main, {subtree: true, childList: true, characterData: true, attributes: true})
        addEventListener('keydown', event => { if (event.key === 'Enter') start ??= performance.now() }, true)
    })
}"""


@dataclass(frozen=True)
class Timing:
    """Milliseconds from the key to the first new figure, and to the last change."""

    text: float
    settled: float


@dataclass(frozen=True)
class Subject:
    """A page in its window, and the selector of the figures that are waited for on it."""

    page: Page
    figure: str


def open_page(browser: Browser, address: str, figure: str = TILES) -> Subject:
    page = browser.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    return wait_until_quiet(page, figure)


def wait_until_quiet(page: Page, figure: str = TILES) -> Subject:
    """Wait for a page that was asked for, until nothing moves in it."""
    page.wait_for_selector(figure)
    page.wait_for_selector(SETTLED)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2 * QUIET_MS)
    return Subject(page, figure)


def choose_next(subject: Subject, key: str) -> Timing:
    """Open the first list of the page, move with ``key``, choose, and time what follows."""
    page = subject.page
    field = page.locator(LIST).first
    field.click()
    page.keyboard.press(key)
    page.wait_for_timeout(150)
    page.evaluate(WATCH, [subject.figure, QUIET_MS])
    page.keyboard.press("Enter")
    text, settled = page.evaluate("() => window.timed")
    return Timing(text, settled)


def go_back_and_forth(subject: Subject, choices: int, gestures: int) -> list[Timing]:
    """Walk down a list of ``choices`` and up again, so that every choice is met as often."""
    timings: list[Timing] = []
    position, step = 0, 1
    for _ in range(gestures):
        if position + step not in range(choices):
            step = -step
        timings.append(choose_next(subject, "ArrowDown" if step > 0 else "ArrowUp"))
        position += step
    return timings
