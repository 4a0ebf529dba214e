"""Conversations over the shipped films: a text goes on with the answer before it, or stands alone."""

from bot.knowledge.catalogue import Catalogue
from bot.questions.answers.answer import Kind, Value
from bot.questions.ask import again, ask
from bot.questions.conversation.context import Context

KUBRICK = ("films by kubrick",)
MURRAY = ("films with bill murray",)
GOES_ON: tuple[tuple[tuple[str, ...], set[Value]], ...] = (
    ((*MURRAY, "from the 90s"), {"Groundhog Day"}),
    (("james cameron films", "before 1990", "not the terminator"), {"Aliens"}),
    (("who directed toy story 2", "what about 3"), {"Lee Unkrich"}),
    (("who directed aliens", "what did he direct before that"), {"The Terminator"}),
    (("cast of heat", "and the godfather part ii", "do they share actors"), {True}),
    (("harrison ford movies", "before 1982", "which of them is the oldest"), {"Star Wars"}),
    (("who directed alien", "and the sequel from 86?"), {"James Cameron"}),
    (("who scored the thing 1982", "and for the 2011 prequel?"), {"Marco Beltrami"}),
    (("who directed toy story 2", "same director as the first?"), {True}),
    (("pitt and fincher films", "how many films did they make together"), {2}),
    (("has brad pitt worked with fincher", "what was the first film they made together"), {"Se7en"}),
    (("who wrote the social network", "he won an oscar right"), {True}),
    (("who shot the social network", "what other fincher movies did that guy shoot"), {"Fight Club", "Gone Girl"}),
    (("what are the themes of children of men", "other pictures by the same man?"), {"Roma", "Y tu mamá también"}),
    (("who composed the score of casablanca", "did he also score king kong?"), {True}),
    (("how long is jaws", "i saw heat yesterday. who directed that?"), {"Michael Mann"}),
    (("is toshiro mifune in rashomon", "my husband loved ikiru. is he in that as well?"), {False}),
    (("who directed solaris 1972", "is it longer than the soderbergh one"), {True}),
    (("who directed scarface 1983", "and the original, who directed that"), {"Howard Hawks"}),
    (("who did the music for vertigo", "did he also do rear window?", "who was it in that case?"), {"Franz Waxman"}),
    (("documentary films", "not the new ones, before 1995"),
     {"Paris Is Burning", "Man with a Movie Camera", "Hoop Dreams"}),
    (("pulp fiction who directed", "in the cast is uma thurman, as who?", "and samuel l jackson"), {"Jules Winnfield"}),
    (("who directed black swan", "natalie portmans character"), {"Nina Sayers"}),
    (("who directed little women with saoirse ronan", "what else has she directed",
      "and the winona ryder version, whos that by"), {"Gillian Armstrong"}),
    (("when did alien come out", "and aliens", "same director?", "so who directed the first?"), {"Ridley Scott"}),
    (("who directed heat", "longer than jaws?"), {True}),
    (("who directed the matrix", "and the sequel"), {"Lana Wachowski", "Lilly Wachowski"}),
    (("alien", "does it have a sequel", "who directed the sequel"), {"James Cameron"}),
    (("who directed alien", "did he direct the sequel too"), {False}),
    (("toy story films", "how long are they in total"), {376}),
    (("the matrix", "sequels?", "who directed them"), {"Lana Wachowski", "Lilly Wachowski"}),
    (("heat or jaws which is longer", "by how much?"), {46}),
    (("who directed solaris 1972", "is it longer than the soderbergh one", "by how many minutes?"), {68}),
    (("hitchcock films", "with james stewart"), {"Vertigo", "Rear Window"}),
    (("which film won best picture at the oscars in 2020?", "2021?"), {"Nomadland"}),
    (("knives out", "is there a second one?", "is that longer"), {True}),
    (("is there anything with bill murray", "which of those did sofia coppola direct", "what is his character's name"),
     {"Bob Harris"}),
    (("who wrote shaun of the dead", "same two wrote hot fuzz?"), {True}),
    (("who directed casablanca", "was max steiner behind the score"), {True}),
    (("is there a sequel to alien", "how long is it", "and the third"), {114}),
    (("how long is the two towers", "and the next one"), {201}),
    (("films with robert de niro", "and al pacino", "have they been in anything together"),
     {"The Godfather Part II", "Heat"}),
    (("whats the longest kubrick film", "and the shortest", "how much shorter", "how long is it"), {94}),
    (("who shot parasite?", "and the music?", "what else has that director done"), {"Memories of Murder", "Mickey 17"}),
    (("how long is nosferatu 1922", "and the 2024 film?", "how much longer is the new one?"), {38}),
    (("who directed la la land", "did it win best picture"), {False}),
    (("before sunrise", "is there a sequel", "how long is it"), {80}),
    (("who directed the dark knight", "how long is the one after that"), {165}),
    (("raiders of the lost ark", "what came next", "and the one after that"), {"Indiana Jones and the Last Crusade"}),
    (("the matrix", "how many sequels does it have"), {3}),
    (("the matrix reloaded", "the prequel?"), {"The Matrix"}),
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
    (("whats nope rated in the us", "and get out", "same director?"), {True}),
    (("which country is metropolis from", "same director as M, right?"), {True}),
    (("who did the music for dune 2021", "and part two, same guy?"), {True}),
    (("how long is titanic", "and avatar", "were they made by the same director"), {True}),
    (("who directed lagaan", "was rrr made by him", "who then"), {"S. S. Rajamouli"}),
    (("is rrr in hindi", "what is it then"), {"Telugu", "English"}),
    (("who wrote lost in translation", "she directed it as well?"), {True}),
    (("who directed past lives", "And she wrote it too, I suppose?"), {True}),
    (("alien or aliens, which is newer", "and the older one?", "sigourney weaver's in both, correct?"), {True}),
    (("alien or aliens, which is newer", "and the older one?", "lance henriksen in both as well?"), {False}),
    (("how long is toy story", "toy story 2?", "3?", "tom hanks is in all of these right"), {True}),
    (("how long is toy story", "toy story 2?", "3?", "which of the three is shortest"), {"Toy Story"}),
    (("which movies have benoit blanc in them", "edward norton is in which of the two"),
     {"Glass Onion: A Knives Out Mystery"}),
    (("edgar wright films", "longest?", "olivia colman plays who in it"), {"PC Doris Thatcher"}),
    (("who directed black swan", "wasnt mila kunis in it too", "what did she play"), {"Lily"}),
    (("who directed black swan", "wasnt mila kunis in it too", "as which character"), {"Lily"}),
    (("who won best actress for nomadland", "who's she in fargo"), {"Marge Gunderson"}),
    (("who is in black swan", "winona's other films"), {"Little Women", "Alien Resurrection"}),
    (("who won best actor for oppenheimer", "other nolan movies hes in?"),
     {"Inception", "The Dark Knight", "Batman Begins", "The Dark Knight Rises"}),
    (("all george miller films", "which ones have mel gibson", "and tom hardy"), {"Mad Max: Fury Road"}),
    (("which toy story movie is the shortest", "and the longest"), {"Toy Story 3"}),
    (("films with de niro by scorsese", "how many is that then", "and the first?"), {"Taxi Driver"}),
    (("whos the voice of woody in toy story", "and buzz", "are they both in toy story 3??"), {True}),
    (("how long is toy story", "who directed the one after that"), {"John Lasseter"}),
    (("who directed skyfall", "and the one right after"), set()),
    (("how long is jaws", "What's the German age rating?"), {"16"}),
    (("whos max cady in cape fear", "the 1962 one", "was he in the remake as well?", "playing who"),
     {"Lieutenant Elgart"}),
    (("who directed scarface", "The Pacino one mate"), {"Brian De Palma"}),
    (("who directed toy story", "is it longer than part 2"), {False}),
    (("Who directed Paddington 2?", "And the first?", "Is Hugh Grant in the first one?"), {False}),
    (("Who directed Paddington 2?", "And the first?", "Is Hugh Grant in the first one?", "ok is he in 2"), {True}),
    (("who is in the 2002 solaris", "no wait, i actually meant the russian one", "how long is it"), {167}),
    (("Who plays Jo March in the 1994 Little Women?", "And Laurie?", "Who's Laurie in Gerwig's?"),
     {"Timothée Chalamet"}),
    (("who played rooster cogburn", "who played him in the 1969 version"), {"John Wayne"}),
    (("flow, the cat movie, whats it about", "oh theres no talking? lol. who did the music then"),
     {"Gints Zilbalodis", "Rihards Zaļupe"}),
    (("films by hitchcock from the 60s", "how long is psycho", "does anthony perkins turn up?"), {True}),
    (("films by peter jackson", "minus the ones with ian mckellen"), {"King Kong"}),
    (("films directed by scorsese with de niro", "and without him?", "which one won best picture"), {"The Departed"}),
    (("who plays frodo baggins", "and gollum?"), {"Andy Serkis"}),
    (("who directed jaws", "did that man direct et"), {True}),
    (("who directed vertigo", "and in the mood for love?"), {"Wong Kar-wai"}),
    (("who directed heat", "perfect days?"), {"Wim Wenders"}),
    (("how long is solaris 1972", "how long is solaris 2002", "the first one?"), {167}),
    (("who directed titanic", "and aliens", "did the same guy write both?"), {True}),
    (("who directed barbie", "was it made in america?"), {True}),
    (("who directed alien", "and titanic", "and aliens", "did the same person direct all three?"), set()),
    (("which film won best picture in 2020", "and the year after", "who directed that"), {"Chloé Zhao"}),
    (("horror films from 1981", "and the next year?"), {"The Thing"}),
    (("what did stanley kubrick direct before 1970", "and afterwards?"),
     {"A Clockwork Orange", "Full Metal Jacket", "The Shining"}),
    (("how many oscars did conclave win", "who received it?"), {"Peter Straughan"}),
    (("who directed black swan", "is natalie portman in the cast"), {True}),
    (("films by peter jackson", "how many of those is ian mckellen in", "which isn't he in"), {"King Kong"}),
    (("who directed parasite", "does he have any others"), {"Memories of Murder", "Mickey 17"}),
    (("how many films do you have by kurosawa", "which ones, dear?"),
     {"Seven Samurai", "Yojimbo", "Rashomon", "Ikiru"}),
    (("films with harrison ford", "only the indiana jones ones", "which of them did spielberg not direct"),
     {"Indiana Jones and the Dial of Destiny"}),
    (("the godfather", "is there a second one", "is there a third"), {"The Godfather Part III"}),
    (("who directed heat", "is it in black and white", "how long is it"), {170}),
    (("the sessions", "tell me about parasite"), {"Parasite"}),
    (("edgar wright films", "which came out last", "who shot that one"), {"Bill Pope"}),
    (("who directed the third man", "did he also write"), {False}),
    (("who directed heat", "it's under two hours?"), {False}),
    (("films by spielberg with harrison ford", "only before 1985", "the later one, who plays short round"),
     {"Ke Huy Quan"}),
)  # fmt: skip
ALONE = (
    ((*MURRAY, "thanks!"), Kind.NONE),
    ((*MURRAY, "why?"), Kind.NONE),
    (("how long is alien", *MURRAY, "how long is it?"), Kind.CHOICE),
    ((*MURRAY, "only you"), Kind.NONE),
    ((*MURRAY, "who directed jaws"), Kind.ANSWER),
    (("how long is dune (2021)", "ok"), Kind.NONE),
    (("only comedies from the 1830s", "which of those are french"), Kind.UNKNOWN),
    (("paddington", "how long is the third one"), Kind.UNKNOWN),
    (("paddington 2", "is there a third one"), Kind.UNKNOWN),
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


async def test_another_film_is_drawn_where_one_was(shipped: Catalogue) -> None:
    drawn = set()
    talk = Context()
    for text in ("random western", *["another one"] * 30):
        film = (await ask(text, shipped, talk)).films[0]
        entry = await shipped.film(film.id)
        assert entry
        assert "Western" in entry.genres
        drawn.add(film.id)
    assert len(drawn) > 1


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
