"""How people say what somebody did for a film."""

import re
from dataclasses import dataclass
from itertools import product

from bot.knowledge.query import Job

_PERSON = re.compile(r"(?:[eo]r|man|men|ist|dp|dop|of photography|actress|star|scribe)(?:e?s)?$|^directors of ")


def names_people(noun: str) -> bool:
    """Whether the noun of a job is one for those who do it, not for what they make: an editor, but a score."""
    return _PERSON.search(noun) is not None


LEADING = "|".join(
    map(
        " ".join,
        product(
            "play plays played playing has had have takes took in".split(),
            ("the", "a"),
            ("lead", "lead role", "leading role", "main role", "lead part", "main part", "starring role"),
        ),
    )
)
"""What somebody does who is first among the cast."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One job (or several that are said alike): its nouns and verbs, and sentences that show them."""

    jobs: tuple[Job, ...]
    nouns: str
    verbs: str


JOBS = (
    Doing(
        (Job.DIRECTOR,),
        "director|directors|dir|filmmaker|filmmakers|film maker|movie maker|moviemaker|maker|makers|helmer"
        "|film director|movie director"
        "|manager|codirector|codirectors|directing|direction|directorial credit|directing credit"
        "|direction credit|directing duties|directorship|directorial duties|directer|metteur en scene"
        "|regisseur",
        "directed|whose film is|whose movie is|whose picture is|whose flick is|is whose film"
        "|is whose movie|direct|directs|helmed|helm|helms|helming|codirected|codirects|directed and made"
        "|made by"
        "|under whose direction was|under whose direction is|in the directors chair|in the director chair"
        "|in the directing chair|sat in the directors chair|was in the directors chair|behind the camera"
        "|was behind the camera",
    ),
    Doing(
        (Job.CAST,),
        "actor|actors|actress|actresses|star|stars|cast|cast member|cast members|cast list|castlist"
        "|starcast|star cast|performer|performers|starring role|lead actor|lead actress|players"
        "|lineup|line up|ensemble|ensemble cast|dramatis personae|acting talent|thespian|thespians"
        "|actor list|actors list|billing|lead actors|lead|leads|lead role|lead roles|main leads|main actors|main cast"
        "|whole cast|full cast|voice cast|vocal cast|voice cast list|voice talent|voice talents|voice actors|voice artists|cast and crew|acting credits",
        f"{LEADING}|starred|star in|starred in|starring|acted|act|acts|acting|appear|appears|appeared|appearing"
        "|featured|feature|features in|featuring|starring in"
        "|stars in|acted in|acts in|act in|appear in|appears in|appeared in|performed|performed in|perform"
        "|performs|performing|is he in|is she in|was he in|was she in|has he been in|has she been in|are they in"
        "|is in|was in|are in|been in|be in|were in|in front of the camera|in front of camera|before the camera"
        "|shows up|showed up|turns up|turn up|turned up|pops up|pop up|popped up|turn up in|turns up in|turned up in|pops up in|pop up in|popped up in|shows up in|show up in"
        "|showed up in|makes up the cast of|make up the cast of|made up the cast of|are seen in|in the cast|in its cast"
        "|can be seen in|is seen in|was seen in|be seen in|cameo in|cameos in|has a cameo in",
    ),
    Doing(
        (Job.WRITER,),
        "writer|writers|screenwriter|screenwriters|script writer|script writers|scriptwriter|scriptwriters"
        "|author|authors|screenplay writer"
        "|screenplay|screenplays|script|scripts|writing|writing credit|writing credits|screenplay by"
        "|cowriter|cowriters|playwright|creator|creators|scribe|scribes|scenarist|scenario writer"
        "|screenwriting|scriptwriting|script writing|dialogue writer|dialogue writers|wordsmith"
        "|wrighter",
        "wrote|write|writes|written|adapted for the screen|adapted it for the screen|adapted by|penned|authored|write the story|wrote the story|wrote the script"
        "|wrote the screenplay|write the screenplay"
        "|write the script|write history|writing history|written the story|scripted"
        "|wrote the screenplay for the|created|cowrote|cowritten|cowrite|has written|came up with"
        "|come up with|thought up|dreamt up|dreamed up|conceived|from whose pen|from whose pen is|from whose pen was"
        "|from whose pen came",
    ),
    Doing(
        (Job.PRODUCER,),
        "productions|producer|producers|film producer|film producers|producing|production|production credit"
        "|production credits|producing credit|executive producer|coproducer|coproducers",
        "produced|produce|produces|coproduced",
    ),
    Doing(
        (Job.COMPOSER,),
        "composer|composers|music composer|music|soundtrack|soundtracks|film score|ost|film music"
        "|musical score|background score|background music|bgm|bg score|original score|music score"
        "|movie score|music director|musician|composing|scoring|musical director|orchestral score"
        "|instrumental score|tunes|score credit|scoring credit",
        "composed|compose|composes|scored|scores the|music by|with music by|score for|score by"
        "|soundtrack by|whose score|whose music|whose soundtrack|whose music is in|whose score is in",
    ),
    Doing(
        (Job.CINEMATOGRAPHER,),
        "cinematographer|cinematographers|cinematography|director of photography|directors of photography"
        "|dop|dp|dops|dps|the camera|cameraman|camerawork|camera work|camera man|camera guy|camera person|camera operator"
        "|cameramen|camera department|photography|photographer|lighting cameraman|lensing|lenser"
        "|camera credit|cinematographic work|cinematograph",
        "on camera|on the camera|behind the lens|manned the camera|worked the camera|operated the camera|shot|shoot|shoots|photographed|photographs|filmed|lensed|lenses|lens|dpd|cinematographed",
    ),
    Doing(
        (Job.EDITOR,),
        "editor|editors|film editor|film editors|editing|cutter|film cutter|cutting|editing credit"
        "|editing duties|montage|editing room|cutting room",
        "edited|edit|edits|cut|cuts|edited together|cut together|spliced",
    ),
)
"""What a person may have done for a film."""

VAGUE = frozenset(
    f"{be}{said}"
    for said in (
        "responsible for", "in charge of", "taking care of", "looking after", "calling the shots on", "credited with",
        "credited for", "put in charge of", "the one behind", "the person behind", "the brains behind", "the mind behind",
        "the man behind", "the woman behind", "the name behind", "the talent behind", "the genius behind", "handling",
    )
    for be in ("", "is ", "was ", "were ", "are ")
) | frozenset((
    "who is behind", "whos behind", "who was behind", "who were behind", "took care of", "take care of", "took charge of", "take charge of", "looked after", "called the shots on",
    "handled", "handle", "led", "headed",
))  # fmt: skip
"""What somebody did who made a film, unless what follows says which work it was: in charge of the music."""
STOOD_FOR = "acted operated functioned".split()
"""Verbs before "as" and a job: acted as producer."""
