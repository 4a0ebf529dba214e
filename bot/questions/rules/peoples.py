"""Adjectives of nations, the boards that certify films there, and everyday words for genres."""

DEMONYMS = {
    "american": "US", "us": "US", "usa": "US", "hollywood": "US", "british": "GB", "uk": "GB", "scottish": "GB",
    "welsh": "GB", "french": "FR", "german": "DE", "italian": "IT", "spanish": "ES", "japanese": "JP", "chinese": "CN",
    "korean": "KR", "korea": "KR", "south korean": "KR",
    "indian": "IN", "bollywood": "IN", "russian": "RU", "swedish": "SE",
    "norwegian": "NO", "danish": "DK", "finnish": "FI", "icelandic": "IS", "dutch": "NL", "belgian": "BE",
    "irish": "IE",
    "polish": "PL", "czech": "CZ", "hungarian": "HU", "austrian": "AT", "swiss": "CH", "greek": "GR", "turkish": "TR",
    "iranian": "IR", "israeli": "IL", "egyptian": "EG", "mexican": "MX", "brazilian": "BR", "argentinian": "AR",
    "argentine": "AR", "chilean": "CL", "canadian": "CA", "australian": "AU", "new zealand": "NZ", "thai": "TH",
    "vietnamese": "VN", "taiwanese": "TW", "romanian": "RO", "portuguese": "PT", "ukrainian": "UA", "serbian": "RS",
    "south african": "ZA", "colombian": "CO", "cuban": "CU", "indonesian": "ID", "america": "US", "england": "GB",
    "britain": "GB", "great britain": "GB", "holland": "NL", "the us": "US", "the uk": "GB",
    "hong kong": "HK", "soviet": "SU", "ussr": "SU", "the ussr": "SU", "czechoslovakian": "CS", "the states": "US",
    "the netherlands": "NL", "aussie": "AU", "northern ireland": "GB", "scotland": "GB", "wales": "GB",
    "kiwi": "NZ", "kiwis": "NZ", "aussies": "AU", "brit": "GB", "brits": "GB", "danes": "DK", "swedes": "SE",
    "finns": "FI", "poles": "PL", "turks": "TR", "spaniards": "ES", "stateside": "US", "czechs": "CZ", "greeks": "GR",
    "nollywood": "NG", "nigerian": "NG", "filipino": "PH", "malaysian": "MY",
    "peruvian": "PE", "venezuelan": "VE", "bulgarian": "BG", "croatian": "HR", "bosnian": "BA", "slovak": "SK",
    "slovenian": "SI", "estonian": "EE", "latvian": "LV", "lithuanian": "LT", "georgian": "GE", "lebanese": "LB",
    "palestinian": "PS", "moroccan": "MA", "algerian": "DZ", "tunisian": "TN", "senegalese": "SN", "kenyan": "KE",
    "ethiopian": "ET", "pakistani": "PK", "afghan": "AF", "mongolian": "MN", "singaporean": "SG", "bolivian": "BO",
    "uruguayan": "UY", "kazakh": "KZ", "jordanian": "JO", "nepalese": "NP", "cambodian": "KH",
}  # fmt: skip
"""Country codes by the adjectives and short names people use."""

NO_COUNTRY = frozenset("jordan georgia chad jersey mali guinea grenada dominica".split())
"""Names of countries that are more often somebody's."""


_NORDIC = "DK FI IS NO SE"
_EASTERN = "BG BY CZ CS CSHH EE HU LT LV MD PL RO RU SK SU SUHH UA"
_BALKAN = "AL BA BG GR HR ME MK RS SI YU YUCS XK"
_WESTERN = "AD AT BE CH CY DD DDDE DE ES FR GB GR IE IT LI LU MC MT NL PT"
_EAST = "CN HK JP KP KR MN MO TW"
_SOUTH_EAST = "ID KH LA MM MY PH SG TH VN"
_INDIAN = "AF BD BT IN LK NP PK"
_MIDDLE_EAST = "AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE"
_SOUTHERN = "AR BO BR CL CO EC GY PE PY SR UY VE"
_CENTRAL = "CR CU DO GT HN HT JM MX NI PA PR SV"
_NORTH_AFRICA = "DZ EG LY MA SD TN"
_AFRICA = (
    f"{_NORTH_AFRICA} AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ NA NE"
    " NG RW SC SL SN SO SS SZ TD TG TZ UG ZA ZM ZW"
)
_REGIONS = {
    "scandinavian|scandinavia|nordic": _NORDIC,
    "eastern european|eastern europe": _EASTERN,
    "balkan|the balkans": _BALKAN,
    "european|europe": f"{_NORDIC} {_EASTERN} {_BALKAN} {_WESTERN}",
    "east asian|east asia": _EAST,
    "southeast asian|south east asian|southeast asia|south east asia": _SOUTH_EAST,
    "south asian|south asia": _INDIAN,
    "asian|asia": f"{_EAST} {_SOUTH_EAST} {_INDIAN} AM AZ GE KG KZ TJ TM UZ {_MIDDLE_EAST.replace('EG ', '')}",
    "middle eastern|the middle east|middle east": _MIDDLE_EAST,
    "south american|south america": _SOUTHERN,
    "latin american|latin america|latino": f"{_SOUTHERN} {_CENTRAL}",
    "north american|north america": "US CA MX",
    "north african|north africa": _NORTH_AFRICA,
    "african|africa": _AFRICA,
}
"""Country codes of parts of the world by what they are called."""


