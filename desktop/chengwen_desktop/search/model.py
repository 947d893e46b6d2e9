"""The hits as rows of a list: each group of hits below a row that says why they are there."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chengwen_desktop.origins import place_name
from chengwen_desktop.search.finder import place_words
from chengwen_desktop.search.held import Held, held, longest
from chengwen_desktop.translation import marked, tr
from chengwen_index.comparing.similarity import Relation
from chengwen_index.search import Answer, Hit, SimilarHit

HIT = Qt.ItemDataRole.UserRole
GROUP = Qt.ItemDataRole.UserRole + 1
LISTED = Qt.ItemDataRole.UserRole + 2

NAMED = 3
"""Kinds of partial or synonymous hits that get a row each; of more the hits keep their order below one row."""

RELATIONS = {Relation.VERBATIM: marked("照录"), Relation.ADAPTED: marked("改写"), Relation.RELATED: marked("相关")}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group: why its hits are there, and how many there are."""

    words: str
    count: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A hit in the list with what it holds of the query; `share` says how alike it is to a text."""

    hit: Hit
    held: Held = field(default_factory=Held)
    share: float | None = None
    relation: Relation | None = None


Row = Group | Listed


class HitModel(QAbstractListModel):
    """Rows of an answer. The row of a group cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_answer(self, answer: Answer | None) -> None:
        """Show another answer; None shows nothing."""
        self.show_rows(rows(answer) if answer else [])

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's hit or group, or its words for those who cannot see it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == HIT:
            return row.hit if isinstance(row, Listed) else None
        if role == LISTED:
            return row if isinstance(row, Listed) else None
        if role == GROUP:
            return row if isinstance(row, Group) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only hits be chosen."""
        if not index.isValid() or isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def first_hit(self) -> QModelIndex:
        """Return the first row that is a hit; an invalid index if there is none."""
        number = next((number for number, row in enumerate(self._rows) if isinstance(row, Listed)), -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def row_of(self, measure: str, eid: str) -> QModelIndex:
        """Return the row of a clause; an invalid index if it was not found."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Listed) and (row.hit.measure_id, row.hit.eid) == (measure, eid):
                return self.index(number)
        return QModelIndex()


def rows(answer: Answer) -> list[Row]:
    """Return the rows: the hits with everything, with synonyms, with some of the words, each below what it holds."""
    listed = {kind: [hit for hit in answer.hits if hit.group == kind] for kind in ("all", "synonym", "partial")}
    made: list[Row] = []
    for kind, hits in listed.items():
        found = [Listed(hit, held(hit, answer.query)) for hit in hits]
        for words, members in _groups(kind, found).items():
            is_all = kind == "all" and not listed["synonym"]
            count = max(answer.total, len(members)) if is_all else len(members)
            made += [Group(words, tr("{count:,} 条", count=count)), *members]
    return made


def _groups(kind: str, found: list[Listed]) -> dict[str, list[Listed]]:
    """Return the hits by why they are there, in the order of the best of each."""
    groups: dict[str, list[Listed]] = {}
    for one in found:
        groups.setdefault(reason(one), []).append(one)
    if len(groups) <= NAMED:
        return groups
    if kind == "synonym":
        return {tr("含近义词"): found}
    bare = [words for words, members in groups.items() if not members[0].held.whole]
    if len(groups) - len(bare) >= NAMED:
        return {tr("含部分词"): found}
    rest = [one for one in found if not one.held.whole]
    return {words: members for words, members in groups.items() if words not in bare} | {tr("含部分字词"): rest}


def similar_rows(found: tuple[SimilarHit, ...]) -> list[Row]:
    """Return the rows of clauses like a text, without marks."""
    return [Listed(one.hit, share=one.similarity, relation=one.relation) for one in found]


def reason(listed: Listed) -> str:
    """Return why a hit is there: 含全部词; 含“信息平台”，近义; 含“质押融资”."""
    hit, found = listed.hit, listed.held
    if hit.group == "all":
        return (
            tr("含全部词")
            if len(hit.words) > 1
            else tr("含“{words}”", words=hit.words[0])
            if hit.words
            else tr("符合条件")
        )
    typed = found.whole or found.parts
    if hit.group == "partial" and typed:
        return tr("含“{words}”", words=tr("”“").join(sorted(typed)))
    return tr("含“{words}”，近义", words=tr("”“").join(found.others))


def share_words(relation: Relation | None, share: float) -> str:
    """Return how alike two texts are: 改写 62%; never rounded up to 100 %."""
    return f"{tr(RELATIONS[relation])} {int(share * 100)}%" if relation else f"{int(share * 100)}%"


def _spoken(row: Row) -> str:
    if isinstance(row, Group):
        return tr("{words}，{count}", words=row.words, count=row.count)
    hit = row.hit
    alike = "" if row.share is None else tr("，{share}", share=share_words(row.relation, row.share))
    return tr(
        "{heading}，{place}{alike}，{snippet}",
        heading=hit.heading or place_words(hit),
        place=place_name(hit.region, place_words(hit)),
        alike=alike,
        snippet=hit.snippet,
    )


def _tip(row: Row) -> str | None:
    if isinstance(row, Group):
        return row.words
    hit = row.hit
    words = tr("含“{words}”", words=tr("”“").join(longest(hit.words))) if hit.words and hit.group != "all" else ""
    return "\n".join(filter(None, [hit.heading, f"《{hit.title}》" if hit.title else "", words])) or None
