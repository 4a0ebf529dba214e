"""The command line as its users run it: a real process, real files, a real database."""

import gzip
import json
import os
import pty
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
ROWS = [
    {"title": "The Sessions", "year": 2012, "runtime": 95, "directors": ["Ben Lewin"]},
    {"title": "Dune", "year": 1984, "runtime": 137, "directors": ["David Lynch"]},
    {"title": "Dune", "year": 2021, "runtime": 155, "directors": ["Denis Villeneuve"]},
    {"title": "**@everyone** [bold]", "year": 1999, "runtime": 60},
]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a person who has set nothing, with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FILMBOT", "DISCORD", "XDG"))}
    return kept | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share"), "COLUMNS": "100"}


@pytest.fixture
def filmbot(tmp_path: Path, environment: dict[str, str]) -> Run:
    def run(*arguments: str, stdin: str = "", **options: Any) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "bot", *arguments]
        given: dict[str, Any] = {"input": stdin, "cwd": tmp_path, "env": environment, "timeout": 60} | options
        return subprocess.run(command, capture_output=True, text=True, **given)

    return run


@pytest.fixture
def few(filmbot: Run, tmp_path: Path) -> Run:
    """The command line with a database of four films and nothing else."""
    file = tmp_path / "few.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    options = ("--database", str(tmp_path / "few.db"), "--films", "none")

    def run(*arguments: str, stdin: str = "", **others: Any) -> "subprocess.CompletedProcess[str]":
        return filmbot(*options, *arguments, stdin=stdin, **others)

    assert run("import", str(file)).stdout == f"{file}: 4 added, 0 refused.\n"
    return run


def test_a_question_is_answered_from_the_shipped_films(filmbot: Run) -> None:
    done = filmbot("ask", "how", "long", "is", "the", "sesions?")
    assert (done.stdout, done.stderr, done.returncode) == ("The Sessions (2012) runs 95 minutes (1 h 35 min).\n", "", 0)


def test_answers_as_json_have_the_fields_programs_read(few: Run) -> None:
    done = few("ask", "--json", "how long is the sessions")
    assert json.loads(done.stdout) == {
        "question": "how long is the sessions",
        "kind": "answer",
        "text": "The Sessions (2012) runs 95 minutes (1 h 35 min).",
        "values": [95],
        "films": [{"id": "the-sessions-2012", "title": "The Sessions", "year": 2012}],
        "because": [],
    }


def test_questions_on_standard_input_are_answered_line_by_line(few: Run) -> None:
    done = few("ask", "--json", "-", stdin="how long is dune\n\nrubbish\r\nwho directed the sessions")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["kind"] for answer in answers] == ["choice", "none", "none", "answer"]
    assert answers[3]["values"] == ["Ben Lewin"]


