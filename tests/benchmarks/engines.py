"""Four engines with one face: they are given the same lists of tokens and return the best clauses by BM25.

Ours reads the tokens as they are. The others get each token as a short ASCII name, so that none of
their tokenizers can take a token apart or put two in one.
"""

import sqlite3
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import tantivy

from stock import stock_whoosh

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Whoosh 2.7.4 has invalid escapes
    from whoosh import fields, index, query
    from whoosh.scoring import BM25F

TOP = 20
Texts = Iterable[Sequence[str]]


class Engine(Protocol):
    """An index of clauses, numbered in their order. `every`: a clause must hold all the tokens, not one."""

    name: str

    def best(self, tokens: Sequence[str], *, every: bool) -> Sequence[int]:
        """Return the numbers of the twenty best clauses, the best first."""
        ...

    def count(self, tokens: Sequence[str], *, every: bool) -> int:
        """Return how many clauses are found."""
        ...


@runtime_checkable
class Decoding(Engine, Protocol):
    """An engine that keeps the postings of a term once it has decoded them."""

    def forget(self) -> None:
        """Drop what was decoded, so that the next query decodes its terms anew."""
        ...


class Names(dict[str, str]):
    """The ASCII name of each token, made when it is first asked for."""

    def __missing__(self, token: str) -> str:
        self[token] = name = f"t{len(self):x}"
        return name


class Whoosh:
    """Whoosh as it comes: its own writer, codec and matchers."""

    name = "stock Whoosh"

    def __init__(self, texts: Texts, names: Names, folder: Path) -> None:
        self._names = names
        whoosh = index.create_in(str(folder), fields.Schema(text=fields.KEYWORD(scorable=True)))
        writer = whoosh.writer(limitmb=256)
        for text in texts:
            writer.add_document(text=[names[token] for token in text])
        with stock_whoosh():
            writer.commit(optimize=True)
            self._searcher = whoosh.searcher(weighting=BM25F())

    def best(self, tokens: Sequence[str], *, every: bool) -> list[int]:
        with stock_whoosh():
            return [hit.docnum for hit in self._searcher.search(self._query(tokens, every), limit=TOP)]

    def count(self, tokens: Sequence[str], *, every: bool) -> int:
        with stock_whoosh():
            return sum(1 for _ in self._query(tokens, every).docs(self._searcher))

    def _query(self, tokens: Sequence[str], every: bool) -> Any:  # Whoosh has no types
        kind = query.And if every else query.Or
        return kind([query.Term("text", self._names[token]) for token in tokens])


class Fts5:
    """SQLite's full-text index, ranked by its own bm25()."""

    name = "SQLite FTS5"

    def __init__(self, texts: Texts, names: Names, folder: Path) -> None:
        self._names = names
        self._database = sqlite3.connect(folder / "fts5.sqlite")
        self._database.execute("CREATE VIRTUAL TABLE clauses USING fts5(text, content='', tokenize='unicode61')")
        rows = ((number, " ".join(names[token] for token in text)) for number, text in enumerate(texts))
        self._database.executemany("INSERT INTO clauses(rowid, text) VALUES (?, ?)", rows)
        self._database.execute("INSERT INTO clauses(clauses) VALUES ('optimize')")
        self._database.commit()

    def best(self, tokens: Sequence[str], *, every: bool) -> list[int]:
        asked = "SELECT rowid FROM clauses WHERE clauses MATCH ? ORDER BY rank LIMIT ?"
        return [number for (number,) in self._database.execute(asked, (self._match(tokens, every), TOP))]

    def count(self, tokens: Sequence[str], *, every: bool) -> int:
        asked = "SELECT count(*) FROM clauses WHERE clauses MATCH ?"
        return self._database.execute(asked, (self._match(tokens, every),)).fetchone()[0]

    def _match(self, tokens: Sequence[str], every: bool) -> str:
        return (" AND " if every else " OR ").join(self._names[token] for token in tokens)


class Tantivy:
    """tantivy, with frequencies and without positions, as BM25 needs it."""

    name = "tantivy"

    def __init__(self, texts: Texts, names: Names, folder: Path) -> None:
        self._names = names
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        made = tantivy.Index(self._schema, path=str(folder))
        writer = made.writer(heap_size=1_000_000_000, num_threads=1)  # one segment: clauses keep their order
        for text in texts:
            writer.add_document(tantivy.Document(text=" ".join(names[token] for token in text)))
        writer.commit()
        writer.wait_merging_threads()
        made.reload()
        self._searcher = made.searcher()
        if self._searcher.num_segments != 1:
            raise RuntimeError("tantivy cut its index into segments: the numbers of clauses are not known")

    def best(self, tokens: Sequence[str], *, every: bool) -> list[int]:
        found = self._searcher.search(self._query(tokens, every), TOP, count=False)
        return [address.doc for _, address in found.hits]

    def count(self, tokens: Sequence[str], *, every: bool) -> int:
        return self._searcher.search(self._query(tokens, every), 1).count or 0

    def _query(self, tokens: Sequence[str], every: bool) -> tantivy.Query:
        occur = tantivy.Occur.Must if every else tantivy.Occur.Should
        terms = [tantivy.Query.term_query(self._schema, "text", self._names[token], "freq") for token in tokens]
        return tantivy.Query.boolean_query([(occur, term) for term in terms])


OTHERS = {"whoosh": Whoosh, "fts5": Fts5, "tantivy": Tantivy}
