"""What a custom resource's function is asked in the life of a stack, and what its answers do to the stack."""

import json
import re
import threading
import unittest
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import boto3
from botocore.exceptions import ClientError

from localcloud.front import serve

TOKEN = {"Fn::Sub": "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:Fake"}
GROUP = {"Type": "AWS::EC2::SecurityGroup", "Properties": {"GroupDescription": "plain"}}
FAILED = "Received response status [FAILED] from custom resource. Message returned: "


def put(request: dict[str, Any], body: bytes, content_type: str = "") -> int:
    headers = {"Content-Type": content_type}
    asked = urllib.request.Request(request["ResponseURL"], body, headers, method="PUT")
    try:
        with urllib.request.urlopen(asked) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def answer(request: dict[str, Any], **more: Any) -> bytes:
    copied = {name: request[name] for name in ("StackId", "RequestId", "LogicalResourceId")}
    physical_id = request.get("PhysicalResourceId", "made-1")
    return json.dumps({"Status": "SUCCESS", "PhysicalResourceId": physical_id, **copied, **more}).encode()


class CustomTest(unittest.TestCase):
    def setUp(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.statuses: list[int] = []
        self.respond: Callable[[dict[str, Any]], bytes | None] = self.found
        server = serve({}, {"Fake": self.function})
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.endpoint = f"http://127.0.0.1:{server.server_port}"
        urllib.request.urlopen(f"{self.endpoint}/moto-api/reset", b"").close()
        session = boto3.session.Session("local", "local", region_name="eu-west-1")
        self.cloudformation = session.client("cloudformation", endpoint_url=self.endpoint)
        self.ec2 = session.client("ec2", endpoint_url=self.endpoint)

    def function(self, event: bytes) -> bytes:
        request = json.loads(event)
        self.requests.append(request)
        body = self.respond(request)
        if body is not None:
            self.statuses.append(put(request, body))
        return b"nobody reads this"

    def found(self, request: dict[str, Any]) -> bytes | None:
        """Finds something in EC2 while the stack's creation waits."""
        vpc = self.ec2.describe_vpcs()["Vpcs"][0]["CidrBlock"]
        name = request["ResourceProperties"].get("Name", "none")
        return answer(request, Data={"Names": [name, vpc], "Name": name})

    def refused(self, request: dict[str, Any]) -> bytes | None:
        good = request["RequestType"] == "Delete" or request["ResourceProperties"].get("Name") == "old"
        return self.found(request) if good else answer(request, Status="FAILED", Reason="two\nreasons")

    def template(self, name: Any = "old", timeout: int = 5, **more: Any) -> str:
        properties = {"ServiceToken": TOKEN, "ServiceTimeout": timeout, "Name": name, "On": True, "Ports": [443]}
        resources = {
            "Net": {"Type": "Custom::Net", "Properties": properties},
            "Group": {**GROUP, "Properties": {"GroupDescription": {"Fn::GetAtt": ["Net", "Name"]}}},
            **more,
        }
        outputs = {"Names": {"Value": {"Fn::Join": [" ", {"Fn::GetAtt": ["Net", "Names"]}]}}}
        return json.dumps({"Resources": resources, "Outputs": outputs})

    def create(self, **more: Any) -> None:
        self.cloudformation.create_stack(StackName="net", TemplateBody=self.template(**more))

    def update(self, **more: Any) -> None:
        self.cloudformation.update_stack(StackName="net", TemplateBody=self.template(**more))

    def stack(self) -> dict[str, Any]:
        return dict(self.cloudformation.describe_stacks(StackName="net")["Stacks"][0])

    def reason(self) -> str:
        """Why the stack went back, or the resource that it blames failed."""
        events = self.cloudformation.describe_stack_events(StackName="net")["StackEvents"]
        back = next(e for e in events if e["ResourceStatus"].endswith("ROLLBACK_IN_PROGRESS"))
        reason = str(back["ResourceStatusReason"]).removesuffix(". Rollback requested by user.")
        blamed = re.fullmatch(r"The following resource\(s\) failed to (create|update): \[(\w+)]", reason)
        if not blamed:
            return reason
        failed = next(e for e in events if e["ResourceStatus"] == f"{blamed[1].upper()}_FAILED")
        self.assertEqual(blamed[2], failed["LogicalResourceId"])
        return str(failed["ResourceStatusReason"])

    def asked(self) -> list[tuple[str, str | None]]:
        return [(request["RequestType"], request.get("PhysicalResourceId")) for request in self.requests]

    def test_a_creation_asks_with_every_scalar_as_text_and_data_feed_the_stack(self) -> None:
        self.create()
        self.assertEqual("CREATE_COMPLETE", self.stack()["StackStatus"])
        self.assertEqual("old 172.31.0.0/16", self.stack()["Outputs"][0]["OutputValue"])
        groups = self.ec2.describe_security_groups()["SecurityGroups"]
        self.assertIn("old", [group["Description"] for group in groups])
        token = "arn:aws:lambda:eu-west-1:123456789012:function:Fake"
        [request] = self.requests
        self.assertEqual(
            {
                "RequestType": "Create",
                "ServiceToken": token,
                "StackId": request["StackId"],
                "LogicalResourceId": "Net",
                "ResourceType": "Custom::Net",
                "ResourceProperties": {
                    "ServiceToken": token,
                    "ServiceTimeout": "5",
                    "Name": "old",
                    "On": "true",
                    "Ports": ["443"],
                },
                "RequestId": request["RequestId"],
                "ResponseURL": request["ResponseURL"],
            },
            request,
        )
        self.assertEqual([200], self.statuses)

    def test_the_life_of_a_resource(self) -> None:
        self.create()
        self.update(Other=GROUP)  # nothing of the resource changed: nobody is asked
        self.update(name="new")
        self.assertEqual("new 172.31.0.0/16", self.stack()["Outputs"][0]["OutputValue"])
        self.assertEqual("old", self.requests[1]["OldResourceProperties"]["Name"])
        self.cloudformation.delete_stack(StackName="net")
        self.assertEqual([("Create", None), ("Update", "made-1"), ("Delete", "made-1")], self.asked())

    def test_a_refused_creation_fails_the_stack_and_is_deleted(self) -> None:
        self.respond = self.refused
        self.create(name="bad")
        self.assertEqual("ROLLBACK_COMPLETE", self.stack()["StackStatus"])
        self.assertEqual(f"{FAILED}two\nreasons (RequestId: {self.requests[0]['RequestId']})", self.reason())
        self.assertEqual([("Create", None), ("Delete", "made-1")], self.asked())

    def test_a_refused_update_is_rolled_back_by_an_update(self) -> None:
        self.respond = self.refused
        self.create()
        self.update(name="bad")
        self.assertEqual("UPDATE_ROLLBACK_COMPLETE", self.stack()["StackStatus"])
        self.assertEqual(f"{FAILED}two\nreasons (RequestId: {self.requests[1]['RequestId']})", self.reason())
        names = [request["ResourceProperties"]["Name"] for request in self.requests]
        self.assertEqual((["old", "bad", "old"], "bad"), (names, self.requests[2]["OldResourceProperties"]["Name"]))
        self.assertEqual([("Create", None), ("Update", "made-1"), ("Update", "made-1")], self.asked())

    def test_a_later_failure_deletes_what_was_made(self) -> None:
        bad = {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::ImportValue": "nowhere"}}}
        self.create(Zbad=bad)
        self.assertEqual("ROLLBACK_COMPLETE", self.stack()["StackStatus"])
        self.assertEqual([("Create", None), ("Delete", "made-1")], self.asked())

    def test_what_is_no_answer_fails_the_stack(self) -> None:
        for respond, sentence in (
            (lambda request: b"x" * 4097, "Response object is too long."),
            (lambda request: b"hello", "Invalid Response object: it is not JSON"),
            (lambda request: answer(request, RequestId="r"), "Invalid Response object: RequestId is not the request's"),
            (lambda request: answer(request, PhysicalResourceId=""), "Invalid PhysicalResourceId"),
            (
                lambda request: answer(request, Status="DONE"),
                "Invalid Response object: Status is neither SUCCESS nor FAILED",
            ),
            (
                lambda request: answer(request, Data={}),
                "CustomResource attribute error: Vendor response doesn't contain Name key",
            ),
        ):
            with self.subTest(sentence):
                self.respond = respond
                self.create()
                self.assertEqual(sentence, self.reason())
                self.respond = self.found
                self.cloudformation.delete_stack(StackName="net")

    def assert_lost(self) -> None:
        self.create(timeout=1)
        logs = f"Please check your logs for requestId [{self.requests[0]['RequestId']}]"
        self.assertEqual(f"CloudFormation did not receive a response from your custom resource. {logs}", self.reason())

    def test_no_answer_fails_the_stack_when_the_function_ended(self) -> None:
        self.respond = lambda request: None
        self.assert_lost()

    def test_no_answer_fails_the_stack_after_the_service_timeout(self) -> None:
        ended = threading.Event()
        self.addCleanup(ended.set)
        self.respond = lambda request: answer(request) if ended.wait(60) else None
        self.assert_lost()

    def test_the_first_answer_counts_and_the_url_takes_an_empty_type_alone(self) -> None:
        def respond(request: dict[str, Any]) -> bytes | None:
            self.statuses.append(put(request, answer(request, Status="FAILED"), "application/json"))
            self.statuses.append(put(request, answer(request, Data={"Name": "one", "Names": []})))
            return answer(request, Status="FAILED", Reason="late")

        self.respond = respond
        self.create()
        self.assertEqual("CREATE_COMPLETE", self.stack()["StackStatus"])
        self.assertEqual([403, 200], self.statuses[:2])
        self.assertEqual(403, put(self.requests[0], b"later still"))

    def test_an_unknown_function_fails_the_stack(self) -> None:
        other = {"Type": "Custom::Net", "Properties": {"ServiceToken": {"Fn::Sub": "a:function:${AWS::StackName}"}}}
        self.create(Zother=other)
        self.assertEqual("Function not found: a:function:net", self.reason())

    def test_a_deletion_that_is_refused_leaves_the_stack(self) -> None:
        self.create()
        self.respond = lambda request: answer(request, Status="FAILED", Reason="no")
        self.cloudformation.delete_stack(StackName="net")
        self.assertEqual("DELETE_FAILED", self.stack()["StackStatus"])
        with self.assertRaises(ClientError):
            self.update()


if __name__ == "__main__":
    unittest.main()
