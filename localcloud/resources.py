"""What moto leaves out when it makes resources of a template, and the network function or a template looks at."""

import json
from typing import Any

from moto.ec2.models import ec2_backends
from moto.ec2.models.elastic_ip_addresses import ElasticAddress
from moto.ec2.models.internet_gateways import InternetGateway
from moto.ec2.models.nat_gateways import NatGateway
from moto.ec2.models.route_tables import Route, RouteTable
from moto.ec2.models.security_groups import SecurityGroup
from moto.ec2.models.subnets import Subnet, SubnetRouteTableAssociation
from moto.ec2.models.vpcs import VPC, VPCBackend, VPCEndPoint
from moto.ec2.models.vpn_gateway import VPCGatewayAttachment

from localcloud.account import ACCOUNT


class ResourceFailure(Exception):
    """A resource could not be made, changed or deleted."""


def _teach(kind: type, **methods: Any) -> None:
    """Gives one of moto's classes methods that it lacks, or in place of its own."""
    for name, method in methods.items():
        setattr(kind, name, method)


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


_create_endpoint = VPCEndPoint.create_from_cloudformation_json.__func__  # type: ignore[attr-defined]


def _endpoint(cls: type[VPCEndPoint], resource_name: str, cloudformation_json: Any, *place: Any, **more: Any) -> Any:
    """An endpoint with its tags, and with CloudFormation's defaults, which moto would leave out or at None."""
    defaults = {"VpcEndpointType": "Gateway", "RouteTableIds": [], "SubnetIds": [], "SecurityGroupIds": []}
    properties = {**defaults, **cloudformation_json["Properties"]}
    if policy := properties.get("PolicyDocument"):
        properties["PolicyDocument"] = policy if isinstance(policy, str) else json.dumps(policy)
    made: VPCEndPoint = _create_endpoint(cls, resource_name, {"Properties": properties}, *place, **more)
    made.add_tags({tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])})
    return made


def _update_endpoint(original_resource: VPCEndPoint, cloudformation_json: Any, **more: Any) -> VPCEndPoint:
    """The same endpoint with other properties; those that cannot change make another endpoint."""
    endpoint, backend, properties = original_resource, original_resource.ec2_backend, cloudformation_json["Properties"]
    subnets, tables = properties.get("SubnetIds", []), properties.get("RouteTableIds", [])
    if endpoint.network_interface_ids or subnets:
        for interface in endpoint.network_interface_ids:
            backend.enis.pop(interface, None)
        endpoint.network_interface_ids = [backend.create_network_interface(subnet, None).id for subnet in subnets]
    if prefix_list := endpoint.destination_prefix_list_id:
        for table in set(endpoint.route_table_ids) - set(tables):
            backend.delete_route(table, prefix_list)
        for table in set(tables) - set(endpoint.route_table_ids):
            backend.create_route(table, None, gateway_id=endpoint.id, destination_prefix_list_id=prefix_list)
    endpoint.subnet_ids, endpoint.route_table_ids = subnets, tables
    endpoint.security_group_ids = properties.get("SecurityGroupIds", [])
    policy = properties.get("PolicyDocument", VPCEndPoint.DEFAULT_POLICY)
    endpoint.policy_document = policy if isinstance(policy, str) else json.dumps(policy)
    endpoint.private_dns_enabled = properties.get("PrivateDnsEnabled")
    endpoint.add_tags({tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])})
    return endpoint


_mark_deleted = VPCBackend.delete_vpc_endpoints


def _delete_endpoints(backend: VPCBackend, vpce_ids: list[str] | None = None) -> None:
    """For whoever asks: EC2 shows a deleted endpoint for some minutes, moto for ever."""
    _mark_deleted(backend, vpce_ids)
    for deleted in vpce_ids or []:
        backend.vpc_end_points.pop(deleted, None)


def _delete_endpoint(endpoint: VPCEndPoint, account_id: str, region_name: str) -> None:
    endpoint.ec2_backend.delete_vpc_endpoints([endpoint.id])


_teach(VPCBackend, delete_vpc_endpoints=_delete_endpoints)
_teach(
    VPCEndPoint,
    get_cfn_attribute=_attribute,
    create_from_cloudformation_json=classmethod(_endpoint),
    update_from_cloudformation_json=staticmethod(_update_endpoint),
    delete=_delete_endpoint,
)

_create_vpc = VPC.create_from_cloudformation_json.__func__  # type: ignore[attr-defined]


def _vpc(cls: type[VPC], resource_name: str, cloudformation_json: Any, *place: Any, **more: Any) -> VPC:
    """A VPC with the DNS attributes that the template gives it, which moto leaves at their defaults."""
    vpc: VPC = _create_vpc(cls, resource_name, cloudformation_json, *place, **more)
    _set_dns(vpc, cloudformation_json["Properties"])
    return vpc


