"""As many plausible measures as a test wants, put together from the clauses of the five that ship.

Sentences change places between clauses of like topic, and what differs from city to city (names,
amounts, periods, industries, near synonyms) is drawn anew. The same seed gives the same measures.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from random import Random

from asking import asked
from chengwen_library.akn.names import work_uri
from chengwen_library.akn.read import parse_measure
from chengwen_library.clauses import clauses
from chengwen_library.facts.topics import taxonomy, topics
from chengwen_library.library import shipped_files
from chengwen_library.model import Clause, ClauseKind, Form, Measure, Status, Unit
from chengwen_library.numbering import render_mark
from chengwen_library.places import with_fresh_wids
from slots import Place, Sentence, extra_sentences, filled, organ, places, slotted

SEED = 20260120
CLAUSES = 25
"""Clauses of each measure: a preamble, four leads, nineteen numbered clauses, a closing."""

_LEADS = 4
_NUMBERED = CLAUSES - _LEADS - 2
_FEWEST = 12
"""A topic with fewer sentences borrows those of the topics beside it."""
_SHORTEST = 60
"""Characters; a clause that is shorter gets another sentence."""
_NOTE = re.compile(r"（[^（）]*(?:责任|牵头)(?:单位|部门)[^）]*）")
_TYPES = ("若干措施", "若干措施", "实施方案", "实施意见", "工作方案", "工作措施", "行动计划", "管理办法")
_OFFICES = ("府办发", "政办发", "政办规", "市监发", "知发", "市监规")
_STATES = (*[Status.UNVERIFIED] * 10, *[Status.IN_FORCE] * 7, Status.AMENDED, Status.REPEALED, Status.CONSULTATION)


@dataclass(slots=True)
class _Subject:
    """What is written of a topic: the headings, the clauses as sentences, and all sentences."""

    headings: list[Sentence] = field(default_factory=list)
    clauses: list[list[Sentence]] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)


def measures(count_of_clauses: int, seed: int = SEED) -> Iterator[Measure]:
    """Yield measures of 25 clauses each until there are so many clauses."""
    rng = Random(seed)
    taken: set[str] = set()
    for _ in range(-(-count_of_clauses // CLAUSES)):
        made = _measure(rng)
        while made.id in taken:
            made = _measure(rng)
        taken.add(made.id)
        yield made


def queries(count: int, seed: int = SEED) -> list[str]:
    """Return queries as drafters type them, most of them about something that the first 1,000 clauses regulate."""
    return asked(count, [clause for measure in measures(1_000) for clause in clauses(measure)], seed)


def perturbed(text: str, rng: Random, one_in: int = 12) -> str:
    """Return the text with one character in twelve (at least one) replaced, dropped or followed by a foreign one."""
    characters = list(text)
    for place in rng.sample(range(len(text)), max(1, len(text) // one_in)):
        foreign = rng.choice(_characters())
        characters[place] = rng.choice((foreign, "", characters[place] + foreign))
    return "".join(characters)


def _measure(rng: Random) -> Measure:
    place = places()[int(len(places()) * rng.random() ** 2)]
    issued = date(2016, 1, 1) + timedelta(rng.randrange(3_650)) if rng.random() < 0.9 else None
    doc_type = rng.choice(_TYPES)
    about = rng.choice(_subjects_of_titles())
    number = f"{place.short}{rng.choice(_OFFICES)}〔{issued.year}〕{rng.randint(1, 150)}号" if issued else None
    made = Measure(
        title=f"{place.name}{filled(about, rng, place)}{doc_type}",
        doc_number=number,
        issuers=(f"{place.name}人民政府办公室",),
        issue_date=issued,
        doc_type=doc_type,
        region=place.name,
        region_code=place.code,
        status=rng.choice(_STATES),
        preamble=filled(rng.choice(_openings()), rng, place),
        units=with_fresh_wids(_parts(rng, place)),
        closing=_closing(rng, place),
    )
    return replace(made, id=work_uri(place.code, issued, number, made))


def _parts(rng: Random, place: Place) -> Iterator[Unit]:
    below, above = rng.choice(((Form.SECOND, Form.FIRST), (Form.ARTICLE, Form.CHAPTER)))
    subjects = rng.sample(list(_by_topic()), _LEADS)
    start = 0
    for number, topic in enumerate(subjects, 1):
        end = _NUMBERED * number // _LEADS
        kin = _kin(topic)
        children = tuple(_clause(rng, place, below, mark, rng.choice(kin)) for mark in range(start + 1, end + 1))
        heading, intro = _heading(rng, place, topic), _text(rng, place, rng.choices(_pool(topic), k=2))
        yield Unit("", above, render_mark(above, number), number, heading=heading, intro=intro, children=children)
        start = end


def _clause(rng: Random, place: Place, form: Form, number: int, topic: str) -> Unit:
    base = rng.choice(_by_topic()[topic].clauses)
    pool = _pool(topic)
    chosen = [rng.choice(pool) if rng.random() < 0.5 else sentence for sentence in base]
    while sum(map(_length, chosen)) < _SHORTEST or rng.random() < 0.2:
        chosen.insert(rng.randrange(len(chosen) + 1), rng.choice(pool))
    text = _text(rng, place, list(dict.fromkeys(chosen))) + _note(rng, place)
    heading = _heading(rng, place, topic)
    return Unit("", form, render_mark(form, number), number, heading=heading, heading_mark="。", text=text)


def _heading(rng: Random, place: Place, topic: str) -> str:
    return filled(rng.choice(_by_topic()[topic].headings), rng, place)


def _text(rng: Random, place: Place, sentences: list[Sentence]) -> str:
    return "".join(filled(sentence, rng, place) for sentence in sentences)


def _note(rng: Random, place: Place) -> str:
    if rng.random() < 0.4:
        return ""
    organs = list(dict.fromkeys(organ(rng, place) for _ in range(rng.randint(2, 6))))
    return rng.choice(
        (
            f"（牵头单位：{organs[0]}；责任单位：{'、'.join(organs[1:]) or organs[0]}）",
            f"（责任单位：{'、'.join(organs)}）",
        )
    )


def _closing(rng: Random, place: Place) -> str:
    start = date(2016, 1, 1) + timedelta(rng.randrange(3_650))
    explained = f"，由{place.name}{organ(rng, place)}负责解释" if rng.random() < 0.6 else ""
    return f"本措施自{start.year}年{start.month}月{start.day}日起施行，有效期{rng.choice((1, 2, 3, 3, 5, 5))}年{explained}。"


def _length(sentence: Sentence) -> int:
    return sum(len(piece) if isinstance(piece, str) else 3 for piece in sentence)


@cache
def _shipped() -> tuple[Clause, ...]:
    read = [parse_measure(content, name) for name, content in shipped_files()]
    return tuple(clause for measure in read for clause in clauses(measure))


@cache
def _by_topic() -> dict[str, _Subject]:
    """Return what the measures that ship write of each topic; only topics with a whole clause of their own."""
    subjects: defaultdict[str, _Subject] = defaultdict(_Subject)
    for clause in _shipped():
        sentences = _sentences(clause.text)
        if clause.kind is ClauseKind.NUMBERED and clause.heading and sentences:
            subject = subjects[topics(clause.heading, clause.text)[0]]
            subject.headings.append(slotted(clause.heading))
            subject.clauses.append(sentences)
            subject.sentences += sentences
    for topic, text in extra_sentences():
        if topic in subjects:
            subjects[topic].sentences.append(slotted(text))
    return dict(subjects)


def _sentences(text: str) -> list[Sentence]:
    plain = re.sub(r"(?m)^\d\.", "", _NOTE.sub("", text)).replace("\n", "")
    return [slotted(f"{sentence}。") for sentence in plain.split("。") if sentence]


@cache
def _pool(topic: str) -> tuple[Sentence, ...]:
    own = _by_topic()[topic].sentences
    if len(own) >= _FEWEST:
        return tuple(own)
    return tuple(sentence for near in _kin(topic) for sentence in _by_topic()[near].sentences)


@cache
def _kin(topic: str) -> tuple[str, ...]:
    """Return the topics of the same broader one, as far as anything is written of them."""
    broader = {each.name: each.parent or each.name for each in taxonomy()}
    return tuple(name for name in _by_topic() if broader[name] == broader[topic])


@cache
def _openings() -> tuple[Sentence, ...]:
    return tuple(slotted(clause.text) for clause in _shipped() if clause.kind is ClauseKind.PREAMBLE)


@cache
def _subjects_of_titles() -> tuple[Sentence, ...]:
    return tuple(heading for subject in _by_topic().values() for heading in subject.headings)


@cache
def _characters() -> str:
    return "".join(sorted({character for clause in _shipped() for character in clause.text if character.isalpha()}))
