"""The catalogue keeps step with a folder: only what changed is read, and a bad file takes nothing with it."""

import os
from pathlib import Path
from typing import Any

import pytest

from bot.errors import SourceError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Change, with_field
from bot.knowledge.film import Film
from bot.knowledge.origins import Origins
from bot.sources import folder as folder_module
from bot.sources.folder import sync
from bot.sources.report import Report
from tests.sources.reading_of import forbid

FILMS = Path(__file__).parents[2] / "films"
SERVER = 2**60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two good films."""
    place = tmp_path / "films"
    place.mkdir()
    put(place / "a-2001.yaml", "title: A\nyear: 2001\n")
    put(place / "b-2002.yaml", "title: B\nyear: 2002\n")
    return place


def put(path: Path, content: str | bytes, age: float = 60) -> None:
    """Write a file as if so many seconds ago."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    past = path.stat().st_mtime_ns - int(age * 1e9)
    os.utime(path, ns=(past, past))


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.removed, report.refused


async def titles(catalogue: Catalogue) -> dict[str | None, str]:
    return {film.id: film.title async for film in catalogue.all()}


async def test_every_file_is_a_film_under_its_name(folder: Path, catalogue: Catalogue) -> None:
    report = await sync(folder, catalogue.edits)
    assert counts(report) == (2, 0, 0, 0, 0)
    assert await titles(catalogue) == {"a-2001": "A", "b-2002": "B"}


async def test_an_entry_that_states_no_popularity_has_one_by_its_awards_and_titles(
    folder: Path, catalogue: Catalogue
) -> None:
    awards = "awards: [{award: A, result: won}, {award: B, result: nominated}]\n"
    put(folder / "c.yaml", f"title: C\nalso_known_as: [D]\n{awards}")
    put(folder / "d.yaml", f"title: D\npopularity: 7\n{awards}")
    await sync(folder, catalogue.edits)
    known = {film.id: film.popularity async for film in catalogue.all()}
    assert known == {"a-2001": 0, "b-2002": 0, "c": 400, "d": 7}


async def test_what_did_not_change_is_not_read(
    folder: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder / "c.yaml", "titel: C\n")
    await sync(folder, catalogue.edits)
    for path in folder.iterdir():
        content = path.stat()
        path.write_bytes(b"x" * content.st_size)
        os.utime(path, ns=(content.st_atime_ns, content.st_mtime_ns))
    report = await sync(folder, catalogue.edits)
    assert counts(report) == (0, 0, 2, 0, 1)
    assert await titles(catalogue) == {"a-2001": "A", "b-2002": "B"}


async def test_a_changed_file_changes_its_film_whole(folder: Path, catalogue: Catalogue) -> None:
    put(folder / "a-2001.yaml", "title: A\nyear: 2001\nruntime: 95\n", age=50)
    await sync(folder, catalogue.edits)
    put(folder / "a-2001.yaml", "title: Ah\nyear: 2001\n", age=40)
    assert counts(await sync(folder, catalogue.edits)) == (0, 1, 1, 0, 0)
    assert await catalogue.film("a-2001") == Film(id="a-2001", title="Ah", year=2001)


async def test_a_file_that_was_only_touched_changes_nothing(folder: Path, catalogue: Catalogue) -> None:
    put(folder / "c.yaml", "titel: C\n")
    first = await sync(folder, catalogue.edits)
    for path in folder.iterdir():
        os.utime(path)
    second = await sync(folder, catalogue.edits)
    assert counts(second) == (0, 0, 2, 0, 1)
    assert second.problems == first.problems


