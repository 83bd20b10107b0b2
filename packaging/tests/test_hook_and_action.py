"""The pre-commit hook and the GitHub Action, run as pre-commit and the runner do.

ECR_ACCESS names the real program; actionlint, zizmor and pre-commit are beside this Python.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

CHECKOUT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
BROKEN = CHECKOUT / "examples/broken/03-s3-route-missing.yaml"
HEALTHY = CHECKOUT / "examples/minimal.yaml"
OPEN = CHECKOUT / "examples/given.yaml"


def run(
    command: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    folder: Path = CHECKOUT,
) -> subprocess.CompletedProcess[str]:
    """Runs a program with some more environment."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=os.environ | dict(environment or {}),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


class InAFolder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)


class HookTest(InAFolder):
    """`pre-commit try-repo` on a repository of templates."""

    def setUp(self) -> None:
        super().setUp()
        if not (CHECKOUT / ".git").exists() or not shutil.which("git"):
            self.skipTest("pre-commit clones the hook's repository with git, and here is none")
        self.repository = self.folder / "theirs"
        (self.repository / "templates").mkdir(parents=True)
        (self.repository / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
        run(["git", "init", "--quiet"], folder=self.repository)

    def commit(self, template: Path) -> subprocess.CompletedProcess[str]:
        shutil.copy(template, self.repository / "templates/net.yaml")
        run(["git", "add", "--all"], folder=self.repository)
        environment = {
            "PRE_COMMIT_HOME": str(self.folder / "pre-commit"),
            "PRE_COMMIT_COLOR": "never",
        }
        hook = [str(CHECKOUT), "ecr-access", "--all-files"]
        command = [str(TOOLS / "pre-commit"), "try-repo", *hook]
        return run(command, environment, self.repository)

    def test_a_template_that_cannot_pull_stops_the_commit(self) -> None:
        ran = self.commit(BROKEN)
        self.assertEqual(1, ran.returncode, ran)
        self.assertIn("templates/net.yaml:28:7", ran.stdout)
        self.assertNotIn("compose.yaml", ran.stdout)

    def test_one_that_leaves_something_open_does_not(self) -> None:
        ran = self.commit(OPEN)
        self.assertEqual(0, ran.returncode, ran)
        self.assertIn("Passed", ran.stdout)


class ActionTest(InAFolder):
    """The steps of action.yml, each as the runner starts it."""

    def act(self, program: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        action = yaml.safe_load((CHECKOUT / "action.yml").read_text("utf-8"))
        given = {name: str(spec["default"]) for name, spec in action["inputs"].items()} | inputs
        (step,) = action["runs"]["steps"]
        environment = {
            name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], value)
            for name, value in step["env"].items()
        }
        script = self.folder / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        environment |= {
            "ECR_ACCESS": program,
            "GITHUB_ACTION_PATH": str(CHECKOUT),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
        }
        command = [step["shell"], "--noprofile", "--norc", "-eo", "pipefail", script]
        return run(command, environment)

    def recorder(self, status: int) -> str:
        """A program that writes its arguments, one a line, and ends with a status."""
        program = self.folder / "ecr-access"
        script = f"""#!/bin/sh\nprintf '<%s>\\n' "$@"\nexit {status}\n"""
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
        return str(program)

    def test_each_line_of_an_input_is_an_argument(self) -> None:
        ran = self.act(self.recorder(0), paths="a b\n\n  \n$(c)\n", arguments="--region=eu-west-1\n")
        wanted = "<check>\n<--format>\n<github>\n<--region=eu-west-1>\n<-->\n<a b>\n<$(c)>\n"
        self.assertEqual((0, wanted), (ran.returncode, ran.stdout), ran)
        summary = (self.folder / "summary.md").read_text("utf-8")
        self.assertEqual(wanted.replace("github", "markdown"), summary)

    def test_sarif_goes_into_its_file(self) -> None:
        sarif = self.folder / "out.sarif"
        self.act(self.recorder(1), sarif=str(sarif))
        self.assertIn("<sarif>", sarif.read_text("utf-8"))

    def test_a_fault_fails_the_job_and_an_open_question_only_if_strict(self) -> None:
        for status, strict, code in [
            (0, "true", 0),
            (1, "false", 1),
            (2, "false", 2),
            (3, "false", 0),
            (3, "true", 3),
        ]:
            with self.subTest((status, strict)):
                self.assertEqual(code, self.act(self.recorder(status), strict=strict).returncode)


class LintTest(unittest.TestCase):
    """The linters of actions and workflows."""

    def test_actionlint_finds_nothing(self) -> None:
        if not (TOOLS / "actionlint").exists():
            self.skipTest("actionlint is not installed: it is built with Go, and Go is not here")
        ran = run([TOOLS / "actionlint"])
        self.assertEqual((0, ""), (ran.returncode, ran.stdout), ran)

    def test_zizmor_finds_nothing(self) -> None:
        ran = run([TOOLS / "zizmor", "--offline", "--quiet", "action.yml", ".github/workflows"])
        self.assertEqual(0, ran.returncode, ran)


if __name__ == "__main__":
    unittest.main()
