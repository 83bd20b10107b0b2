"""A cache of loaded and linked classes (AOT cache of JDK 25), which makes each later start about three times as fast.

It is made in the background of a run that finds none, beside the other files of the virtual environment, so that it
goes when that goes. Outside of a virtual environment, where files cannot be written, and in CI, where nobody comes
a second time, there is none.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(sys.prefix) / "share" / "ecr-access"


def options(java: list[str], jars: list[str]) -> list[str]:
    """What the JVM is told of the cache, which is made meanwhile if there is none of these jars."""
    key = " ".join([java[0], *(f"{Path(jar).name}:{os.stat(jar).st_size}:{os.stat(jar).st_mtime_ns}" for jar in jars)])
    try:
        if (FOLDER / "made-for").read_text("utf-8") == key:
            # A cache that does not fit is not used, and -Xlog:disable keeps the JVM from telling everybody so.
            return ["-Xlog:disable", f"-XX:AOTCache={FOLDER / 'aot'}"] if (FOLDER / "aot").exists() else []
    except OSError:
        pass
    if (
        os.name == "posix"
        and sys.prefix != sys.base_prefix
        and os.access(sys.prefix, os.W_OK)
        and not os.environ.get("CI")
    ):
        make_in_background(java, jars, key)
    return []


def make_in_background(java: list[str], jars: list[str], key: str) -> None:
    command = [sys.executable, "-I", "-m", "private_ecr_access.cache", key, os.pathsep.join(jars), *java]
    nothing = subprocess.DEVNULL
    with contextlib.suppress(OSError):
        subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True, cwd="/")


def make(key: str, class_path: str, java: list[str]) -> None:
    """Aside, then moved when whole. One try for each set of jars, whether it succeeds or not; one process at a time."""
    import fcntl

    os.nice(10)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        new = FOLDER / "new"
        for old in ("made-for", "aot", "new", "new.config"):
            (FOLDER / old).unlink(missing_ok=True)
        training = [*java, f"-XX:AOTCacheOutput={new}", "-cp", class_path, "ecraccess.cli.Training"]
        if subprocess.run(training, check=False).returncode == 0 and new.exists():
            new.replace(FOLDER / "aot")
        new.write_text(key, "utf-8")
        new.replace(FOLDER / "made-for")


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2], sys.argv[3:])
