"""How people say what somebody did for a film."""

from dataclasses import dataclass

from bot.knowledge.query import Job


@dataclass(frozen=True, slots=True)
class Doing:
    """One job (or several that are said alike): its nouns and verbs, and sentences that show them."""

    jobs: tuple[Job, ...]
    nouns: str
    verbs: str


JOBS = (
    Doing(
        (Job.DIRECTOR,),
        "director|directors|dir|filmmaker|filmmakers|film maker|film director|movie director|in charge of|was in charge of|is in charge of|manager|codirector|codirectors",
        "directed|whose film is|whose movie is|is whose film|is whose movie|direct|directs|directing|who is behind|whos behind|who was behind|helmed|helm|helms|led|headed|lead|leads|codirected|made by|film made by",
    ),
    Doing(
        (Job.CAST,),
        "actor|actors|actress|actresses|star|stars|cast|cast member|cast members|cast list|performer|performers|starring role|lead actor|lead actress|players",
        "starred|star in|starred in|starring|acted|act|acts|acting|appear|appears|appeared|appearing|featured|feature|features in|featuring|starring in"
        "|stars in|acted in|acts in|act in|appear in|appears in|appeared in|performed|performed in|perform|is in|was in|are in|been in|be in|were in",
    ),
    Doing(
        (Job.WRITER,),
        "writer|writers|screenwriter|screenwriters|script writer|script writers|scriptwriter|scriptwriters|author|authors|screenplay writer"
        "|screenplay|screenplays|script|scripts|writing credit|writing credits|screenplay by|cowriter|cowriters|playwright|creator|creators",
        "wrote|write|writes|written|writing|penned|authored|write the story|wrote the story|wrote the script|wrote the screenplay|write the screenplay"
        "|write the script|write history|writing history|written the story|scripted|wrote the screenplay for the|created|cowrote|cowritten|cowrite|has written",
    ),
    Doing((Job.PRODUCER,), "producer|producers|film producer", "produced|produce|produces|producing"),
    Doing(
        (Job.COMPOSER,),
        "composer|composers|music composer|music|soundtrack|soundtracks|film score|ost|music by|film music",
        "composed|compose|composes|scored|score in|music by|with music by|score for|score by|soundtrack by",
    ),
    Doing(
        (Job.CINEMATOGRAPHER,),
        "cinematographer|cinematographers|cinematography|director of photography|directors of photography|dop|dp|cameraman|camerawork|camera man",
        "shot|shoot|shoots|photographed|filmed|lensed",
    ),
    Doing((Job.EDITOR,), "editor|editors|film editor|film editors|editing", "edited|edit|edits|cut"),
)
