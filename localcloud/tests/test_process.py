"""`python -m localcloud serve` as a process: where it listens, and what is left when it ends."""

import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path
from typing import Any

import boto3

ROOT = Path(__file__).parents[2]
FAKE = Path(__file__).with_name("fake_runtime.py")


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class ProcessTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        java = self.folder / "jdk" / "bin" / "java"
        java.parent.mkdir(parents=True)
        # The function's process: its ID goes to a file, then it asks for events as a runtime client does.
        python, pid = shlex.quote(sys.executable), shlex.quote(str(self.folder / "pid"))
        java.write_text(f"#!/bin/sh\necho $$ >{pid}\nexec {python} {shlex.quote(str(FAKE))}\n")
        java.chmod(0o755)
        jar = self.folder / "aws-lambda-java-runtime-interface-client-0.jar"
        with zipfile.ZipFile(jar, "w") as archive:
            for kind in ("linux", "linux_musl"):
                for machine in ("x86_64", "aarch_64"):
                    archive.writestr(f"jni/libaws-lambda-jni.{kind}-{machine}.so", b"")
        (self.folder / "macro").mkdir()
        (self.folder / "tmp").mkdir()
        command = [sys.executable, "-m", "localcloud", "serve", "--macro-dir", str(self.folder / "macro")]
        self.process = subprocess.Popen(
            [*command, "--runtime-cp", str(jar)],
            cwd=ROOT,
            env={"JAVA_HOME": str(self.folder / "jdk"), "PATH": os.environ["PATH"], "TMPDIR": str(self.folder / "tmp")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Whoever runs the tests in the background has shells ignore interrupts, for their children, too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        self.addCleanup(self.end)
        assert self.process.stdout
        self.endpoint = str(json.loads(self.process.stdout.readline())["endpoint"])

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()

    def call_the_macro(self) -> int:
        """The ID of the function's process, which the first call starts."""
        place: dict[str, Any] = {"region_name": "eu-west-1", "endpoint_url": self.endpoint}
        client = boto3.client("cloudformation", aws_access_key_id="x", aws_secret_access_key="x", **place)
        template = json.dumps({"Transform": "PrivateEcrAccess", "Resources": {}})
        client.create_change_set(StackName="s", ChangeSetName="c", ChangeSetType="CREATE", TemplateBody=template)
        return int((self.folder / "pid").read_text())

    def assert_nothing_is_left(self, function: int) -> None:
        port = int(self.endpoint.rsplit(":", 1)[1])
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        deadline = time.monotonic() + 60
        while alive(function) and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertFalse(alive(function))
        self.assertEqual([], list((self.folder / "tmp").iterdir()))

    def test_it_listens_on_loopback_alone_and_a_signal_ends_it_with_its_functions(self) -> None:
        self.assertRegex(self.endpoint, r"^http://127\.0\.0\.1:\d+$")
        function = self.call_the_macro()
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(128 + signal.SIGTERM, self.process.wait(120))
        self.assert_nothing_is_left(function)

    def test_an_interrupt_ends_it_with_its_functions(self) -> None:
        function = self.call_the_macro()
        self.process.send_signal(signal.SIGINT)
        self.assertEqual(130, self.process.wait(120))
        self.assert_nothing_is_left(function)

    def test_the_end_of_its_input_ends_it_with_its_functions(self) -> None:
        function = self.call_the_macro()
        assert self.process.stdin
        self.process.stdin.close()
        self.assertEqual(0, self.process.wait(120))
        self.assert_nothing_is_left(function)


if __name__ == "__main__":
    unittest.main()
