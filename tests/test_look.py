"""What our stylesheet and scripts add to Streamlit's page: its words in French, and grids that keep apart."""

import re
from pathlib import Path

import streamlit
from playwright.sync_api import Browser, expect

from dashboard.server import LOOK
from tests.served_app import App

expect.set_options(timeout=30_000)

WORDS = (LOOK / "words.fr.js").read_text(encoding="utf-8")
ENGLISH = re.findall(r'^    "([^"]+)":', WORDS, re.M)
SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"


def test_every_word_that_is_translated_is_still_streamlit_s() -> None:
    scripts = "".join(script.read_text(encoding="utf-8") for script in SCRIPTS.glob("*.js"))
    assert len(ENGLISH) > 30
    assert [word for word in ENGLISH if f"`{word}`" not in scripts] == []


def test_streamlit_s_own_widgets_and_menu_speak_french(chromium: Browser, app: App) -> None:
    page = chromium.new_context(locale="fr-CA").new_page()
    page.goto(f"{app.url}/donnees")
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader.get_by_role("button", name="Choisir des fichiers")).to_be_visible()
    expect(uploader).to_contain_text("50\u00a0Mo par fichier")
    page.get_by_test_id("stMainMenu").get_by_role("button").click()
    menu = page.get_by_test_id("stMainMenuPopover")
    expect(menu).to_be_visible()
    left = set(menu.inner_text().splitlines()) & set(ENGLISH)
    assert left <= {"Format"}, left


def test_a_page_that_does_not_exist_is_told_in_french(chromium: Browser, app: App) -> None:
    page = chromium.new_context(locale="fr-CA").new_page()
    page.goto(f"{app.url}/nulle-part")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Page introuvable")
    expect(dialog).to_contain_text("Cette page n’existe pas : voici l’accueil.")


def test_on_a_phone_a_grid_is_moved_sideways_rather_than_narrowed(chromium: Browser, app: App) -> None:
    phone = chromium.new_context(locale="fr-CA", viewport={"width": 390, "height": 844}).new_page()
    phone.goto(f"{app.url}/publics")
    grid = phone.locator('[class*="st-key-wide-"]')
    expect(grid.locator(".main-svg").first).to_be_visible()
    moved = grid.get_by_test_id("stElementContainer")
    expect(moved).to_have_attribute("tabindex", "0")
    assert moved.evaluate("element => element.scrollWidth > element.clientWidth")
    assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
