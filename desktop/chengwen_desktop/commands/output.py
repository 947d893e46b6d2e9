"""What commands print: one JSON document on stdout, or lines for people."""

from __future__ import annotations

import json

import click


def print_json(document: object) -> None:
    """Print one JSON document and nothing else on stdout."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def tell(message: str) -> None:
    """Tell people something on stderr."""
    click.echo(message, err=True)
