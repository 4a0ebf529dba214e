"""Moderators at work on the entries of their server, and everybody else kept from it."""

import json
from pathlib import Path

import pytest

from bot.chat.client import FilmBot
from bot.chat.permissions import ELSEWHERE, NOT_ALLOWED
from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.changes import Change
from bot.knowledge.film import Film
from tests.chat.conftest import FILMS, Connected, QuickBot
from tests.fakecord import Channel, FakeDiscord, File, Refused, Response, running

ARGUMENTS: dict[str, dict[str, str | File]] = {
    "add": {},
    "edit": {"film": "the sessions", "field": "runtime"},
    "set": {"film": "the sessions", "field": "runtime", "value": "96"},
    "remove": {"film": "the sessions"},
    "restore": {"film": "the sessions"},
    "rename": {"film": "up", "title": "Upwards"},
    "alias": {"film": "up", "title": "Upwards"},
    "import": {"file": File("a.yaml", b"title: New\nyear: 2001\n")},
    "export": {},
    "raw": {"film": "up"},
    "history": {"film": "up"},
    "undo": {"film": "up"},
    "recent": {},
    "check": {},
    "review": {},
}
"""Every command under /entry with something to use it on."""


async def use(
    discord: FakeDiscord, command: str, where: Channel | None = None, **options: str | int | bool | File
) -> Response:
    """Use a command under /entry as a moderator."""
    return await discord.slash(f"entry {command}", options, user=discord.moderator, where=where)


async def confirm(discord: FakeDiscord, asked: Response, label: str = "Save") -> Response:
    """Press the button that does what a message asks about."""
    return await discord.click(asked, label, user=discord.moderator)


async def stands(catalogue: Catalogue, discord: FakeDiscord, film_id: str) -> Film | None:
    """What the server sees under an id."""
    return (await catalogue.of(discord.guild.id).standing(film_id)).film


# who may


@pytest.mark.parametrize("command", ARGUMENTS)
async def test_members_are_refused_and_direct_messages_too(bot: FilmBot, discord: FakeDiscord, command: str) -> None:
    arguments = ARGUMENTS[command]
    with pytest.raises(Refused, match="lacks the permissions"):
        await discord.slash(f"entry {command}", arguments)
    role = discord.add_role(discord.guild, "Cinephiles")
    discord.guild.add_member(discord.user, [role])
    discord.guild.allow("entry", role)
    refused = await discord.slash(f"entry {command}", arguments)
    assert refused.ephemeral
    assert refused.text == NOT_ALLOWED
    private = await discord.slash(f"entry {command}", arguments, where=discord.dm(discord.moderator))
    assert private.ephemeral
    assert private.text == ELSEWHERE


async def test_every_command_is_tried(bot: FilmBot, discord: FakeDiscord) -> None:
    assert {option["name"] for option in discord.commands["entry"]["options"]} == set(ARGUMENTS)


