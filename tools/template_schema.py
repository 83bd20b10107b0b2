#!/usr/bin/env python3
"""Makes schemas/template.schema.json, which editors read, from schemas/privateecraccess.json.

The one schema describes the properties of a resource type. An editor needs the schema of a whole
template (JSON schema, draft 7), in which functions may stand for values and all of CloudFormation
is allowed around our type.
`tools/template_schema.py` writes the file, `tools/template_schema.py --check` compares it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"
SOURCE = SCHEMAS / "privateecraccess.json"
TARGET = SCHEMAS / "template.schema.json"

Schema = dict[str, Any]

# Without a description: editors would show it for every value that a function may stand for.
FUNCTION: Schema = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "patternProperties": {"^(Ref|Fn::.+)$": {}},
    "additionalProperties": False,
}

# Words in descriptions that are names of the template language: shown as code.
CODE = re.compile(r"(?<![\w`])(!?[A-Z]\w*::[\w:]+|!Ref [\w:]+|(?:[A-Z][a-z0-9]+){2,}\w*|true|false)(?![\w`])")

EXAMPLES: dict[str, Any] = {
    "VpcId": "!Ref ${1:Vpc}",
    "SubnetIds": ["!Ref ${1:PrivateSubnetA}", "!Ref ${2:PrivateSubnetB}"],
    "RouteTableIds": ["!Ref ${1:PrivateRoutes}"],
    "SecurityGroupIds": ["!Ref ${1:EndpointGroup}"],
    "ClientSecurityGroupIds": ["!Ref ${1:TaskGroup}"],
    "ClientCidrs": ["${1:10.0.0.0/16}"],
    "AdditionalServices": ["${1:logs}"],
    "ExistingServices": ["${1:s3}"],
    "Repositories": ["${1:team/*}"],
    "AdditionalS3Resources": ["${1:arn:aws:s3:::my-bucket/*}"],
    "Tags": [{"Key": "${1:Name}", "Value": "${2:value}"}],
    "Overrides": {"${1:s3}": {"LogicalId": "${2:S3Endpoint}"}},
}


def main() -> int:
    """Writes the file, or compares it."""
    made = (
        json.dumps(
            template(json.loads(SOURCE.read_text("utf-8"))),
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )
    if sys.argv[1:] != ["--check"]:
        TARGET.write_text(made, "utf-8")
        return 0
    if TARGET.read_text("utf-8") == made:
        return 0
    print(
        f"{TARGET.name} is not what {SOURCE.name} makes: run `make schemas`",
        file=sys.stderr,
    )
    return 1


def template(source: Schema) -> Schema:
    """The schema of a template, from the schema of the resource type."""
    name = source["typeName"]
    parts = {pointer.split("/")[2] for pointer in source["readOnlyProperties"]}
    used = {n: s for n, s in source["definitions"].items() if not n.endswith("Part")}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": f"Made from {SOURCE.name}: change that, and run `make schemas`.",
        "title": f"CloudFormation template with {name}",
        "type": "object",
        "properties": {
            "Transform": {
                "markdownDescription": f"The template's macros. `{name}` comes first.",
                "anyOf": [
                    {"const": name},
                    {"type": "array", "items": {"anyOf": [{"const": name}, {}]}},
                    {},
                ],
            },
            "Resources": {"$ref": "#/definitions/Resources"},
        },
        "definitions": {
            "Resources": {
                "type": "object",
                "patternProperties": {"^Fn::ForEach::": {"$ref": "#/definitions/Loop"}},
                "additionalProperties": {"$ref": "#/definitions/Resource"},
                "defaultSnippets": [snippet(name)],
            },
            "Loop": {
                "type": "array",
                "items": [{}, {}, {"$ref": "#/definitions/Resources"}],
            },
            "Resource": {
                "if": {
                    "type": "object",
                    "required": ["Type"],
                    "properties": {"Type": {"const": name}},
                },
                "then": {"$ref": "#/definitions/Shorthand"},
                "else": {"properties": {"Type": {"anyOf": [{"const": name}, {}]}}},
            },
            "Shorthand": shorthand(source),
            "Properties": {
                "type": "object",
                "properties": {n: value(n, s) for n, s in source["properties"].items() if n not in parts},
                "required": source["required"],
                "additionalProperties": False,
            },
            "Function": FUNCTION,
            **{n: inside(s) for n, s in used.items()},
        },
    }


def snippet(name: str) -> Schema:
    """A whole shorthand to begin with."""
    properties = {
        "VpcId": "!Ref ${2:Vpc}",
        "SubnetIds": ["!Ref ${3:PrivateSubnetA}", "!Ref ${4:PrivateSubnetB}"],
    }
    return {
        "label": name,
        "description": "The endpoints that pulls from private ECR need",
        "body": {"${1:EcrAccess}": {"Type": name, "Properties": properties}},
    }


def shorthand(source: Schema) -> Schema:
    """The resource: its attributes are those that go to everything generated from it."""
    strings = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    return {
        "type": "object",
        "description": source["description"],
        "properties": {
            "Type": {"const": source["typeName"], "description": source["description"]},
            "Properties": {"$ref": "#/definitions/Properties"},
            "Condition": {"type": "string"},
            "DependsOn": strings,
            "DeletionPolicy": {},
            "UpdateReplacePolicy": {},
            "Metadata": {"type": "object"},
        },
        "required": ["Type", "Properties"],
        "additionalProperties": False,
    }


def value(name: str, schema: Schema) -> Schema:
    """A property of the resource: described, with a snippet, and possibly a function."""
    text = schema["description"]
    made: Schema = {
        "description": text,
        "markdownDescription": CODE.sub(r"`\1`", text).replace(". Default: ", "\n\nDefault: "),
        "anyOf": [*alternatives(schema), {"$ref": "#/definitions/Function"}],
    }
    if name in EXAMPLES:
        made["defaultSnippets"] = [{"label": name, "body": EXAMPLES[name]}]
    return made


def alternatives(schema: Schema) -> list[Schema]:
    """What a value may be besides a function; without what editors do not know."""
    return [inside(s) for s in schema["anyOf"]] if "anyOf" in schema else [inside(schema)]


def inside(schema: Schema) -> Schema:
    """A schema whose members and items may be functions."""
    made: Schema = {}
    for key, part in schema.items():
        if key == "items":
            made[key] = or_function(part)
        elif key in ("properties", "patternProperties"):
            made[key] = {name: or_function(member) for name, member in part.items()}
        elif key not in ("description", "format", "$comment", "anyOf"):
            made[key] = part
    return made


def or_function(schema: Schema) -> Schema:
    """A value, or a function in its place."""
    described = {"description": schema["description"]} if "description" in schema else {}
    return described | {"anyOf": [inside(schema), {"$ref": "#/definitions/Function"}]}


if __name__ == "__main__":
    sys.exit(main())