_OF_REGION = {
    name: tuple(dict.fromkeys(codes.split())) for names, codes in _REGIONS.items() for name in names.split("|")
}


_BEFORE = {"RU": ("SU",), "CZ": ("CS",)}
"""Countries of which another is what is left, by its code: what is called Russian may be of the Soviet Union."""


def nation(said: str) -> tuple[str, ...]:
    """The codes of the country, or of the countries of a part of the world, that an adjective or short name means."""
    code = DEMONYMS.get(said) or (DEMONYMS.get(said[:-1]) if said.endswith("ans") else None)  # Americans
    return (code, *_BEFORE.get(code, ())) if code else _OF_REGION.get(said, ())


BOARDS = {"mpaa": "US", "mpa": "US", "bbfc": "GB", "fsk": "DE"}
"""Country codes by the board whose certificate is asked for."""

GENRES = {
    "sci fi": "science fiction", "scifi": "science fiction", "sci-fi": "science fiction", "funny": "comedy",
    "comedic": "comedy", "scary": "horror", "scariest": "horror", "funniest": "comedy",
    "cowboy": "western",
    "animated": "animation",
    "cartoon": "animation", "cartoons": "animation", "anime": "animation", "romantic": "romance", "biopic": "biography",
    "love story": "romance", "love stories": "romance",
    "biopics": "biography", "historical": "history", "suspense": "thriller", "musicals": "musical",
    "documentaries": "documentary", "docs": "documentary", "doc": "documentary",
    "comedies": "comedy", "mysteries": "mystery", "noir": "film noir", "superhero": "",
}  # fmt: skip
"""Normal forms of genres by what people say instead."""

KINDS = frozenset(
    "noir thriller drama comedy horror western satire slasher giallo whodunit melodrama mockumentary tragicomedy parody"
    " musical".split()
)
"""Last words of keywords that say what kind of film one is, as genres do."""

_WORLD_WARS = {"i|1|one": "first|1st", "ii|2|two": "second|2nd"}
SUBJECTS = (
    *(
        frozenset(
            (
                *(f"{war}{number}" for war in ("world war ", "ww", "ww ") for number in numbers.split("|")),
                *(f"{place} world war" for place in places.split("|")),
                *(("great war", "the great war") if numbers.startswith("i|") else ()),
            )
        )
        for numbers, places in _WORLD_WARS.items()
    ),
    frozenset(["vietnam war", "war in vietnam"]),
)
"""What films are about that has several names, each with all of them."""

LANGUAGES = {
    "farsi": "persian", "flemish": "dutch", "castilian": "spanish", "bengali": "bangla", "filipino": "tagalog",
    "gaelic": "scottish gaelic", "mandarin": "chinese", "cantonese": "cn", "canto": "cantonese", "pushto": "pashto",
    "serbo croat": "serbo croatian", "putonghua": "mandarin",
}  # fmt: skip
"""Normal forms of languages by what people say instead."""

COMPOUNDS = {
    ("anime",): "japanese animation", ("animes",): "japanese animations",
    ("romcom",): "romance comedy", ("romcoms",): "romance comedies", ("rom", "com"): "romance comedy",
    ("rom", "coms"): "romance comedies", ("dramedy",): "drama comedy", ("dramedies",): "drama comedies",
}  # fmt: skip
"""Words that two genres at once are made of, and those genres."""
