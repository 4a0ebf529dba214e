"""Questions that lead to films: those of a person, or any one to watch."""

from bot.knowledge.query import Asked, Job
from bot.questions.grammar import Rule

FILMS = r"(?:the |all |all the |some )?(?:films?|movies?)"

RULES = (
    Rule(
        Asked.PERSON,
        nouns=r"filmography|films|movies",
        sentences=(
            rf"(?:what|which)? ?{FILMS} (?:with|by|of|starring|featuring|has|did|is|was) {{person}}(?: in| been in| made| make| done| do| appear in| play in)?",
            r"what (?:else )?(?:has|did|was|is) {person} (?:been in|acted? in|in|made|make|done|star in|appear in|play in|known for)",
            r"(?:who(?:['’]?s| is| was)|tell me about) {person}",
        ),
        examples=(
            ("films with Helen Hunt", "Helen Hunt"),
            ("what has john hawkes been in?", "john hawkes"),
            ("helen hunt filmography", "helen hunt"),
            ("who is Ben Lewin?", "Ben Lewin"),
        ),
    ),
    Rule(
        Asked.PERSON,
        job=Job.DIRECTOR,
        sentences=(
            rf"(?:what|which)? ?{FILMS}(?: were| was)? (?:directed|made) by {{person}}",
            rf"(?:what|which) ?{FILMS} (?:has|did) {{person}} direct(?:ed)?",
            r"what (?:has|did) {person} direct(?:ed)?",
        ),
        examples=(
            ("films directed by Ben Lewin", "Ben Lewin"),
            ("what did denis villeneuve direct", "denis villeneuve"),
        ),
    ),
    Rule(
        Asked.PERSON,
        job=Job.WRITER,
        sentences=(
            rf"(?:what|which)? ?{FILMS}(?: were| was)? written by {{person}}",
            rf"what (?:{FILMS} )?(?:has|did) {{person}} (?:write|written)",
        ),
        examples=(("movies written by Greta Gerwig", "Greta Gerwig"),),
    ),
    Rule(
        Asked.PERSON,
        job=Job.COMPOSER,
        sentences=(rf"(?:what|which)? ?{FILMS} (?:scored by|with music by|composed by) {{person}}",),
        examples=(("films with music by Ennio Morricone", "Ennio Morricone"),),
    ),
    Rule(
        Asked.RANDOM,
        sentences=(
            r"(?:a |any |some |pick (?:me )?|suggest |recommend |give me |show me )*random(?: {any})?",
            r"surprise me(?: with)?(?: {any})?",
            r"what (?:should|can|shall) (?:i|we) (?:watch|see)(?: tonight| today| now)?",
            r"(?:suggest|recommend|pick)(?: me| us)? (?:a|an|any|some) {any}",
        ),
        examples=(
            ("random film", "film"),
            ("surprise me with a comedy from the 80s", "a comedy from the 80s"),
            ("recommend me a horror film", "horror film"),
            ("what should we watch tonight?", None),
        ),
    ),
)
