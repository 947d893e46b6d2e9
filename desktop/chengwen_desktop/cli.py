"""The command line `chengwen`: the second face of the program. Starts without Qt.

Exit status: 0 done; 1 done, and the answer is no; 2 wrong usage; 3 an input
could not be used (one line says which, why and what to do).
"""

from __future__ import annotations

import gc
import sys
import traceback
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from pkgutil import resolve_name

import click

from chengwen_desktop.home import log_file
from chengwen_library.errors import ChengwenError

UNUSABLE_INPUT = 3

COMMANDS = {
    "check": "checking:check",
    "compare": "comparing:compare",
    "coverage": "surveying:coverage",
    "demo": "demo:demo",
    "doctor": "doctor:doctor",
    "draft": "drafting:draft",
    "export": "drafting:export",
    "families": "surveying:families",
    "import": "importing:import_",
    "library": "library:library",
    "search": "search:search",
    "similar": "search:similar",
    "tables": "checking:tables",
    "templates": "drafting:templates",
}
"""Where in `commands` each command is."""


class Commands(click.Group):
    """Commands that are read when one is asked for; the window has no need of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands in the order of the alphabet."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is none of this name."""
        if cmd_name in COMMANDS:
            return resolve_name(f"chengwen_desktop.commands.{COMMANDS[cmd_name]}")
        return super().get_command(ctx, cmd_name)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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
    _leave_garbage()
    from chengwen_desktop.app import run

    sys.exit(run(file, sample))


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


def try_window(file: Path | None = None) -> None:
    """Open the window with a draft or the sample, say when it could be used, and close it (`trial`)."""
    _leave_garbage()
    from chengwen_desktop.trial import main

    main(file)


def _leave_garbage() -> None:
    """Have Python look for none: there is none in what starting makes, and looking takes a tenth of the time."""
    gc.disable()


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
