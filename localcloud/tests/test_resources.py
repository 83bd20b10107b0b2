"""Resources that the network function looks at are as the template says, as long as the stack lives."""

import json
import unittest
from typing import Any

import boto3

from localcloud.front import serve

VPC = {
    "Type": "AWS::EC2::VPC",
    "Properties": {"CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": "true", "EnableDnsSupport": False},
}
SUBNET = {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.1.0/24"}}
TABLE = {"Type": "AWS::EC2::RouteTable", "Properties": {"VpcId": {"Ref": "Vpc"}}}
ASSOCIATION = {
    "Type": "AWS::EC2::SubnetRouteTableAssociation",
    "Properties": {"SubnetId": {"Ref": "Subnet"}, "RouteTableId": {"Ref": "Table"}},
}
RESOURCES = {"Vpc": VPC, "Subnet": SUBNET, "Table": TABLE, "Association": ASSOCIATION}


class ResourcesTest(unittest.TestCase):
    cloudformation: Any
    ec2: Any

    @classmethod
    def setUpClass(cls) -> None:
        server = serve({})
        cls.addClassCleanup(server.shutdown)
        place = {
            "region_name": "eu-west-1",
            "endpoint_url": f"http://127.0.0.1:{server.server_port}",
            "aws_access_key_id": "x",
            "aws_secret_access_key": "x",
        }
        cls.cloudformation = boto3.client("cloudformation", **place)  # type: ignore[call-overload]
        cls.ec2 = boto3.client("ec2", **place)  # type: ignore[call-overload]

    def setUp(self) -> None:
        self.cloudformation.create_stack(StackName="net", TemplateBody=json.dumps({"Resources": RESOURCES}))
        listed = self.cloudformation.list_stack_resources(StackName="net")["StackResourceSummaries"]
        self.ids = {resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in listed}

    def tearDown(self) -> None:
        self.cloudformation.delete_stack(StackName="net")

    def test_a_vpc_has_its_dns_attributes(self) -> None:
        for name, expected in (("enableDnsHostnames", True), ("enableDnsSupport", False)):
            answer = self.ec2.describe_vpc_attribute(VpcId=self.ids["Vpc"], Attribute=name)
            self.assertEqual(expected, answer[name[0].upper() + name[1:]]["Value"])

    def test_a_subnet_is_in_a_zone_of_its_region(self) -> None:
        found = self.ec2.describe_subnets(SubnetIds=[self.ids["Subnet"]])["Subnets"][0]
        self.assertEqual("eu-west-1a", found["AvailabilityZone"])

    def test_an_association_is_seen_and_goes_with_its_stack(self) -> None:
        tables = self.ec2.describe_route_tables(RouteTableIds=[self.ids["Table"]])["RouteTables"]
        self.assertEqual([self.ids["Subnet"]], [one["SubnetId"] for one in tables[0]["Associations"]])
        self.cloudformation.delete_stack(StackName="net")
        self.assertEqual([], self.cloudformation.list_stacks(StackStatusFilter=["DELETE_FAILED"])["StackSummaries"])
        filters = [{"Name": "route-table-id", "Values": [self.ids["Table"]]}]
        self.assertEqual([], self.ec2.describe_route_tables(Filters=filters)["RouteTables"])


if __name__ == "__main__":
    unittest.main()
