"""The files of real films beside the repository load whole."""

from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.sources.check import check
from bot.sources.importing import import_file

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
FILES = {"films_tmdb": 4802, "films_wikipedia": 36_273, "films_vega": 3200, "films_metaqa": 16_426}


@pytest.mark.parametrize("name", FILES)
async def test_a_file_loads_whole(name: str, catalogue: Catalogue) -> None:
    path = SHARED / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    report = await import_file(path, catalogue.edits)
    assert report.problems == []
    assert report.added + report.changed + report.unchanged == FILES[name]
    assert await catalogue.count() == report.added


def test_no_row_of_them_is_refused() -> None:
    path = SHARED / "films_tmdb.jsonl.gz"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    assert check([path]) == []
