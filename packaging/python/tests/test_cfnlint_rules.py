"""The rules for cfn-lint, without ecr-access; with it, they are tested by CfnLintRulesIT."""

import json
import os
import stat
import tempfile
import unittest
from functools import cache
from pathlib import Path
from unittest import mock

from cfnlint.config import ConfigMixIn
from cfnlint.decode.decode import decode_str
from cfnlint.runner import Runner
from private_ecr_access.cfnlint import rules

HEAD = """
Transform: PrivateEcrAccess
Resources:
  Access:
    Type: PrivateEcrAccess
    Properties: {VpcId: vpc-0a1b2c3d, SubnetIds: [subnet-0a1b2c3d]}
"""


def program(script: str) -> str:
    """A stand-in for ecr-access, which does what the script says."""
    folder = tempfile.mkdtemp()
    file = Path(folder) / "ecr-access"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


@cache
def runner(*ignored: str) -> Runner:
    """cfn-lint with our rules, made once: it reads some three hundred files to begin with."""
    return Runner(
        ConfigMixIn(
            append_rules=["private_ecr_access.cfnlint"],
            ignore_checks=list(ignored),
            regions=["us-east-1"],
        )
    )


def messages(template: str, script: str = "echo '{}'", *ignored: str) -> list[tuple[str, int, str]]:
    """What cfn-lint says of a template: rule, line and words."""
    read, errors = decode_str(template)
    if errors:
        raise AssertionError(errors)
    with mock.patch.dict(os.environ, {"ECR_ACCESS": program(script)}):
        matches = list(runner(*ignored).validate_template(read))
    return [(m.rule.id, m.linenumber, m.message) for m in matches]


class ReferencesTest(unittest.TestCase):
    def complaints(self, value: str) -> list[tuple[str, int, str]]:
        return messages(HEAD + "Outputs: {Out: {Value: " + value + "}}")

    def test_parts_and_their_attributes_are_known(self) -> None:
        for value in [
            "!GetAtt Access.EcrApiEndpoint.Id",
            "{'Fn::GetAtt': [Access, S3Endpoint.Id]}",
            "!GetAtt Access.SecurityGroup.GroupId",
            "!GetAtt Access.LogsEndpoint.Id",
            '!Sub "${Access.EcrApiEndpoint.Id} ${AWS::Region} ${!Access.Nothing}"',
            '!Sub ["${Access.Own}", {Access.Own: x}]',
            '!Sub "${Access.EcrApiEndpoint}"',
            "!Join ['', [Access.Nothing]]",
        ]:
            with self.subTest(value):
                self.assertEqual([], self.complaints(value))

    def test_others_are_not(self) -> None:
        for value, attribute in [
            ("!GetAtt Access.EcrApiEndpoint.Name", "EcrApiEndpoint.Name"),
            ("!GetAtt Access.EcrApiEndpoint", "EcrApiEndpoint"),
            ("{'Fn::GetAtt': [Access, Id]}", "Id"),
            ('!Sub "${Access.Nothing.Id}"', "Nothing.Id"),
            ('!Sub ["${Access.Nothing.Id}", {Other: x}]', "Nothing.Id"),
        ]:
            with self.subTest(value):
                found = [m for rule, _, m in self.complaints(value) if rule == "E9301"]
                self.assertEqual(1, len(found), found)
                self.assertTrue(found[0].startswith(f"{attribute!r} is no attribute of Access"))

    def test_a_member_of_that_name_among_others_is_no_function(self) -> None:
        probe = "  Probe: {Type: 'Custom::Probe', Properties: {ServiceToken: x, Ref: Access}}\n"
        self.assertEqual([], [m for m in messages(HEAD + probe) if m[0] == "E9301"])

    def test_the_shorthand_itself_has_no_value(self) -> None:
        for value in ["!Ref Access", '!Sub "${Access}"']:
            with self.subTest(value):
                self.assertEqual("E9301", self.complaints(value)[0][0])


