"""What is wrong with an office's files: a line for each fault, with the file and the line it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from chengwen_library.errors import ChengwenError
from chengwen_library.own_files import Fault


class FaultyOffice(ChengwenError):
    """The office's files are faulty; `faults` are all of them, the message names the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        more = f"另有 {len(faults) - 1} 处。" if len(faults) > 1 else ""
        super().__init__(f"本单位的文件有错：{faults[0]}{more}")
        self.faults = tuple(faults)
