"""JSON that others may have written."""

from __future__ import annotations

import json
from typing import Any


def parsed_json(content: str | bytes) -> Any:  # noqa: ANN401 - whatever stands in a file
    """Return what a JSON text says. Raises ValueError for what is none, and for what is nested too deep to be ours."""
    try:
        return json.loads(content)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
