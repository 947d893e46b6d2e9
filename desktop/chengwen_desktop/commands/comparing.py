"""`compare`: a draft's clauses beside their precedents, and the 条文对照表."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chengwen_desktop.commands.output import print_json, tell
from chengwen_desktop.commands.rooms import open_library, open_user_index, today
from chengwen_library.library import Library, named
from chengwen_library.model import Measure

if TYPE_CHECKING:
    from chengwen_index.comparing.comparison import Compared, Precedent, Progress
    from chengwen_index.comparing.similarity import Relation

EVERY_SECONDS = 2.0
"""How often long work says how far it is."""

_PLACES = {"preamble": "开头", "closing": "结尾"}


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A draft, what it was compared with, and the answer; `measures` are set beside it, of `searched` in all."""

    draft: Measure
    measures: Sequence[Measure]
    searched: int
    compared: Sequence[Compared]


@click.command()
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.argument("more", metavar="", nargs=-1)
@click.option("--with", "others", metavar="ID...", multiple=True, help="只同这几件比：编号、文号、标题或文件。")
@click.option("--aligned", is_flag=True, help="对照表两件文件整篇对照；要有一个 --with 和 -o。")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="条文对照表存到哪里（.docx）。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def compare(
    draft: Path, more: tuple[str, ...], others: tuple[str, ...], aligned: bool, output: Path | None, as_json: bool
) -> None:
    """逐条对照先例。DRAFT 是文稿（.akn）或能读入的文件；-o 导出条文对照表。"""
    named_others = _checked(others, more, aligned, output)
    library = open_library()
    measure = _read(draft)
    chosen = [_chosen(key, library) for key in named_others]
    if not aligned or as_json:
        comparison = _compare(measure, chosen, library)
        if as_json:
            print_json(comparison_json(comparison.draft, comparison.compared, comparison.measures, str(draft)))
        elif output is None:
            _print(comparison.compared)
        if output is not None and not aligned:
            _export_beside_precedents(comparison, output)
    if output is not None and aligned:
        _export_aligned(measure, chosen[0], output)


def comparison_json(
    draft: Measure, compared: Sequence[Compared], measures: Sequence[Measure], source: str
) -> dict[str, Any]:
    """Return the object of `compare --json`; `source` is what the draft was read from."""
    from chengwen_index.comparing.coverage import uncovered

    return {
        "draft": source,
        "title": draft.title,
        "clauses": [
            {
                "eid": one.clause.eid,
                "path": list(one.clause.path),
                "heading": one.clause.heading,
                "text": one.clause.text,
                "kind": one.clause.kind,
                "precedents": [_precedent_json(precedent) for precedent in one.precedents],
            }
            for one in compared
        ],
        "uncovered": [
            {"topic": item.topic, "measures": [measure.id for measure in item.measures]}
            for item in uncovered(draft, measures)
        ],
    }


def _precedent_json(precedent: Precedent) -> dict[str, Any]:
    hit = precedent.hit
    return {
        "measure": hit.measure_id,
        "eid": hit.eid,
        "region": hit.region,
        "title": hit.title,
        "doc_number": hit.doc_number,
        "path": list(hit.path),
        "heading": hit.heading,
        "similarity": round(precedent.similarity, 3),
        "relation": precedent.relation,
        "diff": [[part.operation, part.new, part.base] for part in precedent.diff.parts],
        "changes": list(precedent.changes),
    }


def _checked(others: tuple[str, ...], more: tuple[str, ...], aligned: bool, output: Path | None) -> tuple[str, ...]:
    """Return all that was named after --with, `--with A B` included; exits with 2 for wrong usage."""
    if more and not others:
        raise click.UsageError(f"多出了“{more[0]}”。一次对照一份文稿；要同它比，写 --with {more[0]}。")
    if output is not None and output.suffix.lower() != ".docx":
        raise click.BadParameter("对照表存为 .docx 文件。", param_hint="-o")
    if aligned and len(others) + len(more) != 1:
        raise click.UsageError("--aligned 要有一个、也只能有一个 --with。")
    if aligned and output is None:
        raise click.UsageError("--aligned 要同 -o 一起用。")
    return (*others, *more)