def _update_vpc(original_resource: VPC, cloudformation_json: Any, **more: Any) -> VPC:
    _set_dns(
        original_resource, {"EnableDnsHostnames": False, "EnableDnsSupport": True} | cloudformation_json["Properties"]
    )
    return original_resource


def _set_dns(vpc: VPC, properties: dict[str, Any]) -> None:
    for name, attribute in (("EnableDnsHostnames", "enable_dns_hostnames"), ("EnableDnsSupport", "enable_dns_support")):
        if name in properties:
            setattr(vpc, attribute, str(properties[name]).lower() == "true")


_teach(
    VPC,
    create_from_cloudformation_json=classmethod(_vpc),
    update_from_cloudformation_json=staticmethod(_update_vpc),
)

_create_subnet = Subnet.create_from_cloudformation_json.__func__  # type: ignore[attr-defined]


def _subnet(
    cls: type[Subnet], /, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **more: Any
) -> Subnet:
    """A subnet in a zone of its region; moto would choose one of us-east-1."""
    properties = {"AvailabilityZone": zones(region_name)[0], **cloudformation_json["Properties"]}
    made: Subnet = _create_subnet(cls, resource_name, {"Properties": properties}, account_id, region_name, **more)
    return made


_teach(Subnet, create_from_cloudformation_json=classmethod(_subnet))

_create_association = SubnetRouteTableAssociation.create_from_cloudformation_json.__func__  # type: ignore[attr-defined]


def _association(
    cls: type[SubnetRouteTableAssociation],
    /,
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


def _dissociate(association: SubnetRouteTableAssociation, account_id: str, region_name: str) -> None:
    backend = ec2_backends[account_id][region_name]
    for table in backend.describe_route_tables(filters={"association.subnet-id": [association.subnet_id]}):
        for one in [key for key, subnet_id in table._associations.items() if subnet_id == association.subnet_id]:
            if table.id == association.route_table_id:
                backend.disassociate_route_table(one)


_teach(SubnetRouteTableAssociation, create_from_cloudformation_json=classmethod(_association), delete=_dissociate)


def _update_group(
    original_resource: SecurityGroup, new_resource_name: str, cloudformation_json: Any, **place: Any
) -> SecurityGroup:
    """The same group with other rules; moto would make another group."""
    place = {"account_id": place["account_id"], "region_name": place["region_name"]}
    other = SecurityGroup.create_from_cloudformation_json(new_resource_name, cloudformation_json, **place)
    original_resource.ingress_rules, original_resource.egress_rules = other.ingress_rules, other.egress_rules
    original_resource.ec2_backend.delete_security_group(group_id=other.id)
    return original_resource


def _delete_group(group: SecurityGroup, account_id: str, region_name: str) -> None:
    group.ec2_backend.delete_security_group(group_id=group.id)


def _delete_table(table: RouteTable, account_id: str, region_name: str) -> None:
    ec2_backends[account_id][region_name].delete_route_table(table.id)


def _delete_route(route: Route, account_id: str, region_name: str) -> None:
    route.route_table._routes.pop(route.id, None)


def _delete_internet_gateway(gateway: InternetGateway, account_id: str, region_name: str) -> None:
    gateway.ec2_backend.delete_internet_gateway(gateway.id)


def _detach(attachment: VPCGatewayAttachment, account_id: str, region_name: str) -> None:
    backend, gateway = ec2_backends[account_id][region_name], str(attachment.gateway_id)
    detach = backend.detach_internet_gateway if gateway.startswith("igw-") else backend.detach_vpn_gateway
    detach(gateway, attachment.vpc_id)


def _delete_nat_gateway(gateway: NatGateway, account_id: str, region_name: str) -> None:
    del gateway.ec2_backend.nat_gateways[gateway.id]


def _release(address: ElasticAddress, account_id: str, region_name: str) -> None:
    address.ec2_backend.release_address(allocation_id=address.allocation_id)


_teach(ElasticAddress, delete=_release)
_teach(InternetGateway, delete=_delete_internet_gateway)
_teach(NatGateway, delete=_delete_nat_gateway)
_teach(Route, delete=_delete_route)
_teach(RouteTable, delete=_delete_table)
_teach(SecurityGroup, update_from_cloudformation_json=staticmethod(_update_group), delete=_delete_group)
_teach(VPCGatewayAttachment, delete=_detach)


def zones(region: str) -> list[str]:
    """The availability zones of a region."""
    return [zone.name for zone in ec2_backends[ACCOUNT][region].describe_availability_zones()]
