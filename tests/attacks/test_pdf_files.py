"""PDF files from elsewhere: nothing in one is run, fetched or shown, and none stops more than its own process."""

import zlib
from collections.abc import Callable

from attacks.attempts import Attempt, attempts
from attacks.guard import Guard
from attacks.reading import BODY, imported
from chengwen_library.library import Library
from pdfs import LEFT, Words, assembled, pdf, stream

PAGE = [Words(line, LEFT, 700 - 30 * number) for number, line in enumerate(BODY)]
SOUND = pdf([PAGE])

FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"


def that_opens(action: str) -> Callable[[Guard], bytes]:
    """Do something as soon as the file is opened."""
    return lambda guard: pdf([PAGE], f"/OpenAction<<{action.format(secret=guard.secret, address=guard.address)}>>")


def with_catalog(entries: str) -> Callable[[Guard], bytes]:
    return lambda guard: pdf([PAGE], entries.replace("SECRET", str(guard.secret)).replace("ADDRESS", guard.address))


def with_page(content: bytes, resources: str = "", *more: bytes) -> Callable[[Guard], bytes]:
    return lambda _: assembled([content], resources=resources, more=more)


def replaced(old: bytes, new: bytes) -> Callable[[Guard], bytes]:
    assert old in SOUND
    return lambda _: SOUND.replace(old, new, 1)


def packed_many_times(_: Guard) -> bytes:
    content = bytes(50_000_000)
    for _turn in range(5):
        content = zlib.compress(content)
    filters = "/Filter[" + "/FlateDecode" * 5 + "]"
    return assembled([b"/A Do"], resources="/XObject<</A 7 0 R>>", more=[f"<<{FORM}{filters}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"])  # fmt: skip


CALLS_ITSELF = stream(b"/A Do /A Do", f"{FORM}/Resources<</XObject<</A 7 0 R>>>>")
PICTURE = b"<</Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/BitsPerComponent 8/ColorSpace/DeviceRGB%s/Length 9>>stream\n\0\0\0\x0cjP  \n\nendstream"


@attempts(
    Attempt("script", "JavaScript that runs on opening", that_opens("/S/JavaScript/JS(app.launchURL\\('{address}'\\))")),
    Attempt("launch", "a program that starts on opening", that_opens("/S/Launch/F({secret})/Win<</F(cmd.exe)>>")),
    Attempt("address", "an address that is called on opening", that_opens("/S/URI/URI({address})")),
    Attempt("submit", "a form that sends itself", that_opens("/S/SubmitForm/F<</FS/URL/F({address})>>")),
    Attempt("elsewhere", "a jump into a file of this machine", that_opens("/S/GoToR/F({secret})/D[0/Fit]")),
    Attempt("embedded", "files embedded in the file", with_catalog("/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 3 0 R>>>>]>>>>")),
    Attempt("xfa", "a form in XML with an external entity", with_catalog("/AcroForm<</XFA[(a)(<!DOCTYPE a [<!ENTITY e SYSTEM 'file://SECRET'>]><a>&e;</a>)]>>")),
    Attempt("reference", "content that stands in a file outside", lambda guard: assembled([b"/A Do"], resources="/XObject<</A 7 0 R>>", more=[f"<<{FORM}/F({guard.secret})/Ref<</F({guard.secret})/Page 0>>/Length 0>>stream\n\nendstream".encode()])),
    Attempt("huge-page", "a page as large as a country", replaced(b"/MediaBox[0 0 595 842]", b"/MediaBox[0 0 1e30 99999999]")),
    Attempt("inverted-page", "a page of negative size", replaced(b"/MediaBox[0 0 595 842]", b"/MediaBox[900 900 -1 0]")),
    Attempt("no-number", "a page whose size is no number", replaced(b"/MediaBox[0 0 595 842]", b"/MediaBox[/a null (x) []]")),
    Attempt("pages-loop", "a page that is its own parent", replaced(b"/Parent 2 0 R", b"/Parent 7 0 R")),
    Attempt("table-loop", "a table of contents that goes on with itself (Prev)", replaced(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9")),
    Attempt("packed", "fifty megabytes, packed five times over", packed_many_times),
    Attempt("self-call", "a drawing that draws itself twice", with_page(b"/A Do", "/XObject<</A 7 0 R>>", CALLS_ITSELF)),
    Attempt("picture", "a picture of four trillion dots", with_page(b"/A Do", "/XObject<</A 7 0 R>>", PICTURE % b"")),
    Attempt("broken-picture", "a broken JPEG 2000 picture", with_page(b"/A Do", "/XObject<</A 7 0 R>>", PICTURE % b"/Filter/JPXDecode")),
    Attempt("states", "a million states saved and none restored", with_page(b"q " * 1_000_000 + b"BT /F 9 Tf <4e00> Tj ET")),
    Attempt("widths", "characters wider than the world", with_page(b"BT /F 1e38 Tf 1e38 0 0 1e38 1e38 -1e38 Tm <4e004e00> Tj ET")),
    Attempt("font", "a font that is its own descendant", replaced(b"/DescendantFonts[4 0 R]", b"/DescendantFonts[3 0 R]")),
    Attempt("codes", "a font whose table of characters is the font itself", replaced(b"/Encoding/UniGB-UCS2-H", b"/Encoding/Identity-H/ToUnicode 3 0 R")),
    Attempt("no-words", "a page that shows words without a font", with_page(b"BT <4e00> Tj ET")),
)  # fmt: skip
def test_a_hostile_pdf_does_no_harm(
    attempt: Attempt, library: Library, guard: Guard, outcome: Callable[[str], None]
) -> None:
    outcome(imported("来件.pdf", attempt.made(guard), library, guard))
