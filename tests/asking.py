"""What drafters type into the search box: words, exact words, whole sentences, questions."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from chengwen_index.words.analysis import stop_words, words
from chengwen_library.model import Clause, ClauseKind
from slots import coined, industry, places

_NOTE = re.compile(r"（[^（）]*：[^）]*）")
_QUESTIONS = ("怎么{}？", "如何支持{}？", "哪些城市规定了{}？", "{}最高给多少钱？", "{}由谁负责？", "有没有{}的补助？")


def asked(count: int, clauses: Sequence[Clause], seed: int) -> list[str]:
    """Return so many queries, most of them about something that the clauses regulate."""
    box = _Box(clauses, Random(seed))
    kinds, shares = zip(*_KINDS, strict=True)
    return [kind(box) for kind in box.rng.choices(kinds, shares, k=count)]


class _Box:
    """Makes queries out of clauses; a word is asked for the more, the more clauses speak of it."""

    def __init__(self, clauses: Sequence[Clause], rng: Random) -> None:
        self.rng = rng
        numbered = [clause for clause in clauses if clause.kind is ClauseKind.NUMBERED]
        self._headings = [words(clause.heading or "") for clause in numbered]
        self._texts = [words(_NOTE.sub("", clause.text)) for clause in numbered]
        self._runs = [re.split(r"\W", _NOTE.sub("", clause.text)) for clause in numbered]
        self._held = Counter(word for known in self._texts for word in set(known))

    def few_words(self) -> str:
        return " ".join(self._terms(self.rng.choices((1, 2, 3, 4), (30, 40, 20, 10))[0]))

    def phrase(self) -> str:
        """Return two to four words that follow each other, in quotes."""
        text = words(self.rng.choice([run for run in self._runs[self._clause()] if len(run) > 1]))
        length = self.rng.randint(2, 4)
        start = self.rng.randint(0, max(0, len(text) - length))
        return f'"{"".join(text[start : start + length])}"'

    def phrase_and_word(self) -> str:
        return f"{self.phrase()} {self._terms(1)[0]}"

    def long(self) -> str:
        """Return a part of a sentence as it stands, without spaces."""
        runs = [run for run in self._runs[self._clause()] if 9 <= len(run) <= 30]
        return self.rng.choice(runs) if runs else self.long()

    def question(self) -> str:
        return self.rng.choice(_QUESTIONS).format("".join(self._terms(self.rng.randint(1, 3))))

    def without(self) -> str:
        return f"{' '.join(self._terms(2))} -{self._terms(1)[0]}"

    def names(self) -> str:
        """Return names and amounts, which few clauses have."""
        place = self.rng.choice(places())
        amount = f"{self.rng.choice((10, 50, 100, 500))}万元 奖励"
        programme = f"{coined(self.rng, place)} {place.short}"
        return self.rng.choice((f"{place.short} {industry(self.rng, place)}", programme, amount))

    def _terms(self, count: int) -> list[str]:
        """Return different words of one clause; now and then the last is of another."""
        clause = self._clause()
        found = dict.fromkeys(self._term(clause) for _ in range(count))
        if self.rng.random() < 0.15:
            found[self._term(self._clause())] = None
        return list(found)[-count:]

    def _term(self, clause: int) -> str:
        """Return a word of heading or text, the rarer of two: nobody types 加强 to find anything."""
        known = self._headings[clause] if self.rng.random() < 0.5 else self._texts[clause]
        telling = [word for word in known if len(word) > 1 and word not in stop_words()] or ["知识产权"]
        return min(self.rng.choice(telling), self.rng.choice(telling), key=lambda word: self._held[word])

    def _clause(self) -> int:
        return self.rng.randrange(len(self._texts))


_KINDS: tuple[tuple[Callable[[_Box], str], int], ...] = (
    (_Box.few_words, 48),
    (_Box.phrase, 10),
    (_Box.phrase_and_word, 5),
    (_Box.long, 11),
    (_Box.question, 12),
    (_Box.without, 8),
    (_Box.names, 6),
)
