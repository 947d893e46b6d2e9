"""Word files to read: the same measure made in several ways, and small packages of bare WordprocessingML."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from chengwen_library.model import Form
from chengwen_library.numbering import Mark, parse_mark
from chengwen_library.reading.source import segments

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTS = (
    (Form.FIRST, "chineseCounting", "%1、"),
    (Form.SECOND, "chineseCountingThousand", "（%2）"),
    (Form.THIRD, "decimal", "%3."),
    (Form.FOURTH, "decimal", "（%4）"),
    (Form.FIFTH, "decimalEnclosedCircle", "%5"),
)
SINGLE = ((Form.CHAPTER, "chineseCountingThousand", "第%1章"), (Form.ARTICLE, "chineseCountingThousand", "第%1条"))
HEADED = {Form.CHAPTER: 1, Form.FIRST: 1, Form.SECTION: 2, Form.SECOND: 2, Form.THIRD: 3}


def styled(text: str) -> bytes:
    """Return a .docx of the text's lines, the numbered ones in Word's heading styles, with their numbers as words."""
    document = Document()
    for line in segments(text):
        mark = parse_mark(line.text)
        level = HEADED.get(mark.form) if mark is not None else None
        document.add_paragraph(line.raw, style=f"Heading {level}" if level else None)
    return _saved(document)


def plain(text: str) -> bytes:
    """Return a .docx of the text's lines as paragraphs without styles."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    return _saved(document)


def numbered(text: str) -> bytes:
    """Return a .docx of the text's lines with the numbers left to Word's lists, which start anew where the text does."""
    document = Document()
    lists = _Lists(document.part.numbering_part.element)
    for line in segments(text):
        mark = parse_mark(line.text)
        place = lists.place(mark) if mark is not None and not _is_odd(line.text, mark) else None
        if mark is None or place is None:
            document.add_paragraph(line.raw)
        else:
            _number(document.add_paragraph(line.text[mark.length :]), *place)
    return _saved(document)


class _Lists:
    """The lists of a document: one of many levels, and one each for chapters and articles."""

    def __init__(self, root):
        self._root = root
        self._next = 100
        self._levels = {form: (100, level) for level, (form, _, _) in enumerate(LISTS)}
        self._counters = {}
        self._numbers = {}
        self._starts = {}
        self._add_abstract(100, LISTS)
        for key, single in enumerate(SINGLE, start=101):
            self._levels[single[0]] = (key, 0)
            self._add_abstract(key, (single,))
        for key in range(100, 101 + len(SINGLE)):
            self._numbers[key] = self._add_list(key)

    def place(self, mark: Mark):
        """Return list and level with which Word gives this number; a new list where it would give another."""
        if mark.form not in self._levels:
            return None
        key, level = self._levels[mark.form]
        counters = self._counters.setdefault(key, [0] * 9)
        begin = self._starts.get(key, {}).get(level, 1)
        if (counters[level] + 1 if counters[level] else begin) != mark.number:
            self._numbers[key] = self._add_list(key, level, mark.number)
            self._starts[key] = {level: mark.number}
        counters[level] = mark.number
        counters[level + 1 :] = [0] * (8 - level)
        return self._numbers[key], level

    def _add_abstract(self, key, levels):
        body = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for level, (_, form, pattern) in enumerate(levels)
        )
        abstract = parse_xml(f'<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="{key}">{body}</w:abstractNum>')
        self._root.insert(0, abstract)

    def _add_list(self, key, level=None, start=1):
        self._next += 1
        override = (
            ""
            if level is None
            else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        number = f'<w:abstractNumId w:val="{key}"/>{override}'
        self._root.append(parse_xml(f'<w:num xmlns:w="{WORD}" w:numId="{self._next}">{number}</w:num>'))
        return self._next


def _is_odd(text: str, mark: Mark) -> bool:
    """Tell whether a mark is not written as Word's lists write it (1、), or a digit right behind it would be glued on."""
    usual = {Form.FIRST: r"[^\s]+、", Form.THIRD: r"\d+\.", Form.FOURTH: r"（\d+）", Form.SECOND: r"（.+）"}
    pattern = usual.get(mark.form, ".*")
    return not re.fullmatch(pattern, text[: mark.length]) or text[mark.length : mark.length + 1].isdigit()


def _number(paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    for name, value in (("w:ilvl", level), ("w:numId", number)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        properties.append(element)


def _saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_file(body: str, *, more: dict[str, bytes | str] | None = None, **parts: str) -> bytes:
    """Return a small .docx: the content of w:body, and of further parts (styles, numbering, footnotes …) by kind."""
    files: dict[str, bytes | str] = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
        **{f"word/{kind}.xml": f"<w:{kind} {SPACES}>{content}</w:{kind}>" for kind, content in parts.items()},
        **(more or {}),
    }
    return zipped(files)


def zipped(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of files by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def p(content: str, properties: str = "") -> str:
    """Return a w:p of runs, or of words."""
    runs = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Return a w:r with words."""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def listed(number: int, level: int = 0) -> str:
    """Return the properties that put a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(place: int, number_format: str, pattern: str, more: str = "", start: int = 1) -> str:
    """Return a w:lvl whose mark nothing parts from the words."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(*levels: str, numbers: tuple[str, ...] = ("",)) -> str:
    """Return a definition 0 with these levels, and a list of it (1, 2 …) for each of `numbers`, its overrides."""
    lists = (
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for place, override in enumerate(numbers, start=1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{"".join(lists)}'


def table(*rows: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    """Return a w:tbl; each cell is the content of its w:tc."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{KINDS}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'
