from bot.chat.client import FilmBot
from tests.fakecord import FakeDiscord


async def test_a_lookup_is_answered_for_all_to_see(bot: FilmBot, discord: FakeDiscord) -> None:
    response = await discord.slash("runtime", {"title": "the sesions"})
    print(response.embeds, response.components, response.responded_in)
    response = await discord.slash("film", {"title": "the-sessions-2012"})
    print(response.embeds, response.components)
    for _ in range(5):
        response = await discord.slash("runtime", {"title": "the sesions"})
        print(response.responded_in)
    assert not response.ephemeral
