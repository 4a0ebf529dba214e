"""Aspects of a film and the words that ask for them; every example is a test: the text, and the film it is about."""

from dataclasses import dataclass

from bot.knowledge.query import Asked


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect: the phrases that ask for it, wherever they stand in the sentence."""

    asked: Asked
    cues: str
    examples: tuple[tuple[str, str], ...] = ()


ASPECTS = (
    Aspect(
        Asked.RUNTIME,
        "runtime|run time|how many mins|minutes|how much time|how much time does|running time|length|duration|how long|how many minutes|how many hours|how loong|minutes long|run for|last for|runtimes|run|runs|mins",
        (
            ("how long is the sesions?", "the sesions"),
            ("Runtime of In the Mood for Love", "In the Mood for Love"),
            ("what's the running time of Her?", "Her"),
            ("sessions runtime", "sessions"),
        ),
    ),
    Aspect(
        Asked.CERTIFICATE,
        "certificate|certification|certificates"
        "|mpaa|mpaa rating|mpaa certificate|mpa rating|mpa certificate|bbfc|bbfc rating|bbfc certificate|fsk|fsk rating|fsk certificate",
        (("certificate of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.RATING,
        "rating|ratings|age rating|safe to watch|safe|my kids|my kid|my son|my daughter|my children|my child|year old|rated|suitable|appropriate|nudity|sex scenes|gore|violence|violent|swearing|jump scares|sexual content|ok for|okay for|fine for|safe for|suitable for kids|suitable for children|for kids"
        "|for children|kids watch|children watch|kids see|how is it rated|rated and why|child friendly|kid friendly|family friendly",
        (
            ("what is the rating of The Sessions", "The Sessions"),
            ("is the sessions suitable for kids?", "the sessions"),
        ),
    ),
    Aspect(
        Asked.SCORE,
        "score|scores|imdb score|imdb rating|user rating|how good|how bad|imdb",
        (("score of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.GENRE,
        "genre|genres|kind|kinds|type|types|sort|sorts|what kind of|what kind|which kind|what type of|what type|which type|what sort of|nature"
        "|gender|genders|category|categories|film genre|what genre|kind of film|kind of movie|type of film|type of movie|sort of film|sort of movie|fall under|falls under|kind of|sort of|type of",
        (("genre of up", "up"), ("what kind of film is M?", "M")),
    ),
    Aspect(
        Asked.RELEASE,
        "release date|release dates|when|whens|date of release|dates of release|released when|release day|when did|date|dates|premiere date|day",
        (("when did The Sessions come out?", "The Sessions"),),
    ),
    Aspect(
        Asked.YEAR,
        "year|years|release year|release years|what year|which year|how old|in what year|in which year|year of release|made when|years of release|yr|what yr|which yr",
        (("what year did up come out", "up"), ("how old is M", "M")),
    ),
    Aspect(
        Asked.LANGUAGES,
        "language|languages|what language|which language|language spoken|languages spoken|spoken language|speak|tongue|tongues|do they speak",
        (("what language is the sessions in?", "the sessions"),),
    ),
    Aspect(
        Asked.COUNTRIES,
        "country|countries|country of origin|countries of origin|wheres|country of production|where is it from|what country|which country|which countries|where|nation",
        (("where was the sessions made", "the sessions"),),
    ),
    Aspect(
        Asked.SUMMARY,
        "summary|plot summary|synopsis|story|premise|description|what happens in|summarise|summarize|storyline|what happens|describe what happens in",
        (("summary of the sessions", "the sessions"),),
    ),
    Aspect(
        Asked.PLOT,
        "plot|spoilers|spoiler|ending|end|finish|how does it end|spoil",
        (("plot of The Sessions", "The Sessions"), ("how does the sessions end", "the sessions")),
    ),
    Aspect(
        Asked.RECEPTION,
        "reception|reviews|review|critics|received|critics say|critics think|critics think of|any good|reviewers",
        (("how was The Sessions received?", "The Sessions"),),
    ),
    Aspect(Asked.THEMES, "themes|theme", (("themes of The Sessions", "The Sessions"),)),
    Aspect(
        Asked.KEYWORDS,
        "keywords|keyword|tags|tag|topics|topic|subjects|few words|words|what words|which words|few words describing|words describe|words describing"
        "|words describes|words to describe|words that describe|a few words|describing|terms|subject|some words|described as",
        (("topics of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.AWARDS,
        "awards|award|oscars|oscar|prizes|prize|win|wins|won|winning|winner|winners|nominated|nominations|nominee|nominees|academy award|academy awards|golden globe|palme dor",
        (("what awards did The Sessions win?", "The Sessions"),),
    ),
    Aspect(
        Asked.AUDIENCE,
        "audience|who should watch|who should see|who would like|who would enjoy|who will like|should i watch|should i see|worth watching|target audience|aimed at|made for|made for whom",
        (("who should watch the sessions?", "the sessions"),),
    ),
    Aspect(
        Asked.BASED_ON,
        "based on|based upon|source material|adapted from|adaptation of|true story|based on a true story|based on a book|based",
        (("what is The Sessions based on?", "The Sessions"),),
    ),
    Aspect(
        Asked.ORIGIN, "origin|origins|come from|stem from", (("where does the sessions come from?", "the sessions"),)
    ),
    Aspect(
        Asked.TITLES,
        "called in|known in|other titles|alternative titles|aka|also called|also known as|alternative title|other title",
        (("other titles of In the Mood for Love", "In the Mood for Love"),),
    ),
    Aspect(
        Asked.ORIGINAL,
        "original title|original name|real title|original titles|called originally|originally called"
        "|called in the original",
        (("original title of In the Mood for Love", "In the Mood for Love"),),
    ),
    Aspect(
        Asked.PREMIERE,
        "world premiere|shown first|first shown|where did it premiere|premiere at",
        (("where did The Sessions premiere", "The Sessions"), ("where was The Sessions shown first", "The Sessions")),
    ),
    Aspect(
        Asked.FESTIVALS,
        "festival|festivals|film festival|film festivals",
        (("which festivals was The Sessions shown at", "The Sessions"),),
    ),
    Aspect(
        Asked.LINKS,
        "imdb link|imdb id|imdb page|imdb url|tmdb|tmdb id|tmdb link|wikidata id|letterboxd link|link|links|url",
        (("imdb id of Up", "Up"), ("link of Up", "Up")),
    ),
    Aspect(
        Asked.SIMILAR,
        "films like|movies like|film like|movie like|something like|anything like|similar to|similar films to"
        "|similar movies to|films similar to|movies similar to|something similar to|more like|similar",
        (("films like The Sessions", "The Sessions"), ("something similar to Up", "Up")),
    ),
    Aspect(
        Asked.SOURCES,
        "sources|source|where do the facts|how do you know|source of the facts",
        (("sources of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.CARD,
        "tell me about|tell me something about|tell me more about|tell me everything about|what do you know about|do you know|info|information|details"
        "|facts|card|look up|info on|info about|information about|details of|more about",
        (("tell me about The Sessions", "The Sessions"),),
    ),
)
