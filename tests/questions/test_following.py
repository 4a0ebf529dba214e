"""Conversations over the shipped films: a text goes on with the answer before it, or stands alone."""

from bot.knowledge.catalogue import Catalogue
from bot.questions.answers.answer import Kind, Value
from bot.questions.ask import ask
from bot.questions.context import Context

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
