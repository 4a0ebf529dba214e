"""A film in the operator's editor: written out as YAML, read again, shown as a diff, and saved when that is wanted."""

import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from types import FrameType
from typing import Any

from bot.errors import SettingsError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Change, EditError, StaleError, Standing, differences
from bot.knowledge.film import Film
from bot.sources.diff import diff_lines
from bot.sources.entries import film_of
from bot.sources.problem import Problem, Row
from bot.sources.yaml_writer import yaml_document
from bot.terminal.past import film_meant, operator, say

EDITORS = ("editor", "nano", "vi")
"""What is opened when neither VISUAL nor EDITOR says."""

WRONG = "#! "
"""How a line begins that tells what is wrong with the text below; it is taken out again."""


async def edit(catalogue: Catalogue, text: str, environment: Mapping[str, str]) -> None:
    """Let the operator edit the film a text means.

    Raises EditError when no film is meant or the editor fails, SettingsError when there is no editor, and
    CatalogueError when it cannot be saved; the text is then kept.
    """
    editor = _editor(environment)
    stands = await catalogue.standing(await film_meant(catalogue, text))
    if stands.film is None:
        raise EditError(f"{stands.id} is removed; `filmbot undo {stands.id}` brings it back.")
    folder = Path(mkdtemp(prefix="filmbot-"))
    draft = folder / f"{stands.id}.yaml"
    try:
        _write(draft, yaml_document(stands.film.model_copy(update={"id": None})))
        await _edit(catalogue, stands, draft, editor)
    except BaseException:
        say([f"What you wrote is kept in {draft}."])
        raise
    shutil.rmtree(folder)


async def _edit(catalogue: Catalogue, stands: Standing, draft: Path, editor: list[str]) -> None:
    while True:
        film = _written(draft, editor)
        if film is None or not differences(stands.film, film):
            return say(["Nothing was changed."])
        answer = _asked(stands, film)
        while answer == "y":
            try:
                (edit,) = await catalogue.edits.apply([Change(film, stands.id, stands.version)], operator())
            except StaleError as stale:
                if stale.film is None:
                    raise
                say([f"{stale.film.label} was edited meanwhile; this is your change on what stands now:"])
                film = _on_top(stands.film, film, stale.film)
                stands = Standing(stands.id, stale.film, stale.version, file=stands.file)
                answer = _asked(stands, film)
            else:
                return say([f"Saved as edit {edit.n}; `filmbot undo {stands.id}` takes it back.", *_note(stands)])
        if answer == "n":
            return say(["Nothing was changed."])


def _written(draft: Path, editor: list[str]) -> Film | None:
    """The film as the operator leaves it, once it is right; None when the operator gives up with an empty file."""
    while True:
        _open(editor, draft)
        lines = [line for line in draft.read_text("utf-8", "replace").split("\n") if not line.startswith(WRONG)]
        text = "\n".join(lines)
        if not text.strip():
            return None
        found = film_of(draft, text.encode())
        if isinstance(found, Row):
            return found.film
        shown = [_shifted(problem, len(found) + 1) for problem in found]
        head = [f"{WRONG}Mend what follows, or leave nothing in this file to give up:", *(f"{WRONG}{p}" for p in shown)]
        _write(draft, "\n".join([*head, text]))
        say(map(str, shown))
        if _line("Open it again? [Y/n] ").lower()[:1] == "n":
            raise EditError("Nothing was changed.")


def _write(draft: Path, text: str) -> None:
    draft.write_text(text, "utf-8")


def _shifted(problem: Problem, lines: int) -> Problem:
    """The problem with the line it stands on once so many were put before."""
    line = problem.line + lines if problem.line else 0
    return Problem(Path(problem.file).name, line, problem.field, problem.text)


def _asked(stands: Standing, film: Film) -> str:
    """What the operator wants after seeing the diff: y save, n leave it, e edit on."""
    say([f"{film.label}  ({stands.id})", *(f"    {line}" for line in diff_lines(stands.film, film))])
    while True:
        answer = (_line("Save this? [y/n/e: edit on] ")).lower()[:1]
        if answer in {"y", "n", "e"}:
            return answer


def _on_top(base: Film | None, mine: Film, newer: Film) -> Film:
    """A newer film with what was changed in mine."""
    return newer.model_copy(update={d.field: getattr(mine, d.field) for d in differences(base, mine)})


def _note(stands: Standing) -> list[str]:
    if not stands.file:
        return []
    return [f"The films folder has {stands.file}: the edit stays until that file changes, so change it there as well."]


def _editor(environment: Mapping[str, str]) -> list[str]:
    """The words of the command that opens an editor. Raises SettingsError when there is none."""
    wanted = environment.get("VISUAL") or environment.get("EDITOR")
    found = shlex.split(wanted) if wanted else [name for name in EDITORS if shutil.which(name)][:1]
    if not found or not shutil.which(found[0]):
        raise SettingsError(f"There is no editor {wanted or 'here'}; set VISUAL or EDITOR, for example EDITOR=nano.")
    return found


def _open(editor: list[str], draft: Path) -> None:
    with _interrupted(lambda *_: None):  # which is the editor's own affair
        done = subprocess.run([*editor, str(draft)], check=False)
    if done.returncode:
        raise EditError(f"The editor {editor[0]} ended with status {done.returncode}; nothing was changed.")


def _line(question: str) -> str:
    """What the operator types; n at the end of the input."""
    try:
        with _interrupted(signal.default_int_handler):  # at once, not when the event loop is next at work
            return input(question).strip()
    except EOFError:
        print()
        return "n"


@contextmanager
def _interrupted(handler: Callable[[int, FrameType | None], Any]) -> Iterator[None]:
    """What Ctrl-C does in the body."""
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
