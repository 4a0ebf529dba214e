"""Words that ask for an aspect of a film, as products of their parts: what did the BBFC rate, who would like."""

from itertools import product

from bot.questions.rules.peoples import BOARDS

BOARD = "|".join(
    (
        *(f"{board}{what}" for board in BOARDS for what in ("", " rating", " certificate")),
        *map(" ".join, product(("what", "how"), ("did the", "does the"), BOARDS, ("rate", "classify", "give"))),
    )
)
"""The boards that certify films, and what they do."""
SCORERS = ("imdb", "rotten tomatoes", "rt", "metacritic", "letterboxd", "tmdb")
"""Who gives films a score."""
RECOMMENDED = "|".join(
    " ".join((whom, may, who, "recommend"))
    for whom, may, who in product(
        ("who", "whom", "to whom", "which people", "what people"),
        ("would", "should", "can", "could", "do", "might"),
        ("you", "i", "we", "one"),
    )
)
"""Whom a film may be recommended to."""
ENJOYS = "|".join(
    f"{who} {does}"
    for who, does in product(
        ("who would", "whod", "who will", "wholl", "who might", "who could", "who should", "who may"),
        "like|enjoy|love|appreciate|dig|be into|be interested in|get a kick out of|get something out of|have fun with"
        "|watch|see".split("|"),
    )
)
"""Who may like a film."""
WORKS = "|".join(
    f"{which} {work}"
    for which, work in product(
        ("which", "what"),
        "book|books|novel|novels|novella|story|stories|short story|short stories|tale|tales|fairy tale|writings|play"
        "|comic|comics|comic book|graphic novel|manga|memoir|memoirs|article|articles|essay|poem|musical|legend".split(
            "|"
        ),
    )
)
"""What films are made of, asked for by its kind."""
UNDER = "|".join(
    " ".join(filter(None, words))
    for words in product(
        ("under", "by"), ("which", "what"), ("", "other", "different"), ("name", "names", "title", "titles")
    )
)
"""By which names a film goes."""
FILED = "|".join(
    map(" ".join, product(("would", "should", "do", "shall"), ("i", "you", "we", "one"), ("file", "shelve")))
)
"""Under which genre it belongs."""
_WATCH = ("what should i watch", "what should we watch", "what can i watch", "what to watch", "what do i watch")
_WHO_LIKES = ("if i", "if you", "if we", "if someone", "since i", "because i")
_LIKES = ("like", "liked", "love", "loved", "enjoy", "enjoyed")
WATCHED = "|".join(
    " ".join(words)
    for words in (
        *product(_WATCH, _WHO_LIKES, _LIKES),
        *product(_WATCH, ("after", "next after", "after watching", "after seeing")),
    )
)
"""Words before a film that asks for others which may be liked as much."""
OTHERWISE = "|".join(
    " ".join(words)
    for words in product(
        ("have", "has", "had", "got", "by", "under", "go by", "known by", "known under", "is there", "was there"),
        ("another", "a different", "a second", "any other", "an alternative", "some other"),
        ("name", "title"),
    )
)
"""Whether there is another title."""

IN_SERIES = "|".join(
    " ".join(filter(None, words))
    for words in (
        *product(("a",), ("", "direct", "real"), ("sequel", "prequel"), ("", "to", "of", "for")),
        *product(("the",), ("", "direct", "real"), ("sequel", "prequel"), ("to", "of", "for")),
        *product(
            ("part of", "in", "belong to", "belongs to"),
            ("a", "any", "the", "some"),
            ("", "film", "movie", "bigger", "larger", "whole"),
            ("series", "trilogy", "franchise", "saga"),
        ),
        *product(("what", "which"), ("", "film", "movie"), ("series", "trilogy", "franchise", "saga")),
        *product(("", "a"), ("standalone", "stand alone"), ("", "film", "movie")),
    )
)
"""Whether a film goes on with another, or which go with it."""

_GENRES = ("genres", *map(" ".join, product(("film", "movie"), ("genres",))))
_GENRES += tuple(map(" of ".join, product(("kinds", "types", "sorts"), ("film", "films", "movie", "movies"))))
THERE_ARE = (
    "do you have|have you got|you have|you got|do you know|you know|do you cover|are there|there are|exist"
    "|are available|to choose from|can i pick|can i choose|can i ask for|can you do|do you do"
).split("|")
"""Words behind what is asked for all that is known of: which genres do you have."""
_ALL = ("all", "all the", "all your", "every", "available", "list of", "list the", "list your", "list of all", "list")
ALL_GENRES = frozenset(" ".join(words) for words in (*product(_GENRES, THERE_ARE), *product(_ALL, _GENRES)))
"""What asks for every genre there is."""
