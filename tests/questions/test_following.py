"""Conversations over the shipped films: a text goes on with the answer before it, or stands alone."""

from bot.knowledge.catalogue import Catalogue
from bot.questions.answers.answer import Kind, Value
from bot.questions.ask import again, ask
from bot.questions.conversation.context import Context

KUBRICK = ("films by kubrick",)
MURRAY = ("films with bill murray",)
GOES_ON: tuple[tuple[tuple[str, ...], set[Value]], ...] = (
    ((*MURRAY, "from the 90s"), {"Groundhog Day"}),
    ((*MURRAY, "only comedies", "from the 80s"), {"Ghostbusters"}),
    ((*MURRAY, "how many are there"), {4}),
    ((*MURRAY, "how many of them are from the 80s"), {1}),
    ((*MURRAY, "from the 90s", "what about the 80s?"), {"Ghostbusters"}),
    ((*MURRAY, "which of those did sofia coppola direct"), {"Lost in Translation"}),
    ((*KUBRICK, "which is the longest"), {"The Shining"}),
    (("films by fincher", "which is the newest", "who is in it", "and the oldest?"), {"Alien 3"}),
    ((*KUBRICK, "just the horror ones"), {"The Shining"}),
    ((*KUBRICK, "the oldest of them", "who is in that one", "and the music?"), {"Laurie Johnson"}),
    (("korean films", "what about iranian ones?"), {"A Separation", "Children of Heaven", "Taste of Cherry"}),
    (("films by hitchcock", "and by kurosawa?"), {"Seven Samurai", "Yojimbo", "Rashomon", "Ikiru"}),
    (("who directed alien", "and the music?"), {"Jerry Goldsmith"}),
    (("who directed alien", "and heat?"), {"Michael Mann"}),
    (("how long is alien", "what about aliens?"), {137}),
    (("is heat rated r", "and alien?"), {True}),
    (("is alien longer than two hours", "and aliens?"), {True}),
    (("who directed scarface and how long is it", "the 1983 one"), {"Brian De Palma", 170}),
    (("who directed heat and scarface", "the 1983 one"), {"Michael Mann", "Brian De Palma"}),
    (("is the sessions rated r", "why?"), {"strong sexuality including graphic nudity and frank dialogue"}),
    (("compare alien and aliens", "which is longer?"), {"Aliens"}),
    ((*MURRAY, "how long is it?", "the second one"), {101}),
    ((*MURRAY, "who directed it", "lost in translation"), {"Sofia Coppola"}),
    (("films by fincher", "the shortest one"), {"Alien 3"}),
    (("the sessions", "who directed that?"), {"Ben Lewin"}),
    (("the sessions", "who made the music"), {"Marco Beltrami"}),
    (("korean films", "what about iranian ones?", "which one is the longest"), {"A Separation"}),
    ((*MURRAY, "how many are there", "the oldest"), {"Ghostbusters"}),
    ((*KUBRICK, "the longest", "who is in it", "and heat?", "is it rated r"), {True}),
    (("films by fincher", "the oldest", "who is in it", "did she win an oscar"), {False}),
    (("what is amelie rated", "and in the uk?"), {"15"}),
    (("who played inigo montoya", "and vizzini?", "has he made other films from 1995"), {"Clueless", "Toy Story"}),
    (("who directed barbie", "and what else did she direct?", "is it longer than barbie"), {True}),
    (("how long is seven samurai", "any shorter ones by kurosawa?"), {"Rashomon", "Yojimbo", "Ikiru"}),
    (("cast of nosferatu 2024", "and the 1922 one?", "how long is that one"), {94}),
    (("who directed paddington", "how long is the second film"), {103}),
    (("true grit 2010 cast", "no sry the john wayne one", "when did that come out"), {"1969-06-13"}),
    (("films by tarantino from the 90s", "how long is the older one", "and the other?"), {154}),
    (("films with sigourney weaver", "minus the alien ones", "how many is that"), {4}),
    (("who directed alien", "isn't sigourney weaver in it", "as who?"), {"Ellen Ripley"}),
    (("how long is heat", "goodfellas?", "which is longer"), {"Heat"}),
    (("films by hitchcock", "how many is that", "list them", "which one is the shortest"), {"Psycho"}),
    (("who directed jaws", "and jaws 2"), set()),
    (("who wrote juno", "who directed it?", "sorry, jaws"), {"Steven Spielberg"}),
    (("who directed it?", "lol sorry, parasite"), {"Bong Joon-ho"}),
    (("which kubrick films do you have", "how long is dr. strangelove"), {94}),
    (("how long is top gun", "is val kilmer in maverick", "how long is that one"), {130}),
)  # fmt: skip
ALONE = (
    ((*MURRAY, "thanks!"), Kind.NONE),
    ((*MURRAY, "why?"), Kind.NONE),
    (("how long is alien", *MURRAY, "how long is it?"), Kind.CHOICE),
    ((*MURRAY, "only you"), Kind.NONE),
    ((*MURRAY, "who directed jaws"), Kind.ANSWER),
    (("how long is dune (2021)", "ok"), Kind.NONE),
    (("only comedies from the 1830s", "which of those are french"), Kind.UNKNOWN),
)


async def test_a_text_goes_on_with_the_answer_before_it(shipped: Catalogue) -> None:
    for texts, values in GOES_ON:
        talk = Context()
        said = [await ask(text, shipped, talk) for text in texts]
        assert set(said[-1].values) == values, (texts, said[-1].text)


async def test_a_text_that_does_not_go_on_stands_alone(shipped: Catalogue) -> None:
    for texts, kind in ALONE:
        talk = Context()
        said = [await ask(text, shipped, talk) for text in texts]
        assert said[-1].kind is kind, (texts, said[-1].text)


async def test_what_was_asked_in_a_conversation_can_be_asked_again(shipped: Catalogue) -> None:
    for texts, values in GOES_ON:
        talk = Context()
        said = [await ask(text, shipped, talk) for text in texts]
        if said[-1].kind is Kind.ANSWER:
            told = await again(said[-1].question, None, shipped)
            assert set(told.values) == values, said[-1].question


async def test_signs_alone_go_on_with_nothing(shipped: Catalogue) -> None:
    for text in ("and 🎬?", "and …?", "?", "no, 🎬", "the 🎬 one"):
        talk = Context()
        await ask("who directed alien", shipped, talk)
        assert not (await ask(text, shipped, talk)).values, text


async def test_figures_that_are_no_numbers_are_read_as_ones(shipped: Catalogue) -> None:
    for text in ("²?", "٢?"):
        talk = Context()
        await ask("who directed alien", shipped, talk)
        assert (await ask(text, shipped, talk)).values == ("James Cameron",), text
