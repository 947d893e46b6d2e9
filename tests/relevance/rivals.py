"""What our search is measured beside on the labelled queries: plain BM25 on words, and Whoosh as it comes."""

from __future__ import annotations

import warnings
from collections.abc import Callable

from chengwen_index.finding.bm25 import best
from chengwen_index.search import Index
from chengwen_index.words.analysis import words
from stock import stock_whoosh

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Whoosh 2.7.4 has invalid escapes
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.qparser import MultifieldParser, OrGroup

Place = tuple[str, str]
Search = Callable[[str], list[Place]]
LIMIT = 20
OURS, BM25, WHOOSH = "ours", "BM25 on words", "Whoosh's default"


def searches(index: Index) -> dict[str, Search]:
    """The three searches over the clauses of an index, by name; each gives its twenty best."""
    return {OURS: ours(index), BM25: bm25_on_words(index), WHOOSH: whoosh_as_it_comes(index)}


def ours(index: Index) -> Search:
    def search(text: str) -> list[Place]:
        return [(hit.measure_id, hit.eid) for hit in index.search(text, limit=LIMIT).hits]

    return search


def bm25_on_words(index: Index) -> Search:
    """BM25 over the words of the text, any of those of the query: no headings, synonyms, phrases or topics."""

    def search(text: str) -> list[Place]:
        documents, _ = best(index.corpus, list(dict.fromkeys(words(text))), LIMIT, every=False)
        return [_place(index, document) for document in documents.tolist()]

    return search


def whoosh_as_it_comes(index: Index) -> Search:
    """Whoosh with its own analyzer and scoring, over heading and text, any word of the query."""
    schema = Schema(place=ID(stored=True), heading=TEXT(), text=TEXT())
    whoosh = RamStorage().create_index(schema)
    writer = whoosh.writer()
    for document in range(index.corpus.count):
        record = index.corpus.record(document)
        writer.add_document(place=str(document), heading=record.heading.original, text=record.text.original)
    with stock_whoosh():
        writer.commit()
        searcher = whoosh.searcher()
    parser = MultifieldParser(["heading", "text"], schema, group=OrGroup)

    def search(text: str) -> list[Place]:
        with stock_whoosh():
            return [_place(index, int(hit["place"])) for hit in searcher.search(parser.parse(text), limit=LIMIT)]

    return search


def _place(index: Index, document: int) -> Place:
    record = index.corpus.record(document)
    return record.origin.measure_id, record.eid
