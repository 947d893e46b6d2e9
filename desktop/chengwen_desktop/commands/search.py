"""`search`: clauses of the library by words, exact phrases and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from chengwen_desktop.commands.output import print_json
from chengwen_desktop.commands.rooms import open_library, open_user_index

if TYPE_CHECKING:
    from chengwen_index.search import Answer, Hit


@click.command()
@click.argument("query")
@click.option("--region", help="只查这个地区，如 东莞市。")
@click.option("--type", "doc_type", help="只查这个类型，如 若干措施。")
@click.option("--topic", help="只查这个主题，如 质押融资。")
@click.option("--status", help="只查这个状态，如 现行有效。")
@click.option("--from", "date_from", type=click.DateTime(["%Y-%m-%d"]), help="成文日期不早于，如 2024-01-01。")
@click.option("--to", "date_to", type=click.DateTime(["%Y-%m-%d"]), help="成文日期不晚于。")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="最多列出几条。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def search(query: str, limit: int, as_json: bool, **given: Any) -> None:  # noqa: ANN401
    """查条款：几个词都要有；"原话"查一字不差的；-词 表示不要。"""
    from chengwen_index.filters import Filters

    filters = Filters(
        region=given["region"],
        doc_type=given["doc_type"],
        topic=given["topic"],
        status=given["status"],
        date_from=given["date_from"].date() if given["date_from"] else None,
        date_to=given["date_to"].date() if given["date_to"] else None,
    )
    index = open_user_index(open_library())
    answer = index.search(query, filters, limit)
    if as_json:
        print_json(answer_json(answer))
    else:
        _print_answer(answer)


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return the object of `search --json`."""
    return {
        "query": answer.query,
        "total": answer.total,
        "took_ms": round(answer.took_ms, 2),
        "hits": [_hit_json(hit) for hit in answer.hits],
        "facets": answer.facets,
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    from chengwen_index.search import marked

    return {
        "measure": hit.measure_id,
        "eid": hit.eid,
        "region": hit.region,
        "doc_type": hit.doc_type,
        "title": hit.title,
        "date": hit.date.isoformat() if hit.date else None,
        "path": list(hit.path),
        "heading": hit.heading,
        "text": hit.text,
        "snippet": marked(hit),
        "score": round(hit.score, 3),
        "group": hit.group,
        "kind": hit.kind,
    }


def _print_answer(answer: Answer) -> None:
    if not answer.hits:
        click.echo(f"没有找到与“{answer.query}”相符的条款。可以少写几个词再查。")
        return
    click.echo(f"{answer.total} 条，用时 {answer.took_ms:.1f} 毫秒")
    for hit in answer.hits:
        place = "".join(hit.path) or {"preamble": "开头", "closing": "结尾"}.get(hit.kind, "")
        only = "（只含部分词）" if hit.group == "partial" else ""
        click.echo(f"\n{hit.region or '未定地区'} {place} {hit.heading or ''}{only}\n  {hit.snippet}")
        click.echo(f"  {hit.title or hit.doc_number or hit.measure_id}  {hit.eid}")
