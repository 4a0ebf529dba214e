"""Aspects of a film and the words that ask for them; every example is a test: the text, and the film it is about."""

from dataclasses import dataclass

from bot.knowledge.query import Asked
from bot.questions.rules.cues import (
    ALL_GENRES,
    BOARD,
    ENJOYS,
    IN_SERIES,
    OTHERWISE,
    RECOMMENDED,
    SCORERS,
    UNDER,
    WATCHED,
    WORKS,
)
from bot.questions.rules.honours import RESULTS


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect: the phrases that ask for it, wherever they stand in the sentence."""

    asked: Asked
    cues: str
    examples: tuple[tuple[str, str], ...] = ()


ASPECTS = (
    Aspect(
        Asked.RUNTIME,
        "runtime|run time|how lengthy|how long time|how long a time|how long of a time|playing time|screen time|run length|timing|how many mins|minutes|how much time|how much time does|running time|length|duration|how long|how many minutes|how many hours|how loong|minutes long|run for|last for|runtimes|run|runs|lasts|how long lasts|how many time|how many time lasts|how much time lasts|long one|mins",
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
        "|cert|certs|classification|classifications|film classification|age certificate|censor rating|censors"
        "|classify|ratings board|film board|censor|censorship board|board of classification"
        f"|{BOARD}",
        (("certificate of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.REASON,
        "why|whyd|whys|reason|reasons|reason for|how come|for what|rated that for what|grounds|what grounds|which grounds"
        "|rationale|justification|reasoning|object to|objected to|what got|what earned|what gave",
        (("why is The Sessions rated R", "The Sessions"),),
    ),
    Aspect(
        Asked.RATING,
        "rating|ratings|age rating|age ratings|age limit|age limits|age restriction|age restrictions|minimum age|age group|what age|which age"
        "|what ages|which ages|from what age|for what age|for which age|how old do you have to be|how old must you be|how old should you be|how old do i have to be"
        "|classified|restricted|allowed for|old enough|too young|watch with kids|watch with the kids|watch with my kids|with the kids|with kids|the kids|for teens|teenagers|for teenagers|for a teenager"
        "|for little kids|for young kids|for small children|for young children|for the whole family|for families|too scary for|too violent for|too mature for|unsuitable|inappropriate|parents guide|content warning|content warnings"
        "|safe to watch|safe|my kids|my kid|my son|my daughter|my children|my child|year old|rated|suitable|appropriate|nudity|sex scenes|gore|violence|violent|swearing|jump scares|sexual content|ok for|okay for|fine for|safe for|suitable for kids|suitable for children|for kids"
        "|for children|kids watch|children watch|kids see|how is it rated|rated and why|child friendly|parental rating|parental guidance|parental advisory|parents guide rating|kid friendly|family friendly",
        (
            ("what is the rating of The Sessions", "The Sessions"),
            ("is the sessions suitable for kids?", "the sessions"),
        ),
    ),
    Aspect(
        Asked.SCORE,
        "people rate|people rated|score|scores|user rating|how good|how bad|rotten tomatoes|metacritic|metascore|tomatometer"
        "|critics score|critic score|critics rating|critic rating|audience score|audience rating|user score"
        + "".join(f"|rated on {site}" for site in SCORERS)
        + "".join(f"|{site} {what}|{what} on {site}" for site in SCORERS for what in ("score", "rating")),
        (("score of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.GENRE,
        f"{'|'.join(sorted(ALL_GENRES))}|genre|genres|kind|kinds|type|types|sort|sorts|what kind of|what kind|which kind|what type of|what type|which type|what sort of|nature"
        "|gender|genders|category|categories|film genre|what genre|kind of film|kind of movie|type of film|type of movie|sort of film|sort of movie|fall under|falls under|come under|comes under|filed under|file under|filed|listed under|shelved under|fall into"
        "|falls into|categorised as|categorized as|classed as|kind of|sort of|type of",
        (("genre of up", "up"), ("what kind of film is M?", "M")),
    ),
    Aspect(
        Asked.RELEASE,
        "release date|release dates|when|whens|what day|which day|what date|which date|date of release|dates of release|released when|release day|when did|date|dates|day",
        (("when did The Sessions come out?", "The Sessions"),),
    ),
    Aspect(
        Asked.YEAR,
        "what decade|which decade|what century|which century|how many years ago|since when|from when|since which year|since what year|year|years|year of production|production year|from which year|from what year|of which year|of what year|came in which year|came in what year|which year is|release year|release years|what year|which year|how old|in what year|in which year|year of release|made when|years of release|yr|what yr|which yr",
        (("what year did up come out", "up"), ("how old is M", "M")),
    ),
    Aspect(
        Asked.LANGUAGES,
        "language|languages|what language|which language|language spoken|languages spoken|spoken language|speak|speaking|dialogue|tongue|tongues|do they speak|do they talk|spoken|is spoken|heard",
        (("what language is the sessions in?", "the sessions"),),
    ),
    Aspect(
        Asked.COUNTRIES,
        "place of the|place of|the place|which place|what place|venue|countries of production|production country|production countries|producing countries|country|countries|country of origin|countries of origin|wheres|country of production|where is it from|hail from|hails from|where does it hail from|what country|which country|which countries|where|nation",
        (("where was the sessions made", "the sessions"),),
    ),
    Aspect(
        Asked.SUMMARY,
        "without spoilers|no spoilers|without spoiler|no spoiler|without a spoiler|w o spoilers|without giving anything away|without giving it away|without giving away the ending|spoiler free|without any spoilers|without spoiling|dont spoil|do not spoil|dont spoil anything|no spoiling|not spoil|spoil nothing|not spoilery|minus spoilers|without spoiling it|avoid spoilers|sum up|sums up|summed up|going on in|in one sentence|in a sentence|in a few sentences|in a few words|what its about|whats it about|what is it about|what it is about|gist|the gist|gist of|nutshell|in a nutshell|in short|rundown|quick rundown|run down|overview|logline|blurb|basic idea|the idea|tldr"
        "|of what speaks|what speaks|of what is it|about what is it|summary|plot summary|synopsis|story|premise|description|what happens in|summarise|summarize|storyline|what happens|describe what happens in",
        (("summary of the sessions", "the sessions"),),
    ),
    Aspect(
        Asked.PLOT,
        "plot|spoilers|spoiler|ending|happy ending|sad ending|good ending|bad ending|twist ending|surprise ending|end|finish|how does it end|spoil|how it ends|how does it finish|spoilery|with spoilers|end of|ends|twist|the twist|final scene|full plot|whole plot|happens at the end",
        (("plot of The Sessions", "The Sessions"), ("how does the sessions end", "the sessions")),
    ),
    Aspect(
        Asked.RECEPTION,
        "critics and audiences|critics and the audience|audiences and critics|react|react to|reacted|reacted to|people react|people react to|audiences react|audiences react to|audience react|audience reaction|audience reactions|viewers react|reception|reviews|review|critics|received|critics say|critics think|receive|receives|critics receive|critics think of|critics thought|any good|reviewers|critical reception|critical response|critical consensus|well received|reviewed|critically|acclaimed|critically acclaimed|praised|reactions|reaction|reaction to|response|consensus"
        "|people think of|people think|people say about|people thought of|people like|did people like|a hit|worth a watch|worth it|worth my time|worth seeing|worth a look|is it good|hype|overrated|underrated|thoughts on|opinion on|opinions on|critique|critiques|panned|press",
        (("how was The Sessions received?", "The Sessions"),),
    ),
    Aspect(
        Asked.THEMES,
        "themes|theme|thematically|main themes|central theme|central themes|themes explored|message|deeper meaning|underlying themes|motifs|issues",
        (("themes of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.KEYWORDS,
        "keywords|keyword|tags|tag|topics|topic|subjects|few words|words|what words|which words|few words describing|words describe|words describing"
        "|words describes|words to describe|words that describe|a few words|describing|terms|subject|some words|described as",
        (("topics of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.AWARDS,
        "|".join(RESULTS.values()) + "|oscars|oscar|academy award|academy awards|golden globe|palme dor|bafta|baftas",
        (("what awards did The Sessions win?", "The Sessions"),),
    ),
    Aspect(
        Asked.AUDIENCE,
        f"{RECOMMENDED}|{ENJOYS}|audience|audiences|target group|who is it for|whos it for|who it is for|kind of person|sort of person|what kind of person|what kind of people|what sort of person|what sort of people|what type of person|what type of people|what kind of viewer|what kind of audience|who enjoys|who likes"
        "|appeal to|appeals to|appeal|would i like|will i like|would i enjoy|will i enjoy|cup of tea|who is supposed to watch|suited to|suited for|suits|which public|what public|target public|meant for|intended for|recommended for|recommend it to|is it for me|for me|should i watch|should i see|worth watching|target audience|aimed at|made for|made for whom",
        (("who should watch the sessions?", "the sessions"),),
    ),
    Aspect(
        Asked.BASED_ON,
        f"{WORKS}|an original screenplay|original screenplay|original script|source for|source behind|does it come from|does it come|did it come from|source novel|source book|source text|source story|original book|original novel|original story|literary source|literary basis"
        "|book|the book|novel|the novel|the book behind|a novel behind|novel behind|book behind|novel was|book was|adapted|adaptation|an adaptation|adapted out of|taken from|inspired by|inspired|inspiration|inspiration for|inspiration behind|basis|basis for|basis of"
        "|based on|based upon|based off|based it on|base it on|they based|source material|adapted from|adaptation of|adapt|adapts|drawn from|draws on|drew on|modernise|modernises|modernize|modernizes|retelling of|true story|based on a true story|based on a book|based",
        (("what is The Sessions based on?", "The Sessions"),),
    ),
    Aspect(
        Asked.ORIGIN,
        "origin|origins|come from|comes from|came from|stem from|stems from|originate|originate from|derived from",
        (("where do the facts about the sessions come from?", "the sessions"),),
    ),
    Aspect(
        Asked.TITLES,
        f"{UNDER}|{OTHERWISE}|called in|do they call|they call|do you call|known as|calls it in|known in|known as in|name in|title in|titled in|released as|translated as|translated|goes by|foreign titles|foreign title|alternate title|alternate titles|international titles|international title|aliases|alias|other names|other name|alternative name|alternative names|title abroad|called abroad|different titles|different title|other titles|alternative titles|another title for|another name for|another title of|another name of|aka|akas|also called|also known as|alternative title|other title",
        (("other titles of In the Mood for Love", "In the Mood for Love"),),
    ),
    Aspect(
        Asked.ORIGINAL,
        "orig title|orig name|og title|og name|original title|original language title|title originally|originally titled|originally named|original name|native title|title in the original language|title in its original language|called in its original language|called in the original language|in its own language|in its native language|in its native tongue|real title|original titles|called originally|originally called"
        "|called in the original|called in original|called in original version|in original version|in original|in the original|in the original version"
        "|call in original|original called|called in original language|in original language",
        (("original title of In the Mood for Love", "In the Mood for Love"),),
    ),
    Aspect(
        Asked.PREMIERE,
        "for the first time|first public screening|first public showing|first see|first saw|first showed|first world screening|world premiere|first screen|first play|first played|first opened|premiere location|premiere venue|premiere place|shown first|first shown|first show|first screened|first screening|first showing|debut at|debuted at|debut|first seen|where did it premiere|premiere at|premiered at|its premiere|unveiled",
        (("where did The Sessions premiere", "The Sessions"), ("where was The Sessions shown first", "The Sessions")),
    ),
    Aspect(
        Asked.OPENING,
        "premiere date|date of the premiere|date of premiere|premiere day|day of the premiere|date of its premiere|when was the premiere",
        (("premiere date of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.FESTIVALS,
        "festival run|festival circuit|festival screenings|festival appearances|fest|fests|festival|festivals|film festival|film festivals",
        (("which festivals was The Sessions shown at", "The Sessions"),),
    ),
    Aspect(
        Asked.LINKS,
        "imdb|imdb link|imdb id|imdb page|imdb url|imdb number|imdb entry|imdb code|imdb tt|on imdb|letterboxd|letterboxd page|letterboxd url|on letterboxd|wikidata|wikidata link|wikipedia|wikipedia page|themoviedb|tmdb page|tmdb number|tmdb url|tmdb entry|on tmdb|tmdb|tmdb id|tmdb link|wikidata id|letterboxd link|link|links|url",
        (("imdb id of Up", "Up"), ("link of Up", "Up")),
    ),
    Aspect(
        Asked.SIMILAR,
        f"{WATCHED}|along the lines of|in the vein of|in the style of|comparable to|same vibe as|films like|movies like|film like|movie like|something like|anything like|similar to|similar films to"
        "|similar movies to|films similar to|movies similar to|something similar to|more like|similar",
        (
            ("films like The Sessions", "The Sessions"),
            ("something similar to Up", "Up"),
            ("what should i watch if i liked Up", "Up"),
        ),
    ),
    Aspect(
        Asked.SOURCES,
        "sources|source|your source|your sources|references|citation|citations|where did you get|where do you get|who says so|where do the facts|how do you know|source of the facts",
        (("sources of The Sessions", "The Sessions"),),
    ),
    Aspect(
        Asked.CAST,
        "characters in|characters of|characters from|characters are in|characters are there in|character list|list of characters"
        "|characters appear in|billed|billed in|top billed|topbilled|top billing|in the billing|billed actor|billed actress|billed cast member",
        (
            ("who is billed second in The Sessions", "The Sessions"),
            ("what are the characters in The Sessions", "The Sessions"),
        ),
    ),
    Aspect(
        Asked.SERIES,
        IN_SERIES,
        (("is The Sessions a sequel", "The Sessions"), ("which series is Up part of", "Up")),
    ),
    Aspect(
        Asked.CARD,
        "tell me about|tell me something about|tell me more about|tell me everything about|what do you know about|do you know|info|information|details"
        "|facts|card|look up|info on|info about|information about|details of|more about",
        (("tell me about The Sessions", "The Sessions"),),
    ),
)
