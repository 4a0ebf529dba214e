"""Which films go on with the story of another."""

from pathlib import Path

import pytest

from bot.knowledge.catalogue import open_catalogue
from bot.knowledge.film import Film, Role
from bot.questions.names.stories import after, prequels_of, sequels_of, series_name


def film(title: str, year: int, *cast: str, director: str = "Somebody Else", keywords: tuple[str, ...] = ()) -> Film:
    """A film with a cast written `Name as Character`."""
    roles = tuple(
        Role(name=name, character=character) for name, _, character in (one.partition(" as ") for one in cast)
    )
    return Film(title=title, year=year, cast=roles, directors=(director,), keywords=keywords)


DAWN = film("Dawn", 1995, "Ann Lee as Jane Doe", "Bo Li as Max", director="Di Rector")
FILMS = (
    DAWN,
    film("Dusk", 2004, "Ann Lee as Jane Doe", "Bo Li as Max", director="Di Rector"),
    film("Midnight", 2013, "Bo Li as Max / The Writer", "Ann Lee as Jane Doe", director="Di Rector"),
    film("Dawn", 2020, "Cy Orr as Jane Doe"),
    film("Another Life", 1999, "Bo Li as Max"),
    film("Hero", 2000, "Ed Fox as The Hero", "Gil Roy as Tim Law"),
    film("All Heroes", 2001, "Hal Poe as Thunder", "Ed Fox as The Hero"),
    film("Hero 2", 2002, "Ed Fox as The Hero", "Ida May as Pia"),
    film("Far Away", 1990, "Jo Kay as Sue Ash"),
    film("Far Away: Home", 1991, "Lu Moss as Kim", "Jo Kay as Sue Ash"),
    film("Lone", 1980, "Ned Oak as Himself"),
    film("Lone Talk", 1981, "Ned Oak as Himself"),
    film("Far Star", 1977, "Pat Qu as Han Sol"),
    film("Young Han: A Far Star Tale", 2018, "Rae Sy as Han Sol", keywords=("prequel",)),
    film("Talk: A Far Star Tale", 2019, "Tom Ur as Tim", director="Uma Vik"),
)


@pytest.mark.parametrize(
    ("title", "year", "later", "titles"),
    [
        ("Dawn", 1995, True, ["Dusk", "Midnight"]),  # no remake, and no other Max
        ("Midnight", 2013, False, ["Dusk", "Dawn"]),
        ("Hero", 2000, True, ["Hero 2"]),  # rather than as one of others
        ("All Heroes", 2001, True, ["Hero 2"]),
        ("Far Away", 1990, True, ["Far Away: Home"]),
        ("Lone", 1980, True, []),
        ("Far Star", 1977, True, ["Young Han: A Far Star Tale"]),  # which its subtitle and its hero tell
        ("Dawn", 2020, True, []),
    ],
)
async def test_a_story_goes_on_with_its_leads(
    tmp_path: Path, title: str, year: int, later: bool, titles: list[str]
) -> None:
    async with open_catalogue(f"{tmp_path}/films.db") as catalogue:
        async with catalogue.edits.batch() as batch:
            await batch.put(FILMS)
        found = await catalogue.film(f"{title.lower().replace(' ', '-')}-{year}")
        assert found is not None
        assert [one.title for one in await after(found, catalogue, later=later)] == titles


async def test_a_prequel_that_came_out_later_is_no_sequel(tmp_path: Path) -> None:
    async with open_catalogue(f"{tmp_path}/films.db") as catalogue:
        async with catalogue.edits.batch() as batch:
            await batch.put(FILMS)
        found = await catalogue.film("far-star-1977")
        assert found is not None
        assert [one.title for one in await prequels_of(found, catalogue)] == ["Young Han: A Far Star Tale"]
        assert await sequels_of(found, catalogue) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Terminator 2: Judgment Day", "Terminator"),
        ("Mission: Impossible - Rogue Nation", "Mission: Impossible"),
        ("Star Wars: Episode V - The Empire Strikes Back", "Star Wars"),
        ("Kill Bill: Vol. 1", "Kill Bill"),
        ("The Godfather Part II", "The Godfather"),
        ("Heat", "Heat"),
    ],
)
def test_the_name_of_a_series(title: str, name: str) -> None:
    assert series_name(title) == name
