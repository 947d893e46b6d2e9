"""`templates`, `draft` and `export`: from a template to a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chengwen_desktop.commands.output import print_json, tell
from chengwen_desktop.commands.rooms import open_library, today
from chengwen_desktop.home import home, office_folder
from chengwen_library.errors import InvalidAnswers, TemplateFailed, UnwritableFile
from chengwen_library.files import read_limited, write_atomically
from chengwen_library.model import Measure

if TYPE_CHECKING:
    from chengwen_desktop.exporting.files import Written
    from chengwen_templates.answers import Answers
    from chengwen_templates.fields import Field
    from chengwen_templates.own_templates import OwnTemplates
    from chengwen_templates.template import Template

LARGEST_ANSWERS = 1024 * 1024
"""Bytes of an answers file."""

TEMPLATES = "templates"
"""The folder of an office's own templates within the user's files."""


@click.command()
@click.argument("name", required=False)
@click.option("--blank", is_flag=True, help="按这个模板输出一份待填的字段（TOML），存成文件填好后交给 draft。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def templates(name: str | None, blank: bool, as_json: bool) -> None:
    """列出模板；给出名称就列出它的字段和写法。

    本单位的模板（.j2 文件）放在数据文件夹的 templates 里，排在附带的前面；有错的会指出文件和行。
    """
    from chengwen_templates.answers_form import blank_answers

    own = _own_templates()
    chosen = _chosen(name, own)
    if blank and name is None:
        raise click.UsageError("--blank 要给出模板的名称。")
    if name is None:
        for fault in own.faults:
            tell(str(fault))
    if blank:
        click.echo("\n".join(map(blank_answers, chosen)), nl=False)
    elif as_json:
        print_json([_template_json(template) for template in chosen])
    else:
        for template in chosen:
            _print_template(template, in_full=name is not None)


@click.command()
@click.argument("template")
@click.option(
    "--answers",
    required=True,
    type=click.Path(path_type=Path),
    help="填好的字段和选好的条款（TOML）；也可以是以前的文稿（.akn），取出它填过的内容，没有带过去的会说明。",
)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="文稿存到哪里（.akn）。")
@click.option("--save-answers", type=click.Path(path_type=Path), help="把用到的字段和条款存成 TOML 文件，以后再用。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON：改了哪些地名和机关名称，哪些还待填。")
def draft(template: str, answers: Path, output: Path, save_answers: Path | None, as_json: bool) -> None:
    """按模板、字段和选好的条款起草文稿。

    TEMPLATE 是措施文件模板的名称或编号，用 chengwen templates 查看；通知的模板写在 --answers 的 [notice] 里。
    条款里的地名、机关名称按本单位的机关名录改（adapt = true），金额、年份、名称可以改为待填（slots = true）。
    """
    from chengwen_desktop.commands.assembled import assembled_json, assembled_lines
    from chengwen_templates.adopting import open_points
    from chengwen_templates.answers_kept import render_answers
    from chengwen_templates.assembly import assemble_for
    from chengwen_templates.draft import save_draft
    from chengwen_templates.office_files.reading import load_office

    own, office = _own_templates(), load_office(office_folder())
    found = own.find(template, "measure")
    given = _answers(answers, found)
    made = assemble_for(office, found, given, open_library().measures(), today(), own.find)
    save_draft(made.draft, output)
    say = tell if as_json else click.echo
    count = sum(1 for _ in made.draft.walk())
    say(f"文稿存为 {output}：{made.draft.title}，{count} 个层级单元。")
    points = open_points(made.draft, office)
    if as_json:
        print_json(assembled_json(made, points, output))
    else:
        click.echo("".join(f"{line}\n" for line in assembled_lines(made, points)), nl=False)
    if save_answers is not None:
        write_atomically(save_answers, render_answers(given).encode())
        say(f"填写的内容存为 {save_answers}")


@click.command()
@click.argument("draft", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help=".docx、.pdf、.txt、.md 或 .akn 文件。"
)
@click.option("--profile", default="gbt9704", show_default=True, help="版式的名称。")
@click.option("--preprinted", is_flag=True, help="套打：红头已经印好，空出它的位置。")
@click.option("--report", type=click.Path(path_type=Path), help="把导出报告（JSON）存到这里；限 .docx 和 .pdf。")
@click.option("--remarks", is_flag=True, help="带批注：未处理的审阅意见写成 Word 的批注；限 .docx。")
def export(draft: Path, output: Path, profile: str, preprinted: bool, report: Path | None, remarks: bool) -> None:
    """把文稿导出为公文。"""
    from chengwen_desktop.exporting.choices import MEASURED, Choices, Kind, kind_of
    from chengwen_desktop.exporting.files import write
    from chengwen_templates.draft import load_draft

    if report is not None and kind_of(output) not in MEASURED:
        raise UnwritableFile(f"“{output.name}”没有版面，量不出报告。请导出 .docx 或 .pdf，或去掉 --report。")
    if remarks and kind_of(output) is not Kind.WORD:
        raise UnwritableFile(f"“{output.name}”里放不了批注。请导出 .docx，或去掉 --remarks。")
    written = write(load_draft(draft), output, Choices(profile, preprinted=preprinted), remarks=remarks)
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


def _own_templates() -> OwnTemplates:
    from chengwen_templates.own_templates import load_templates

    return load_templates(home() / TEMPLATES)


def _chosen(name: str | None, own: OwnTemplates) -> list[Template]:
    """Return the templates of this name; all without one. Raises TemplateFailed."""
    from chengwen_templates.template import templates as shipped

    known = [*own.templates, *shipped()]
    chosen = [template for template in known if name in (None, template.name, template.id)]
    faulty = [fault for fault in own.faults if name is not None and fault.names(name)]
    if faulty:
        raise TemplateFailed(str(faulty[0]))
    if not chosen:
        raise TemplateFailed(f"没有叫“{name}”的模板。现有：{'、'.join(template.name for template in known)}。")
    return chosen


def _answers(path: Path, template: Template) -> Answers:
    """Return the answers in a file, or those of a draft as far as they fit the template, with a word on the others."""
    from chengwen_templates.answers import parse_answers
    from chengwen_templates.answers_kept import answers_of, carried
    from chengwen_templates.draft import load_draft

    if path.suffix.lower() != ".akn":
        return parse_answers(_text(path), path.name)
    result = carried(answers_of(load_draft(path)), template)
    for line in result.left_out:
        tell(line)
    return result.answers


def _print_template(template: Template, in_full: bool) -> None:
    own = "" if template.ships else "，本单位的"
    click.echo(f"{template.name}（{template.id}{own}）：{template.description}")
    for field in template.fields if in_full else ():
        click.echo(f"  {field.name}  {field.label}{'（必填）' if field.required else ''}  {field.help}")
        if field.guide:
            click.echo(f"      {field.guide}")
        for column in field.columns:
            click.echo(f"      {column.name}  {column.label}{'（必填）' if column.required else ''}  {column.help}")


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
        "own": not template.ships,
        "description": template.description,
        "doc_type": template.doc_type,
        "guides": dict(template.guides),
        "fields": [_field_json(field) for field in template.fields],
    }


def _field_json(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": field.label,
        "type": field.type,
        "required": field.required,
        "choices": list(field.choices),
        "default": field.default,
        "help": field.help,
        "guide": field.guide,
        "least": field.least,
        "most": field.most,
        "columns": [_field_json(column) for column in field.columns],
    }
