"""What stands below an answer: within Discord's limits, whatever it holds."""

import re

import discord
import pytest
from discord import ui

from bot.chat import keys
from bot.chat.drawing import drawn
from bot.chat.pressing import ITEMS
from bot.knowledge.film import Award, Film, Role
from bot.knowledge.query import Asked, Credited, FilmRef, Job, Query
from bot.questions.answers.answer import Answer, Kind

SOMEBODY = 2**63 - 1
LONG = FilmRef("x" * 120, "L" * 300, 2001, ("D" * 300,))


def custom_ids(answer: Answer, page: int = 0) -> list[str]:
    """The custom_ids of what stands below an answer; each must be known again."""
    view = drawn(answer, SOMEBODY, page).view()
    if view is None:
        return []
    found = [str(item.item.custom_id) for item in view.children if isinstance(item, ui.DynamicItem)]
    for custom_id in found:
        assert len(custom_id) <= 100
        assert sum(bool(item.__discord_ui_compiled_template__.fullmatch(custom_id)) for item in ITEMS) == 1
    assert len(found) == len(set(found)) == len(view.children)
    return found


@pytest.mark.parametrize("asked", Asked)
async def test_nearest_films_and_menus_fit_whatever_is_asked(asked: Asked) -> None:
    films = (LONG, FilmRef("up-2009", "Up", 2009), FilmRef("x" * 119, "L", None))
    query = Query(asked, film="x", job=Job.CINEMATOGRAPHER)
    assert len(custom_ids(Answer(kind=Kind.UNKNOWN, text="?", query=query, choices=films))) == 3
    assert len(custom_ids(Answer(kind=Kind.CHOICE, text="?", query=query, choices=films * 20))) == 1


async def test_people_of_one_name_are_offered_once() -> None:
    query = Query(Asked.PERSON, person="x", job=Job.DIRECTOR)
    names = ("N" * 300, "N" * 299, "Ann Lee", "Ann Lee", "花樣年華")
    unknown = custom_ids(Answer(kind=Kind.UNKNOWN, text="?", query=query, people=names))
    assert len(unknown) == 3
    assert unknown[1].startswith(f"near:person.directors:{SOMEBODY}:Ann Lee")
    assert len(custom_ids(Answer(kind=Kind.CHOICE, text="?", query=query, people=names))) == 1


@pytest.mark.parametrize("page", [-5, 0, 3, 99])
async def test_any_page_may_be_asked_for(page: int) -> None:
    film = Film(id="x" * 120, title="Long", cast=tuple(Role(name=f"Player {n}") for n in range(80)))
    answer = Answer(kind=Kind.ANSWER, text="…", query=Query(Asked.CAST, film="x"), entry=film)
    assert len(custom_ids(answer, page)) == 2
    shown = drawn(answer, SOMEBODY, page).embed.description or ""
    assert f"**Player {20 * min(max(page, 0), 3)}**" in shown


async def test_a_long_career_has_pages() -> None:
    films = [FilmRef(f"film-{n}-2000", f"Film {n}", 2000) for n in range(50)]
    did = tuple(Credited(film, job) for film in films for job in (Job.DIRECTOR, Job.CAST))
    query = Query(Asked.PERSON, person="Somebody of a Very Long and Distinguished Name", job=Job.DIRECTOR)
    answer = Answer(kind=Kind.ANSWER, text="…", query=query, credits=did)
    assert len(custom_ids(answer, 1)) == 2
    embed = drawn(answer, SOMEBODY, 1).embed
    assert embed.title == query.person
    assert "**Film 20 (2000)** · director, cast" in (embed.description or "")


async def test_a_line_is_never_broken_inside() -> None:
    film = Film(id="a-2000", title="A", year=2000, awards=(Award(award="*" * 300, category="_" * 300),))
    answer = Answer(kind=Kind.ANSWER, text="…", query=Query(Asked.AWARDS, film="a"), entry=film)
    text = drawn(answer, 1).embed.description or ""
    assert not re.search(r"[*_]", re.sub(r"\\.", "", text))


def test_short_keys_tell_films_apart() -> None:
    for room in (keys.KEY, 100):
        assert len(keys.short("x" * 120, room)) == room
        assert keys.short("x" * 120, room) != keys.short("x" * 119, room)
    assert keys.short("up-2009", keys.KEY) == "up-2009"
    assert keys.short("up", keys.KEY) == "id:up"


def test_embeds_have_colours() -> None:
    for kind in Kind:
        assert isinstance(drawn(Answer(kind=kind, text="x", people=("Ann",)), 1).embed.colour, discord.Colour)
