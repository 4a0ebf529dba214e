"""The rooms of the house: who may import whom, and what may stand where."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).parent.parent / "bot"

MAY_IMPORT = {
    "errors": set(),
    "matching": set(),
    "knowledge": {"matching", "errors"},
    "sources": {"knowledge", "errors"},
    "questions": {"knowledge", "matching", "errors"},
    "chat": {"questions", "knowledge", "sources", "errors"},
    "terminal": {"questions", "knowledge", "sources", "errors"},
    "settings": {"errors"},
}
"""Room by room what it may use of the house; the command line may use everything."""

STAGES = ("rules", "words", "names", "clauses", "asked", "readings", "answers", "conversation")
"""The rooms of the questions: each uses only those before it."""

ONLY_IN = {
    "discord": {"chat"},
    "yaml": {"sources"},
    "sqlalchemy": {"knowledge"},
    "prompt_toolkit": {"terminal"},
    "rich": {"terminal", "cli"},
    "typer": {"cli"},
}
"""Libraries that belong to a room."""


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


FILES = [file for file in sorted(BOT.rglob("*.py")) if file.name != "__main__.py" and file.parent.name != "cli"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(BOT)))
def test_arrows_point_down(file: Path) -> None:
    room = file.relative_to(BOT).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    for name in imports(file):
        parts = name.split(".")
        if parts[0] == "bot" and len(parts) > 1 and parts[1] != room:
            assert parts[1] in MAY_IMPORT[room], f"{room} may not import {name}"
        assert room in ONLY_IN.get(parts[0], {room}), f"{parts[0]} belongs to {ONLY_IN[parts[0]]}"


@pytest.mark.parametrize("file", sorted((BOT / "questions").glob("*/*.py")), ids=lambda file: "/".join(file.parts[-2:]))
def test_stages_of_a_question_use_only_those_before(file: Path) -> None:
    before = STAGES[: STAGES.index(file.parent.name) + 1]
    used = [name.split(".")[2] for name in imports(file) if name.startswith("bot.questions.")]
    assert set(used) <= set(before), f"{file.parent.name} may not import {used}"


def test_the_rule_sees_what_it_forbids() -> None:
    assert "bot.knowledge.film.Film" in set(imports(BOT / "questions" / "answers" / "card.py"))
    assert "questions" not in MAY_IMPORT["knowledge"]