async def test_the_buttons_of_a_moderator_do_nothing_for_one_who_is_no_longer(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    asked = await use(discord, "remove", film="up")
    discord.guild.add_member(discord.moderator, [])
    assert (await confirm(discord, asked, "Remove")).text == NOT_ALLOWED
    assert await stands(catalogue, discord, "up-2009")


# adding


async def test_a_film_is_added_and_seen_on_this_server_only(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    form = await use(discord, "add")
    given = {
        "Title": "Glass Harvest",
        "Year": "2006",
        "Runtime": "1h 50m",
        "Directors": "Ann Lee, Bo Ek",
        "Summary": "X",
    }
    added = await discord.submit_modal(form, given)
    assert added.ephemeral
    assert "Added: Glass Harvest (2006)" in added.text
    film = await stands(catalogue, discord, "glass-harvest-2006")
    assert film
    assert (film.runtime, film.directors) == (110, ("Ann Lee", "Bo Ek"))
    assert "110 minutes" in (await discord.slash("runtime", {"title": "glass harvest"})).text
    elsewhere = await discord.add_guild("Elsewhere")
    unseen = await discord.slash("runtime", {"title": "glass harvest"}, where=elsewhere.channels[0])
    assert "110" not in unseen.text
    assert await discord.autocomplete("film", "title", "glass h", where=elsewhere.channels[0]) == []
    opened = await discord.select(added, "Cast", user=discord.moderator)
    asked = await discord.submit_modal(opened, {"Cast": "Kent Baker as August\nMia Torres"})
    await confirm(discord, asked)
    film = await stands(catalogue, discord, "glass-harvest-2006")
    assert film
    assert [role.character for role in film.cast] == ["August", None]


async def test_a_film_very_like_another_is_asked_about(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    asked = await discord.submit_modal(await use(discord, "add"), {"Title": "The Sesions", "Year": "2012"})
    assert "The Sessions (2012)" in asked.text
    assert await stands(catalogue, discord, "the-sesions-2012") is None
    await confirm(discord, asked, "Add it all the same")
    assert await stands(catalogue, discord, "the-sesions-2012")


async def test_what_cannot_be_read_is_told_and_can_be_corrected(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    given = {"Title": "Long *Road*", "Year": "soon", "Runtime": "x", "Summary": "S" * 4000}
    refused = await discord.submit_modal(await use(discord, "add"), given)
    assert refused.ephemeral
    assert "Year: should be a year such as 2012" in refused.text
    assert "Runtime:" in refused.text
    again = await discord.click(refused, "Correct it", user=discord.moderator)
    added = await discord.submit_modal(again, {"Year": "2003", "Runtime": ""})
    assert "Added: Long \\*Road\\* (2003)" in added.text
    film = await stands(catalogue, discord, "long-road-2003")
    assert film
    assert film.summary == "S" * 4000


# editing


async def test_a_form_shows_what_stands_and_a_diff_is_confirmed(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    form = await use(discord, "edit", film="the sesions", field="certificates")
    field = form.modal.fields["Certificates"]
    assert field["value"] == "US: R — strong sexuality including graphic nudity and frank dialogue"
    asked = await discord.submit_modal(form, {"Certificates": "US: R\nGB: 15"})
    assert asked.ephemeral
    assert "- US: R — strong" in asked.text
    assert "+ GB: 15" in asked.text
    before = await stands(catalogue, discord, "the-sessions-2012")
    assert before
    assert len(before.certificates) == 1
    saved = await confirm(discord, asked)
    assert saved.updated
    assert "Saved: The Sessions (2012)" in asked.text
    after = await stands(catalogue, discord, "the-sessions-2012")
    assert after
    assert [certificate.label for certificate in after.certificates] == ["R", "15"]
    await discord.click(asked, "Undo", user=discord.moderator)
    assert await stands(catalogue, discord, "the-sessions-2012") == before


async def test_a_field_is_set_in_one_line_and_emptied(bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord) -> None:
    await confirm(discord, await use(discord, "set", film="up", field="runtime", value="1h 35m"))
    await confirm(discord, await use(discord, "set", film="up", field="cast", value="A B as C; D E"))
    await confirm(discord, await use(discord, "set", film="up", field="genres"))
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert (film.runtime, len(film.cast), film.genres) == (95, 2, ())
    same = await use(discord, "set", film="up", field="runtime", value="95")
    assert "stands there already" in same.text
    wrong = await use(discord, "set", film="up", field="runtime", value="long")
    assert "write minutes such as 95" in wrong.text


async def test_nothing_happens_when_it_is_cancelled(bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord) -> None:
    asked = await use(discord, "set", film="up", field="runtime", value="1")
    await confirm(discord, asked, "Cancel")
    assert asked.text == "Nothing was changed."
    assert asked.buttons == []
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert film.runtime == 96


async def test_two_moderators_at_once_lose_nothing(bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord) -> None:
    form = await use(discord, "edit", film="up", field="runtime")
    asked = await use(discord, "set", film="up", field="runtime", value="97")
    await confirm(discord, await use(discord, "set", film="up", field="runtime", value="98"))
    late = await confirm(discord, asked)
    assert late.updated
    assert "has changed since you began" in asked.text
    assert "- 98" in asked.text
    assert "+ 97" in asked.text
    typed = await discord.submit_modal(form, {"Runtime": "99"})
    assert "changed to this since you began" in typed.text
    assert "98" in typed.text
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert film.runtime == 98
    again = await discord.click(typed, "Correct it", user=discord.moderator)
    await confirm(discord, await discord.submit_modal(again))
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert film.runtime == 99


async def test_a_film_is_renamed_and_found_by_another_title(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    await confirm(discord, await use(discord, "rename", film="up", title="Upwards", year=2010))
    await confirm(discord, await use(discord, "alias", film="upwards", title="Oben"))
    assert "Upwards (2010)" in (await discord.slash("film", {"title": "oben"})).text
    await confirm(discord, await use(discord, "alias", film="upwards", title="oben", remove=True))
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert film.also_known_as == ()


async def test_a_removed_film_is_restored(bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord) -> None:
    asked = await use(discord, "remove", film="the sessions")
    assert "Remove The Sessions (2012)?" in asked.text
    await confirm(discord, asked, "Remove")
    assert await stands(catalogue, discord, "the-sessions-2012") is None
    (choice,) = await discord.autocomplete("entry restore", "film", "sess", user=discord.moderator)
    assert choice.name == "The Sessions (2012)"
    restored = await use(discord, "restore", film=str(choice.value))
    assert "Restored: The Sessions (2012)" in restored.text
    assert await stands(catalogue, discord, "the-sessions-2012")


async def test_a_removed_film_is_named_by_its_title_though_another_is_near(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    await confirm(discord, await use(discord, "remove", film="up"), "Remove")
    await catalogue.of(discord.guild.id).edits.apply([Change(Film(title="Upp", year=2010))], "ann")
    assert "History of Up (2009)" in (await use(discord, "history", film="up")).text
    assert "Undone: Up (2009)" in (await use(discord, "undo", film="up")).text
    assert await stands(catalogue, discord, "up-2009")
    await confirm(discord, await use(discord, "remove", film="dune (1984)"), "Remove")
    asked = await use(discord, "undo", film="dune")
    assert "Dune (1984)" in asked.text
    assert "Dune (2021)" in asked.text
    assert "Undone: Dune (1984)" in (await use(discord, "undo", film="dune 1984")).text


async def test_a_title_that_may_be_several_films_is_not_guessed(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await use(discord, "remove", film="dune")
    assert "Dune (1984)" in asked.text
    assert asked.buttons == []
    unknown = await use(discord, "remove", film="nothing like it at all")
    assert "There is no film" in unknown.text


async def test_fields_and_versions_are_suggested_while_typing(bot: FilmBot, discord: FakeDiscord) -> None:
    fields = await discord.autocomplete("entry set", "field", "dire", user=discord.moderator)
    assert [choice.value for choice in fields] == ["directors"]
    await confirm(discord, await use(discord, "set", film="up", field="runtime", value="1"))
    versions = await discord.autocomplete("entry undo", "version", "", options={"film": "up"}, user=discord.moderator)
    assert [choice.value for choice in versions] == [1, 0]
    wrong = await use(discord, "set", film="up", field="lenght", value="1")
    assert "is no field" in wrong.text


# files


async def test_a_file_is_looked_at_first_and_then_imported_whole(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    known = b"title: Up\nyear: 2009\nruntime: 90\n---\ntitle: Dune\nyear: 1984\n---\n"
    content = known + b"title: New One\nyear: 2001\n---\nyear: 1\n"
    asked = await use(discord, "import", file=File("films.yaml", content))
    assert asked.ephemeral
    assert "1 added, 1 changed, 1 unchanged, 1 refused" in asked.text
    assert "films.yaml:11" in asked.text
    assert "+ 90" in asked.text
    assert await stands(catalogue, discord, "new-one-2001") is None
    await confirm(discord, asked, "Import all of it")
    assert "1 film added, 1 changed" in asked.text
    assert await stands(catalogue, discord, "new-one-2001")
    recent = await use(discord, "recent")
    assert "import" in recent.text


async def test_an_import_made_stale_changes_nothing(bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord) -> None:
    content = b"title: Up\nyear: 2009\nruntime: 90\n---\ntitle: New One\nyear: 2001\n"
    asked = await use(discord, "import", file=File("films.yaml", content))
    await confirm(discord, await use(discord, "set", film="up", field="runtime", value="1"))
    await confirm(discord, asked, "Import all of it")
    assert "has changed since you began" in asked.text
    assert await stands(catalogue, discord, "new-one-2001") is None


PAGE = """Paper Moons

In “Paper Moons” (2003), directed by Alan Breck, the magician Leo Farrow (Martin Sheppard) trains Casey (Dana Whitlock).

The critics who saw it were kinder than the audience. It is a small film with a big heart.

Running time: 104 minutes
Rating: ★★★
Release Date: August 30, 2003 (Telluride Film Festival)
"""


async def test_a_pasted_page_is_read_and_its_paragraphs_are_drafts(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    asked = await discord.submit_modal(await use(discord, "import"), {"Text": PAGE})
    assert "Leo Farrow" in asked.text
    assert "unsure" in asked.text
    await confirm(discord, asked, "Import all of it")
    film = await stands(catalogue, discord, "paper-moons-2003")
    assert film
    assert (film.runtime, film.summary) == (104, None)
    form = await discord.click(asked, "Rewrite the summary", user=discord.moderator)
    assert form.modal.fields["Summary"]["value"].startswith("In “Paper Moons” (2003)")
    await confirm(discord, await discord.submit_modal(form, {"Summary": "In my own words."}))
    film = await stands(catalogue, discord, "paper-moons-2003")
    assert film
    assert film.summary == "In my own words."


async def test_what_cannot_be_imported_is_told(bot: FilmBot, discord: FakeDiscord) -> None:
    refused = await use(discord, "import", file=File("a.yaml", b"titel: X\n"))
    assert "1 refused" in refused.text
    assert "did you mean title" in refused.text
    assert refused.buttons == []
    large = await use(discord, "import", file=File("a.yaml", b"#" * ((8 << 20) + 1)))
    assert "larger than 8 MB" in large.text


@pytest.mark.parametrize("form", ["yaml", "jsonl"])
async def test_an_export_brought_back_changes_nothing(bot: FilmBot, discord: FakeDiscord, form: str) -> None:
    assert "no entries of its own" in (await use(discord, "export")).text
    await confirm(discord, await use(discord, "set", film="up", field="runtime", value="1"))
    own = await use(discord, "export", format=form)
    assert "1 film." in own.text
    every = await use(discord, "export", format=form, films="all")
    (file,) = every.files
    back = await use(discord, "import", file=File(file.filename, file.content))
    assert "0 added" not in back.text
    assert "unchanged" in back.text
    assert back.buttons == []


async def test_the_yaml_of_a_film_can_be_had(bot: FilmBot, discord: FakeDiscord) -> None:
    shown = await use(discord, "raw", film="the sessions")
    (file,) = shown.files
    assert file.filename == "the-sessions-2012.yaml"
    assert b"Cheryl Cohen-Greene" in file.content


# looking back


async def test_a_history_is_turned_page_by_page_and_a_version_brought_back(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    for runtime in range(1, 8):
        await confirm(discord, await use(discord, "set", film="up", field="runtime", value=str(runtime)))
    history = await use(discord, "history", film="up")
    assert history.ephemeral
    assert "#7" in history.text
    assert "runtime: 6 → 7" in history.text
    assert discord.moderator.mention in history.text
    await discord.click(history, "Older", user=discord.moderator)
    assert "#2" in history.text
    assert "#7" not in history.text
    await discord.click(history, "Newest", user=discord.moderator)
    assert "#7" in history.text
    undone = await use(discord, "undo", film="up", version=2)
    assert "Undone: Up (2009)" in undone.text
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert film.runtime == 2
    await use(discord, "undo", film="up")
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert film.runtime == 7
    await use(discord, "undo", film="up", version=0)
    film = await stands(catalogue, discord, "up-2009")
    assert film
    assert film.runtime == 96
    recent = await use(discord, "recent")
    assert "Up (2009)" in recent.text
    await discord.click(recent, "Older", user=discord.moderator)
    await discord.click(recent, "Newer", user=discord.moderator)


async def test_another_server_sees_no_history(bot: FilmBot, discord: FakeDiscord) -> None:
    await confirm(discord, await use(discord, "set", film="up", field="runtime", value="1"))
    elsewhere = await discord.add_guild("Elsewhere", owner=discord.moderator)
    recent = await use(discord, "recent", where=elsewhere.channels[0])
    assert recent.text.endswith("No edits of this server are known.")
    assert "96" in (await discord.slash("runtime", {"title": "up"}, where=elsewhere.channels[0])).text


async def test_doubtful_entries_are_listed(bot: FilmBot, discord: FakeDiscord) -> None:
    assert "Nothing is missing" in (await use(discord, "check")).text
    content = "".join(f'{{"title": "Film *{n}*", "year": 2001, "cast": [{{"name": "A"}}]}}\n' for n in range(12))
    await confirm(discord, await use(discord, "import", file=File("a.jsonl", content.encode())), "Import all of it")
    doubtful = await use(discord, "check")
    assert "12 entries to look at" in doubtful.text
    assert "runtime is missing" in doubtful.text
    await discord.click(doubtful, "Next", user=discord.moderator)
    assert "Film \\*11\\*" in doubtful.text


# limits and restarts


async def test_buttons_and_forms_work_after_a_restart(
    catalogue: Catalogue, discord: FakeDiscord, connected: Connected
) -> None:
    async with connected():
        form = await use(discord, "edit", film="up", field="runtime")
        asked = await use(discord, "set", film="up", field="genres", value="Drama; War")
        upload = await use(discord, "import", file=File("a.yaml", b"title: New One\nyear: 2001\n"))
    async with connected():
        await confirm(discord, asked)
        typed = await discord.submit_modal(form, {"Runtime": "91"})
        await confirm(discord, upload, "Import all of it")
    async with connected() as bot:
        await confirm(discord, typed)
        film = await stands(catalogue, discord, "up-2009")
        assert film
        assert (film.runtime, film.genres) == (91, ("Drama", "War"))
        assert await stands(catalogue, discord, "new-one-2001")
        await discord.click(asked, "Undo", user=discord.moderator)
        assert not bot._connection._view_store._views
        assert not bot._connection._view_store._modals


NASTY = "@everyone **b** `c` ||d|| <@1> # [x](https://example.org) ```diff\n\u202e"
FILLED = {
    "title": NASTY.replace("\n", " ") * 3,
    "original_title": "@here ```",
    "also_known_as": "`" * 200 + "\n" + "* _ ~" * 40,
    "cast": "\n".join(f"**Name {n}** as @everyone {'x' * 40}" for n in range(60)),
    "summary": (NASTY * 100)[:4000],
    "plot": ("🎬" * 2000),
    "reception": "```" * 1333,
    "themes": "\n".join("||t||" for _ in range(1)),
    "audience": "<@&1> " * 40,
    "links": "imdb: @everyone",
    "sources": "https://example.org/" + "s" * 250,
    "awards": "**A**, @everyone, 2001, won, `P`",
    "based_on": "||b||",
}


@pytest.mark.parametrize("name", FILLED)
async def test_any_text_stays_within_the_limits_and_without_effect(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord, name: str
) -> None:
    form = await use(discord, "edit", film="up", field=name)
    label = next(iter(form.modal.fields))
    asked = await discord.submit_modal(form, {label: FILLED[name]})
    saved = await confirm(discord, asked)
    assert saved.updated
    for message in (
        asked,
        await use(discord, "history", film="up-2009"),
        await use(discord, "recent"),
        await use(discord, "check"),
    ):
        assert message.pings == []
    again = await use(discord, "edit", film="up-2009", field=name)
    same = await discord.submit_modal(again)
    assert "stands there already" in same.text
    assert json.dumps(same.embeds)


async def test_a_field_longer_than_a_box_goes_on_in_others(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    text = "\n\n".join("word " * 600 + "end." for _ in range(2))
    content = json.dumps({"title": "Long", "year": 2001, "summary": text[:7900].strip()})
    await confirm(discord, await use(discord, "import", file=File("a.jsonl", content.encode())), "Import all of it")
    form = await use(discord, "edit", film="long-2001", field="summary")
    assert len(form.modal.fields) > 1
    assert "stands there already" in (await discord.submit_modal(form)).text
    longer = await use(discord, "edit", film="the-" + "x" * 111 + "-2001", field="sources")
    assert len(longer.modal.fields) > 1
    longest = await use(discord, "edit", film="the-" + "x" * 111 + "-2001", field="awards")
    assert "Get it with /entry raw" in longest.text


async def test_the_home_server_edits_the_shared_films(tmp_path: Path, discord: FakeDiscord) -> None:
    async with open_catalogue(str(tmp_path / "home.db"), home=discord.guild.id) as catalogue:
        async with catalogue.edits.batch() as batch:
            await batch.put(FILMS)
        bot = QuickBot(catalogue=catalogue, connector=discord.connector(), guild_ready_timeout=0.02)
        async with running(bot, discord):
            await confirm(discord, await use(discord, "set", film="up", field="runtime", value="1"))
            elsewhere = await discord.add_guild("Elsewhere")
            assert "1 minute" in (await discord.slash("runtime", {"title": "up"}, where=elsewhere.channels[0])).text
            assert "1 minute" in (await discord.slash("runtime", {"title": "up"}, where=discord.dm())).text
            assert (await use(discord, "export")).files
            assert "entries to look at" in (await use(discord, "check")).text


async def test_who_is_no_moderator_is_suggested_nothing_of_the_past(bot: FilmBot, discord: FakeDiscord) -> None:
    await confirm(discord, await use(discord, "remove", film="up"), "Remove")
    role = discord.add_role(discord.guild, "Cinephiles")
    discord.guild.add_member(discord.user, [role])
    discord.guild.allow("entry", role)
    assert await discord.autocomplete("entry restore", "film", "", user=discord.user) == []
    assert await discord.autocomplete("entry undo", "version", "", options={"film": "dune"}, user=discord.user) == []
