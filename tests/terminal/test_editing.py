"""Editing, history and undo as an operator uses them: the real command line with an editor that follows a script."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

UP = {"title": "Up", "year": 2009, "runtime": 96, "directors": ["Pete Docter"]}
ROWS = [UP, {"title": "Dune", "year": 1984}, {"title": "Dune", "year": 2021}]

EDITOR = """
import pathlib, sys, subprocess
draft, script = pathlib.Path(sys.argv[1]), pathlib.Path({script!r})
first, *rest = script.read_text().split("\\0")
script.write_text("\\0".join(rest))
exec(first, {{"draft": draft, "text": draft.read_text(), "bot": {bot!r}, "run": subprocess.run}})
"""
"""Does the next thing of the script with the file it is given."""


@pytest.fixture
def filmbot(tmp_path: Path) -> Run:
    """The command line with a database of three films; `does` is what the editor does each time it is opened."""
    (tmp_path / "films.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    editor, script = tmp_path / "editor.py", tmp_path / "script"
    command = [sys.executable, "-m", "bot", "--database", str(tmp_path / "films.db"), "--films", "none"]
    editor.write_text(EDITOR.format(script=str(script), bot=command))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FILMBOT", "DISCORD", "XDG"))}
    environment = kept | {
        "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "LOGNAME": "ann", "VISUAL": f"{sys.executable} {editor}",
    }  # fmt: skip

    def run(
        *arguments: str, stdin: str = "", does: tuple[str, ...] = (), **changed: str
    ) -> "subprocess.CompletedProcess[str]":
        script.write_text("\0".join(does))
        return subprocess.run(
            [*command, *arguments], capture_output=True, text=True, timeout=120, cwd=tmp_path,
            input=stdin, env=environment | changed,
        )  # fmt: skip

    assert run("import", "films.jsonl").returncode == 0
    return run


LONGER = 'draft.write_text(text.replace("runtime: 96", "runtime: 97"))'
WRONG = 'draft.write_text(text.replace("runtime: 96", "runtime: long"))'
EMPTY = 'draft.write_text("")'


def runtime(filmbot: Run) -> str:
    return filmbot("ask", "how long is up").stdout


def test_an_edit_is_shown_confirmed_saved_and_in_the_history(filmbot: Run, tmp_path: Path) -> None:
    done = filmbot("edit", "up", stdin="y\n", does=(LONGER,))
    assert done.stdout == (
        "Up (2009)  (up-2009)\n    runtime:\n    - 96\n    + 97\n"
        "Save this? [y/n/e: edit on] Saved as edit 1; `filmbot undo up-2009` takes it back.\n"
    )
    assert "97 minutes" in runtime(filmbot)
    told = filmbot("history", "up").stdout.splitlines()
    assert told[0].startswith("1  20")
    assert told[0].endswith("UTC  Up (2009): edit by ann")
    assert told[1:] == ["    runtime:", "    - 96", "    + 97"]
    assert not list(tmp_path.glob("filmbot-*"))


def test_what_is_wrong_is_told_in_the_editor_until_it_is_mended(filmbot: Run) -> None:
    mend = (
        'assert "#! up-2009.yaml:5: runtime: " in text, text\n'
        'assert text.split("\\n")[4] == "runtime: long", text\n'
        'draft.write_text(text.replace("runtime: long", "runtime: 97"))'
    )
    done = filmbot("edit", "up", stdin="y\ny\n", does=(WRONG, mend))
    assert "up-2009.yaml:5: runtime: " in done.stdout
    assert "Saved as edit 1" in done.stdout, done.stderr
    assert "97 minutes" in runtime(filmbot)


@pytest.mark.parametrize(
    ("does", "stdin"),
    [((LONGER,), "n\n"), ((LONGER,), ""), (("pass",), ""), ((EMPTY,), ""), ((WRONG, EMPTY), "\n")],
    ids=["said no", "said nothing", "left as it was", "emptied", "given up"],
)  # fmt: skip
def test_nothing_is_saved_that_was_not_agreed_to(filmbot: Run, does: tuple[str, ...], stdin: str) -> None:
    done = filmbot("edit", "up", stdin=stdin, does=does)
    assert done.stdout.endswith("Nothing was changed.\n")
    assert done.returncode == 0
    assert "96 minutes" in runtime(filmbot)
    assert "has not been edited" in filmbot("history", "up").stdout


def test_one_can_edit_on_after_seeing_the_diff(filmbot: Run) -> None:
    again = 'draft.write_text(text.replace("runtime: 97", "runtime: 98"))'
    done = filmbot("edit", "up", stdin="e\ny\n", does=(LONGER, again))
    assert "+ 98" in done.stdout
    assert "98 minutes" in runtime(filmbot)


def test_an_edit_made_meanwhile_is_kept_and_ones_own_shown_on_it(filmbot: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    meanwhile = f'run([*bot, "import", {str(other)!r}], check=True)\n{LONGER}'
    other.write_text(json.dumps(UP | {"genres": ["Comedy"]}) + "\n")
    done = filmbot("edit", "up", stdin="y\ny\n", does=(meanwhile,))
    assert "was edited meanwhile" in done.stdout
    assert done.stdout.count("runtime:") == 2
    assert "genres:" not in done.stdout
    assert "97 minutes" in runtime(filmbot)
    assert "comedy" in filmbot("ask", "what genre is up").stdout.lower()


def test_undo_steps_back_and_goes_to_any_version(filmbot: Run) -> None:
    filmbot("edit", "up", stdin="y\n", does=(LONGER,))
    filmbot("edit", "up", stdin="y\n", does=('draft.write_text(text.replace("title: Up", "title: Up Again"))',))
    done = filmbot("undo", "up", "again")
    assert "Up (2009): undo of 2 by ann\n    title:\n    - Up Again\n    + Up\n" in done.stdout
    assert "96 minutes" in (filmbot("undo", "up").stdout and runtime(filmbot))
    done = filmbot("undo", "up")
    assert (done.returncode, done.stderr) == (1, "filmbot: There is nothing more to undo in up-2009.\n")
    filmbot("undo", "up", "--to", "2")
    assert "97 minutes" in filmbot("ask", "how long is up again").stdout
    assert filmbot("history", "up again").stdout.count("UTC") == 5
    filmbot("undo", "up-2009", "--to", "0")
    assert "96 minutes" in runtime(filmbot)
    done = filmbot("undo", "up", "--to", "44")
    assert done.stderr == "filmbot: up-2009 has no version 44; its history says which there are.\n"


def test_a_film_that_is_gone_with_its_file_has_its_history_and_comes_back(filmbot: Run, tmp_path: Path) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    for name in ("brave-2012", "cars-2006"):
        (folder / f"{name}.yaml").write_text(f"title: {name[:-5].title()}\nyear: {name[-4:]}\nruntime: 96\n")

    def synced(*arguments: str, **others: Any) -> "subprocess.CompletedProcess[str]":
        return filmbot("--films", str(folder), *arguments, **others)

    assert "Saved as edit 1" in synced("edit", "brave", stdin="y\n", does=(LONGER,)).stdout
    for path in folder.iterdir():
        path.unlink()
    removed = "Brave (2012): file\n    the film was removed\n"
    for named in ("brave", "Brave (2012)", "brave-2012"):
        assert removed in synced("history", named).stdout, named
    assert "Brave (2012): undo of 2 by ann\n" in synced("undo", "brave").stdout
    assert "97 minutes" in synced("ask", "how long is brave").stdout
    assert synced("history", "cars").stdout == (
        "cars-2006 has not been edited; it is gone with its file of the films folder; "
        "`filmbot undo cars-2006` brings it back.\n"
    )
    assert "Cars (2006): restore by ann\n" in synced("undo", "cars").stdout
    assert "96 minutes" in synced("ask", "how long is cars").stdout
    assert "Cars (2006): undo of 1 by ann\n    the film was removed\n" in synced("undo", "cars").stdout


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("dune", "“dune” may be any of these; name one by its id:\n  dune-2021  Dune (2021)\n  dune-1984  Dune (1984)"),
        ("zzzzqqqq", "“zzzzqqqq” is no film here."),
    ],
)
def test_a_film_that_is_not_clear_is_asked_for(filmbot: Run, title: str, said: str) -> None:
    for command in ("edit", "history", "undo"):
        done = filmbot(command, title)
        assert done.returncode == 1
        assert set(done.stderr.removeprefix("filmbot: ").splitlines()) == set(said.splitlines())


def test_an_editor_that_fails_or_is_not_there_is_said_in_a_sentence(filmbot: Run, tmp_path: Path) -> None:
    done = filmbot("edit", "up", does=(f"{LONGER}\nraise SystemExit(3)",))
    assert done.stderr.endswith("ended with status 3; nothing was changed.\n")
    (kept,) = tmp_path.glob("filmbot-*/up-2009.yaml")
    assert f"What you wrote is kept in {kept}." in done.stdout
    assert "runtime: 97" in kept.read_text()
    done = filmbot("edit", "up", VISUAL="no-such-editor -w")
    assert done.stderr == (
        "filmbot: There is no editor no-such-editor -w; set VISUAL or EDITOR, for example EDITOR=nano.\n"
    )


def test_an_edit_of_an_entry_of_the_films_folder_says_how_long_it_stays(filmbot: Run, tmp_path: Path) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    entry = folder / "cars-2006.yaml"
    entry.write_text("title: Cars\nyear: 2006\nruntime: 117\n")
    longer = 'draft.write_text(text.replace("117", "118"))'
    done = filmbot("--films", str(folder), "edit", "cars", stdin="y\n", does=(longer,))
    assert "The films folder has cars-2006.yaml" in done.stdout
    assert "118 minutes" in filmbot("--films", str(folder), "ask", "how long is cars").stdout
    entry.write_text("title: Cars\nyear: 2006\nruntime: 119\n")
    assert "119 minutes" in filmbot("--films", str(folder), "ask", "how long is cars").stdout
    told = filmbot("--films", str(folder), "history", "cars").stdout
    assert "Cars (2006): file\n    runtime:\n    - 118\n    + 119\n" in told
