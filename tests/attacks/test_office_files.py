"""Older and foreign office files: LibreOffice opens them without macros, without links, in a folder of its own."""

import io
import zipfile
from collections.abc import Callable

import pytest

from attacks.attempts import Attempt, attempts
from attacks.guard import SECRET, Guard
from attacks.reading import BODY, imported
from chengwen_library.library import Library
from chengwen_library.reading.formats.office import find_office

pytestmark = pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
SPACES = (
    f'xmlns:office="{OFFICE}" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" office:version="1.3"'
)
LINES = "".join(f"<text:p>{line}</text:p>" for line in BODY)
SCRIPTS = (
    '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script"'
    ' script:event-name="dom:load" xlink:type="simple"'
    ' xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"/>'
    "</office:event-listeners></office:scripts>"
)
MODULE = (
    '<?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"'
    ' script:language="StarBasic">Sub Main\nOpen "OWNED" For Output As #1\nPrint #1, "owned"\nClose #1\nEnd Sub</script:module>'
)
LIBRARIES = (
    '<?xml version="1.0"?><library:libraries xmlns:library="http://openoffice.org/2000/library"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>'
)
LIBRARY = (
    '<?xml version="1.0"?><library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false"><library:element library:name="Module1"/></library:library>'
)


def odt(body: str = "", head: str = "", **parts: str) -> Callable[[Guard], bytes]:
    """Return an ODT file with hostile things in its head, behind its text, and in further parts."""

    def made(guard: Guard) -> bytes:
        content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>{head}<office:body><office:text>{LINES}{body}</office:text></office:body></office:document-content>'
        files = {
            "content.xml": content,
            **{
                name.replace("__", "/").replace("_xml", ".xml").replace("_xlb", ".xlb"): part
                for name, part in parts.items()
            },
        }
        rows = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in files
        )
        kind = "application/vnd.oasis.opendocument.text"
        files["META-INF/manifest.xml"] = (
            f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{rows}</manifest:manifest>'
        )
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(zipfile.ZipInfo("mimetype"), kind)
            for name, part in files.items():
                archive.writestr(name, placed(part, guard))
        return stream.getvalue()

    return made


def placed(part: str, guard: Guard) -> str:
    owned = str(guard.folder / "owned")
    return part.replace("OWNED", owned).replace("ADDRESS", guard.address).replace("SECRET", guard.secret.as_uri())


def rtf(more: str) -> Callable[[Guard], bytes]:
    def made(guard: Guard) -> bytes:
        coded = ("".join(rf"\u{ord(letter)}?" for letter in line) for line in BODY)
        words = "".join(rf"{{\pard {line}\par}}" for line in coded)
        return (r"{\rtf1\ansi\ansicpg936 " + words + placed(more, guard) + "}").encode()

    return made


def plain(content: str) -> Callable[[Guard], bytes]:
    return lambda guard: placed(content, guard).encode()


FLAT = f'<?xml version="1.0"?><office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.text">{SCRIPTS}<office:body><office:text>{LINES}</office:text></office:body></office:document>'


@attempts(
    Attempt("macro", "a macro that runs when the file is opened", lambda: ("odt", odt(head=SCRIPTS, Basic__Standard__Module1_xml=MODULE, Basic__Standard__script_lb_xml=LIBRARY, Basic__script_lc_xml=LIBRARIES))),
    Attempt("section", "a section that takes in the secret", lambda: ("odt", odt('<text:section text:name="a"><text:section-source xlink:type="simple" xlink:href="SECRET"/><text:p>x</text:p></text:section>'))),
    Attempt("picture", "a picture on the web", lambda: ("odt", odt('<text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="ADDRESS/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'))),
    Attempt("entity", "an external entity that names the secret", lambda: ("odt", odt('<text:p>&e;</text:p>', head='<!DOCTYPE a [<!ENTITY e SYSTEM "SECRET">]>'))),
    Attempt("rtf-include", "a field of RTF that takes in the secret", lambda: ("rtf", rtf(r'{\field{\*\fldinst INCLUDETEXT "SECRET"}{\fldrslt x}}{\field{\*\fldinst INCLUDEPICTURE "ADDRESS/a.png" \\d}{\fldrslt x}}'))),
    Attempt("rtf-template", "a template of RTF on the web", lambda: ("rtf", rtf(r"{\*\template ADDRESS/a.dot}"))),
    Attempt("page", "a web page under the ending of a Word file", lambda: ("doc", plain(f'<html><body>{"".join(f"<p>{line}</p>" for line in BODY)}<img src="ADDRESS/a.png"><iframe src="SECRET"></iframe><link rel="stylesheet" href="ADDRESS/a.css"></body></html>'))),
    Attempt("flat", "a flat OpenDocument file with a macro, under the ending of WPS", lambda: ("wps", plain(FLAT))),
    Attempt("table", "a table that asks the web, under the ending of a Word file", lambda: ("doc", plain('=WEBSERVICE("ADDRESS/a"),=DDE("soffice";"SECRET";"A1")\n' * 3))),
    Attempt("drawing", "a drawing that takes in the secret, under the ending of a Word file", lambda: ("doc", plain('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="ADDRESS/a.png" width="9" height="9"/><text><tref xlink:href="SECRET"/></text></svg>'))),
)  # fmt: skip
def test_libreoffice_runs_fetches_and_takes_in_nothing(
    attempt: Attempt, library: Library, guard: Guard, outcome: Callable[[str], None]
) -> None:
    suffix, made = attempt.made()
    outcome(imported(f"来件.{suffix}", made(guard), library, guard))
    assert not (guard.folder / "owned").exists()
    assert not any(SECRET in path.read_text(errors="ignore") for path in library.paths())
