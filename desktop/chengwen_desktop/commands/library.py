"""`library`: what the library holds, and its keeping."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from chengwen_desktop.commands.output import print_json, tell
from chengwen_desktop.commands.rooms import open_library, today
from chengwen_library.catalogue import Entry
from chengwen_library.contract import measure_json
from chengwen_library.library import Library, named
from chengwen_library.model import Measure, Status
from chengwen_library.packs import Novelty, PackedMeasure, unpack, write_pack
from chengwen_library.places import places

NOVELTIES = {Novelty.NEW: "新收入", Novelty.SAME: "已有，相同", Novelty.CHANGED: "已有，正文不同"}


@click.group()
def library() -> None:
    """查看和管理条款库。ID 可以是编号、文号或标题。"""


@library.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def list_(as_json: bool) -> None:
    """列出条款库里的文件。"""
    rooms = open_library()
    entries = rooms.entries()
    _tell_unreadable(rooms, entries)
    if as_json:
        print_json([_entry_json(entry) for entry in entries])
        return
    for entry in entries:
        click.echo(f"{entry.id}\n  {entry.region or '未定地区'}  {entry.title or '（原文没有标题）'}")
        number, day = entry.doc_number or "没有文号", entry.date or "未署日期"
        click.echo(f"  {number}  {day}  {entry.status}  {entry.clauses} 条")


@library.command()
@click.argument("identity", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def show(identity: str, as_json: bool) -> None:
    """显示一件文件的全文。"""
    measure = _find(open_library(), identity)
    if as_json:
        print_json(measure_json(measure))
    else:
        _print_measure(measure)


@library.command()
@click.argument("identity", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def history(identity: str, as_json: bool) -> None:
    """列出一件文件更早的版本。"""
    rooms = open_library()
    versions = rooms.history(_find(rooms, identity).id)
    if as_json:
        print_json(
            [
                {"number": version.number, "until": version.until.isoformat(), "change": version.change.value}
                for version in versions
            ]
        )
        return
    if not versions:
        click.echo("没有更早的版本。")
    for version in versions:
        reason = {"replaced": "换成了新读的", "status": "改了状态"}[version.change.value]
        click.echo(f"第 {version.number} 版，到 {version.until.isoformat()} 为止，{reason}：{version.path}")


@library.command()
@click.argument("identity", metavar="ID")
def retire(identity: str) -> None:
    """把一件文件标为已废止；查条款时不再列出，除非指明要查。"""
    rooms = open_library()
    measure = _find(rooms, identity)
    rooms.set_status(measure.id, Status.REPEALED, today())
    click.echo(f"已标为已废止：{_name(measure)}。撤销用 chengwen library restore {measure.id}")


@library.command()
@click.argument("identity", metavar="ID")
def remove(identity: str) -> None:
    """把一件文件移出条款库，以后可以恢复。"""
    rooms = open_library()
    measure = _find(rooms, identity)
    rooms.remove(measure.id)
    click.echo(f"已移出条款库：{_name(measure)}。恢复用 chengwen library restore {measure.id}")


@library.command()
@click.argument("identity", metavar="ID")
def restore(identity: str) -> None:
    """恢复移出的文件，或撤销对一件文件的上一次改动。"""
    rooms = open_library()
    measure = named(rooms.removed(), identity) or _find(rooms, identity)
    rooms.restore(measure.id, today())
    click.echo(f"已恢复：{_name(measure)}")


@library.command()
@click.argument("identities", metavar="[ID]...", nargs=-1)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="资料包存到哪里（.cwpack）。")
def pack(identities: tuple[str, ...], output: Path) -> None:
    """把选定的文件（不选就是全部）连同原文件打成一个资料包。"""
    rooms = open_library()
    count = write_pack(rooms, [_find(rooms, identity).id for identity in identities], output)
    click.echo(f"{count} 件文件已打包：{output}")


@library.command(name="unpack")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="正文不同的换成资料包里的；原来的留作更早的版本。")
@click.option("--dry-run", is_flag=True, help="只看里面有什么，不收入。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def unpack_(file: Path, replace: bool, dry_run: bool, as_json: bool) -> None:
    """收入一个资料包里的文件。"""
    from chengwen_library.packs import read_pack

    rooms = open_library()
    packed = read_pack(file, rooms) if dry_run else unpack(file, rooms, today(), replace)
    if as_json:
        print_json([_packed_json(item) for item in packed])
        return
    for item in packed:
        click.echo(f"{NOVELTIES[item.novelty]}：{_name(item.measure)}")
    if any(item.novelty is Novelty.CHANGED for item in packed) and not replace:
        tell("正文不同的没有动。要换成资料包里的，加 --replace。")


def _find(rooms: Library, identity: str) -> Measure:
    """Return the measure with this id, 文号 or title, or say that there is none and exit with 1."""
    measure = named(rooms.measures(), identity)
    if measure is None:
        tell(f"条款库里没有“{identity}”。用 chengwen library list 可以看到库里的文件。")
        sys.exit(1)
    return measure


def _tell_unreadable(rooms: Library, entries: list[Entry]) -> None:
    known = {entry.file for entry in entries}
    if any(path.name not in known for path in rooms.paths()):
        rooms.measures()
        for path, reason in rooms.unreadable.items():
            tell(f"{path.name}：{reason}")


def _print_measure(measure: Measure) -> None:
    for text in (measure.title, measure.doc_number, measure.preamble):
        if text:
            click.echo(text)
    for place in places(measure):
        unit = place.unit
        heading = f"{unit.heading}{unit.heading_mark or ''}" if unit.heading else ""
        lines = [unit.num + heading + unit.text, unit.intro, unit.wrap_up]
        for line in filter(None, lines):
            click.echo(f"{'  ' * place.eid.count('__')}{line}")
    if measure.closing:
        click.echo(measure.closing)


def _entry_json(entry: Entry) -> dict[str, str | int | None]:
    return {
        "id": entry.id,
        "title": entry.title,
        "region": entry.region,
        "doc_type": entry.doc_type,
        "doc_number": entry.doc_number,
        "date": entry.date,
        "status": entry.status,
        "clauses": entry.clauses,
    }


def _packed_json(item: PackedMeasure) -> dict[str, str | None]:
    return {"id": item.measure.id, "title": item.measure.title, "novelty": item.novelty.value}


def _name(measure: Measure) -> str:
    return measure.title or measure.doc_number or measure.id
