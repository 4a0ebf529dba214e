"""From what a person typed to an answer.

1. Words: `tokens.py` cuts the text; `corrections.py`, `remarks.py` and `appositions.py` leave out what is not meant.
   `lexicon.py` says what a word of questions says, with the phrases of `rules/`; `filters.py` reads years and lengths.
2. Names: `mentions.py` finds what is named letter by letter; `surnames.py`, `misspelt.py`, `guesses.py` and others
   what is named otherwise. `covers.py` chooses which of them are taken for names, `pricing.py` says what that costs.
3. Clauses: `clauses.py` parts a text, and `gists.py` puts the one that asks together with what the others name.
4. What is asked: `items.py` makes items of words and names, `tidying.py` and `paring.py` put them right, `grammar.py`
   puts them together, and `asking.py` reads an `Intent` from them.
5. Readings: `reading.py` weighs the ways to read a text, `believing.py` refuses those that are unlikely;
   `understanding.py` takes one after the other, and `querying.py` makes a `Query` of the best.
6. Answers: `answering.py` and the rooms it calls say in a sentence what the catalogue holds.

`ask.py` leads through all of it, and `following.py` goes on with the question before.
"""