def _read(path: Path) -> Measure:
    """Return the measure in a file; of several the first, with a word on stderr. Raises UnreadableFile."""
    from chengwen_library.reading.reader import read_file

    first, *others = read_file(path)
    if others:
        tell(f"“{path.name}”里有 {len(others) + 1} 件文件，只对照第一件：{first.measure.title or first.measure.id}")
    return first.measure


def _chosen(key: str, library: Library) -> Measure:
    """Return the measure of the library or of the file that was named; exits with 1 if there is none."""
    measure = named(library.measures(), key)
    if measure is None and Path(key).is_file():
        measure = _read(Path(key))
    if measure is None:
        tell(f"条款库里没有“{key}”，也没有这个文件。用 chengwen library list 可以看到库里的文件。")
        sys.exit(1)
    return measure


def _compare(draft: Measure, chosen: Sequence[Measure], library: Library) -> _Comparison:
    from chengwen_desktop.side_by_side import set_beside
    from chengwen_index.comparing.among import among
    from chengwen_index.comparing.comparison import compare as compared_with

    if chosen:
        if draft.id in {measure.id for measure in chosen}:
            draft = replace(draft, id="")  # another version of itself was named, so it counts as a precedent
        compared = tuple(compared_with(draft, among(chosen), progress=_said()))
        return _Comparison(draft, chosen, len(chosen), compared)
    with closing(open_user_index(library)) as index:
        compared = tuple(compared_with(draft, index.similar, progress=_said()))
    measures = [measure for measure in set_beside(compared, library) if measure.id != draft.id]
    searched = sum(entry.id != draft.id for entry in library.entries())
    return _Comparison(draft, measures, searched, compared)


def _said() -> Callable[[Progress], None]:
    """Return what tells on stderr, now and then, how far a comparison is."""
    last = time.monotonic()

    def say(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY_SECONDS:
            last = time.monotonic()
            tell(f"已对照 {progress.done} 条，共 {progress.total} 条")

    return say


def _export_beside_precedents(comparison: _Comparison, output: Path) -> None:
    from chengwen_templates.comparison_table.against_library import library_document
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile

    document = library_document(
        comparison.draft, comparison.compared, comparison.measures, today(), comparison.searched
    )
    export_table(document, output, load_profile(DEFAULT_PROFILE))
    tell(f"已导出条文对照表 {output}：{_summary(comparison.compared)}")


def _export_aligned(draft: Measure, base: Measure, output: Path) -> None:
    from chengwen_templates.comparison_table.against_measure import measure_document
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile

    export_table(measure_document(base, draft, today()), output, load_profile(DEFAULT_PROFILE))
    tell(f"已导出条文对照表 {output}")


def _print(compared: Sequence[Compared]) -> None:
    click.echo(_summary(compared))
    for one in compared:
        clause = one.clause
        click.echo(f"\n{_place(clause.path, clause.kind)}{clause.heading or ''}")
        if not one.precedents:
            click.echo(f"  {_relation(None)}")
        for precedent in one.precedents:
            click.echo(f"  {_line(precedent)}")


def _line(precedent: Precedent) -> str:
    from chengwen_templates.comparison_table.phrases import phrase

    hit = precedent.hit
    changes = "、".join(phrase("labels", change) for change in precedent.changes)
    source = f"{hit.region or '未定地区'} {_place(hit.path, hit.kind)}{hit.heading or ''}"
    differing = f"；差异：{changes}" if changes else ""
    return f"{_relation(precedent.relation)} {int(precedent.similarity * 100)}% {source}{differing}"


def _summary(compared: Sequence[Compared]) -> str:
    from chengwen_index.comparing.similarity import Relation

    found = Counter(one.relation for one in compared)
    counts = "，".join(f"{_relation(relation)} {found[relation]} 条" for relation in (*Relation, None))
    return f"共 {len(compared)} 条：{counts}"


def _relation(relation: Relation | None) -> str:
    from chengwen_templates.comparison_table.phrases import phrase

    return phrase("relations", relation or "none")


def _place(path: tuple[str, ...], kind: str) -> str:
    return "".join(path) or _PLACES.get(kind, "")
