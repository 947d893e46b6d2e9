"""`search` and `similar`: clauses of the library by words, phrases and filters, or by a text they are like."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chengwen_desktop.commands.output import print_json
from chengwen_desktop.commands.rooms import open_library, open_user_index

if TYPE_CHECKING:
    from chengwen_index.finding.filters import Filters
    from chengwen_index.search import Answer, Hit, SimilarHit

_DAY = click.DateTime(["%Y-%m-%d"])
_LIMIT = click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="最多列出几条。")
_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_NOTES = {"all": "", "synonym": "（含近义词：{words}）", "partial": "（只含：{words}）"}
_PLACES = {"preamble": "开头", "closing": "结尾"}
_RELATIONS = {"verbatim": "照录", "adapted": "改写", "related": "相关"}


@click.command()
@click.argument("query", required=False)
@click.option("--region", help="只查这个地区，如 东莞市。")
@click.option("--type", "doc_type", help="只查这个类型，如 若干措施。")
@click.option("--topic", help="只查这个主题，如 质押融资。")
@click.option("--status", help="只查这个状态，如 现行有效。")
@click.option("--from", "date_from", type=_DAY, help="成文日期不早于，如 2024-01-01。")
@click.option("--to", "date_to", type=_DAY, help="成文日期不晚于。")
@click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance", help="按相关或按日期排列。")
@click.option("--queries", type=_FILE, help="一行一个检索式的文件，- 表示标准输入。")
@_LIMIT
@_JSON
def search(query: str | None, queries: Path | None, sort: Any, limit: int, as_json: bool, **given: Any) -> None:  # noqa: ANN401
    """查条款：几个词都要有；"原话"一字不差；-词 不要；甲|乙 有一个就行；地区:东莞 是条件。"""
    asked = _asked(query, queries, "QUERY", "--queries")
    with closing(open_user_index(open_library())) as index:
        answers = [index.search(one, _filters(given), limit, sort=sort) for one in asked]
    if as_json:
        found = [answer_json(answer) for answer in answers]
        print_json(found if queries else found[0])
        return
    for answer in answers:
        _print_answer(answer)


@click.command()
@click.argument("text", required=False)
@click.option("--texts", type=_FILE, help="一行一段文字的文件，- 表示标准输入。")
@_LIMIT
@_JSON
def similar(text: str | None, texts: Path | None, limit: int, as_json: bool) -> None:
    """查相似条款：谁用过这样的写法，谁规定过同样的事。"""
    asked = _asked(text, texts, "TEXT", "--texts")
    found: list[tuple[str, tuple[SimilarHit, ...]]] = []
    took: list[float] = []
    with closing(open_user_index(open_library())) as index:
        for one in asked:
            started = time.perf_counter()
            found.append((one, index.similar(one, limit)))
            took.append((time.perf_counter() - started) * 1000)
    if as_json:
        results = [_alike_json(one, hits, ms) for (one, hits), ms in zip(found, took, strict=True)]
        print_json(results if texts else results[0])
        return
    for one, hits in found:
        _print_similar(one, hits)


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return the object of `search --json`."""
    return {
        "query": answer.query,
        "total": answer.total,
        "took_ms": round(answer.took_ms, 2),
        "hits": [hit_json(hit) for hit in answer.hits],
        "facets": answer.facets,
        "did_you_mean": answer.did_you_mean,
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """Return the object of a hit, as `search` and `similar` print it."""
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
        "words": list(hit.words),
    }


def _alike_json(text: str, found: tuple[SimilarHit, ...], took_ms: float) -> dict[str, Any]:
    """Return the object of `similar --json`; its facets count the hits that are listed."""
    hits = [one.hit for one in found]
    facets = {
        "region": Counter(hit.region for hit in hits if hit.region),
        "doc_type": Counter(hit.doc_type for hit in hits if hit.doc_type),
        "topic": Counter(topic for hit in hits for topic in hit.topics),
        "status": Counter(hit.status for hit in hits),
    }
    listed = [_similar_json(one) for one in found]
    return {"query": text, "total": len(listed), "took_ms": round(took_ms, 2), "hits": listed, "facets": facets}


def _similar_json(found: SimilarHit) -> dict[str, Any]:
    return hit_json(found.hit) | {
        "similarity": round(found.similarity, 4),
        "relation": found.relation,
        "same": [list(span) for span in found.same],
    }


def _asked(given: str | None, file: Path | None, argument: str, option: str) -> list[str]:
    """Return what is asked for: the argument, or the lines of the file that are not empty."""
    if (given is None) == (file is None):
        raise click.UsageError(f"{argument} 和 {option} 要给一个，也只能给一个。")
    if file is None:
        return [given or ""]
    with click.open_file(str(file), encoding="utf-8-sig", errors="replace") as stream:
        return [line.strip() for line in stream if line.strip()]


def _filters(given: dict[str, Any]) -> Filters:
    from chengwen_index.finding.filters import Filters

    return Filters(
        region=given["region"],
        doc_type=given["doc_type"],
        topic=given["topic"],
        status=given["status"],
        date_from=given["date_from"].date() if given["date_from"] else None,
        date_to=given["date_to"].date() if given["date_to"] else None,
    )


def _print_answer(answer: Answer) -> None:
    if answer.did_you_mean:
        click.echo(f"您是不是要找：{answer.did_you_mean}")
    if not answer.hits:
        click.echo(f"没有找到与“{answer.query}”相符的条款。可以少写几个词再查。")
        return
    click.echo(f"{answer.query}：{answer.total} 条，用时 {answer.took_ms:.1f} 毫秒")
    for hit in answer.hits:
        note = _NOTES[hit.group].format(words="、".join(hit.words))
        click.echo(f"\n{_place(hit)}{note}\n  {hit.snippet}\n  {_source(hit)}")


def _print_similar(text: str, hits: tuple[SimilarHit, ...]) -> None:
    click.echo(f"与“{text[:20]}{'…' if len(text) > 20 else ''}”相似的条款：" if hits else "没有找到相似的条款。")
    for found in hits:
        relation = _RELATIONS.get(str(found.relation), "不相关")
        click.echo(
            f"\n{relation} {found.similarity:.0%}  {_place(found.hit)}\n  {found.hit.snippet}\n  {_source(found.hit)}"
        )


def _place(hit: Hit) -> str:
    return f"{hit.region or '未定地区'} {''.join(hit.path) or _PLACES.get(hit.kind, '')} {hit.heading or ''}".rstrip()


def _source(hit: Hit) -> str:
    return f"{hit.title or hit.doc_number or hit.measure_id}  {hit.eid}"
