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
}  # fmt: skip
"""Country codes by the adjectives and short names people use."""

NO_COUNTRY = frozenset("jordan georgia chad jersey mali guinea grenada dominica".split())
"""Names of countries that are more often somebody's."""

BOARDS = {"mpaa": "US", "mpa": "US", "bbfc": "GB", "fsk": "DE"}
"""Country codes by the board whose certificate is asked for."""

GENRES = {
    "sci fi": "science fiction", "scifi": "science fiction", "sci-fi": "science fiction", "funny": "comedy",
    "comedic": "comedy", "romcom": "romance", "rom com": "romance", "scary": "horror", "animated": "animation",
    "cartoon": "animation", "cartoons": "animation", "anime": "animation", "romantic": "romance", "biopic": "biography",
    "biopics": "biography", "historical": "history", "suspense": "thriller", "musicals": "musical",
    "documentaries": "documentary", "docs": "documentary", "doc": "documentary",
    "comedies": "comedy", "mysteries": "mystery", "noir": "film noir", "superhero": "",
}  # fmt: skip
"""Normal forms of genres by what people say instead."""
