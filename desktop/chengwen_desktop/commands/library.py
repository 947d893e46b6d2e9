"""`import` and `library`: measures into the library, and what it holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from chengwen_desktop.commands.output import print_json, tell
from chengwen_desktop.commands.rooms import open_library
from chengwen_library.clauses import clauses
from chengwen_library.contract import measure_json, reading_json
from chengwen_library.errors import ChengwenError, NotInLibrary, UnreadableFile
from chengwen_library.library import Library
from chengwen_library.model import ClauseKind, Measure
from chengwen_library.places import places
from chengwen_library.reading.reader import LARGEST_TEXT, SUFFIXES, read_file, read_text
from chengwen_library.reading.report import Reading
from chengwen_library.reading.source import decode

STANDARD_INPUT = "-"


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="只读出来看，不收入条款库。")
@click.option("--replace", is_flag=True, help="条款库里已有同一件时换成新读的。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def import_(paths: tuple[str, ...], dry_run: bool, replace: bool, as_json: bool) -> None:
    """读入文件或文件夹，收入条款库；“-”读标准输入。"""
    readings: list[Reading] = []
    failed = False
    library = None if dry_run else open_library()
    for path in paths:
        for source in _sources(path):
            try:
                found = _read(source)
                for reading in found:
                    _keep(reading, library, replace)
                readings += found
            except ChengwenError as error:
                tell(str(error))
                failed = True
    if as_json:
        print_json([reading_json(reading) for reading in readings])
    else:
        for reading in readings:
            _describe(reading, kept=library is not None)
    sys.exit(3 if failed else 0)


@click.group()
def library() -> None:
    """查看条款库。"""


@library.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def list_(as_json: bool) -> None:
    """列出条款库里的文件。"""
    rooms = open_library()
    entries = [_entry(measure) for measure in rooms.measures()]
    for path, reason in rooms.unreadable.items():
        tell(f"{path.name}：{reason}")
    if as_json:
        print_json(entries)
        return
    for entry in entries:
        click.echo(f"{entry['id']}\n  {entry['region'] or '未定地区'}  {entry['title'] or '（原文没有标题）'}")
        number, date = entry["doc_number"] or "没有文号", entry["date"] or "未署日期"
        click.echo(f"  {number}  {date}  {entry['status']}  {entry['clauses']} 条")


@library.command()
@click.argument("identity", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def show(identity: str, as_json: bool) -> None:
    """显示一件文件的全文；ID 可以是编号、文号或标题。"""
    from chengwen_templates.assembly import find_measure

    try:
        measure = find_measure(open_library().measures(), identity)
    except NotInLibrary as error:
        tell(str(error))
        sys.exit(1)
    if as_json:
        print_json(measure_json(measure))
        return
    for text in (measure.title, measure.doc_number, measure.preamble):
        if text:
            click.echo(text)
    for place in places(measure):
        click.echo(f"{'  ' * (place.eid.count('__'))}{_own_line(place.unit.num, place.unit.heading, place.unit.text)}")
    if measure.closing:
        click.echo(measure.closing)


def _own_line(num: str, heading: str | None, text: str) -> str:
    return f"{num}{heading + '。' if heading and text else heading or ''}{text}"


def _sources(path: str) -> Iterator[Path | None]:
    """Yield the files that a PATH argument names; None stands for standard input."""
    if path == STANDARD_INPUT:
        yield None
    elif Path(path).is_dir():
        yield from sorted(file for file in Path(path).rglob("*") if file.suffix.lower() in SUFFIXES)
    else:
        yield Path(path)


def _read(source: Path | None) -> list[Reading]:
    if source is not None:
        return read_file(source)
    content = sys.stdin.buffer.read(LARGEST_TEXT + 1)
    if len(content) > LARGEST_TEXT:
        raise UnreadableFile(f"标准输入超过 {LARGEST_TEXT // 1024 // 1024} MB 的上限。请拆成几份再读入。")
    return read_text(decode(content, "标准输入"), "标准输入")


def _keep(reading: Reading, library: Library | None, replace: bool) -> None:
    if library is None:
        return
    if not replace and any(known.id == reading.measure.id for known in library.measures()):
        name = reading.measure.title or reading.measure.doc_number or reading.measure.id
        raise UnreadableFile(f"“{reading.source}”没有收入：条款库里已有“{name}”。要换成新读的，加 --replace。")
    library.add(reading.measure)


def _describe(reading: Reading, kept: bool) -> None:
    measure = reading.measure
    done = "收入条款库" if kept else "读出"
    title = measure.title or "（原文没有标题）"
    click.echo(f"{reading.source}：{done} {title}，{_count(measure)} 条，编号 {measure.id}")
    for warning in reading.warnings:
        place = f"第 {warning.line} 行：" if warning.line else ""
        tell(f"  {place}{warning.message}")


def _entry(measure: Measure) -> dict[str, str | int | None]:
    return {
        "id": measure.id,
        "title": measure.title,
        "region": measure.region,
        "doc_type": measure.doc_type,
        "doc_number": measure.doc_number,
        "date": measure.issue_date.isoformat() if measure.issue_date else None,
        "status": measure.status.value,
        "clauses": _count(measure),
    }


def _count(measure: Measure) -> int:
    return sum(clause.kind is ClauseKind.NUMBERED for clause in clauses(measure))