async def test_a_file_changed_twice_within_a_tick_of_the_clock_is_read_again(
    folder: Path, catalogue: Catalogue
) -> None:
    put(folder / "a-2001.yaml", "title: A1\n", age=0)
    before = (folder / "a-2001.yaml").stat()
    await sync(folder, catalogue.edits)
    put(folder / "a-2001.yaml", "title: A2\n")
    os.utime(folder / "a-2001.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert counts(await sync(folder, catalogue.edits)) == (0, 1, 1, 0, 0)
    assert (await titles(catalogue))["a-2001"] == "A2"


async def test_a_removed_file_removes_its_film(folder: Path, catalogue: Catalogue) -> None:
    await sync(folder, catalogue.edits)
    (folder / "a-2001.yaml").unlink()
    assert counts(await sync(folder, catalogue.edits)) == (0, 0, 1, 1, 0)
    assert await titles(catalogue) == {"b-2002": "B"}
    assert counts(await sync(folder, catalogue.edits)) == (0, 0, 1, 0, 0)


async def test_a_film_that_was_imported_stays_when_files_go(folder: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put([Film(title="Imported", year=1999)])
    await sync(folder, catalogue.edits)
    for path in folder.iterdir():
        path.unlink()
    assert counts(await sync(folder, catalogue.edits)) == (0, 0, 0, 2, 0)
    assert list(await titles(catalogue)) == ["imported-1999"]


async def edit(view: Catalogue, field: str, value: object, film_id: str = "a-2001") -> None:
    there = await view.standing(film_id)
    assert there.film
    await view.edits.apply([Change(with_field(there.film, field, value), film_id, there.version)], "ann")


async def runtime(view: Catalogue, film_id: str = "a-2001") -> int | None:
    film = await view.film(film_id)
    return film.runtime if film else None


async def imported(catalogue: Catalogue, **said: Any) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put([Film.model_validate({"title": "A", "year": 2001, **said})], "TMDB")


async def test_a_renamed_file_is_the_same_film_under_the_new_name(folder: Path, catalogue: Catalogue) -> None:
    await sync(folder, catalogue.edits)
    server = catalogue.of(SERVER)
    await edit(catalogue, "runtime", 95)
    await edit(catalogue, "title", "Ah")
    await edit(server, "runtime", 96)
    (folder / "a-2001.yaml").rename(folder / "a-2002.yml")
    assert counts(await sync(folder, catalogue.edits)) == (0, 0, 2, 0, 0)
    assert await titles(catalogue) == {"a-2002": "Ah", "b-2002": "B"}
    assert [film.label for film in (await catalogue.find("ah")).films] == ["Ah (2001)"]
    assert (await runtime(catalogue, "a-2002"), await runtime(server, "a-2002")) == (95, 96)
    assert await server.count() == 2
    assert [edit.n for edit in await catalogue.edits.history("a-2002")] == [2, 1]
    await catalogue.edits.undo("a-2002", "ann")
    assert await titles(catalogue) == {"a-2002": "A", "b-2002": "B"}
    assert counts(await sync(folder, catalogue.edits)) == (0, 0, 2, 0, 0)


async def test_a_file_renamed_to_what_another_film_is_called_leaves_that_its_history(
    folder: Path, catalogue: Catalogue
) -> None:
    await sync(folder, catalogue.edits)
    await edit(catalogue, "runtime", 95)
    await edit(catalogue, "runtime", 96, "b-2002")
    (folder / "a-2001.yaml").replace(folder / "b-2002.yaml")
    assert counts(await sync(folder, catalogue.edits)) == (0, 1, 0, 1, 0)
    assert await titles(catalogue) == {"b-2002": "A"}
    assert [edit.n for edit in await catalogue.edits.history("b-2002")] == [2, 1]
    assert [edit.n for edit in await catalogue.edits.history("a-2001")] == [2, 1]


@pytest.mark.parametrize("imports", [True, False])
async def test_a_file_that_comes_back_finds_its_film_as_it_was_edited(
    folder: Path, catalogue: Catalogue, imports: bool
) -> None:
    if imports:
        await imported(catalogue, summary="Imported.")
    await sync(folder, catalogue.edits)
    await edit(catalogue, "runtime", 95)
    for _ in range(2):
        (folder / "a-2001.yaml").rename(folder / "_a.yaml")
        await sync(folder, catalogue.edits)
        assert await runtime(catalogue) == (95 if imports else None)
        (folder / "_a.yaml").rename(folder / "a-2001.yaml")
        assert counts(await sync(folder, catalogue.edits))[2:] == (1, 0, 0)
        assert await catalogue.film("a-2001") == Film(id="a-2001", title="A", year=2001, runtime=95)
    assert counts(await sync(folder, catalogue.edits)) == (0, 0, 2, 0, 0)


async def test_what_happens_while_a_file_is_gone_stays_when_it_comes_back(folder: Path, catalogue: Catalogue) -> None:
    await imported(catalogue, summary="Imported.")
    await sync(folder, catalogue.edits)
    await edit(catalogue, "runtime", 95)
    (folder / "a-2001.yaml").rename(folder / "_a.yaml")
    await sync(folder, catalogue.edits)
    await edit(catalogue, "genres", ["Drama"])
    await imported(catalogue, countries=["US"])
    (folder / "_a.yaml").rename(folder / "a-2001.yaml")
    await sync(folder, catalogue.edits)
    film = await catalogue.film("a-2001")
    assert film
    assert (film.runtime, film.genres, film.countries, film.summary) == (95, ("Drama",), ("US",), None)


async def test_a_film_that_was_removed_stays_so_though_its_file_comes_back(folder: Path, catalogue: Catalogue) -> None:
    await imported(catalogue, summary="Imported.")
    await sync(folder, catalogue.edits)
    await catalogue.edits.apply([Change(None, "a-2001", (await catalogue.standing("a-2001")).version)], "ann")
    for before, after in (("a-2001.yaml", "_a.yaml"), ("_a.yaml", "a-2001.yaml")):
        (folder / before).rename(folder / after)
        await sync(folder, catalogue.edits)
        assert await titles(catalogue) == {"b-2002": "B"}
    await catalogue.edits.restore("a-2001", "ann")
    assert await titles(catalogue) == {"a-2001": "A", "b-2002": "B"}


@pytest.mark.parametrize("first", [True, False], ids=["before the file", "after the file"])
async def test_what_was_imported_of_a_film_stays_when_its_file_goes(
    folder: Path, catalogue: Catalogue, first: bool
) -> None:
    said: dict[str, Any] = {"runtime": 98, "summary": "Imported.", "links": {"tmdb": "7"}}
    if first:
        await imported(catalogue, **said)
    put(folder / "a-2001.yaml", "title: A\nyear: 2001\nruntime: 95\nsummary: Of the file.\n", age=50)
    await sync(folder, catalogue.edits)
    if not first:
        await imported(catalogue, **said)
    assert await runtime(catalogue) == 95
    (folder / "a-2001.yaml").unlink()
    assert counts(await sync(folder, catalogue.edits)) == (0, 1, 1, 0, 0)
    assert await catalogue.film("a-2001") == Film(id="a-2001", title="A", year=2001, **said)
    assert await catalogue.origins("a-2001") == Origins("TMDB")
    assert [film.id for film in (await catalogue.find("a 2001")).films][:1] == ["a-2001"]


async def test_another_ending_keeps_the_film(folder: Path, catalogue: Catalogue) -> None:
    await sync(folder, catalogue.edits)
    await edit(catalogue, "runtime", 95)
    (folder / "a-2001.yaml").rename(folder / "a-2001.yml")
    assert counts(await sync(folder, catalogue.edits)) == (0, 0, 2, 0, 0)
    assert await titles(catalogue) == {"a-2001": "A", "b-2002": "B"}
    assert await runtime(catalogue) == 95


BAD: dict[str, str | bytes] = {
    "a tab": "title: A\n\tyear: 2001\n",
    "a wrong type": "title: A\nyear: long ago\n",
    "nothing": "",
    "two films": "title: A\n---\ntitle: B\n",
    "a list of two films": "- title: A\n- title: B\n",
    "a second film that is bad": "title: A\n---\ntitel: B\n",
    "binary": bytes(5000),
    "over a megabyte": "title: A\nplot: " + "x" * 2_000_000,
    "another id": "id: b-2002\ntitle: A\n",
    "no UTF-8": b"title: \xff\n",
}


@pytest.mark.parametrize("bad", BAD)
async def test_a_bad_file_is_told_at_each_sync_and_the_others_are_read(
    folder: Path, catalogue: Catalogue, bad: str
) -> None:
    put(folder / "a-2001.yaml", BAD[bad])
    first, second = await sync(folder, catalogue.edits), await sync(folder, catalogue.edits)
    assert counts(first) == (1, 0, 0, 0, 1)
    assert counts(second) == (0, 0, 1, 0, 1)
    assert first.problems == second.problems
    assert all(problem.file == str(folder / "a-2001.yaml") for problem in first.problems)
    assert await titles(catalogue) == {"b-2002": "B"}


@pytest.mark.parametrize("bad", BAD)
async def test_a_file_that_becomes_bad_keeps_its_film_until_it_is_mended(
    folder: Path, catalogue: Catalogue, bad: str
) -> None:
    await sync(folder, catalogue.edits)
    put(folder / "a-2001.yaml", BAD[bad], age=50)
    for _ in range(2):
        assert counts(await sync(folder, catalogue.edits)) == (0, 0, 1, 0, 1)
        assert await titles(catalogue) == {"a-2001": "A", "b-2002": "B"}
    put(folder / "a-2001.yaml", "title: Mended\n", age=40)
    assert counts(await sync(folder, catalogue.edits)) == (0, 1, 1, 0, 0)
    (folder / "b-2002.yaml").unlink()
    put(folder / "a-2001.yaml", BAD[bad], age=30)
    await sync(folder, catalogue.edits)
    (folder / "a-2001.yaml").unlink()
    await sync(folder, catalogue.edits)
    assert await titles(catalogue) == {}


async def test_the_id_may_stand_in_the_file_when_it_is_the_name(folder: Path, catalogue: Catalogue) -> None:
    put(folder / "a-2001.yaml", "id: a-2001\ntitle: A\n")
    assert counts(await sync(folder, catalogue.edits)) == (2, 0, 0, 0, 0)


async def test_an_id_that_differs_is_told_with_its_line(folder: Path, catalogue: Catalogue) -> None:
    put(folder / "a-2001.yaml", "title: A\nid: c\n")
    (problem,) = (await sync(folder, catalogue.edits)).problems
    assert (problem.line, problem.field) == (2, "id")
    assert problem.text == "is c, but the file's name says a-2001; delete the line or rename the file"


@pytest.mark.parametrize("name", ["A-2001.yaml", "a film.yaml", "ä.yaml", "a--b.yaml", "x" * 130 + ".yaml", "a_b.yml"])
async def test_a_bad_name_is_told(folder: Path, catalogue: Catalogue, name: str) -> None:
    put(folder / name, "title: A\n")
    for report in (await sync(folder, catalogue.edits), await sync(folder, catalogue.edits)):
        (problem,) = report.problems
        assert problem.text.startswith("the name gives the film's id")
    assert len(await titles(catalogue)) == 2


async def test_two_files_of_one_id_are_told_and_the_first_is_read(folder: Path, catalogue: Catalogue) -> None:
    put(folder / "a-2001.yml", "title: Other\n")
    report = await sync(folder, catalogue.edits)
    assert [str(problem) for problem in report.problems] == [
        f"{folder / 'a-2001.yml'}: a-2001.yaml is the same film; delete one of the two files"
    ]
    assert (await titles(catalogue))["a-2001"] == "A"


async def test_other_names_are_passed_over(folder: Path, catalogue: Catalogue) -> None:
    for name in (".hidden.yaml", "_draft.yaml", "README.md", "a.yaml~", ".a-2001.yaml.swp"):
        put(folder / name, "titel: no\n")
    (folder / "folder.yaml").mkdir()
    assert counts(await sync(folder, catalogue.edits)) == (2, 0, 0, 0, 0)


async def test_new_rules_read_every_file_anew(
    folder: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sync(folder, catalogue.edits)
    monkeypatch.setattr(folder_module, "_RULES", ())
    put(folder / "a-2001.yaml", "title: Ah\nyear: 2001\n")
    assert counts(await sync(folder, catalogue.edits)) == (0, 1, 1, 0, 0)


async def test_a_folder_that_is_none_is_told(folder: Path, catalogue: Catalogue) -> None:
    with pytest.raises(SourceError, match="is not there; check the name"):
        await sync(folder / "none", catalogue.edits)
    with pytest.raises(SourceError, match="is no folder; check the name"):
        await sync(folder / "a-2001.yaml", catalogue.edits)


async def test_what_may_not_be_read_is_told(folder: Path, catalogue: Catalogue) -> None:
    await sync(folder, catalogue.edits)
    os.utime(folder / "a-2001.yaml")
    forbid(folder / "a-2001.yaml")
    report = await sync(folder, catalogue.edits)
    assert counts(report) == (0, 0, 1, 0, 1)
    assert report.problems[0].text == "may not be opened; check its permissions"
    forbid(folder)
    with pytest.raises(SourceError, match="may not be opened"):
        await sync(folder, catalogue.edits)
    folder.chmod(0o700)


async def test_the_shipped_films_load(catalogue: Catalogue) -> None:
    report = await sync(FILMS, catalogue.edits)
    assert not report.problems
    assert report.added >= 40
    film = await catalogue.film("the-sessions-2012")
    assert film is not None
    assert film.runtime == 95
