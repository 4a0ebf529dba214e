"""From what a person typed to an answer, room by room; each uses only those before it.

1. `words/`: `tokens.py` cuts the text, `corrections.py` takes back what is not meant; `lexicon.py` says what a word of
   questions says, with the phrases of `rules/`; `filters.py` reads years and lengths.
2. `names/`: `mentions.py` finds what is named letter by letter; `surnames.py`, `misspelt.py`, `guesses.py` and others
   what is named otherwise. `covers.py` chooses which of them are taken for names.
3. `clauses/`: `descriptions.py` tells films of one title apart, `remarks.py` and `appositions.py` leave out what only
   describes; `clauses.py` parts a text by its signs, `run_on.py` one that has none. `question.py` says which clause
   asks, `saying.py` what the others say and `talk.py` what they name; `gists.py` puts that together.
4. `asked/`: `items.py` makes items of words and names, `tidying.py` and `paring.py` put them right, `grammar.py` puts
   them together, and `asking.py` reads an `Intent` from them.
5. `readings/`: `reading.py` weighs the ways to read a text at the prices of `pricing.py` and `unlikely.py`,
   `believing.py` refuses those that are in doubt or, by `otherwise.py`, speak of something else; `understanding.py`
   takes one after the other, and `querying.py` makes a `Query` of the best.
6. `answers/`: `answering.py` and those it calls say in a sentence what the catalogue holds.
7. `conversation/`: `context.py` keeps what was talked about, `turn.py` takes apart what is typed next, and
   `following.py` tries one after the other how that goes on: `referring.py` names before it the film or person that was
   talked about, `repeating.py` asks the same of something else, `narrowing.py` less of a list, `picking.py` of one film
   on it, `casting.py` of a role, `comparing.py` of two films.

`ask.py` leads through all of it.
"""
