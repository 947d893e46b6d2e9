"""Make the reference of rules, templates and profiles from the program: `python build_spec/reference_pages.py`.

Writes `docs/reference/*.md`; a test compares what stands there with what this would write.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomli
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chengwen_library.files import write_atomically
from chengwen_templates.checks.rules import Rule, Severity, rules
from chengwen_templates.fields import TYPES
from chengwen_templates.profile import DEFAULT_PROFILE, load_profile, shipped_names
from chengwen_templates.template import templates

ROOT = Path(__file__).resolve().parent.parent
INTO = ROOT / "docs" / "reference"
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
KINDS = {"measure": "文件", "notice": "通知"}


def main() -> int:
    """Write the pages."""
    INTO.mkdir(parents=True, exist_ok=True)
    for name, words in pages().items():
        write_atomically(INTO / name, words.encode())
    return 0


def pages() -> dict[str, str]:
    """Return the pages by the names of their files."""
    loader = FileSystemLoader(Path(__file__).with_name("reference"))
    environment = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["cell"] = lambda words: str(words).strip().replace("|", "\\|").replace("\n", " ")
    return {
        "rules.md": environment.get_template("rules.md.j2").render(families=list(_families()), severities=SEVERITIES),
        "templates.md": environment.get_template("templates.md.j2").render(
            templates=templates(), kinds=KINDS, types=TYPES
        ),
        "profiles.md": environment.get_template("profiles.md.j2").render(
            fields=_table("chengwen_templates.measuring", "profile_fields.toml"),
            usual=asdict(load_profile(DEFAULT_PROFILE)),
            others={name: _otherwise(name) for name in shipped_names() if name != DEFAULT_PROFILE},
        ),
    }


def _families() -> Iterator[tuple[str, list[Rule]]]:
    names = _table("chengwen_desktop.preferences", "families.toml")
    every = list(rules().values())
    for family in dict.fromkeys(rule.family for rule in every):
        yield names[family], [rule for rule in every if rule.family == family]


def _otherwise(name: str) -> dict[str, Any]:
    """Return the values of a profile that differ from the standard's, and its label."""
    usual = asdict(load_profile(DEFAULT_PROFILE))
    return {key: value for key, value in asdict(load_profile(name)).items() if value != usual[key]}


def _table(package: str, name: str) -> Mapping[str, Any]:
    return tomli.loads((files(package) / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
