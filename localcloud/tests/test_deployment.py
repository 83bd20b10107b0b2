"""The life of a stack's resources: order, events, changes, replacement, rollback, deletion."""

import json
import unittest
from typing import Any

import boto3
from botocore.exceptions import ClientError

from localcloud.front import serve

VPC = {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}
SUBNET = {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.1.0/24"}}
TABLE = {"Type": "AWS::EC2::RouteTable", "Properties": {"VpcId": {"Ref": "Vpc"}}}
GROUP = {"Type": "AWS::EC2::SecurityGroup", "Properties": {"VpcId": {"Ref": "Vpc"}, "GroupDescription": "g"}}


def interface(service: str = "ecr.api", **properties: Any) -> dict[str, Any]:
    given = {
        "VpcEndpointType": "Interface",
        "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}." + service},
        "VpcId": {"Ref": "Vpc"},
        "SubnetIds": [{"Ref": "Subnet"}],
        **properties,
    }
    return {"Type": "AWS::EC2::VPCEndpoint", "Properties": given}


GATEWAY = {
    "Type": "AWS::EC2::VPCEndpoint",
    "Properties": {
        "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"},
        "VpcId": {"Ref": "Vpc"},
        "RouteTableIds": [{"Ref": "Table"}],
    },
}
# Each refers to what follows it.
NETWORK = {"Gateway": GATEWAY, "Interface": interface(), "Table": TABLE, "Subnet": SUBNET, "Vpc": VPC}
UNKNOWN = {"Type": "AWS::EC2::Route", "Properties": {"RouteTableId": "rtb-none", "DestinationCidrBlock": "0.0.0.0/0"}}