def test_an_answer_comes_before_the_next_question(few: Run, tmp_path: Path, environment: dict[str, str]) -> None:
    command = [
        sys.executable,
        "-m",
        "bot",
        "--database",
        str(tmp_path / "few.db"),
        "--films",
        "none",
        "find",
        "--json",
        "-",
    ]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=tmp_path, env=environment) as process:
        assert process.stdin
        assert process.stdout
        for title in ("the sesions", "dune 1984"):
            process.stdin.write(f"{title}\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["query"] == title
        process.stdin.close()
        assert process.wait(20) == 0


def test_matches_as_json(few: Run) -> None:
    found = json.loads(few("find", "--json", "--limit", "2", "dune").stdout)
    assert (found["query"], found["verdict"]) == ("dune", "ambiguous")
    assert {(match["id"], match["title"], match["year"]) for match in found["matches"]} == {
        ("dune-1984", "Dune", 1984),
        ("dune-2021", "Dune", 2021),
    }
    assert set(found["matches"][0]) == {"id", "title", "year", "score"}


def test_the_entry_of_a_film_that_is_not_clear_is_asked_for(few: Run) -> None:
    done = few("show", "the sesions 1950")
    assert done.stderr == (
        "filmbot: “the sesions 1950” is no film here. The nearest:\n"
        "  the-sessions-2012  The Sessions (2012) · Ben Lewin\n"
    )
    assert few("show", "dune").stderr.startswith("filmbot: “dune” may be any of these; name one by its id:\n  dune-")


def test_lines_of_a_conversation_belong_together(few: Run) -> None:
    done = few("ask", "--conversation", "-", stdin="how long is dune\nthe 1984 one\nwho directed it?\n")
    assert done.stdout.splitlines()[1:] == [
        "Dune (1984) runs 137 minutes (2 h 17 min).",
        "Dune (1984) was directed by David Lynch.",
    ]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.yaml"])
def test_an_export_imported_elsewhere_gives_the_same_films(few: Run, filmbot: Run, tmp_path: Path, name: str) -> None:
    few("export", name, check=True)
    other = ("--database", "other.db", "--films", "none")
    assert filmbot(*other, "import", name).stdout == f"{name}: 4 added, 0 refused.\n"
    assert filmbot(*other, "export").stdout == few("export").stdout != ""
    assert filmbot(*other, "import", name).stdout == f"{name}: 0 added, 4 unchanged, 0 refused.\n"


def test_a_hyphen_is_standard_input_and_output(few: Run, filmbot: Run, tmp_path: Path) -> None:
    written = few("export", "-").stdout
    assert written == few("export").stdout
    done = filmbot("--database", "other.db", "--films", "none", "import", "-", stdin=written + '{"year": 2001}\n')
    assert done.stdout == "standard input: 4 added, 1 refused.\n"
    assert done.stderr.startswith("standard input:5: title: ")
    assert not (tmp_path / "-").exists()


def test_an_export_replaces_a_file_only_when_told_to(few: Run, tmp_path: Path) -> None:
    (tmp_path / "kept.jsonl").write_text("mine")
    done = few("export", "kept.jsonl")
    said = "filmbot: There is a file kept.jsonl already; name another one, or replace it with --force.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
    assert (tmp_path / "kept.jsonl").read_text() == "mine"
    assert few("export", "--force", "kept.jsonl").stdout == "4 films written to kept.jsonl.\n"
    assert (tmp_path / "kept.jsonl").read_text() == few("export").stdout


def test_a_named_database_that_is_not_there_is_made_and_told(filmbot: Run, tmp_path: Path) -> None:
    for n, command in enumerate((("ask", "how long is up"), ("find", "up"), ("export",), ("history", "up"))):
        file = tmp_path / f"mistyped-{n}.db"
        done = filmbot("--database", str(file), "--films", "none", *command)
        assert done.stderr.startswith(f"filmbot: There was no database {file}; a new one has been made.\n"), command
        assert "no database" not in filmbot("--database", str(file), "--films", "none", *command).stderr
    assert "no database" not in filmbot("--films", "none", "ask", "how long is up").stderr


def test_bad_rows_are_told_by_line_and_the_others_come_in(few: Run, tmp_path: Path) -> None:
    (tmp_path / "mixed.jsonl").write_text(
        '{"title": "Up"}\n{"title": "Roma", "runtime": "long"}\nnot json\n{"title": "M"}\n'
    )
    done = few("import", "mixed.jsonl")
    assert done.stdout == "mixed.jsonl: 2 added, 2 refused.\n"
    first, second = done.stderr.splitlines()
    assert first.startswith("mixed.jsonl:2: runtime: ")
    assert second.startswith("mixed.jsonl:3: ")


def test_a_full_disk_keeps_what_was_there(few: Run, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "many.jsonl.gz", "wt") as file:
        for number in range(20_000):
            file.write(json.dumps({"title": f"Film {number}", "summary": "A long summary. " * 40}) + "\n")

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))

    done = few("import", "many.jsonl.gz", preexec_fn=small_disk)
    assert done.returncode == 1
    assert done.stderr.startswith("filmbot: The database ")
    assert "Nothing was changed" in done.stderr or "nothing was changed" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(few("export").stdout.splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--database", "mysql://host/films", "ask", "up"), "SQLite or PostgreSQL"),
        (("--database", "", "ask", "up"), ""),
        (("--database", ":memory:", "ask", "up"), "names no file"),
        (("--database", "sqlite:///films.db?mode=ro", "ask", "up"), "does not know mode"),
        (("--films", "nowhere", "ask", "up"), "There is no folder nowhere"),
        (("--films", "none", "run"), "DISCORD_TOKEN"),
        (("--films", "none", "import", "nowhere.jsonl"), "nowhere.jsonl"),
        (("--films", "none", "export", "no/such/folder.jsonl"), "no/such/folder.jsonl"),
        (("new", " ", "2020"), "The title is empty"),
        (("new", "--in", "no/folder", "Up", "2009"), "There is no folder no/folder; make it first, or name another."),
        (("--films", "none", "show", "zzzzqqqq"), "“zzzzqqqq” is no film here."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(filmbot: Run, arguments: tuple[str, ...], says: str) -> None:
    done = filmbot(*arguments)
    if says:
        assert done.returncode == 1
        assert done.stderr.startswith("filmbot: ")
        assert says in done.stderr
        assert done.stderr.count("\n") == 1


def test_an_environment_file_of_another_encoding_is_told(filmbot: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FILMBOT_FILMS=none\n", encoding="utf-16")
    done = filmbot("ask", "up")
    assert (done.returncode, done.stderr) == (1, "filmbot: The file .env is not in UTF-8; save it so.\n")


def test_an_import_of_which_nothing_can_be_read_fails(filmbot: Run, tmp_path: Path) -> None:
    (tmp_path / "films.jsonl").write_text('{"year": 2001}\n')
    done = filmbot("--films", "none", "import", "films.jsonl")
    assert done.returncode == 1
    assert "1 refused" in done.stdout


def test_check_tells_every_problem_and_fails(filmbot: Run, tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "up-2009.yaml").write_text("title: Up\nyear: 2009\nruntime: long\nactors: []\n")
    done = filmbot("check", "entries")
    assert done.returncode == 1
    assert [line.split(": ")[:2] for line in done.stdout.splitlines()] == [
        ["entries/up-2009.yaml:3", "runtime"],
        ["entries/up-2009.yaml:4", "actors"],
    ]


def test_the_shipped_films_pass_the_check(filmbot: Run) -> None:
    done = filmbot("check")
    assert [line for line in done.stdout.splitlines() if ": warning: " not in line] == []
    assert done.returncode == 0


def test_the_schema_is_json(filmbot: Run) -> None:
    assert json.loads(filmbot("check", "--schema").stdout)["required"] == ["title"]


def test_a_changed_folder_is_followed_and_a_bad_file_told(filmbot: Run, tmp_path: Path) -> None:
    folder = tmp_path / "entries"
    folder.mkdir()
    (folder / "up-2009.yaml").write_text("title: Up\nyear: 2009\nruntime: 96\n")
    (folder / "m-1931.yaml").write_text("title: M\nyear: 1931\n\truntime: 111\n")
    options = ("--database", "own.db", "--films", "entries")
    done = filmbot(*options, "ask", "how long is up")
    assert done.stdout == "Up (2009) runs 96 minutes (1 h 36 min).\n"
    assert done.stderr.startswith("entries/m-1931.yaml:3")
    (folder / "m-1931.yaml").write_text("title: M\nyear: 1931\nruntime: 111\n")
    (folder / "up-2009.yaml").unlink()
    done = filmbot(*options, "find", "up")
    assert (done.stdout.splitlines()[0], done.stderr) == ("none", "")
    assert filmbot(*options, "ask", "how long is m").stdout == "M (1931) runs 111 minutes (1 h 51 min).\n"


@pytest.mark.parametrize(
    "command", ["chat", "run", "ask", "find", "import", "fetch", "show", "new", "format", "export", "check"]
)
def test_help_shows_an_example(filmbot: Run, command: str) -> None:
    assert "Example: " in filmbot(command, "--help").stdout
    assert f"  {command} " in filmbot("--help").stdout


def test_settings_come_from_a_dotenv_file(filmbot: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FILMBOT_DATABASE=kept.db\nFILMBOT_FILMS=none\n")
    filmbot("find", "up")
    assert (tmp_path / "kept.db").is_file()


def test_the_home_server_is_a_number(filmbot: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FILMBOT_HOME_SERVER=Our Cinema\nFILMBOT_FILMS=none\n")
    refused = filmbot("find", "up")
    assert refused.returncode == 1
    assert refused.stderr == (
        "filmbot: FILMBOT_HOME_SERVER is 'Our Cinema'; write the number that Copy Server ID gives, or nothing.\n"
    )


def test_chat_reads_a_pipe(few: Run) -> None:
    done = few("chat", stdin="how long is dune\n2\nwho directed it?\n/quit\n")
    assert done.returncode == 0
    assert "was directed by" in done.stdout


def test_chat_on_a_terminal_answers_and_leaves(few: Run, tmp_path: Path, environment: dict[str, str]) -> None:
    terminal, inside = pty.openpty()
    command = [sys.executable, "-m", "bot", "--database", str(tmp_path / "few.db"), "--films", "none", "chat"]
    with subprocess.Popen(
        command, stdin=inside, stdout=inside, stderr=inside, env=environment | {"TERM": "xterm"}, start_new_session=True
    ) as process:
        os.close(inside)
        shown, typed, end = b"", [b"how long is the sesions\r", b"/quit\r"], time.monotonic() + 30
        while time.monotonic() < end:
            if select.select([terminal], [], [], 0.5)[0]:
                try:
                    shown += os.read(terminal, 65536)
                except OSError:
                    break
            elif typed:
                os.write(terminal, typed.pop(0))
        assert process.wait(10) == 0
    os.close(terminal)
    assert b"95 minutes" in shown


@pytest.mark.parametrize(("name", "count"), [("films_tmdb", 4802), ("films_wikipedia", 36273)])
def test_real_data_loads_whole(filmbot: Run, name: str, count: int) -> None:
    file = SHARED / f"{name}.jsonl.gz"
    if not file.exists():
        pytest.skip("the data sets are not here")
    done = filmbot("--database", "real.db", "--films", "none", "import", str(file))
    counts = {
        word: int(number.replace(",", ""))
        for number, word in map(str.split, done.stdout.split(": ")[1].strip(".\n").split(", "))
    }
    assert counts["refused"] == 0
    assert counts["added"] + counts.get("unchanged", 0) == count


def test_an_entry_edited_while_the_chat_runs_is_answered_from(
    filmbot: Run, tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    entry = folder / "made-2001.yaml"
    entry.write_text("title: Made\nyear: 2001\nruntime: 90\n")
    command = [sys.executable, "-m", "bot", "--database", str(tmp_path / "made.db"), "--films", str(folder), "chat"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, bufsize=1
    ) as process:
        assert process.stdin
        assert process.stdout

        def minutes() -> str:
            assert process.stdin
            assert process.stdout
            process.stdin.write("how long is made\n")
            process.stdin.flush()
            return next(line for line in process.stdout if "Made (2001) runs" in line)

        assert "90 minutes" in minutes()
        entry.write_text("title: Made\nyear: 2001\nruntime: 95\n")
        end = time.monotonic() + 30
        while "95 minutes" not in (said := minutes()) and time.monotonic() < end:
            time.sleep(0.2)
        assert "95 minutes" in said
        process.stdin.close()
        assert process.wait(10) == 0
