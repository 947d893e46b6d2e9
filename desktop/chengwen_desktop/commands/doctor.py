"""`doctor`: what this machine lacks, and the line that installs it."""

from __future__ import annotations

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def doctor(as_json: bool) -> None:
    """查看本机缺什么（Qt 的系统库、字体、LibreOffice），怎么装。"""
    from chengwen_desktop.doctor import examine, to_json, to_text

    diagnosis = examine()
    click.echo(to_json(diagnosis) if as_json else to_text(diagnosis))
