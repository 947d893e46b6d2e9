"""Pages saved from the web: nothing in one is run or fetched, and none stops the reader."""

import base64
from collections.abc import Callable

from attacks.attempts import Attempt, attempts
from attacks.guard import Guard
from attacks.reading import BODY, imported
from chengwen_library.library import Library

TEXT = "".join(f"<p>{line}</p>" for line in BODY)


def page(head: str = "", body: str = "", end: str = "") -> Callable[[Guard], bytes]:
    """Put hostile things into the head, into the body, and behind the end of a sound page."""

    def made(guard: Guard) -> bytes:
        places = {"ADDRESS": guard.address, "SECRET": guard.secret.as_uri()}
        source = f"<html><head>{head}</head><body>{body}{TEXT}</body></html>{end}"
        for name, value in places.items():
            source = source.replace(name, value)
        return source.encode()

    return made


def said_to_be(encoding: str, content: bytes) -> Callable[[Guard], bytes]:
    return lambda _: f'<meta charset="{encoding}">'.encode() + content


BOMB = base64.b64encode(bytes(9_000_000)).decode()


@attempts(
    Attempt("script", "a script that calls and writes", page('<script>fetch("ADDRESS");document.write("SECRET")</script>')),
    Attempt("handler", "a script in an attribute (onerror)", page(body='<img src=x onerror="fetch(\'ADDRESS\')">')),
    Attempt("remote", "pictures, frames and styles on the web", page('<link rel=stylesheet href="ADDRESS/a.css">', '<img src="ADDRESS/a.png"><iframe src="ADDRESS"></iframe><object data="ADDRESS"></object>')),
    Attempt("local", "frames and pictures that show a file", page(body='<iframe src="SECRET"></iframe><embed src="SECRET"><img src="SECRET">')),
    Attempt("refresh", "a page that moves on at once (meta refresh)", page('<meta http-equiv="refresh" content="0;url=SECRET">')),
    Attempt("base", "another base for all links", page('<base href="SECRET"><link rel=import href="x">')),
    Attempt("entity", "an external entity in the DOCTYPE of an XHTML page", lambda guard: f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "{guard.secret.as_uri()}">]><html xmlns="http://www.w3.org/1999/xhtml"><body>{TEXT}<p>&e;</p></body></html>'.encode()),
    Attempt("svg", "a drawing that takes in a file", page(body='<svg><image xlink:href="SECRET"/><foreignObject><iframe src="SECRET"/></foreignObject></svg>')),
    Attempt("server", "commands for the server that served it", page(body='<!--#include file="SECRET" --><?php readfile("SECRET") ?><esi:include src="SECRET"/>')),
    Attempt("base64", "twelve megabytes of picture in the page", page(body=f'<img src="data:image/png;base64,{BOMB}">')),
    Attempt("plaintext", "a page that never ends (plaintext, CDATA)", page(end="<plaintext><![CDATA[<p>（二）甲。乙。")),
    Attempt("open", "quotes and comments that never close", page(end="<a href='<!-- <script> <style> <textarea> <title>")),
    Attempt("charset", "a page that says it is UTF-16 and is not", said_to_be("utf-16", TEXT.encode())),
    Attempt("utf-7", "a page that says it is UTF-7", said_to_be("utf-7", b"+ADw-script+AD4-" + TEXT.encode())),
    Attempt("unknown", "an encoding that runs Python (rot13, zlib)", said_to_be("zlib_codec", TEXT.encode())),
    Attempt("marks", "a byte order mark of another encoding", lambda _: b"\xff\xfe" + TEXT.encode()),
    Attempt("spans", "cells over a billion rows and columns", page(body='<table><tr><td rowspan=999999999 colspan=999999999>甲</td></tr></table>')),
    Attempt("counts", "lists that start at the end of all numbers", page(body='<ol start=999999999999999999999999><li value="-9999999999999999">甲</li></ol>')),
    Attempt("terminal", "control characters for the terminal", page(body="<p>\x1b]0;owned\x07\x1b[2J（二）乙。丙。</p>")),
    Attempt("overrides", "a text whose direction is turned", page(body="<p>&#x202E;（二）乙。丙。&#x2066;</p>")),
    Attempt("hidden", "a second text that nobody sees", page(body='<div style="display:none"><p>（九）暗中。暗中的条款。</p></div>')),
    Attempt("template", "words that a template would run", page(body="<p>（二）{{ 7*7 }}。{% include 'SECRET' %}${7*7}</p>")),
)  # fmt: skip
def test_a_hostile_page_does_no_harm(
    attempt: Attempt, library: Library, guard: Guard, outcome: Callable[[str], None]
) -> None:
    outcome(imported("来件.html", attempt.made(guard), library, guard))
