"""The documentation says what the program does: every command, every option, every file it names."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

import dashboard.__main__ as who_comes_in
import etl.__main__ as command_line
from dashboard import signin

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMON = {"--json", "--lang", "--help"}
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/command-line.md"]
GUIDES = ["docs/access.md", "docs/privacy.md", "docs/security.md", "docs/method.md", "docs/board.md"]
EVERYWHERE = {"--help", "--install-completion", "--show-completion"}


def commands() -> dict[str, Any]:
    applications = [value for value in vars(command_line).values() if isinstance(value, typer.Typer)]
    assert applications, "python -m etl has no Typer application"
    group: Any = typer.main.get_command(applications[0])
    return dict(group.commands)


def section(command: str) -> str:
    found = re.search(rf"^## `{command}`$(.*?)(?=^## |\Z)", REFERENCE, re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_command_has_its_section(command: str) -> None:
    assert section(command), f"docs/command-line.md has no section « ## `{command}` »"


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_option_is_in_the_section_of_its_command(command: str) -> None:
    options = {name for parameter in commands()[command].params for name in parameter.opts}
    long = {name for name in options if name.startswith("--")} - EVERYWHERE
    assert {name for name in long if name not in section(command)} == set()


@pytest.mark.parametrize("command", sorted(commands()))
def test_no_option_is_documented_that_does_not_exist(command: str) -> None:
    parameters = commands()[command].params
    options = {name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)}
    assert set(re.findall(r"--[a-z][a-z-]*", section(command))) <= options | EVERYWHERE


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^## `(\w+)`$", REFERENCE, re.MULTILINE)) == set(commands())


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/command-line.md", *GUIDES]
)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    source = ROOT / page
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", source.read_text(encoding="utf-8"))
    assert [link for link in links if not (source.parent / link).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_path_that_is_named_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:data|docs|etl|dashboard|pages|tests|static|benchmarks)/[\w./]*)`", text)
    assert named, "the page names no path any more"
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_make_commands_of_the_readme_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\bmake ([a-z]+)", readme)) <= targets


def test_the_commands_that_decide_who_comes_in_are_documented_with_their_options() -> None:
    guide = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")
    top: Any = typer.main.get_command(who_comes_in.app)
    every = {f"access {name}": command for name, command in top.commands["access"].commands.items()}
    every |= {name: command for name, command in top.commands.items() if name != "access"}
    for name, command in every.items():
        line = next(
            (row for row in guide.splitlines() if row.startswith(f"| `{name} ") or f"`{name}`" in row), ""
        )
        options = {option for parameter in command.params for option in parameter.opts if option[:2] == "--"}
        assert {option for option in options - COMMON if option not in line} == set(), name
    assert {name for name in re.findall(r"^\| `((?:access )?[a-z]+)[ `]", guide, re.MULTILINE)} == set(every)


def test_every_setting_of_the_sign_in_is_documented() -> None:
    guide = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")
    assert [name for name in signin.SETTINGS if f"`{signin.variable(name)}`" not in guide] == []
