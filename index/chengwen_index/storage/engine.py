"""Whoosh behind a small typed face: three fields of terms, written once, then only read.

Postings come ready from numpy and go back to numpy: a term's postings are one block of
Whoosh's own format, whose numbers are arrays instead of tuples, so that a block is
decoded at once. Whoosh gets no text, and no analyzer of its own is used. It unpickles
parts of its files, only what `known_pickles` knows: open only what `cache` has verified.
"""

from __future__ import annotations

import pickle
import re
import shutil
import warnings
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chengwen_index.storage import known_pickles
from chengwen_index.storage.inversion import Inverted, TermPostings

with warnings.catch_warnings():
    # Whoosh 2.7.4 has invalid escapes and comparisons by `is`, of which Python warns when it first compiles them.
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import versionstring
    from whoosh.codec import whoosh3
    from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3PostingsWriter
    from whoosh.fields import KEYWORD, Schema
    from whoosh.filedb import structfile
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC
    from whoosh.reading import TermNotFound
    from whoosh.system import pack_int

    whoosh3.loads, structfile.load_pickle = known_pickles.read_bytes, known_pickles.read

VERSION: str = versionstring()
HEADING = "heading"
TEXT = "text"
GRAMS = "grams"
_NAME = "MAIN"
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as a damaged command line may have; Whoosh cannot encode it, and no text holds it."""

Documents = NDArray[np.uint32]
_Lengths = Mapping[str, Sequence[int]]


class _OneBlock(W3PostingsWriter):
    """Writes all postings of a term as one block of Whoosh's format."""

    def write_block(self, postings: TermPostings) -> None:
        """Write the term's only block; `finish_postings` must follow."""
        self._count(postings)
        weights = None if postings.most == 1 else array("f", postings.counts)
        data = pickle.dumps((array("I", postings.steps), weights, None), 5)
        info = pickle.dumps((postings.frequency, postings.last, float(postings.most), 0, 0, 0), 2)
        file = self._postfile.file
        file.write(WHOOSH3_HEADER_MAGIC)
        file.write(pack_int(-len(info) - len(data)))  # negative: the last block
        file.write(info)
        file.write(data)
        self._blockcount = 1

    def _count(self, postings: TermPostings) -> None:
        about: Any = self._terminfo
        about._weight = float(postings.occurrences)  # noqa: SLF001
        about._df = postings.frequency  # noqa: SLF001
        about._minlength = about._maxlength = 0  # noqa: SLF001
        about._maxweight = float(postings.most)  # noqa: SLF001
        about._minid, about._maxid = postings.first, postings.last  # noqa: SLF001


class _Codec(W3Codec):
    def postings_writer(self, dbfile: Any, byteids: bool = False) -> _OneBlock:  # noqa: ANN401
        return _OneBlock(dbfile, self._blocklimit, byteids, compression=0)


def write(folder: Path, fields: Mapping[str, Inverted], lengths: _Lengths) -> None:
    """Write an index into an empty folder; `lengths` holds the number of terms of each heading and of each text."""
    storage = FileStorage(str(folder))
    schema = _schema()
    codec = _Codec()
    segment = W3Codec().new_segment(storage, _NAME)  # kept in the file by the name of its class: Whoosh's own
    _write_lengths(folder, codec.per_document_writer(storage, segment), schema, lengths)
    segment.set_doc_count(len(lengths[TEXT]))
    terms: Any = codec.field_writer(storage, segment)
    for name in schema.names():
        terms.start_field(name, schema[name])
        for postings in fields[name]:
            terms.start_term(postings.term.encode())
            terms._postwriter.write_block(postings)  # noqa: SLF001 (Whoosh has no face for whole blocks)
            terms.finish_term()
        terms.finish_field()
    terms.close()
    TOC(schema, [segment], 1).write(storage, _NAME)


class Postings:
    """The postings of an index that was written by `write`. Not safe for several threads at once."""

    def __init__(self, folder: Path) -> None:
        self._index = FileStorage(str(folder)).open_index(schema=_schema())
        self._reader: Any = self._index.reader()

    def of(self, field: str, term: str) -> tuple[Documents, NDArray[np.float32] | None]:
        """Return the clauses that have the term, rising, and how often each has it; None stands for once."""
        if _SURROGATE.search(term):
            return np.empty(0, np.uint32), None
        try:
            block = self._reader.postings(field, term)
        except TermNotFound:
            return np.empty(0, np.uint32), None
        block._read_data()  # noqa: SLF001 (one by one, as Whoosh hands them out, a hundred times slower)
        deltas, weights, _ = block._data  # noqa: SLF001
        documents = np.cumsum(np.frombuffer(deltas, np.uintc), dtype=np.uint32)
        return documents, None if weights is None else np.frombuffer(weights, np.single)

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()
        self._index.close()


def _write_lengths(folder: Path, writer: Any, schema: Schema, lengths: _Lengths) -> None:  # noqa: ANN401
    for document in range(len(lengths[TEXT])):
        writer.start_doc(document)
        for name, numbers in lengths.items():
            writer.add_field(name, schema[name], None, numbers[document])
        writer.finish_doc()
    writer.close()
    shutil.rmtree(folder / f"{_NAME}.tmp", ignore_errors=True)  # Whoosh leaves it, empty


def _schema() -> Schema:
    return Schema(heading=KEYWORD(scorable=True), text=KEYWORD(scorable=True), grams=KEYWORD(scorable=True))
