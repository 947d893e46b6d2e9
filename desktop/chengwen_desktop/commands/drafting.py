"""`templates`, `draft` and `export`: from a template to a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chengwen_desktop.commands.output import print_json, tell
from chengwen_desktop.commands.rooms import open_library, today
from chengwen_library.errors import InvalidAnswers, TemplateFailed, UnwritableFile
from chengwen_library.files import read_limited, write_atomically
from chengwen_library.model import Measure

if TYPE_CHECKING:
    from chengwen_desktop.exporting.files import Written
    from chengwen_templates.template import Template

LARGEST_ANSWERS = 1024 * 1024
"""Bytes of an answers file."""


@click.command()
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def templates(name: str | None, as_json: bool) -> None:
    """列出模板和要填的字段；给出名称就只列这一个。"""
    from chengwen_templates.template import templates as known

    chosen = [template for template in known() if name in (None, template.name, template.id)]
    if not chosen:
        raise TemplateFailed(f"没有叫“{name}”的模板。现有：{'、'.join(template.name for template in known())}。")
    if as_json:
        print_json([_template_json(template) for template in chosen])
        return

    for template in chosen:
        click.echo(f"{template.name}（{template.id}）：{template.description}")
        for field in template.fields:
            click.echo(f"  {field.name}  {field.label}{'（必填）' if field.required else ''}  {field.help}")


@click.command()
@click.argument("template")
@click.option("--answers", required=True, type=click.Path(path_type=Path), help="填好的字段和选好的条款（TOML）。")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="文稿存到哪里（.akn）。")
def draft(template: str, answers: Path, output: Path) -> None:
    """按模板、字段和选好的条款起草文稿。"""
    from chengwen_templates.answers import parse_answers
    from chengwen_templates.assembly import assemble
    from chengwen_templates.draft import save_draft
    from chengwen_templates.template import find_template

    content = _text(answers)
    measure = assemble(
        find_template(template, "measure"),
        parse_answers(content, answers.name),
        open_library().measures(),
        today(),
    )
    save_draft(measure, output)
    click.echo(f"文稿存为 {output}：{measure.title}，{sum(1 for _ in measure.walk())} 个层级单元。")


@click.command()
@click.argument("draft", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help=".docx、.pdf、.txt、.md 或 .akn 文件。"
)
@click.option("--profile", default="gbt9704", show_default=True, help="版式的名称。")
@click.option("--preprinted", is_flag=True, help="套打：红头已经印好，空出它的位置。")
@click.option("--report", type=click.Path(path_type=Path), help="把导出报告（JSON）存到这里；限 .docx 和 .pdf。")
def export(draft: Path, output: Path, profile: str, preprinted: bool, report: Path | None) -> None:
    """把文稿导出为公文。"""
    from chengwen_desktop.exporting.choices import MEASURED, Choices, kind_of
    from chengwen_desktop.exporting.files import write
    from chengwen_templates.draft import load_draft

    if report is not None and kind_of(output) not in MEASURED:
        raise UnwritableFile(f"“{output.name}”没有版面，量不出报告。请导出 .docx 或 .pdf，或去掉 --report。")
    written = write(load_draft(draft), output, Choices(profile, preprinted=preprinted))
    click.echo(f"已导出 {output}")
    if written.kind in MEASURED:
        _tell_fonts(written)
    if report is not None:
        _write_report(written, report)


def export_measure(measure: Measure, output: Path, profile: str = "gbt9704") -> None:
    """Write the draft in the format of the file's ending. Raises UnwritableFile for an ending that is not known."""
    from chengwen_desktop.exporting.choices import Choices
    from chengwen_desktop.exporting.files import write

    write(measure, output, Choices(profile))


def _tell_fonts(written: Written) -> None:
    """Say what a PDF was drawn with where this machine lacks the profile's fonts."""
    from chengwen_desktop.exporting.choices import Kind

    if written.kind is Kind.PDF:
        from chengwen_desktop.fonts.found import lacking_words, stood_in

        if said := lacking_words(stood_in(written.profile)):
            tell(said)


def _write_report(written: Written, path: Path) -> None:
    from chengwen_desktop.exporting.choices import Kind
    from chengwen_desktop.exporting.files import report_of
    from chengwen_templates.measuring.telling import as_json

    installed = None
    if written.kind is Kind.PDF:
        from chengwen_desktop.fonts.found import installed_families

        installed = installed_families()
    report = report_of(written, installed)
    if report is not None:
        write_atomically(path, json.dumps(as_json(report), ensure_ascii=False, indent=2).encode())
        click.echo(f"导出报告存为 {path}：{'符合' if report.conforms else '有不符合'} GB/T 9704-2012")


def _text(path: Path) -> str:
    try:
        return read_limited(path, LARGEST_ANSWERS).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidAnswers(f"“{path.name}”不是 UTF-8 编码的文字。请另存为 UTF-8。") from error


def _template_json(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "name": template.name,
        "kind": template.kind,
        "description": template.description,
        "fields": [
            {
                "name": field.name,
                "label": field.label,
                "type": field.type,
                "required": field.required,
                "choices": list(field.choices),
                "default": field.default,
                "help": field.help,
            }
            for field in template.fields
        ],
    }
