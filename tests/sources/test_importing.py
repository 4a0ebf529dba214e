"""Importing files: what can be read is put in, the rest is told, and a second import changes nothing."""

import gc
import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import CatalogueError, SourceError
from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.film import Film
from bot.sources import importing
from bot.sources.exporting import export_file
from bot.sources.importing import import_file, import_text
from bot.sources.text import Text
from tests.sources.reading_of import films_in, written
from tests.sources.strategies import films


async def test_what_can_be_read_is_put_in_and_the_rest_is_told(tmp_path: Path, catalogue: Catalogue) -> None:
    path = written(tmp_path, "a.jsonl", '{"title": "A", "year": 2001}\n{"titel": "B"}\n{"title": "C"}\n[]\n')
    report = await import_file(path, catalogue.edits)
    assert (report.added, report.changed, report.unchanged, report.refused) == (2, 0, 0, 2)
    assert [(problem.line, problem.field) for problem in report.problems] == [(2, "title"), (2, "titel"), (4, "")]
    assert str(report) == "2 added, 2 refused"
    assert [film.title async for film in catalogue.all()] == ["A", "C"]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "yaml"])
async def test_a_second_import_changes_nothing(tmp_path: Path, catalogue: Catalogue, ending: str) -> None:
    rows = [{"title": f"Film {n % 900}", "year": 1950 + n % 60, "directors": [f"P {n}"]} for n in range(2500)]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    yaml = "".join(f"- {json.dumps(row)}\n" for row in rows)
    content = {"jsonl": lines.encode(), "jsonl.gz": gzip.compress(lines.encode()), "yaml": yaml.encode()}[ending]
    path = written(tmp_path, f"a.{ending}", content)
    first, second = await import_file(path, catalogue.edits), await import_file(path, catalogue.edits)
    assert (first.added, first.changed, first.unchanged, first.refused) == (2500, 0, 0, 0)
    assert (second.added, second.changed, second.unchanged, second.refused) == (0, 0, 2500, 0)
    assert await catalogue.count() == 2500


async def test_a_changed_film_is_counted_as_changed(tmp_path: Path, catalogue: Catalogue) -> None:
    await import_file(written(tmp_path, "a.yaml", "title: A\nyear: 2001\n---\ntitle: B\nyear: 2002\n"), catalogue.edits)
    again = written(tmp_path, "a.yaml", "title: A\nyear: 2001\nruntime: 95\n---\ntitle: B\nyear: 2002\n")
    report = await import_file(again, catalogue.edits)
    assert (report.added, report.changed, report.unchanged) == (0, 1, 1)


async def test_progress_counts_the_bytes_of_the_packed_file(tmp_path: Path, catalogue: Catalogue) -> None:
    path = written(tmp_path, "a.jsonl.gz", gzip.compress(b"".join(b'{"title": "%d"}\n' % n for n in range(3000))))
    seen: list[tuple[int, int]] = []
    await import_file(path, catalogue.edits, lambda taken, size: seen.append((taken, size)))
    assert len(seen) == 3
    assert seen == sorted(seen)
    assert seen[-1] == (path.stat().st_size,) * 2


async def test_uploaded_bytes_are_imported(catalogue: Catalogue) -> None:
    with Text.of("upload.yaml", b"title: A\n---\nyear: 1\n") as text:
        report = await import_text(text, catalogue.edits)
    assert report.added == 1
    assert [problem.file for problem in report.problems] == ["upload.yaml", "upload.yaml"]


async def test_a_file_without_films_changes_nothing(tmp_path: Path, catalogue: Catalogue) -> None:
    report = await import_file(written(tmp_path, "a.jsonl", bytes(1000)), catalogue.edits)
    assert (report.added, report.refused) == (0, 1)


