"""What a client of CloudFormation sees around a macro: every sentence once, and the life of a stack."""

import json
import unittest
import urllib.request
from collections.abc import Callable
from typing import Any

import boto3
from botocore.exceptions import ClientError
from werkzeug.serving import BaseWSGIServer

from localcloud.front import serve

ROLLBACK = ". Rollback requested by user."
BUCKET = {"Type": "AWS::S3::Bucket"}
EVENT_KEYS = ["accountId", "fragment", "transformId", "requestId", "region", "params", "templateParameterValues"]


def answering(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[bytes], bytes]:
    """A macro that answers success, with what `change` makes of its event's fragment and with further keys."""

    def macro(event_text: bytes) -> bytes:
        event = json.loads(event_text)
        return json.dumps({"requestId": event["requestId"], "status": "success", **change(event)}).encode()

    return macro


def expand(event: dict[str, Any]) -> dict[str, Any]:
    """Every shorthand becomes a security group, described by its note."""
    resources = {}
    for name, resource in event["fragment"]["Resources"].items():
        if resource["Type"] == "Short":
            group = {"GroupDescription": resource.get("Note", "none")}
            resource = {"Type": "AWS::EC2::SecurityGroup", "Properties": group}
        resources[name] = resource
    return {"fragment": {**event["fragment"], "Resources": resources}}


