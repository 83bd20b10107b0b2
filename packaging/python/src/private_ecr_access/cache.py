"""A cache of loaded and linked classes (an AOT cache of JDK 25): later runs start faster.

It is made in the background of a run that finds none, inside the virtual environment, so that it
goes when that goes. There is none outside of a virtual environment, where files cannot be written,
and in CI, where nobody comes a second time.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(sys.prefix) / "share" / "ecr-access"


def options(java: list[str], jars: list[str]) -> list[str]:
    """What the JVM is told of the cache; if there is none for these jars, it is made meanwhile."""
    wanted = key(java, jars)
    with contextlib.suppress(OSError):
        if (FOLDER / "made-for").read_text("utf-8") == wanted:
            archive = FOLDER / "aot"
            # A cache that does not fit is not used; -Xlog:disable keeps the JVM from saying so.
            return ["-Xlog:disable", f"-XX:AOTCache={archive}"] if archive.exists() else []
    if may_be_made():
        make_in_background(java, jars, wanted)
    return []


def key(java: list[str], jars: list[str]) -> str:
    """Another runtime or another jar gives another key."""
    files = [(Path(jar).name, Path(jar).stat()) for jar in jars]
    return " ".join([java[0], *(f"{name}:{at.st_size}:{at.st_mtime_ns}" for name, at in files)])


def may_be_made() -> bool:
    """Whether there is a place for it, and somebody who comes again."""
    virtual = sys.prefix != sys.base_prefix
    return os.name == "posix" and virtual and not os.environ.get("CI") and os.access(sys.prefix, os.W_OK)


def make_in_background(java: list[str], jars: list[str], wanted: str) -> None:
    """Starts this module as a program that nobody waits for."""
    command = [sys.executable, "-I", "-m", "private_ecr_access.cache"]
    with contextlib.suppress(OSError):
        subprocess.Popen(
            [*command, wanted, os.pathsep.join(jars), *java],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
        )


def make(wanted: str, class_path: str, java: list[str]) -> None:
    """Makes it aside and moves it when whole: one process at a time, one try for each key."""
    import fcntl

    os.nice(10)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        new = FOLDER / "new"
        for old in ("made-for", "aot", "new", "new.config"):
            (FOLDER / old).unlink(missing_ok=True)
        program = ["-cp", class_path, "ecraccess.cli.Training"]
        trained = subprocess.run([*java, f"-XX:AOTCacheOutput={new}", *program], check=False)
        if trained.returncode == 0 and new.exists():
            new.replace(FOLDER / "aot")
        new.write_text(wanted, "utf-8")
        new.replace(FOLDER / "made-for")


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2], sys.argv[3:])
