"""The settings that privacy and speed rest on, read through the Streamlit that is installed."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def flat(settings: dict[str, object], prefix: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in settings.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = value
    return found


@pytest.mark.parametrize("option", sorted(flat(SETTINGS)))
def test_streamlit_still_knows_every_option_that_we_set(option: str) -> None:
    assert option in config.get_config_options(), f"{option} is gone: what replaces it?"


def test_no_collection_is_forced_after_each_gesture() -> None:
    assert config.get_config_options()["runner.postScriptGC"].default_val is True
    assert SETTINGS["runner"]["postScriptGC"] is False


def test_nothing_is_said_to_streamlit_about_those_who_use_the_app() -> None:
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    assert SETTINGS["server"]["showEmailPrompt"] is False


def test_the_app_listens_to_this_machine_only_and_asks_nobody_for_its_address() -> None:
    assert SETTINGS["server"]["address"] == "localhost"
    assert SETTINGS["browser"]["serverAddress"] == "localhost"


def test_an_error_shows_no_source_code_and_links_nowhere() -> None:
    assert SETTINGS["client"]["showErrorDetails"] == "none"
    assert SETTINGS["client"]["showErrorLinks"] is False