class FrontTest(unittest.TestCase):
    server: BaseWSGIServer
    events: list[dict[str, Any]]
    endpoint: str
    cloudformation: Any
    ec2: Any

    @classmethod
    def setUpClass(cls) -> None:
        cls.events = []

        def recording(event: dict[str, Any]) -> dict[str, Any]:
            cls.events.append(event)
            return expand(event)

        def throwing(event: bytes) -> bytes:
            raise RuntimeError("boom")

        big = {"Type": "AWS::S3::Bucket", "Metadata": {"Text": "x" * 1_048_576}}
        macros = {
            "Expand": answering(recording),
            "Fails": answering(
                lambda event: {"status": "failure", "errorMessage": 'VpcId: found <a> & "b"\nsecond\x00line'}
            ),
            "FailsSilently": answering(lambda event: {"status": "FAILED"}),
            "Throws": throwing,
            "WrongId": answering(lambda event: {"requestId": "another", **expand(event)}),
            "NoFragment": answering(lambda event: {}),
            "NoJson": lambda event: b"hello",
            "StringFragment": answering(lambda event: {"fragment": "text"}),
            "LoudSuccess": answering(lambda event: {"status": "SUCCESS", "errorMessage": "ignored", **expand(event)}),
            "ChangesParameters": answering(lambda event: {"fragment": {**event["fragment"], "Parameters": {}}}),
            "TooBig": answering(lambda event: {"fragment": {**event["fragment"], "Resources": {"A": big}}}),
            "TooMany": answering(lambda event: {"fragment": {"Resources": {f"R{n}": BUCKET for n in range(501)}}}),
            "Dangling": answering(lambda event: {"fragment": {"Resources": {"A": {**BUCKET, "DependsOn": ["Gone"]}}}}),
            "Leaves": answering(lambda event: {"fragment": event["fragment"]}),
            "Snippet": answering(lambda event: {"fragment": {**event["fragment"], "Note": event["params"]["Note"]}}),
        }
        cls.server = serve(macros)
        cls.endpoint = f"http://127.0.0.1:{cls.server.server_port}"
        session = boto3.session.Session("local", "local", region_name="eu-west-1")
        cls.cloudformation = session.client("cloudformation", endpoint_url=cls.endpoint)
        cls.ec2 = session.client("ec2", endpoint_url=cls.endpoint)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.server.shutdown()
        cls.server.server_close()

    def setUp(self) -> None:
        self.events.clear()
        self.stack = self.id().rsplit(".", 1)[1].replace("_", "-")

    def template(self, transform: Any = "Expand", **sections: Any) -> str:
        return json.dumps({"Transform": transform, "Resources": {"Short": {"Type": "Short"}}, **sections})

    def create(self, template: str, **more: Any) -> None:
        self.cloudformation.create_stack(
            StackName=self.stack, TemplateBody=template, **{"Capabilities": ["CAPABILITY_AUTO_EXPAND"], **more}
        )

    def change_set(self, template: str, kind: str = "CREATE", **more: Any) -> dict[str, Any]:
        made = self.cloudformation.create_change_set(
            StackName=self.stack, ChangeSetName="c", ChangeSetType=kind, TemplateBody=template, **more
        )
        return self.cloudformation.describe_change_set(ChangeSetName=made["Id"])

    def status(self) -> str:
        return self.cloudformation.describe_stacks(StackName=self.stack)["Stacks"][0]["StackStatus"]

    def calls(self) -> int:
        with urllib.request.urlopen(f"{self.endpoint}/localcloud/calls") as answer:
            return sum(json.load(answer).values())

    def assert_refused(self, code: str, message: str, call: Callable[..., Any], *args: Any, **more: Any) -> None:
        with self.assertRaises(ClientError) as caught:
            call(*args, **more)
        self.assertEqual(
            (code, message), (caught.exception.response["Error"]["Code"], caught.exception.response["Error"]["Message"])
        )

    def test_sentences(self) -> None:
        """In a change set as its reason; of a direct creation as an event of the rollback."""
        malformed = "Received malformed response from transform 123456789012::"
        for transform, sentence in {
            "Fails": 'Transform 123456789012::Fails failed with: VpcId: found <a> & "b"\nsecond?line',
            "FailsSilently": "Transform 123456789012::FailsSilently failed without an error message.",
            "Throws": malformed + "Throws",
            "WrongId": malformed + "WrongId",
            "NoFragment": malformed + "NoFragment",
            "NoJson": malformed + "NoJson",
            "ChangesParameters": malformed + "ChangesParameters",
            "StringFragment": "Template format error: unsupported structure.",
            "TooBig": "Transformation data limit exceeded",
            "TooMany": "Template format error: Number of resources, 501, is greater than maximum allowed, 500",
            "Dangling": "Template format error: Unresolved resource dependencies [Gone] "
            "in the Resources block of the template",
            "Leaves": "Template format error: Unrecognized resource types: [Short]",
            "Nobody": "No transform named 123456789012::Nobody found.",
        }.items():
            with self.subTest(transform):
                parameters = (
                    {"Parameters": {"P": {"Type": "String", "Default": "d"}}}
                    if transform == "ChangesParameters"
                    else {}
                )
                template = self.template(transform, **parameters)
                self.stack = f"set-{transform}"
                failed = self.change_set(template)
                self.assertEqual(
                    ("FAILED", "UNAVAILABLE", sentence),
                    (failed["Status"], failed["ExecutionStatus"], failed["StatusReason"]),
                )
                self.assertEqual("REVIEW_IN_PROGRESS", self.status())
                self.assert_refused(
                    "InvalidChangeSetStatus",
                    f"ChangeSet [{failed['ChangeSetId']}] cannot be executed in its current status of [FAILED]",
                    self.cloudformation.execute_change_set,
                    ChangeSetName=failed["ChangeSetId"],
                )
                self.stack = f"direct-{transform}"
                self.create(template)
                events = self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"]
                self.assertEqual(
                    [
                        ("ROLLBACK_COMPLETE", None),
                        ("ROLLBACK_IN_PROGRESS", sentence + ROLLBACK),
                        ("CREATE_IN_PROGRESS", "User Initiated"),
                    ],
                    [(event["ResourceStatus"], event.get("ResourceStatusReason")) for event in events],
                )

    def test_an_unknown_action_is_an_error_that_clients_can_read(self) -> None:
        with self.assertRaises(ClientError) as caught:
            self.cloudformation.list_generated_templates()
        self.assertEqual("InvalidAction", caught.exception.response["Error"]["Code"])

    def test_status_ignores_case_and_message_next_to_success_is_ignored(self) -> None:
        self.create(self.template("LoudSuccess"))
        self.assertEqual("CREATE_COMPLETE", self.status())

    def test_name_of_a_transform_must_be_a_string(self) -> None:
        failed = self.change_set(
            self.template({"Name": {"Ref": "P"}}, Parameters={"P": {"Type": "String", "Default": "d"}})
        )
        self.assertEqual("Key Name of transform definition must be a string.", failed["StatusReason"])

    def test_event_has_exactly_the_seven_keys(self) -> None:
        sections = {"Parameters": {"P": {"Type": "String", "Default": "value"}}, "Globals": {"x": None}}
        self.create(
            self.template(
                [{"Name": "Expand", "Parameters": {"Input": {"Ref": "P"}, "List": [1, {"Ref": "P"}]}}], **sections
            )
        )
        event = self.events[0]
        self.assertEqual(EVENT_KEYS, list(event))
        self.assertEqual(
            ("123456789012", "123456789012::Expand", "eu-west-1"),
            (event["accountId"], event["transformId"], event["region"]),
        )
        self.assertEqual({"Input": "value", "List": [1, "value"]}, event["params"])
        self.assertEqual({"P": "value"}, event["templateParameterValues"])
        self.assertEqual({"Resources": {"Short": {"Type": "Short"}}, **sections}, event["fragment"])

    def test_params_must_resolve(self) -> None:
        failed = self.change_set(self.template({"Name": "Expand", "Parameters": {"Input": {"Fn::Sub": "x"}}}))
        self.assertEqual(
            "The value of parameter Input under transform Expand must resolve to "
            "a string, number, boolean or a list of any of these.",
            failed["StatusReason"],
        )

    def test_each_macro_gets_the_result_of_the_one_before_and_snippets_come_first(self) -> None:
        short = {"Type": "Short", "Fn::Transform": {"Name": "Snippet", "Parameters": {"Note": "from the snippet"}}}
        self.create(self.template(["Leaves", "Expand"], Resources={"Short": short}))
        self.assertEqual(
            {"Short": {"Type": "Short", "Note": "from the snippet"}}, self.events[0]["fragment"]["Resources"]
        )
        group = self.cloudformation.describe_stack_resources(StackName=self.stack)["StackResources"][0][
            "PhysicalResourceId"
        ]
        found = self.ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]
        self.assertEqual("from the snippet", found["Description"])

    def test_aws_transforms_run_behind_the_macro(self) -> None:
        resources = {"Short": {"Type": "Short"}, "Fn::ForEach::Buckets": ["N", ["A", "B"], {"Bucket${N}": BUCKET}]}
        resources["Table"] = {"Type": "AWS::Serverless::SimpleTable"}
        failed = self.change_set(
            self.template(["AWS::LanguageExtensions", "Expand", "AWS::Serverless-2016-10-31"], Resources=resources)
        )
        self.assertEqual("CREATE_COMPLETE", failed["Status"], failed.get("StatusReason"))
        added = {
            (c["ResourceChange"]["LogicalResourceId"], c["ResourceChange"]["ResourceType"]) for c in failed["Changes"]
        }
        expected = {
            ("Short", "AWS::EC2::SecurityGroup"),
            ("BucketA", "AWS::S3::Bucket"),
            ("BucketB", "AWS::S3::Bucket"),
        }
        self.assertEqual(expected | {("Table", "AWS::DynamoDB::Table")}, added)

    def test_capability_is_asked_for_on_direct_calls_only(self) -> None:
        for call in (self.cloudformation.create_stack, self.cloudformation.update_stack):
            self.assert_refused(
                "InsufficientCapabilitiesException",
                "Requires capabilities : [CAPABILITY_AUTO_EXPAND]",
                call,
                StackName=self.stack,
                TemplateBody=self.template(),
            )
            if call == self.cloudformation.create_stack:
                self.assertEqual("CREATE_COMPLETE", self.change_set(self.template())["Status"])
                self.cloudformation.execute_change_set(StackName=self.stack, ChangeSetName="c")

    def test_a_template_without_transform_calls_no_macro(self) -> None:
        before = self.calls()
        self.create(json.dumps({"Resources": {"A": BUCKET}}), Capabilities=[])
        self.assertEqual(before, self.calls())
        self.assert_refused(
            "ValidationError",
            "Template format error: Unrecognized resource types: [Short]",
            self.cloudformation.update_stack,
            StackName=self.stack,
            TemplateBody=json.dumps({"Resources": {"A": {"Type": "Short"}}}),
        )

    def test_faults_of_a_result(self) -> None:
        unresolved = "Template format error: Unresolved resource dependencies"
        for resources, sentence in (
            ({}, "Template format error: At least one Resources member must be defined."),
            ({"A": {}}, "Template format error: [/Resources/A] Every Resources object must contain a Type member."),
            (
                {"Fn::ForEach::A": ["N", [], {}]},
                "Template format error: [/Resources/Fn::ForEach::A] resource definition is malformed",
            ),
            (
                {
                    "A": {
                        **BUCKET,
                        "Properties": {"BucketName": {"Fn::Sub": ["${A}${L}${!C}${AWS::Region}${D.Arn}", {"L": 1}]}},
                    }
                },
                f"{unresolved} [D] in the Resources block of the template",
            ),
            (
                {
                    "A": {
                        **BUCKET,
                        "Properties": {"BucketName": {"Fn::Join": ["", [{"Ref": "P"}, {"Fn::GetAtt": "Q.Arn"}]]}},
                    }
                },
                f"{unresolved} [P, Q] in the Resources block of the template",
            ),
        ):
            with self.subTest(sentence):
                self.assert_refused("ValidationError", sentence, self.create, json.dumps({"Resources": resources}))
        outputs = {"O": {"Value": {"Ref": "B"}}}
        template = json.dumps({"Resources": {"A": BUCKET}, "Outputs": outputs})
        sentence = f"{unresolved} [B] in the Outputs block of the template"
        self.assert_refused("ValidationError", sentence, self.create, template)

    def test_parameters_of_the_parameter_store_arrive_by_value(self) -> None:
        session = boto3.session.Session("local", "local", region_name="eu-west-1")
        session.client("ssm", endpoint_url=self.endpoint).put_parameter(Name="/name", Value="stored", Type="String")
        declared = {"P": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/name"}}
        self.create(self.template(Parameters=declared))
        self.assertEqual({"P": "stored"}, self.events[0]["templateParameterValues"])
        absent = [{"ParameterKey": "P", "ParameterValue": "/absent"}]
        failed = self.change_set(self.template(Parameters=declared), "UPDATE", Parameters=absent)
        self.assertEqual(
            "Unable to fetch parameters [/absent] from parameter store for this account.", failed["StatusReason"]
        )

    def test_same_template_again_is_an_empty_change_set(self) -> None:
        self.create(self.template())
        reordered = json.dumps({"Resources": {"Short": {"Note": "none", "Type": "Short"}}, "Transform": ["Expand"]})
        empty = self.change_set(reordered, "UPDATE")
        self.assertEqual("FAILED", empty["Status"])
        self.assertEqual(
            "The submitted information didn't contain changes. Submit different information to create a change set.",
            empty["StatusReason"],
        )
        self.assert_refused("ValidationError", "No updates are to be performed.", self.update, reordered)

    def update(self, template: str, **more: Any) -> None:
        self.cloudformation.update_stack(
            StackName=self.stack, TemplateBody=template, Capabilities=["CAPABILITY_AUTO_EXPAND"], **more
        )

    def test_a_changed_parameter_is_a_change(self) -> None:
        template = self.template(Parameters={"P": {"Type": "String", "NoEcho": True, "Default": "a"}})
        self.create(template)
        changed = self.change_set(template, "UPDATE", Parameters=[{"ParameterKey": "P", "ParameterValue": "b"}])
        self.assertEqual("CREATE_COMPLETE", changed["Status"])
        self.assertEqual([{"ParameterKey": "P", "ParameterValue": "****"}], changed["Parameters"])

    def test_calls_are_one_per_deployment_and_none_for_rollback_and_deletion(self) -> None:
        before = self.calls()
        self.change_set(self.template())
        self.cloudformation.execute_change_set(StackName=self.stack, ChangeSetName="c")
        self.assertEqual(1, self.calls() - before)
        broken = {
            "Short": {"Type": "Short"},
            "Bad": {**BUCKET, "Properties": {"BucketName": {"Fn::ImportValue": "nowhere"}}},
        }
        self.update(self.template(Resources=broken))
        self.assertEqual(("UPDATE_ROLLBACK_COMPLETE", 2), (self.status(), self.calls() - before))
        reasons = [
            e.get("ResourceStatusReason")
            for e in self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"]
        ]
        self.assertIn("No export named nowhere found" + ROLLBACK, reasons)
        stack_id = self.cloudformation.describe_stacks(StackName=self.stack)["Stacks"][0]["StackId"]
        self.cloudformation.delete_stack(StackName=stack_id)
        self.assertEqual(2, self.calls() - before)
        self.assert_refused(
            "ValidationError",
            f"Stack with id {self.stack} does not exist",
            self.cloudformation.describe_stacks,
            StackName=self.stack,
        )

    def test_get_template_answers_both_stages(self) -> None:
        yaml = "Transform: Expand\nResources:\n  Short: {Type: Short, Note: !Sub 'x'}\n"
        self.create(yaml)
        original = self.cloudformation.get_template(StackName=self.stack, TemplateStage="Original")
        self.assertEqual((yaml, ["Original", "Processed"]), (original["TemplateBody"], original["StagesAvailable"]))
        processed = self.cloudformation.get_template(StackName=self.stack)["TemplateBody"]
        self.assertEqual("AWS::EC2::SecurityGroup", processed["Resources"]["Short"]["Type"])
        self.assertNotIn("Transform", processed)
        self.assertEqual(processed, json.loads(json.dumps(processed)))

    def test_previous_template_is_the_processed_one(self) -> None:
        self.create(self.template())
        before = self.calls()
        self.cloudformation.update_stack(
            StackName=self.stack, UsePreviousTemplate=True, Tags=[{"Key": "a", "Value": "b"}]
        )
        self.assertEqual(("UPDATE_COMPLETE", before), (self.status(), self.calls()))

    def test_summary_names_parameters_and_transforms(self) -> None:
        template = self.template(["Expand", {"Name": "Other"}], Parameters={"P": {"Type": "Number", "Default": 2}})
        summary = self.cloudformation.get_template_summary(TemplateBody=template)
        self.assertEqual(["Expand", "Other"], summary["DeclaredTransforms"])
        self.assertEqual(
            ["P", "Number", "2"],
            [summary["Parameters"][0][key] for key in ("ParameterKey", "ParameterType", "DefaultValue")],
        )

    def test_outputs_and_other_services_come_from_moto(self) -> None:
        self.create(self.template(Outputs={"Group": {"Value": {"Ref": "Short"}, "Export": {"Name": "exported"}}}))
        group = self.cloudformation.describe_stacks(StackName=self.stack)["Stacks"][0]["Outputs"][0]["OutputValue"]
        self.assertEqual(1, len(self.ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"]))

    def test_inline_templates_end_at_51200_bytes(self) -> None:
        template = self.template(Description="x" * 51_200)
        with self.assertRaisesRegex(ClientError, "Member must have length less than or equal to 51200"):
            self.create(template)
        session = boto3.session.Session("local", "local", region_name="us-east-1")
        s3 = session.client("s3", endpoint_url=self.endpoint)
        s3.create_bucket(Bucket="templates")
        s3.put_object(Bucket="templates", Key="a/b", Body=template.encode())
        self.cloudformation.create_stack(
            StackName=self.stack,
            TemplateURL="https://s3.us-east-1.amazonaws.com/templates/a/b",
            Capabilities=["CAPABILITY_AUTO_EXPAND"],
        )
        self.assertEqual("CREATE_COMPLETE", self.status())


if __name__ == "__main__":
    unittest.main()
