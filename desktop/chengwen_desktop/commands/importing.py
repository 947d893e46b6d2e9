"""`import`: measures from files, folders and standard input into the library."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from chengwen_desktop.commands.output import print_json, tell
from chengwen_desktop.commands.rooms import open_library, today
from chengwen_library.batch import Outcome, Result, files_below, import_files, keep_reading
from chengwen_library.clauses import clauses
from chengwen_library.contract import reading_json
from chengwen_library.errors import ChengwenError, UnreadableFile
from chengwen_library.kinship import Kinship
from chengwen_library.model import ClauseKind, Measure
from chengwen_library.reading.reader import LARGEST_TEXT, read_file, read_text
from chengwen_library.reading.report import Reading
from chengwen_library.reading.source import decode

STANDARD_INPUT = "-"
REFUSED = (Result.FAILED, Result.CONFLICT)


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="只读出来看，不收入条款库。")
@click.option("--replace", is_flag=True, help="条款库里已有同一件时换成新读的；原来的留作更早的版本。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def import_(paths: tuple[str, ...], dry_run: bool, replace: bool, as_json: bool) -> None:
    """读入文件或文件夹，收入条款库；“-”读标准输入。"""
    outcomes: list[Outcome] = []
    for outcome in _read_only(paths) if dry_run else _kept(paths, replace):
        outcomes.append(outcome)
        if outcome.result in REFUSED:
            tell(outcome.message)
        elif not as_json:
            _describe(outcome, kept=not dry_run)
    if as_json:
        print_json([reading_json(reading) for outcome in outcomes for reading in outcome.readings])
    sys.exit(3 if any(outcome.result in REFUSED for outcome in outcomes) else 0)


def _read_only(paths: tuple[str, ...]) -> Iterator[Outcome]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield _attempt(Path(path))
            continue
        for file in files_below([Path(path)]):
            yield _attempt(file)


def _attempt(path: Path) -> Outcome:
    try:
        readings = tuple(_standard_input() if str(path) == STANDARD_INPUT else read_file(path))
    except ChengwenError as error:
        return Outcome(path, Result.FAILED, (), str(error))
    return Outcome(path, Result.WARNED if any(reading.warnings for reading in readings) else Result.READ, readings)


def _kept(paths: tuple[str, ...], replace: bool) -> Iterator[Outcome]:
    library = open_library()
    if STANDARD_INPUT in paths:
        outcome = _attempt(Path(STANDARD_INPUT))
        kinship = Kinship(library.entries())
        for reading in outcome.readings:
            result, message = keep_reading(reading, library, kinship, today(), replace)
            yield Outcome(outcome.path, result, (reading,), message)
        if outcome.result is Result.FAILED:
            yield outcome
    files = files_below([Path(path) for path in paths if path != STANDARD_INPUT])
    yield from import_files(files, library, today(), replace)


def _standard_input() -> list[Reading]:
    content = sys.stdin.buffer.read(LARGEST_TEXT + 1)
    if len(content) > LARGEST_TEXT:
        raise UnreadableFile(f"标准输入超过 {LARGEST_TEXT // 1024 // 1024} MB 的上限。请拆成几份再读入。")
    return read_text(decode(content, "标准输入"), "标准输入")


def _describe(outcome: Outcome, kept: bool) -> None:
    done = "已有" if outcome.result is Result.KNOWN else "收入条款库" if kept else "读出"
    for reading in outcome.readings:
        measure = reading.measure
        title = measure.title or "（原文没有标题）"
        click.echo(f"{reading.source}：{done} {title}，{_count(measure)} 条，编号 {measure.id}")
        for warning in reading.warnings:
            place = f"第 {warning.line} 行：" if warning.line else ""
            tell(f"  {place}{warning.message}")
    if outcome.message:
        tell(f"  {outcome.message}")


def _count(measure: Measure) -> int:
    return sum(clause.kind is ClauseKind.NUMBERED for clause in clauses(measure))
