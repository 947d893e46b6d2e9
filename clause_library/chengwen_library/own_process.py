"""A process of the program's own for work that a hostile file could stop or kill, so that only that process dies."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from contextlib import suppress


class OwnProcess:
    """A process that runs `main` of a module: started when it is first wanted, ended with the program.

    `argument` is what the program, frozen into one file, is started with to call that `main`.
    """

    def __init__(self, module: str, argument: str) -> None:
        self._module, self._argument = module, argument
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.stop)

    def running(self) -> subprocess.Popen[bytes]:
        """Return the process with pipes for what it reads and writes; a new one if the last has ended."""
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = self._started()
        return self._process

    def stop(self) -> None:
        """End the process; the next call of `running` starts a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    pipe.close() if pipe else None

    def _started(self) -> subprocess.Popen[bytes]:
        script = f"from {self._module} import main; main()"
        arguments = [self._argument] if getattr(sys, "frozen", False) else ["-P", "-c", script]
        return subprocess.Popen(  # noqa: S603 - the command is our own
            [sys.executable, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def limit_memory(most: int) -> None:
    """Limit the address space of this process to so many bytes, where the system can (not on Windows and macOS)."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
