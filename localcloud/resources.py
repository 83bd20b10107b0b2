"""What moto leaves out when it makes resources of a template, and the network function or a template looks at."""

from typing import Any

from moto.ec2.models import ec2_backends
from moto.ec2.models.route_tables import RouteTable
from moto.ec2.models.subnets import SubnetRouteTableAssociation
from moto.ec2.models.vpcs import VPC, VPCEndPoint


class ResourceFailure(Exception):
    """A resource could not be made, changed or deleted."""


def _attribute(endpoint: VPCEndPoint, name: str) -> Any:
    """What Fn::GetAtt of an endpoint returns; moto keeps the facts and does not answer."""
    match name:
        case "Id":
            return endpoint.id
        case "CreationTimestamp":
            return endpoint.creation_timestamp.isoformat()
        case "DnsEntries":
            return [f"{entry['hosted_zone_id']}:{entry['dns_name']}" for entry in endpoint.dns_entries or []]
        case "NetworkInterfaceIds":
            return endpoint.network_interface_ids
    raise ResourceFailure(f"Requested attribute {name} does not exist in schema for AWS::EC2::VPCEndpoint")


VPCEndPoint.get_cfn_attribute = _attribute

_create_vpc = VPC.create_from_cloudformation_json.__func__  # type: ignore[attr-defined]


def _vpc(cls: type[VPC], resource_name: str, cloudformation_json: Any, *place: Any, **more: Any) -> VPC:
    """A VPC with the DNS attributes that the template gives it, which moto leaves at their defaults."""
    vpc: VPC = _create_vpc(cls, resource_name, cloudformation_json, *place, **more)
    properties = cloudformation_json["Properties"]
    for name, attribute in (("EnableDnsHostnames", "enable_dns_hostnames"), ("EnableDnsSupport", "enable_dns_support")):
        if name in properties:
            setattr(vpc, attribute, str(properties[name]).lower() == "true")
    return vpc


VPC.create_from_cloudformation_json = classmethod(_vpc)  # type: ignore[assignment]

_create_association = SubnetRouteTableAssociation.create_from_cloudformation_json.__func__  # type: ignore[attr-defined]


def _association(
    cls: type[SubnetRouteTableAssociation],
    resource_name: str,
    cloudformation_json: Any,
    account_id: str,
    region_name: str,
    **more: Any,
) -> SubnetRouteTableAssociation:
    """An association that DescribeRouteTables shows; moto keeps those of templates to itself."""
    properties = cloudformation_json["Properties"]
    ec2_backends[account_id][region_name].associate_route_table(
        route_table_id=properties["RouteTableId"], subnet_id=properties["SubnetId"]
    )
    made: SubnetRouteTableAssociation = _create_association(
        cls, resource_name, cloudformation_json, account_id, region_name, **more
    )
    return made


SubnetRouteTableAssociation.create_from_cloudformation_json = classmethod(_association)  # type: ignore[assignment]


def _dissociate(association: SubnetRouteTableAssociation, account_id: str, region_name: str) -> None:
    backend = ec2_backends[account_id][region_name]
    for table in backend.describe_route_tables(filters={"association.subnet-id": [association.subnet_id]}):
        for one in [key for key, subnet_id in table._associations.items() if subnet_id == association.subnet_id]:
            backend.disassociate_route_table(one)


SubnetRouteTableAssociation.delete = _dissociate  # type: ignore[attr-defined]


def _delete_table(table: RouteTable, account_id: str, region_name: str) -> None:
    ec2_backends[account_id][region_name].delete_route_table(table.id)


RouteTable.delete = _delete_table  # type: ignore[attr-defined]
