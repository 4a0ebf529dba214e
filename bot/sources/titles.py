"""Titles as lists write them."""

import re

_ARTICLES = frozenset(
    "the a an le la les l' un une il lo gli i el los las der die das ein eine den det de het een o os as".split()
)
_LAST = re.compile(r"(.+), ([^\s,]+)")


def foremost(title: str) -> str:
    """The title with its article where it belongs: `American President, The` is The American President."""
    match = _LAST.fullmatch(title.strip())
    if not match or match[2].lower() not in _ARTICLES:
        return title.strip()
    space = "" if match[2].endswith("'") else " "
    return f"{match[2]}{space}{match[1]}"
