"""The lines of a page as a reader sees them: HTML, Markdown and other marks off, headings and lists remembered."""

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

_TAGGED = re.compile(
    r"<(?:p|br|div|h[1-6]|li|td|tr|table|body|html|dt|dd|article|span|strong|b|em|i|a)\b[^<>]*/?>", re.IGNORECASE
)
_BLOCKS = frozenset(
    "p br div h1 h2 h3 h4 h5 h6 li ul ol tr table body article section header footer blockquote dl dt hr".split()
)
_CELLS = frozenset({"td", "th", "dd"})
_UNSEEN = frozenset({"script", "style", "head", "noscript", "nav", "svg"})
_HEADING = re.compile(
    r"^\s{0,3}(?P<marks>#{1,6})\s*(?P<text>.+?)\s*#*$|^\s*(?P<equals>={2,5})\s*(?P<wiki>[^=].*?)\s*={2,5}\s*$"
)
_UNDERLINE = re.compile(r"^\s*(=|-|~){3,}\s*$")
_RULE = re.compile(r"^\s*(?:[-*_=~•·]\s*){3,}$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-*:?\s*)*$")
_ITEM = re.compile(r"^\s*(?:[-*+•·▪●◦‣►»–—→✓✔]|\d{1,2}[.)])\s+(?=\S)|^\s*[•▪●◦‣►]\s*")
_BOLD = re.compile(r"(\*\*|__|''')(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*_'])(\*|_|'')(?=[^\s*_'])(.+?)(?<=[^\s*_'])\1(?![\w*_'])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_BBCODE = re.compile(r"\[/?(?:b|i|u|url|quote|size|color|center|img)(?:=[^\]]*)?\]", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|\[\^\w+\]")
_ADDRESS = re.compile(r"<https?://[^<>\s]+>|https?://\S+")
_BLANKS = re.compile(r"[^\S\t\n]+")
_UNSEEN_CHARACTERS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; an empty one parts paragraphs."""

    number: int
    """Counted from 1, in the file."""
    text: str
    """Without marks; a tab stands between the cells of a table."""
    heading: bool = False
    item: bool = False
    """Whether it stands in a list."""


def page_lines(text: str) -> list[Line]:
    """The lines of a page."""
    rows = _html_rows(text) if len(_TAGGED.findall(text)) > 1 else list(enumerate(text.split("\n"), 1))
    lines: list[Line] = []
    for number, row in rows:
        if lines and lines[-1].text and _UNDERLINE.match(row) and len(lines[-1].text) < _LONGEST_HEADING:
            lines[-1] = Line(lines[-1].number, lines[-1].text, heading=True)
        elif _RULE.match(row) or _TABLE_RULE.match(row):
            lines.append(Line(number, ""))
        else:
            lines.append(_line(number, row))
    return lines


_LONGEST_HEADING = 150


def _line(number: int, row: str) -> Line:
    row = _UNSEEN_CHARACTERS.sub("", unescape(row)).replace("\r", "")
    heading = _HEADING.match(row)
    text = (heading["text"] or heading["wiki"]) if heading else row
    text = re.sub(r"^\s*(?:>\s?)+", "", text)
    bulleted = _ITEM.match(text) if not heading else None
    text = text[bulleted.end() :] if bulleted else text
    text = text.replace("||", "")
    if text.lstrip().startswith("|") or (text.count("|") > 1 and text.rstrip().endswith("|")):
        text = text.strip().strip("|").replace("|", "\t")
    bold_alone = re.fullmatch(r"\s*(\*\*|__)(?!.*\1.*\1)(.+)\1\s*", text)
    text = without_marks(re.sub(r"^\s*(\*\*|__)([^*_:]{2,40})\1\s+(?=[^\s:–—-])", "\\2\t", text))
    is_heading = bool(heading) or bool(bold_alone and ":" not in text and len(text) < _LONGEST_HEADING)
    return Line(number, text, is_heading, bool(bulleted))


def without_marks(text: str) -> str:
    """The words of a text in Markdown, wiki markup or BBCode; what stood in italics, as titles do, gets quotes."""
    text = _FOOTNOTE.sub("", _BBCODE.sub("", _WIKI_LINK.sub(r"\1", _LINK.sub(r"\1", text))))
    text = _ADDRESS.sub("", text)
    text = _BOLD.sub(r"\2", text)
    text = _ITALIC.sub(_quoted_if_title, text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!|>~])", r"\1", text).replace("**", "").replace("__", "").replace("`", "")
    return "\t".join(_BLANKS.sub(" ", cell).strip() for cell in text.split("\t")).strip()


def _quoted_if_title(match: re.Match[str]) -> str:
    text = match[2]
    whole = match.start() == 0 and match.end() == len(match.string)
    title = (
        text[:1].isupper() and not text.endswith((":", ".")) and ":" not in match.string[match.end() : match.end() + 1]
    )
    return f"“{text}”" if title and not whole and text[0] not in '“"«„' else text


def _html_rows(text: str) -> list[tuple[int, str]]:
    page = _Page()
    page.feed(text)
    page.close()
    page.end_row()
    return page.rows


_MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "} | dict.fromkeys(("em", "i", "cite"), "*")
_MARKS |= dict.fromkeys(("b", "strong"), "**")


class _Page(HTMLParser):
    """Reads HTML into rows of text with the lines they stand on; headings get Markdown's mark."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[int, str]] = []
        self._row: list[str] = []
        self._start = 1
        self._unseen = 0
        self._in_cell = False

    def end_row(self) -> None:
        """What comes next stands on a line of its own."""
        if text := "".join(self._row).strip(" "):
            self.rows.append((self._start, text))
        self._row, self._start = [], self.getpos()[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part rows and cells; make marks of headings, items and italics."""
        if tag in _UNSEEN:
            self._unseen += 1
        if tag in _BLOCKS and self._in_cell and tag not in ("tr", "dt", "table"):
            self._row.append("; " if self._row and self._row[-1] != "\t" else "")
            return
        if tag in _BLOCKS:
            self.end_row()
            if tag != "br" and tag != "li" and tag != "tr" and tag != "dt":
                self.rows.append((self._start, ""))
        if tag in _CELLS and self._row:
            self._row.append("\t")
        if tag in ("td", "dd"):
            self._in_cell = True
        self._row += _MARKS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        """Part rows; close the marks of italics."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in ("em", "i", "cite", "b", "strong"):
            self._row.append(_MARKS[tag])
        if tag in ("td", "dd"):
            self._in_cell = False
        if tag in _BLOCKS and tag != "dt" and not self._in_cell:
            self.end_row()
            if tag not in ("br", "li", "tr"):
                self.rows.append((self._start, ""))

    def handle_data(self, data: str) -> None:
        """Keep the words; a line's end is a blank in HTML, two of them are a paragraph's in what is pasted."""
        if self._unseen:
            return
        if not self._row:
            self._start = self.getpos()[0] + len(data) - len(data.lstrip("\n"))
        first, *more = re.split(r"\n\s*\n", data)
        self._row.append(first.replace("\n", " "))
        for paragraph in more:
            self.end_row()
            self.rows.append((self._start, ""))
            self._row.append(paragraph.replace("\n", " "))
