"""`coverage` and `families`: what the measures of the library regulate, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from chengwen_desktop.commands.output import print_json
from chengwen_desktop.commands.rooms import open_library
from chengwen_library.errors import NotInLibrary
from chengwen_library.library import named

if TYPE_CHECKING:
    from chengwen_index.comparing.coverage import Row
    from chengwen_index.comparing.families import Family
    from chengwen_library.model import Clause, Measure

_MEASURES = click.argument("measures", nargs=-1, metavar="[ID]...")
_KINDS = {
    "modal": "约束词", "amount": "金额", "percentage": "比例", "quantity": "数量", "period": "期限", "date": "日期",
    "organ": "单位", "doc_number": "文号", "title": "文件", "scope": "对象",
}  # fmt: skip
_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")


@click.command()
@_MEASURES
@_JSON
def coverage(measures: tuple[str, ...], as_json: bool) -> None:
    """主题覆盖：各件文件规定了哪些主题。不写编号、文号或标题，就看库里全部文件。"""
    from chengwen_index.comparing import coverage as covering

    chosen = _chosen(measures)
    table = covering.coverage(chosen)
    if as_json:
        rows = [_row_json(row, chosen) for row in table.rows]
        print_json({"measures": [measure.id for measure in chosen], "rows": rows})
        return
    for row in table.rows:
        held = [f"{_name(measure)} {_places(cell)}" for measure, cell in zip(chosen, row.cells, strict=True) if cell]
        click.echo(f"{row.topic}（{len(held)}/{len(chosen)}）：{'；'.join(held)}")


@click.command()
@_MEASURES
@_JSON
def families(measures: tuple[str, ...], as_json: bool) -> None:
    """同类条款：几个地方都有的条款，以及各地不同的数额、期限和单位。"""
    from chengwen_index.comparing import families as gathering

    found = gathering.families(_chosen(measures))
    if as_json:
        print_json([_family_json(family) for family in found])
        return
    for family in found:
        click.echo(f"\n{family.topic or '其他'}：{'；'.join(map(_clause_name, family.clauses))}")
        for slot in family.slots:
            values = " | ".join(value or "—" for value in slot.values)
            click.echo(f"  {_KINDS.get(slot.kind.value, '')} {slot.label}：{values}")


def _chosen(keys: tuple[str, ...]) -> tuple[Measure, ...]:
    """Return the measures that are named, or all. Raises NotInLibrary."""
    known = open_library().measures()
    return tuple(_named(known, key) for key in keys) if keys else known


def _named(known: tuple[Measure, ...], key: str) -> Measure:
    found = named(known, key)
    if found is None:
        raise NotInLibrary(f"条款库里没有“{key}”。用 chengwen library list 可以看到库里的文件。")
    return found


def _row_json(row: Row, measures: tuple[Measure, ...]) -> dict[str, Any]:
    cells = {measure.id: [clause.eid for clause in cell] for measure, cell in zip(measures, row.cells, strict=True)}
    return {"topic": row.topic, "parent": row.parent, "cells": cells}


def _family_json(family: Family) -> dict[str, Any]:
    clauses = [{"measure": one.measure.id, "eid": one.eid, "heading": one.heading} for one in family.clauses]
    slots = [{"kind": slot.kind, "label": slot.label, "values": list(slot.values)} for slot in family.slots]
    return {"topic": family.topic, "clauses": clauses, "slots": slots}


def _name(measure: Measure) -> str:
    return measure.region or measure.title or measure.id


def _places(clauses: tuple[Clause, ...]) -> str:
    return "、".join("".join(clause.path) or "开头" for clause in clauses)


def _clause_name(clause: Clause) -> str:
    return f"{_name(clause.measure)} {''.join(clause.path)}{clause.heading or ''}"
