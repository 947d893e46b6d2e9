"""The command line `chengwen`: the second face of the program. Starts without Qt.

Exit status: 0 done; 1 done, and the answer is no; 2 wrong usage; 3 an input
could not be used (one line says which, why and what to do).
"""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path

import click

from chengwen_desktop.commands.checking import check, tables
from chengwen_desktop.commands.comparing import compare
from chengwen_desktop.commands.demo import demo
from chengwen_desktop.commands.doctor import doctor
from chengwen_desktop.commands.drafting import draft, export, templates
from chengwen_desktop.commands.importing import import_
from chengwen_desktop.commands.library import library
from chengwen_desktop.commands.search import search, similar
from chengwen_desktop.commands.surveying import coverage, families
from chengwen_desktop.home import log_file
from chengwen_library.errors import ChengwenError

UNUSABLE_INPUT = 3


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chengwen", message="成文 %(version)s")
@click.pass_context
def chengwen(context: click.Context) -> None:
    """成文：查先例、起草、导出公文。不带命令时打开窗口。"""
    if context.invoked_subcommand is None:
        context.invoke(open_, file=None, sample=False)


@chengwen.command(name="open")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="打开示例文稿。")
def open_(file: Path | None, sample: bool) -> None:
    """打开窗口；给出文件就打开这份文稿。"""
    from chengwen_desktop.app import run

    sys.exit(run(file, sample))


for command in (
    demo, doctor, import_, library, search, similar, compare, coverage, families,
    templates, draft, check, tables, export,
):  # fmt: skip
    chengwen.add_command(command)


def main() -> None:
    """Run the command line; failures are one Chinese line on stderr and exit status 3."""
    _say_what_cannot_be_said()
    try:
        chengwen()
    except ChengwenError as error:
        _fail(str(error))
    except Exception:
        _log_failure()
        _fail(f"程序出了问题，没有做完。出错记录在“{log_file()}”，可以发给维护的人。")


def _say_what_cannot_be_said() -> None:
    """Print characters that the terminal's encoding has not, and names of files that are no text, as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _fail(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(UNUSABLE_INPUT)


def _log_failure() -> None:
    """Append the traceback to the log; a log that cannot be written must not hide the failure."""
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        with log_file().open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{traceback.format_exc()}\n")
    except OSError as error:
        click.echo(f"出错记录没能写下：{error}", err=True)


if __name__ == "__main__":
    main()