class PropertiesTest(unittest.TestCase):
    def test_near_misses_are_told(self) -> None:
        template = HEAD.replace("SubnetIds", "SubnetId")
        self.assertIn("did you mean SubnetIds?", messages(template)[0][2])

    def test_functions_are_taken_for_values(self) -> None:
        template = HEAD.replace("vpc-0a1b2c3d", "!ImportValue vpc").replace(
            "[subnet-0a1b2c3d]", "!Split [',', !ImportValue subnets]"
        )
        self.assertEqual([], messages(template))

    def test_both_sides_of_a_condition_are_looked_at(self) -> None:
        template = HEAD.replace("}", ", PrivateDnsEnabled: !If [One, true, maybe]}")
        template += "Conditions: {One: !Equals [!Ref AWS::Region, eu-west-1]}"
        self.assertEqual([("E9301", 6)], [m[:2] for m in messages(template)])

    def test_a_resource_can_switch_the_rule_off(self) -> None:
        ignore = "    Metadata: {cfn-lint: {config: {ignore_checks: [E9301]}}}\n"
        self.assertEqual([], messages(HEAD.replace("SubnetIds", "SubnetId") + ignore))


class PullPathTest(unittest.TestCase):
    def test_every_fault_of_the_document_is_shown_once_at_its_place(self) -> None:
        fault = {"verdict": "cannot", "text": "closed", "path": "Resources.Access.Properties.VpcId"}
        document = {
            "verdict": "cannot",
            "deployment": [fault],
            "pulls": [
                {
                    "verdict": "cannot",
                    "walks": [{"steps": [fault | {"check": "an-id", "awsText": "i/o"}]}],
                }
            ],
        }
        self.assertEqual(
            [("E9302", 6, "closed"), ("E9302", 6, "closed (an-id); AWS would say: i/o")],
            messages(HEAD, f"cat <<'E'\n{json.dumps(document)}\nE\nexit 1"),
        )

    def test_what_only_the_macro_finds_is_shown_and_what_the_schema_says_is_not_said_twice(
        self,
    ) -> None:
        script = (
            "echo 'PrivateEcrAccess found 2 problems' >&2\n"
            "echo '<stdin>:6:8: Resources.Access.Properties.SubnetId: unknown property' >&2\n"
            "echo '<stdin>:5:8: Resources.Access.Type: taken: by another' >&2\n"
            "exit 1"
        )
        found = messages(HEAD.replace("SubnetIds", "SubnetId"), script)
        self.assertEqual(["E9301", "E9302"], sorted(rule for rule, _, _ in found))
        self.assertIn(("E9302", 5, "taken: by another"), found)

    def test_a_run_without_an_answer_says_so(self) -> None:
        for script, says in [
            ("echo oh no >&2; exit 70", "ended with 70: oh no"),
            ("echo nonsense", "ended with 0: nonsense"),
        ]:
            with self.subTest(script):
                self.assertIn(says, messages(HEAD, script)[0][2])

    def test_a_program_that_hangs_is_stopped(self) -> None:
        with (
            mock.patch.object(rules, "SECONDS", 0.2),
            mock.patch.dict(os.environ, {"ECR_ACCESS": program("exec sleep 60")}),
            self.assertRaisesRegex(rules.CheckFailedError, "timed out"),
        ):
            rules.check("x", {})

    def test_a_program_that_is_not_there_is_told(self) -> None:
        with (
            mock.patch.dict(os.environ, {"ECR_ACCESS": "/nowhere/ecr-access"}),
            self.assertRaisesRegex(rules.CheckFailedError, "could not be run"),
        ):
            rules.check("x", {})

    def test_nobody_is_asked_where_the_rule_is_off(self) -> None:
        self.assertEqual("E9302", messages(HEAD, "exit 70")[0][0])
        with mock.patch.object(rules, "check") as check:
            self.assertEqual([], messages(HEAD, "exit 70", "E9302"))
        check.assert_not_called()

    def test_paths_are_read_as_they_are_written(self) -> None:
        self.assertEqual(["Resources", "A", "Tags", 0, "a.b", "c"], rules.steps('Resources.A.Tags[0]["a.b"].c'))


if __name__ == "__main__":
    unittest.main()
