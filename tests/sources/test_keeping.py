"""What those who keep entries use: skeletons, formatting, the schema beside them, and a watched folder."""

import asyncio
import json
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import SourceError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.sources.check import check
from bot.sources.entries import film_of
from bot.sources.folder import sync
from bot.sources.formatting import format_entry, formatted_entry
from bot.sources.problem import Row
from bot.sources.schema_file import SCHEMA_COMMENT, SCHEMA_FILE, schema_text
from bot.sources.skeleton import new_entry
from bot.sources.watching import watch
from bot.sources.yaml_writer import yaml_field
from tests.sources.reading_of import written
from tests.sources.strategies import films

FILMS = Path(__file__).parents[2] / "films"


def test_a_skeleton_lacks_only_what_must_be_filled_in(tmp_path: Path) -> None:
    path = new_entry(tmp_path, "10: The Made Film", 1999)
    assert path.name == "10-the-made-film-1999.yaml"
    told = [(problem.field, problem.text.split(";")[0].split(",")[0]) for problem in check([path])]
    missing = ["runtime", "certificates", "directors", "genres", "releases", "summary", "sources"]
    assert sorted(told) == sorted(
        [
            *((field, "is missing") for field in missing),
            ("cast", "should name at least 3 members with their characters"),
        ]
    )
    row = film_of(path, path.read_bytes())
    assert isinstance(row, Row)
    assert (row.film.title, row.film.year) == ("10: The Made Film", 1999)
    with pytest.raises(SourceError, match="is there already"):
        new_entry(tmp_path, "10: The Made Film", 1999)


def test_the_schema_beside_the_shipped_films_is_that_of_the_code(tmp_path: Path) -> None:
    assert (FILMS / SCHEMA_FILE).read_text("utf-8") == schema_text()
    new_entry(tmp_path, "A", 2001)
    assert json.loads((tmp_path / SCHEMA_FILE).read_text("utf-8"))["title"] == "Film"


MESSY = """\
# about the entry
year: 2001
# the title
title: "A"   # as on the poster
genres:
    - Drama
    # first of all
    - "Crime"
languages: ["en"]
summary: |-
  One line # and no comment.
# at the end
"""
TIDY = f"""\
{SCHEMA_COMMENT}
# about the entry
# the title
title: "A"   # as on the poster
year: 2001
genres:
    - Drama
    # first of all
    - "Crime"
languages: [en]
summary: |-
  One line # and no comment.
# at the end
"""


def test_fields_are_put_into_order_and_comments_stay_with_them(tmp_path: Path) -> None:
    path = written(tmp_path, "a-2001.yaml", MESSY)
    assert format_entry(path) is True
    assert path.read_text("utf-8") == TIDY
    assert format_entry(path) is False
    assert (tmp_path / SCHEMA_FILE).is_file()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("title: A\n---\ntitle: B\n", "a.yaml:3: is a second film"),
        ("title: A\nyear: soon\n", "a.yaml:2: year: should be a year"),
        ("---\ntitle: A\n", "a.yaml:1: holds ---, an anchor, alias or tag"),
        ("title: A\ngenres: &g [Drama]\nthemes: *g\n", "a.yaml:2: holds ---, an anchor"),
    ],
)
def test_what_cannot_be_brought_into_form_is_told_and_left(tmp_path: Path, content: str, sentence: str) -> None:
    path = written(tmp_path, "a.yaml", content)
    done = format_entry(path)
    assert isinstance(done, tuple)
    assert str(done[0]).removeprefix(f"{tmp_path}/").startswith(sentence)
    assert path.read_text("utf-8") == content


@settings(deadline=None)
@given(films, st.randoms(), st.lists(st.sampled_from(["# one", "#two", "#  {three: [", "# 'four"]), max_size=6))
def test_a_formatted_entry_is_the_same_film_with_the_same_comments(
    film: Film, chance: Random, notes: list[str]
) -> None:
    fields = [yaml_field(name, value) for name, value in film.document().items() if name != "id"]
    chance.shuffle(fields)
    for note in notes:
        fields.insert(chance.randrange(len(fields) + 1), f"{note}\n")
    path, content = Path("a-film.yaml"), "".join(fields).encode()
    before, once = film_of(path, content), formatted_entry(path, content)
    assert isinstance(before, Row)
    if isinstance(once, bytes):
        after = film_of(path, once)
        assert isinstance(after, Row)
        assert after.film == before.film
        assert formatted_entry(path, once) == once
        lines = once.decode().split("\n")
        assert all(note in lines for note in notes)
    else:
        assert "cannot be brought into form" in once[0].text or "holds ---" in once[0].text


def test_the_shipped_films_can_be_brought_into_form_twice_alike() -> None:
    for path in sorted(FILMS.glob("*.yaml"))[::9]:
        once = formatted_entry(path, path.read_bytes())
        assert isinstance(once, bytes), once
        assert formatted_entry(path, once) == once
        assert yaml.safe_load(once)


async def test_an_edited_entry_is_read_and_a_broken_one_keeps_the_film(
    tmp_path: Path, catalogue: Catalogue, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    path = written(folder, "a-2001.yaml", "title: A\nyear: 2001\nruntime: 90\n")
    await sync(folder, catalogue.edits)
    watching = asyncio.create_task(watch(folder, catalogue.edits))

    async def runtime(content: str, until: int, said: str = "") -> int | None:
        path.write_text(content)
        for _ in range(200):
            film = await catalogue.film("a-2001")
            if film and film.runtime == until and said in caplog.text:
                return film.runtime
            await asyncio.sleep(0.05)
        return None

    assert await runtime("title: A\nyear: 2001\nruntime: 95\n", 95) == 95
    assert await runtime("title: A\nyear: soon\nruntime: 99\n", 95, "a-2001.yaml:2: year: should be a year") == 95
    assert await runtime("title: A\nyear: 2001\nruntime: 99\n", 99) == 99
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching
