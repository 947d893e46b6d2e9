"""Drafts whose words are hostile to those who open what is exported: every file stays valid and says no more than words."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import etree

from attacks.attempts import Attempt, attempts
from attacks.reading import DAY
from chengwen_desktop.exporting.choices import Kind
from chengwen_desktop.exporting.files import build
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.schema import schema_errors
from chengwen_library.akn.write import render_measure
from chengwen_library.model import Annex, Form, Measure, Notice, Unit
from chengwen_templates.comparison_table.export import build_table
from chengwen_templates.profile import load_profile
from chengwen_templates.tables.document import tables_document
from drafts import small_draft
from sdk import errors_of_all


def saying(words: str) -> Measure:
    """Return a draft that says these words in every place."""
    draft = small_draft()
    unit = Unit("x", Form.FIRST, heading=words, text=words)
    notice = replace(draft.notice or Notice(), title=words, body=(words,), signature=(words,), copies=words)
    return replace(
        draft, title=words, issuers=(words,), recipients=words, preamble=words, closing=words, notice=notice, doc_number=words,
        units=(*draft.units, unit), annexes=(Annex(words, words, (("甲", words), (words, "丙"))),),
    )  # fmt: skip


@attempts(
    Attempt("controls", "control characters of all kinds", lambda: "".join(map(chr, range(1, 32))) + "\x7f\x80\x9f甲"),
    Attempt("nul", "a zero byte", lambda: "甲\x00乙"),
    Attempt("surrogates", "halves of characters", lambda: "甲\ud800乙\udfff"),
    Attempt("noncharacters", "codes that are no characters", lambda: "甲\ufffe\uffff\ufdd0乙"),
    Attempt("markup", "markup of Word, of HTML and of comments", lambda: "</w:t></w:r><w:r><w:t>]]>--><script>alert(1)</script>&amp;&lt;"),
    Attempt("formula", "words that a table would count", lambda: "=HYPERLINK(\"http://x\",\"甲\")+cmd|' /C calc'!A0"),
    Attempt("field", "words that Word would take for a field", lambda: '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }'),
    Attempt("template", "words that a template would run", lambda: "{{ 7*7 }}{% include '/etc/passwd' %}${7*7}"),
    Attempt("entities", "words that XML would take for an entity", lambda: '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;'),
    Attempt("turned", "directions that are turned and never turned back", lambda: "甲\u202e\u2066\u200f乙"),
    Attempt("combining", "a thousand signs on one letter", lambda: "甲" + "\u0301" * 1000),
    Attempt("long", "a word of twenty thousand letters", lambda: "x" * 20_000),
    Attempt("blank", "blanks that break nothing and breaks that are none", lambda: "甲\u3000\u00a0\u200b\u2028\u2029\ufeff乙"),
    Attempt("markdown", "words that Markdown would take for links and pictures", lambda: "![甲](file:///etc/passwd) [乙](javascript:alert(1)) <img src=x>"),
)  # fmt: skip
def test_hostile_words_leave_every_file_valid(attempt: Attempt, tmp_path: Path, outcome: Callable[[str], None]) -> None:
    draft, profile = saying(attempt.made()), load_profile("gbt9704")
    kept = render_measure(draft)
    assert schema_errors(kept) == []
    assert render_measure(parse_measure(kept, "甲.akn")) == kept
    files = {
        "notice": build(draft, Kind.WORD, profile, preprinted=False, remarks=True),
        "tables": build_table(tables_document(draft, [], DAY), profile),
    }
    assert {name: found for name, found in errors_of_all(files, tmp_path).items() if found} == {}
    assert not [name for content in files.values() for name in code_in(content)]
    markdown = build(draft, Kind.MARKDOWN, profile, preprinted=False).decode(errors="surrogatepass")
    assert not re.search(r"(?<!\\)\]\(", markdown)
    outcome("draft, Word file and tables valid, no field, link or script in them")


def code_in(content: bytes) -> list[str]:
    """Return what of a Word file is more than words: links to elsewhere, fields that start something."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith(".rels") and b'TargetMode="External"' in part:
                found.append(name)
            if name.endswith(".xml"):
                codes = etree.fromstring(part).iter("{*}instrText")
                found += [str(code.text) for code in codes if "PAGE" not in str(code.text)]
    return found
