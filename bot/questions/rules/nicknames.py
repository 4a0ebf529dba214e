"""How people are called for short."""

FIRST_NAMES = {
    "arnie": "arnold", "bob": "robert", "bobby": "robert", "sly": "sylvester", "marty": "martin", "jim": "james",
    "jimmy": "james", "bill": "william", "liz": "elizabeth", "kate": "katharine", "dick": "richard", "ted": "theodore",
    "jack": "john", "larry": "laurence", "tony": "anthony", "gene": "eugene", "steve": "steven", "mike": "michael",
    "nick": "nicolas", "matt": "matthew", "ahnold": "arnold", "charlie": "charles", "ron": "ronald",
}  # fmt: skip
"""First names that are no beginning of those that they are short for."""
PEOPLE = {
    "the rock": "dwayne johnson", "scarjo": "scarlett johansson", "jlo": "jennifer lopez", "j lo": "jennifer lopez",
    "jlaw": "jennifer lawrence", "j law": "jennifer lawrence", "hitch": "alfred hitchcock", "rpatz": "robert pattinson",
    "kstew": "kristen stewart", "the duke": "john wayne", "zeta jones": "catherine zeta jones",
}  # fmt: skip
"""Nicknames that no part of the name tells."""
