"""The same in plainer words: what is put in the place of a way of asking before a text is read."""

import re

_LEAVE_OUT = "(?:leav(?:e|ing) out|skip(?:ping)?|ignor(?:e|ing))"
_PLAINER = (
    (r"(?<=\b(?:on|by) )an? \w+ or (?:something|smth|sth|anything|smthn|whatever)\b", "anything"),
    (
        r"^(\W*(?:(?:please|pls|can you|could you) )*(?:list|name|show|tell|give|find|get)\b.*?),? for (?:me|us)"
        r"(?: please| pls)?(?=\W*$)",
        r"\1",
    ),
    (
        r"\b(composed|wrote|made|did|scored|behind|performed) that "
        r"(?=(?:\w+ ){0,2}(?:score|music|soundtrack|theme)\b)",
        r"\1 the ",
    ),
    (
        r"^(?:which|what) (?:actors?|actress(?:es)?|people)(?: have| has)? (?:ever )?(?:played|portrayed) (?=\S+ \S+$)",
        "who played ",
    ),
    (r"\bwho['’]?s (?=in \S+$)", "who is "),
    (r"\b(?:nothing|none) (?:from|of|in) the (\w+(?:[ -]\w+)?) genre\b", r"no \1"),
    (
        r"\b(nominated\b[^.?!]*?)[,.?!]*(?: (?:and|but|or|then))* did (?:it|he|she|they) "
        r"(?:(?:actually|also|even|ever) )?win\b(?: (?:it|any|one|that|them)(?=\W*$))?",
        r"\1 and won",
    ),
    (
        r",? but (?=(?:also |still |not |no |(?:that|which) )*(?:is |are |were |was |came out |made |released )?"
        r"(?:not |no |arent |aren['’]t )?(?:(?:longer|shorter|newer|older|younger|earlier|later|more recent) than"
        r"|before|after) \w)",
        " and ",
    ),
    (r"\bno (?=(?:longer|shorter|newer|older|younger|earlier|later) than\b)", "not "),
    (
        rf"\b{_LEAVE_OUT} (?:any|all|the ones|those|anything|everything)(?: films?| movies?)? "
        r"(?=(?:with|by|starring)\b)",
        "not ",
    ),
    (rf"(?:(?<=but )|(?<=and )|(?<=, ))(?:please |pls |just )?{_LEAVE_OUT} (?=\w)", "apart from "),
    (r"\bwith neither (\S+(?: \S+){,2}) nor\b", r"without \1 or"),
    (r"\b(?:show|turn|pop)(s?) up\b(?! (?:in|at|on) (?:the )?(?:cinemas?|theat\w+|screens?)\b)", r"appear\1"),
)
"""Based on a book or something; list everyone in Heat for me; who composed that haunting score for Jaws; which actors
have played Jack Ryan; who's in Oppenheimer; nothing from the romance genre; was F nominated for best picture and did it
win; longer than F but shorter than G; no longer than F; leave out any with Bruce Willis, skip Pulp Fiction; with
neither A nor B; where he shows up.
"""
_COMPILED = tuple((re.compile(said, re.I), plain) for said, plain in _PLAINER)


def plainer(text: str) -> str:
    """A text in plainer words, if there are any."""
    for said, plain in _COMPILED:
        text = said.sub(plain, text, count=1)
    return text