async def test_a_missing_file_is_told(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(SourceError, match="is not there"):
        await import_file(tmp_path / "a.jsonl", catalogue.edits)


async def test_the_search_for_cycles_goes_on_after_an_import(tmp_path: Path, catalogue: Catalogue) -> None:
    await import_file(written(tmp_path, "a.jsonl", '{"title": "A"}'), catalogue.edits)
    assert gc.isenabled()


async def test_many_problems_are_counted_but_not_all_kept(tmp_path: Path, catalogue: Catalogue) -> None:
    report = await import_file(written(tmp_path, "a.jsonl", "{}\n" * 5000), catalogue.edits)
    assert report.refused == 5000
    assert len(report.problems) == 1000


async def test_an_import_that_is_interrupted_changes_nothing(tmp_path: Path, catalogue: Catalogue) -> None:
    path = written(tmp_path, "a.jsonl", "".join(f'{{"title": "{n}"}}\n' for n in range(3000)))

    def interrupt(taken: int, size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await import_file(path, catalogue.edits, interrupt)
    assert await catalogue.count() == 0


async def test_an_import_into_a_full_database_changes_nothing(tmp_path: Path, catalogue: Catalogue) -> None:
    await import_file(written(tmp_path, "a.yaml", "title: A\n"), catalogue.edits)
    pages = "PRAGMA max_page_count = 200"
    async with catalogue.edits.batch() as batch:
        await batch._connection.exec_driver_sql(pages)
    path = written(tmp_path, "b.jsonl", "".join(f'{{"title": "{n} {"x" * 200}"}}\n' for n in range(5000)))
    with pytest.raises(CatalogueError, match="full"):
        await import_file(path, catalogue.edits)
    assert await catalogue.count() == 1


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(some=st.lists(films.filter(lambda film: film.id), min_size=1, max_size=4, unique_by=lambda film: film.id))
async def test_a_catalogue_is_what_its_export_brings_back(
    tmp_path_factory: pytest.TempPathFactory, some: list[Film]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    (folder / "one").mkdir()
    (folder / "two").mkdir()
    async with (
        open_catalogue(str(folder / "one" / "a.db")) as first,
        open_catalogue(str(folder / "two" / "b.db")) as second,
    ):
        async with first.edits.batch() as batch:
            await batch.put(some)
        await export_file(folder / "a.jsonl", first.all())
        await import_file(folder / "a.jsonl", second.edits)
        await export_file(folder / "b.yaml", second.all())
        assert films_in(folder / "a.jsonl") == films_in(folder / "b.yaml") == some


async def test_an_interrupted_import_of_many_films_goes_on_where_it_stopped(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "WHOLE", 2000)  # so that five thousand are many
    lines = [f'{{"title": "Film {n % 2500}", "year": {1950 + n % 7}}}\n' for n in range(5000)]
    lines[1500] = "{}\n"
    path = written(tmp_path, "a.jsonl", "".join(lines))
    calls = 0

    def interrupt(taken: int, size: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await import_file(path, catalogue.edits, interrupt)
    assert await catalogue.count() == 1999
    report = await import_file(path, catalogue.edits)
    assert (report.done, report.added, report.changed, report.unchanged, report.refused) == (2000, 3000, 0, 0, 0)
    assert str(report).startswith("2,000 in before, 3,000 added")
    assert await catalogue.count() == 4999
    again = await import_file(path, catalogue.edits)
    assert (again.done, again.added, again.unchanged, again.refused) == (0, 0, 4999, 1)


async def test_an_import_of_a_changed_file_begins_anew(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "WHOLE", 1000)
    path = written(tmp_path, "a.jsonl", "".join(f'{{"title": "{n}"}}\n' for n in range(3000)))
    calls = 0

    def interrupt(taken: int, size: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await import_file(path, catalogue.edits, interrupt)
    path.write_bytes(path.read_bytes() + b'{"title": "one more"}\n')
    report = await import_file(path, catalogue.edits)
    assert (report.done, report.added, report.unchanged) == (0, 1001, 2000)
