"""`demo`: the whole main job on the measures that ship, without a screen."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from pathlib import Path

import click

from chengwen_desktop.commands.drafting import export_measure
from chengwen_desktop.commands.output import tell
from chengwen_desktop.commands.rooms import today
from chengwen_library.clauses import clauses
from chengwen_library.library import Library

_RELATIONS = {"verbatim": "照录", "adapted": "改写", "related": "相关"}
QUERIES = ("质押融资 风险补偿", '"先使用后付费"', "怎么鼓励银行给专利贷款")


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("out"), help="放文稿和公文的文件夹。")
def demo(output: Path) -> None:
    """不用窗口走一遍：建目录、查条款、起草、对照、导出公文。"""
    from chengwen_index.comparing.comparison import compare
    from chengwen_index.opening import open_index
    from chengwen_templates.comparison_table.against_library import library_document
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.draft import save_draft
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile
    from chengwen_templates.sample import sample_draft

    with tempfile.TemporaryDirectory(prefix="chengwen-demo-") as scratch:
        library = Library(Path(scratch) / "library")
        library.fill()
        measures = library.measures()
        started = time.perf_counter()
        index = open_index(library, Path(scratch) / "index", tell)
        count = sum(len(clauses(measure)) for measure in measures)
        click.echo(f"1. 建目录：{len(measures)} 件文件，{count} 条，用时 {time.perf_counter() - started:.1f} 秒")
        for query in QUERIES:
            answer = index.search(query)
            first = answer.hits[0]
            click.echo(f"2. 查“{query}”：{answer.total} 条，{answer.took_ms:.1f} 毫秒")
            click.echo(f"   第一条：{first.region} {''.join(first.path)}{first.heading}")
        draft = sample_draft(measures, today())
        compared = tuple(compare(draft, index.similar))
        index.close()
    sources = {unit.provenance[0].region for unit in draft.walk() if unit.provenance}
    taken = sum(bool(unit.provenance) for unit in draft.walk())
    click.echo(f"3. 起草：{draft.title}，{taken} 条取自{'、'.join(sorted(filter(None, sources)))}")
    kinds = Counter(_RELATIONS.get(str(one.relation), "无先例") for one in compared)
    click.echo(f"4. 对照：{'、'.join(f'{kind} {count} 条' for kind, count in kinds.items())}")
    file = output / f"{draft.title}.akn"
    save_draft(draft, file)
    document = file.with_suffix(".docx")
    export_measure(draft, document)
    table = file.with_name(f"{draft.title}（条文对照表）.docx")
    export_table(library_document(draft, compared, measures, today()), table, load_profile(DEFAULT_PROFILE))
    click.echo(f"5. 文稿：{file.resolve()}")
    click.echo(f"6. 条文对照表：{table.resolve()}")
    click.echo(f"7. 公文：{document.resolve()}")
