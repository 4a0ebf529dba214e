"""The README and .env.example say what the code does."""

import re
import shlex
from pathlib import Path

import pytest
from discord.app_commands import Command
from typer.testing import CliRunner

from bot.chat.cogs.entries import Entries
from bot.cli import app
from bot.knowledge.catalogue import open_catalogue
from bot.questions.ask import ask
from bot.questions.commands import COMMANDS
from bot.questions.conversation.context import Context
from bot.settings import SETTINGS
from bot.sources.folder import sync

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```\w*\n(.*?)```", README, re.DOTALL)


def test_every_command_is_documented_as_it_is() -> None:
    for command in COMMANDS:
        assert f"| `/{command.name} {command.takes}` | {command.description} |" in README


def test_every_command_of_moderators_is_documented_with_its_options() -> None:
    for known in Entries.group.commands:
        assert isinstance(known, Command)
        usage = " ".join(["/entry", known.name, *(parameter.display_name for parameter in known.parameters)])
        assert f"| `{usage}` |" in README


def test_every_setting_is_documented_with_its_default() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    for setting in SETTINGS:
        default = f"`{setting.default}`" if setting.default else "–"
        assert f"| `{setting.name}` | {default} | {setting.meaning} |" in README
        assert f"# {setting.meaning}\n{setting.name}={setting.default}\n" in example
    assert len(re.findall(r"^\w+=", example, re.MULTILINE)) == len(SETTINGS)


def test_every_sub_command_is_documented_with_its_options() -> None:
    documented = dict(re.findall(r"^\| `filmbot (\w+)([^`]*)` \|", README, re.MULTILINE))
    helped = CliRunner().invoke(app, ["--help"]).stdout
    assert set(documented) == set(re.findall(r"^  (\w+)  ", helped.split("Commands:")[1], re.MULTILINE))
    for name, usage in documented.items():
        options = CliRunner().invoke(app, [name, "--help"]).stdout
        for option in re.findall(r"--\w+", usage):
            assert option in options


def test_the_commands_to_start_and_to_test_are_those_that_ci_runs() -> None:
    start, test = (shlex.split(block) for block in BLOCKS if block.startswith("python3 -m venv"))
    assert start[-2:] == [".venv/bin/filmbot", "chat"]
    assert test[-1] == ".venv/bin/pytest"
    assert shlex.join(test).replace("'&&'", "&&") in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:bot|tests|films|\.ci)/[\w/.]*)`", README))))
def test_every_path_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()


async def test_the_sample_conversation_is_real(tmp_path: Path) -> None:
    said = re.findall(r"^(you|filmbot) +(.*)$", BLOCKS[0], re.MULTILINE)
    talk = Context()
    async with open_catalogue(str(tmp_path / "films.db")) as catalogue:
        await sync(ROOT / "films", catalogue.edits)
        for (who, question), (bot, answer) in zip(said[::2], said[1::2], strict=True):
            assert (who, bot) == ("you", "filmbot")
            assert (await ask(question, catalogue, talk)).text == answer