class DeploymentTest(unittest.TestCase):
    cloudformation: Any
    ec2: Any

    @classmethod
    def setUpClass(cls) -> None:
        server = serve({})
        cls.addClassCleanup(server.shutdown)
        endpoint = f"http://127.0.0.1:{server.server_port}"
        session = boto3.session.Session("x", "x", region_name="eu-west-1")
        cls.cloudformation = session.client("cloudformation", endpoint_url=endpoint)
        cls.ec2 = session.client("ec2", endpoint_url=endpoint)

    def setUp(self) -> None:
        self.stack = self.id().rsplit(".", 1)[1].replace("_", "-")[:60]
        self.addCleanup(self.cloudformation.delete_stack, StackName=self.stack)

    def create(self, resources: dict[str, Any], **more: Any) -> None:
        self.cloudformation.create_stack(
            StackName=self.stack, TemplateBody=json.dumps({"Resources": resources, **more})
        )

    def update(self, resources: dict[str, Any], **more: Any) -> None:
        self.cloudformation.update_stack(
            StackName=self.stack, TemplateBody=json.dumps({"Resources": resources, **more})
        )

    def events(self, since: int = 0) -> list[tuple[str, str]]:
        """Logical IDs with their statuses, the first first; the stack itself is ''."""
        events = self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"][::-1]
        names = [event["LogicalResourceId"].replace(self.stack, "") for event in events]
        return [(name, event["ResourceStatus"]) for name, event in zip(names, events, strict=True)][since:]

    def reason(self, status: str) -> str:
        events = self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"]
        return str(next(event for event in events if event["ResourceStatus"] == status)["ResourceStatusReason"])

    def ids(self) -> dict[str, str]:
        listed = self.cloudformation.describe_stack_resources(StackName=self.stack)["StackResources"]
        return {resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in listed}

    def endpoints(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ec2.describe_vpc_endpoints()["VpcEndpoints"]
        return found

    def test_each_is_made_after_what_it_refers_to_and_deleted_before_it(self) -> None:
        self.create(NETWORK)
        made = [name for name, status in self.events() if name and status == "CREATE_COMPLETE"]
        self.assertEqual(["Vpc", "Table", "Gateway", "Subnet", "Interface"], made)
        stack_id = self.cloudformation.describe_stacks(StackName=self.stack)["Stacks"][0]["StackId"]
        self.cloudformation.delete_stack(StackName=self.stack)
        events = self.cloudformation.describe_stack_events(StackName=stack_id)["StackEvents"][::-1]
        gone = [e["LogicalResourceId"] for e in events if e["ResourceStatus"] == "DELETE_COMPLETE"]
        self.assertEqual([*reversed(made), self.stack], gone)
        self.assertEqual([], self.endpoints())

    def test_every_resource_has_its_events(self) -> None:
        self.create({"Vpc": VPC})
        expected = [
            ("", "CREATE_IN_PROGRESS"),
            ("Vpc", "CREATE_IN_PROGRESS"),
            ("Vpc", "CREATE_IN_PROGRESS"),
            ("Vpc", "CREATE_COMPLETE"),
            ("", "CREATE_COMPLETE"),
        ]
        self.assertEqual(expected, self.events())
        event = self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"][1]
        self.assertEqual(("AWS::EC2::VPC", self.ids()["Vpc"]), (event["ResourceType"], event["PhysicalResourceId"]))

    def test_a_failure_is_the_resources_and_undoes_the_others_from_the_last(self) -> None:
        self.create({**NETWORK, "Route": {**UNKNOWN, "DependsOn": "Subnet"}})
        failed = "The following resource(s) failed to create: [Route]. Rollback requested by user."
        self.assertEqual(failed, self.reason("ROLLBACK_IN_PROGRESS"))
        self.assertIn("rtb-none", self.reason("CREATE_FAILED"))
        gone = [name for name, status in self.events() if status == "DELETE_COMPLETE"]
        self.assertEqual("Vpc", gone[-1])
        self.assertEqual([], self.endpoints())
        self.assertEqual(("", "ROLLBACK_COMPLETE"), self.events()[-1])

    def test_a_cycle_is_refused_at_once(self) -> None:
        cycle = {"Vpc": VPC, "A": {**GROUP, "DependsOn": "B"}, "B": {**GROUP, "DependsOn": "A"}}
        with self.assertRaises(ClientError) as caught:
            self.create(cycle)
        error = caught.exception.response["Error"]
        self.assertEqual(
            ("ValidationError", "Circular dependency between resources: [A, B]"), (error["Code"], error["Message"])
        )

    def test_a_cycle_counts_only_where_its_resources_are_made(self) -> None:
        cycle = {"Vpc": VPC, "A": {**GROUP, "DependsOn": "B"}, "B": {**GROUP, "DependsOn": "A", "Condition": "Never"}}
        self.create(cycle, Conditions={"Never": {"Fn::Equals": ["a", "b"]}})
        self.assertEqual(("", "CREATE_COMPLETE"), self.events()[-1])

    def test_a_changed_endpoint_stays_and_has_what_the_template_says(self) -> None:
        self.create(NETWORK)
        before = self.ids()
        tables = {"Table": TABLE, "Other": TABLE}
        changed = interface(
            SecurityGroupIds=[{"Ref": "Group"}], PrivateDnsEnabled=True, PolicyDocument={"Statement": []}
        )
        gateway = {**GATEWAY, "Properties": {**GATEWAY["Properties"], "RouteTableIds": [{"Ref": "Other"}]}}  # type: ignore[dict-item]
        self.update({**NETWORK, **tables, "Interface": changed, "Gateway": gateway, "Group": GROUP})
        after = self.ids()
        self.assertEqual(before, {name: after[name] for name in before})
        found = {one["VpcEndpointId"]: one for one in self.endpoints()}
        made = found[after["Interface"]]
        self.assertEqual([after["Group"]], [group["GroupId"] for group in made["Groups"]])
        self.assertTrue(made["PrivateDnsEnabled"])
        self.assertEqual([after["Other"]], found[after["Gateway"]]["RouteTableIds"])

    def test_what_cannot_change_is_made_anew_and_the_old_one_goes_last(self) -> None:
        self.create(NETWORK)
        old, seen = self.ids()["Interface"], len(self.events())
        self.update({**NETWORK, "Interface": interface("ecr.dkr")})
        self.assertEqual(
            [
                ("", "UPDATE_IN_PROGRESS"),
                ("Interface", "UPDATE_IN_PROGRESS"),
                ("Interface", "UPDATE_IN_PROGRESS"),
                ("Interface", "UPDATE_COMPLETE"),
                ("", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
                ("Interface", "DELETE_IN_PROGRESS"),
                ("Interface", "DELETE_COMPLETE"),
                ("", "UPDATE_COMPLETE"),
            ],
            self.events(seen),
        )
        self.assertNotEqual(old, self.ids()["Interface"])
        self.assertNotIn(old, [one["VpcEndpointId"] for one in self.endpoints()])
        self.assertEqual(
            "Requested update requires the creation of a new physical resource; hence creating one.",
            self.reason_of_replacement(),
        )

    def reason_of_replacement(self) -> str:
        events = self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"]
        return str(next(e["ResourceStatusReason"] for e in events if "hence" in e.get("ResourceStatusReason", "")))

    def test_what_left_the_template_goes(self) -> None:
        self.create(NETWORK)
        self.update({name: resource for name, resource in NETWORK.items() if name not in ("Interface", "Gateway")})
        self.assertEqual([], self.endpoints())
        self.assertEqual(["Subnet", "Table", "Vpc"], sorted(self.ids()))

    def test_a_retained_resource_is_left_behind(self) -> None:
        self.create({**NETWORK, "Gateway": {**GATEWAY, "DeletionPolicy": "Retain"}})
        self.update({name: resource for name, resource in NETWORK.items() if name != "Gateway"})
        self.assertIn(("Gateway", "DELETE_SKIPPED"), self.events())
        [left] = [one for one in self.endpoints() if one["VpcEndpointType"] != "Interface"]
        self.ec2.delete_vpc_endpoints(VpcEndpointIds=[left["VpcEndpointId"]])

    def test_a_failed_update_brings_everything_back(self) -> None:
        self.create(NETWORK)
        before = self.ids()
        self.update(
            {
                **NETWORK,
                "Interface": interface("ecr.dkr"),
                "New": GROUP,
                "Zoute": {**UNKNOWN, "DependsOn": ["Interface", "New"]},
            }
        )
        self.assertEqual(("", "UPDATE_ROLLBACK_COMPLETE"), self.events()[-1])
        self.assertEqual(before, self.ids())
        [found] = [one for one in self.endpoints() if one["VpcEndpointType"] == "Interface"]
        self.assertEqual("com.amazonaws.eu-west-1.ecr.api", found["ServiceName"])

    def test_an_export_in_use_keeps_its_stack(self) -> None:
        self.create({"Vpc": VPC}, Outputs={"V": {"Value": {"Ref": "Vpc"}, "Export": {"Name": "used-vpc"}}})
        subnet = {**SUBNET, "Properties": {"CidrBlock": "10.0.1.0/24", "VpcId": {"Fn::ImportValue": "used-vpc"}}}
        user = json.dumps({"Resources": {"Subnet": subnet}})
        self.cloudformation.create_stack(StackName="user", TemplateBody=user)
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertEqual("Export used-vpc cannot be deleted as it is in use by user", self.reason("DELETE_FAILED"))
        self.cloudformation.delete_stack(StackName="user")
        self.cloudformation.delete_stack(StackName=self.stack)
        with self.assertRaises(ClientError):
            self.events()

    def test_a_whole_network_comes_and_goes(self) -> None:
        """Every type that a template with an internet and a NAT gateway needs is deletable again."""
        resources = {
            **NETWORK,
            "Internet": {"Type": "AWS::EC2::InternetGateway"},
            "Attachment": {
                "Type": "AWS::EC2::VPCGatewayAttachment",
                "Properties": {"VpcId": {"Ref": "Vpc"}, "InternetGatewayId": {"Ref": "Internet"}},
            },
            "Address": {"Type": "AWS::EC2::EIP", "DependsOn": "Attachment", "Properties": {"Domain": "vpc"}},
            "Nat": {
                "Type": "AWS::EC2::NatGateway",
                "Properties": {"SubnetId": {"Ref": "Subnet"}, "AllocationId": {"Fn::GetAtt": "Address.AllocationId"}},
            },
            "Route": {
                "Type": "AWS::EC2::Route",
                "Properties": {
                    "RouteTableId": {"Ref": "Table"},
                    "DestinationCidrBlock": "0.0.0.0/0",
                    "NatGatewayId": {"Ref": "Nat"},
                },
            },
            "Group": GROUP,
        }
        self.create(resources)
        self.assertEqual(("", "CREATE_COMPLETE"), self.events()[-1])
        vpc = self.ids()["Vpc"]
        self.cloudformation.delete_stack(StackName=self.stack)
        with self.assertRaises(ClientError):
            self.events()
        self.assertEqual([], self.ec2.describe_addresses()["Addresses"])
        self.assertNotIn(vpc, [one["VpcId"] for one in self.ec2.describe_vpcs()["Vpcs"]])

    def test_a_type_that_moto_does_not_make_has_a_stand_in(self) -> None:
        macro = {"Type": "AWS::CloudFormation::Macro", "Properties": {"Name": "M", "FunctionName": "f"}}
        self.create({"Macro": macro}, Outputs={"Name": {"Value": {"Ref": "Macro"}}})
        [stack] = self.cloudformation.describe_stacks(StackName=self.stack)["Stacks"]
        self.assertEqual([{"OutputKey": "Name", "OutputValue": "M"}], stack["Outputs"])


if __name__ == "__main__":
    unittest.main()
