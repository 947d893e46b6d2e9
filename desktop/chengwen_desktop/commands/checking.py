"""`check`: what a careful colleague would say of a draft or document; `tables`: its tables as a Word document."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chengwen_desktop.commands.output import print_json, tell
from chengwen_desktop.commands.rooms import open_library, today
from chengwen_desktop.home import office_folder

if TYPE_CHECKING:
    from chengwen_library.model import Measure
    from chengwen_templates.checks.finding import Finding
    from chengwen_templates.checks.subject import Subject

_SEVERITIES = {"error": "错误", "warning": "警告", "hint": "提示"}


@dataclass(frozen=True, slots=True)
class _Checked:
    """A measure of the file with what was found, the findings' lines in the same order."""

    subject: Subject
    findings: Sequence[Finding]
    lines: Sequence[int | None]


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("more", metavar="", nargs=-1)
@click.option("--off", "switched_off", metavar="RULE...", multiple=True, help="不用的规则：编号，如 numbering.single。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def check(file: Path, more: tuple[str, ...], switched_off: tuple[str, ...], as_json: bool) -> None:
    """检查文稿（.akn）或能读入的文件；有错误时退出码为 1。"""
    checked = _check(file, _known(switched_off, more))
    if as_json:
        print_json({"file": str(file), "findings": [row for one in checked for row in _findings_json(one)]})
    else:
        for one in checked:
            _print(one, file, named=len(checked) > 1)
    if any(finding.rule.severity == "error" for one in checked for finding in one.findings):
        sys.exit(1)


@click.command()
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="存到哪里（.docx）。")
def tables(draft: Path, output: Path) -> None:
    """导出任务分工表、量化指标表和来源说明。DRAFT 是文稿（.akn）或能读入的文件。"""
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile
    from chengwen_templates.tables.document import tables_document
    from chengwen_templates.tables.indicators import indicators
    from chengwen_templates.tables.tasks import tasks

    if output.suffix.lower() != ".docx":
        raise click.BadParameter("表格存为 .docx 文件。", param_hint="-o")
    first, *others = _measures(draft)
    if others:
        tell(f"“{draft.name}”里有 {len(others) + 1} 件文件，只用第一件：{first.title or first.id}")
    document = tables_document(first, open_library().measures(), today())
    export_table(document, output, load_profile(DEFAULT_PROFILE))
    tell(f"已导出 {output}：任务 {len(tasks(first))} 项，指标 {len(indicators(first))} 项。")


def findings_json(measure: Measure, findings: Sequence[Finding], lines: Sequence[int | None]) -> list[dict[str, Any]]:
    """Return a measure's findings as in `check --json`; `lines` are those of the source, None where there is none."""
    return [
        {
            "measure": measure.title,
            "rule": one.rule.id,
            "severity": one.rule.severity,
            "basis": one.rule.basis,
            "line": line,
            "eid": one.place.eid,
            "part": one.place.part,
            "text": one.text,
            "span": one.span,
            "message": one.message,
            "fix": {"kind": one.fix.kind, "text": one.fix.text} if one.fix else None,
        }
        for one, line in zip(findings, lines, strict=True)
    ]


def _findings_json(one: _Checked) -> list[dict[str, Any]]:
    return findings_json(one.subject.measure, one.findings, one.lines)


def _known(switched_off: tuple[str, ...], more: tuple[str, ...]) -> frozenset[str]:
    """Return all rules named after --off, `--off A B` included; exits with 2 for one that is not known."""
    from chengwen_templates.checks.rules import rules

    if more and not switched_off:
        raise click.UsageError(f"多出了“{more[0]}”。一次检查一个文件。")
    named = frozenset((*switched_off, *more))
    if unknown := sorted(named - set(rules())):
        raise click.UsageError(f"没有编号是“{unknown[0]}”的规则。")
    return named


def _check(file: Path, switched_off: frozenset[str]) -> list[_Checked]:
    from chengwen_library.reading.reader import file_content, source_lines
    from chengwen_templates.checks.checking import check as checked
    from chengwen_templates.checks.locating import lines_of
    from chengwen_templates.checks.subject import Subject
    from chengwen_templates.office_files.reading import load_office

    measures = _measures(file)
    office, library = load_office(office_folder()), open_library().measures()
    is_draft = file.suffix.lower() == ".akn"
    lines = () if is_draft else tuple(source_lines(file, file_content(file))[0])
    found: list[_Checked] = []
    for measure in measures:
        subject = Subject(measure, today(), office, library, lines)
        findings = checked(subject, switched_off)
        found.append(_Checked(subject, findings, lines_of(findings, subject)))
    return found


def _measures(path: Path) -> list[Measure]:
    """Return the draft in an .akn file, or the measures that are found in another. Raises UnreadableFile."""
    from chengwen_library.library import read_measure_file
    from chengwen_library.reading.reader import read_file

    if path.suffix.lower() == ".akn":
        return [read_measure_file(path)]
    return [reading.measure for reading in read_file(path)]


def _print(one: _Checked, file: Path, *, named: bool) -> None:
    """Print the findings of a measure, the weightiest first, in the order of its text; `named`: each with its title."""
    counts = Counter(finding.rule.severity.value for finding in one.findings)
    told = "，".join(f"{name} {counts[severity]} 处" for severity, name in _SEVERITIES.items())
    title = one.subject.measure.title or file.name
    click.echo(f"{title}：{told if one.findings else '没有发现问题'}")
    for severity, name in _SEVERITIES.items():
        if counts[severity]:
            click.echo(f"\n{name}")
        for finding, line in zip(one.findings, one.lines, strict=True):
            if finding.rule.severity == severity:
                _print_finding(f"《{title}》" if named else "", one.subject, finding, line)


def _print_finding(name: str, subject: Subject, finding: Finding, line: int | None) -> None:
    place = name + _place(subject, finding) + (f"（第 {line} 行）" if line else "")
    click.echo(f"  {place}：{finding.message}")
    click.echo(f"    {finding.rule.id}　{finding.rule.basis}")


def _place(subject: Subject, finding: Finding) -> str:
    """Return where a finding stands as people say it: 一、（三）, or the part of the document."""
    from chengwen_library.places import places

    path = next((one.path for one in places(subject.measure) if one.eid == finding.place.eid), None)
    if path is not None:
        return "".join(path).rstrip("、.．") or "正文"
    return _PARTS.get(finding.place.part.value, "正文")


_PARTS = {
    "doc_number": "发文字号", "notice.title": "通知标题", "recipients": "主送机关", "notice.body": "通知正文",
    "notice.signature": "署名", "notice.date_text": "成文日期", "notice.note": "附注", "title": "标题",
    "preamble": "开头", "closing": "结尾", "annex.title": "附件标题", "annex.text": "附件",
    "notice.copies": "抄送", "notice.printer": "印发机关", "notice.print_date_text": "印发日期",
}  # fmt: skip
