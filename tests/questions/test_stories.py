"""Which films go on with the story of another."""

from pathlib import Path

import pytest

from bot.knowledge.catalogue import open_catalogue
from bot.knowledge.film import Film, Role
from bot.questions.names.stories import after, series_name


def film(title: str, year: int, *cast: str, director: str = "Somebody Else") -> Film:
    """A film with a cast written `Name as Character`."""
    roles = tuple(
        Role(name=name, character=character) for name, _, character in (one.partition(" as ") for one in cast)
    )
    return Film(title=title, year=year, cast=roles, directors=(director,))


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
