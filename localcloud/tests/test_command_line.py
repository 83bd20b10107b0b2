"""The real AWS CLI in front of the front, as `deploy-local` runs it."""

import argparse
import contextlib
import io
import json
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from pathlib import Path

from localcloud.deploy import deploy, visible
from localcloud.front import serve

NETWORK = Path(__file__).parents[2] / "examples" / "exports.yaml"
ENDPOINT = {
    "Type": "AWS::EC2::VPCEndpoint",
    "Properties": {
        "VpcId": {"Fn::ImportValue": {"Fn::Sub": "${EnvironmentName}-vpc"}},
        "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"},
        "VpcEndpointType": "Gateway",
        "RouteTableIds": [{"Fn::ImportValue": {"Fn::Sub": "${EnvironmentName}-private-route-table-az-a"}}],
    },
}
TEMPLATE = """\
Transform: Fake
Parameters:
  EnvironmentName: {Type: String}
Resources:
  Endpoint: {Type: Short}
"""


def fake(event_text: bytes) -> bytes:
    event = json.loads(event_text)
    answer = {"requestId": event["requestId"], "status": "success"}
    if event["templateParameterValues"]["EnvironmentName"] == "bad":
        return json.dumps(
            {**answer, "status": "failure", "errorMessage": "Fake found 2 problems\nA: <b>\nC: d"}
        ).encode()
    return json.dumps({**answer, "fragment": {**event["fragment"], "Resources": {"Endpoint": ENDPOINT}}}).encode()


class CommandLineTest(unittest.TestCase):
    def setUp(self) -> None:
        server = serve({"Fake": fake})
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.endpoint = f"http://127.0.0.1:{server.server_port}"
        urllib.request.urlopen(f"{self.endpoint}/moto-api/reset", b"").close()  # moto's state is the process's
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def deploy(self, environment: str, text: str, before: list[Path]) -> tuple[int, str, str]:
        """Exit code, standard output, and what went to standard error, the CLI's words included."""
        template = self.folder / "my_template.yaml"
        template.write_text(text)
        options = argparse.Namespace(
            template=template,
            stack_name=None,
            region="ap-northeast-1",
            parameter_overrides=[f"EnvironmentName={environment}"],
            before=before,
        )
        out = io.StringIO()
        with tempfile.TemporaryFile("w+") as err, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = deploy(self.endpoint, options)
            err.seek(0)
            return code, out.getvalue(), err.read()

    def test_deploy_shows_what_came_to_life_and_a_second_time_says_there_are_no_changes(self) -> None:
        code, out, err = self.deploy("prod", TEMPLATE, [NETWORK])
        self.assertEqual(0, code, err)
        self.assertIn("Successfully created/updated stack - my-template", err)
        self.assertRegex(out, r"Endpoint +com\.amazonaws\.ap-northeast-1\.s3 +Gateway +available +- +rtb-\w+ +-\n")
        self.assertIn("moto takes", out)
        code, again, err = self.deploy("prod", f"{TEMPLATE}# {'x' * 52_000}", [])  # so long that it goes through S3
        self.assertEqual((0, out), (code, again), err)
        self.assertIn("No changes to deploy. Stack my-template is up to date", err)

    def test_a_failure_shows_the_whole_reason(self) -> None:
        code, out, err = self.deploy("bad", TEMPLATE, [])
        self.assertEqual((1, ""), (code, out))
        self.assertIn("Reason: Transform 123456789012::Fake failed with: Fake found 2 problems\nA: <b>\nC: d\n", err)

    def test_a_rollback_shows_its_reason(self) -> None:
        code, out, err = self.deploy("prod", TEMPLATE, [])
        self.assertEqual((1, ""), (code, out))
        self.assertIn(
            "ROLLBACK_IN_PROGRESS my-template: No export named prod-vpc found. Rollback requested by user.", err
        )

    def test_what_steers_a_terminal_is_written_out(self) -> None:
        self.assertEqual("a\\u001b[2J\nb\\u202ec\\u000d", visible("a\x1b[2J\nb\u202ec\r"))

    def test_usage_faults_are_told_without_a_trace(self) -> None:
        command = [sys.executable, "-m", "localcloud", "serve", "--macro-dir", "/nowhere", "--runtime-cp", "x"]
        root = NETWORK.parents[1]
        ran = subprocess.run(
            command, cwd=root, env={"JAVA_HOME": "/nowhere"}, capture_output=True, text=True, timeout=30
        )
        self.assertEqual((1, "", "no such package directory: /nowhere\n"), (ran.returncode, ran.stdout, ran.stderr))
