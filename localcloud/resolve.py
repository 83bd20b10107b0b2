"""What change sets compare: a processed template whose functions are resolved as far as no resource is asked."""

from collections.abc import Mapping
from typing import Any

from localcloud.evaluate import ABSENT, pseudo_parameters
from localcloud.references import TOKEN, substituted

# The attribute that repeats what Ref returns; CloudFormation's registry schemas.
IDENTIFIERS = {
    "AWS::EC2::SecurityGroup": "GroupId",
    "AWS::EC2::Subnet": "SubnetId",
    "AWS::EC2::VPC": "VpcId",
    "AWS::EC2::RouteTable": "RouteTableId",
    "AWS::EC2::VPCEndpoint": "Id",
}


def resolved(template: dict[str, Any], values: Mapping[str, str], region: str) -> dict[str, Any]:
    """Two templates are the same to a change set if these are."""
    known = {**values, **pseudo_parameters(region)}
    types = {name: resource.get("Type") for name, resource in template.get("Resources", {}).items()}
    return {**template, "Resources": _resolve(template.get("Resources", {}), known, types)}


def _resolve(value: Any, known: Mapping[str, str], types: Mapping[str, str | None]) -> Any:
    if isinstance(value, list):
        return [item for item in (_resolve(item, known, types) for item in value) if item is not ABSENT]
    if not isinstance(value, dict):
        return value
    members = {name: _resolve(member, known, types) for name, member in value.items()}
    present = {name: member for name, member in members.items() if member is not ABSENT}
    return _function(present, known, types) if len(present) == 1 else present


def _function(value: dict[str, Any], known: Mapping[str, str], types: Mapping[str, str | None]) -> Any:
    match value:
        case {"Ref": "AWS::NoValue"}:
            return ABSENT
        case {"Ref": str(name)}:
            return known.get(name, value)
        case {"Fn::GetAtt": str(dotted)}:
            return _attribute(*dotted.partition(".")[::2], types)
        case {"Fn::GetAtt": [str(name), str(attribute)]}:
            return _attribute(name, attribute, types)
        case {"Fn::Join": [str(separator), list(parts)]} if all(isinstance(part, str) for part in parts):
            return separator.join(parts)
        case {"Fn::Sub": str(text)}:
            return _substituted(value, text, {}, known)
        case {"Fn::Sub": [str(text), dict(own)]}:
            return _substituted(value, text, own, known)
    return value


def _attribute(name: str, attribute: str, types: Mapping[str, str | None]) -> Any:
    if IDENTIFIERS.get(types.get(name) or "") == attribute:
        return {"Ref": name}
    return {"Fn::GetAtt": [name, attribute]}


def _substituted(value: Any, text: str, own: Mapping[str, Any], known: Mapping[str, str]) -> Any:
    """The text, if everything in it is known."""
    names = {name.strip() for name in TOKEN.findall(text) if not name.startswith("!")}
    given = {name: own.get(name, known.get(name)) for name in names}
    if not all(isinstance(part, str) for part in given.values()):
        return value
    return substituted(text, lambda name: str(given[name]))
