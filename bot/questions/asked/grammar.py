"""From the letters of a question to what it asks: rules rewrite a few letters to one, until nothing more can be done.

Every part of a question is an `Item` with a letter (see `lexicon.py`) and a meaning. "Who starred in the films directed
by the director of Jaws" is `q v o f v b r o F`; `r o F` (the director of Jaws) becomes `P`, `f v b P` becomes `F`, and
what is left, `q v o F`, is read by `subjects.py`. Rules build sets out of sets, so relations may be nested at will.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.questions.asked import building
from bot.questions.words.item import Item

MOST_STEPS = 60
"""Rewritings of one text."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A pattern of letters and what it becomes; None when the rule does not fit after all."""

    pattern: str
    build: building.Build


REWRITINGS = (
    Rewriting("(?:ro?)?F(?:[od]*|r)f[obz]*r(?:o(?=v|$))?[vb]*", building.others_of),
    Rewriting("(?:[rvz][zob]*)*F(?:[qz]*vb?q?)?[odz]*fz?v$", building.others_done),  # F, what else did he shoot
    Rewriting("fz?PvF", building.played_in),
    Rewriting("fF|Ff", building.named_film),
    Rewriting("n[zwfob]*y", building.negated),  # that are not comedies
    Rewriting("(?<=[fF])nPvo*$", building.without),  # doesn't Y act in
    Rewriting("n[vrwob]*P", building.without),  # without Y, not starring Y
    Rewriting("(?<=[fFy])z?Pn[vo]*|(?<=Pv)zPn[vo]*", building.without),  # that Y is not in
    Rewriting("ro*f*r", building.same_noun),
    Rewriting("yd?y", building.joined),  # French comedies
    Rewriting("yf", building.noun),
    Rewriting("fz?v?[ow]*y", building.noun),  # films from the 80s, films made in Norway
    Rewriting("rzr[ob]*z?f?v*[ob]*F", building.those_whose),  # directors that the actors in their films are in F
    Rewriting("fe?z[rs]*rz?f?(?:v+[ob]*F|[ob]*F(?!v))", building.whose),  # films whose director also directed F
    Rewriting("(?<!.)zrv?o*F", building.role_of),  # whose music is in F
    Rewriting("Pfv$", building.films_of),  # X, what else did he write
    Rewriting("Pr(?=[zwv]*P)", building.works_by),  # X's screenplays that Y is in
    Rewriting("rz*P(?:v|tw?)f?o*$", building.worked_for),  # directors X shot (films) for, actors X directed
    Rewriting("rb+P", building.works_by),  # screenplays by X
    Rewriting("(?<=[rv])Pr$|(?<=r[ob])Pr$", building.works_by),  # directors of X's screenplays
    Rewriting("(?<!.)Pr$", building.crew_of),  # X's editors
    Rewriting("rP", building.described),  # the director X
    Rewriting("wPr", building.doing),  # with X directing
    Rewriting("PdP", building.both),
    Rewriting("fz?vb?dv[bo]*P", building.both_done),  # films directed by and starring X
    Rewriting("f?z?Pd?vo*[dn]+vo*(?!P)", building.both_by_one),  # films X wrote and directed
    Rewriting("fz?Pd?ro*dro*$|f[ow]*P[ir]dr$", building.both_by_one),  # films where X is director and editor
    Rewriting("^vo+P$", building.worked_on_for),
    Rewriting("Pf(?=[zwbvo]*P)", building.films_of),  # X's films with Y
    Rewriting("Pvz?f", building.films_of),  # X directed films
    Rewriting("f[ob]?z?[vb]*v[bo]*P", building.films_of),  # films directed by X
    Rewriting("fz?Po$", building.films_in),  # films was X in
    Rewriting("f[ow]?z?P(?:o?vo?(?!b)|ro?$)", building.films_of),  # films X directed, films was X a writer on
    Rewriting("Pr[ow]*f", building.films_of),  # X was the director of which films
    Rewriting("rz*v[ob]*F", building.doer_of),  # the director that directed F
    Rewriting("f[zbow]*s[zbow]*P", building.films_of),  # films that share directors with F
    Rewriting("rz?[sobw]+[zf]*F", building.role_of),  # director of F, actors in common with F
    Rewriting("Fr", building.role_of),  # F's director
    Rewriting("zv[ob]*F", building.doer_of),  # whoever directed F, the person who directed F
    Rewriting("(?<=w)Po$", building.acting),  # with X in
    Rewriting("sP", building.drop(1)),
    Rewriting("sr(?=[^owbF])", building.drop(1)),
    Rewriting("f[zsb]*[ow]*s?v?b?P", building.films_of),
    Rewriting("(?:f|(?<!f)y)z?w+P", building.with_cast),
    Rewriting("Po?vo*f", building.films_of),
    Rewriting("Pf", building.films_of),  # X's films
    Rewriting("r[ob]+P", building.of_described),
    Rewriting("F[zd]*v[bo]*P", building.kept),  # … starring X
    Rewriting("F[zd]*[wb]P", building.kept),
    Rewriting("Fz?P[vo]*", building.kept),  # … that Y is in
    Rewriting("Fz?o*y", building.filtered),  # … from the 80s
    Rewriting("yF", building.filtered),
    Rewriting("F[zo]*i", building.settled),  # … as director
    Rewriting("Fz*vo*$", building.they_did),  # … that he directed
    Rewriting("F[zo]*n[vo]+$", building.they_did_not),  # … that he did not direct
)
"""Rules by priority; the examples beside the rules of `rules/` show each at work."""


@lru_cache(maxsize=4000)
def _places(letters: str) -> tuple[tuple[int, int, building.Build], ...]:
    """Where rules may be applied to the letters, by priority."""
    return tuple((*match.span(), rule.build) for rule in REWRITINGS for match in re.finditer(rule.pattern, letters))


def rewritten(items: Sequence[Item]) -> list[Item]:
    """The items with everything put together that the rules can put together."""
    done = list(items)
    for _ in range(MOST_STEPS):
        for start, end, build in _places("".join(item.letter for item in done)):
            if item := build(done[start:end]):
                done[start:end] = [item]
                break
        else:
            break
    return done
