"""The cast as a fact line lists it: names alone, or `Actor (Character)`, `Actor as Character`, `Actor … Character`."""

import re

from bot.sources.pages.names import AND_OTHERS, is_name, names_in

_AS = re.compile(
    r"\s+(?:as|als|como|nel ruolo di|nei panni di|dans le r[oô]le d[e’']|no papel de"
    r"|en el papel de|in de rol van|in der Rolle (?:des|der|von))\s+"
)
_BETWEEN = re.compile(r"\s+(?:\.{2,}|…|=)\s*|\s*(?:\.{3,}|…)\s+|\s+[–—]\s+|\s+-\s+|\s*:\s+|\t+")
_INSIDE = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<character>[^()]*)\)\s*\.?$")
_PARTS = re.compile(r"\s*[;\n|•]\s*|\s*,\s*(?![^()]*\))")
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|sowie)\s+(?![^()]*\))")
_PREFIX = re.compile(r"^(?:and|und|et|y|e|en|with|mit|sowie|featuring|starring|also starring|as|as well as)\s+")
_NOTE = re.compile(r"^(?:as|als|como|dans le r[oô]le de|voice of|stimme von)\s+", re.IGNORECASE)
_ROWS = re.compile(r"\s*[;\n|•]\s*")


def roles_in(text: str) -> tuple[list[dict[str, str]], list[str]]:
    """The members of a cast in their order, and the parts of the text that name none."""
    text = AND_OTHERS.sub("", text.strip())
    roles: list[dict[str, str]] = []
    others: list[str] = []
    rows = [row for row in _ROWS.split(text.strip()) if row.strip()]
    for row in rows:
        whole = _role(row.strip(" ,"))
        pieces = [row] if len(rows) > 1 and whole and "character" in whole else _PARTS.split(row)
        for piece in pieces:
            _take(piece, roles, others)
    return roles, others


def _take(piece: str, roles: list[dict[str, str]], others: list[str]) -> None:
    said = _PREFIX.sub("", piece.strip(" ,."))
    if not said:
        return
    if role := _role(said):
        roles.append(role)
        return
    parts = [found for part in _AND.split(said) if (found := _role(_PREFIX.sub("", part)))]
    if len(parts) > 1 and len(parts) == len(_AND.split(said)):
        roles.extend(parts)
        return
    names, rest = names_in(said)
    roles.extend({"name": name} for name in names if not rest)
    others.extend(rest)


def _role(text: str) -> dict[str, str] | None:
    """One member of the cast; None when the text names none, or several."""
    text = text.strip(" ,.")
    if match := _INSIDE.match(text):
        name, character = match["name"].strip(), _NOTE.sub("", match["character"]).strip()
        return _named(name, character)
    for between in (_AS, _BETWEEN):
        name, *rest = between.split(text, maxsplit=1)
        if rest:
            return _named(name.strip(), rest[0].strip(" ."))
    return {"name": text} if is_name(text) and not _AND.search(text) else None


def _named(name: str, character: str) -> dict[str, str] | None:
    if not is_name(name) or _AND.search(name):
        return None
    keep = character.strip('“”" ')
    good = keep and len(keep) < _LONGEST and not re.search(r"\d{4}", keep)
    return {"name": name, "character": keep} if good else {"name": name}


_LONGEST = 100
