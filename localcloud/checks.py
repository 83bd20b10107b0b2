"""What CloudFormation finds wrong with a processed template, and moto would not notice or die of."""

import re
from collections.abc import Iterator
from typing import Any

from localcloud.template import TemplateError, dumps

MAX_BYTES = 1_048_576
MAX_RESOURCES = 500
_TYPE = re.compile(r"(\w+::\w+::\w+(::MODULE)?|Custom::[\w@-]+)$")


def check_size(template: dict[str, Any]) -> None:
    if len(dumps(template).encode()) > MAX_BYTES:
        raise TemplateError("Transformation data limit exceeded")


def check(template: dict[str, Any]) -> None:
    """Raises CloudFormation's sentence for the first fault."""
    resources = template.get("Resources")
    if not isinstance(resources, dict) or not resources:
        raise TemplateError("Template format error: At least one Resources member must be defined.")
    if len(resources) > MAX_RESOURCES:
        raise TemplateError(
            f"Template format error: Number of resources, {len(resources)}, "
            f"is greater than maximum allowed, {MAX_RESOURCES}"
        )
    for name, resource in resources.items():
        if not isinstance(resource, dict):
            raise TemplateError(f"Template format error: [/Resources/{name}] resource definition is malformed")
        if "Type" not in resource:
            raise TemplateError(
                f"Template format error: [/Resources/{name}] Every Resources object must contain a Type member."
            )
    if strange := sorted({str(r["Type"]) for r in resources.values() if not _TYPE.match(str(r["Type"]))}):
        raise TemplateError(f"Template format error: Unrecognized resource types: [{', '.join(strange)}]")
    _check_references(template, set(resources))


def _check_references(template: dict[str, Any], resources: set[str]) -> None:
    known = resources | set(template.get("Parameters") or {})
    for section in ("Resources", "Outputs"):
        uses = set(_uses(template.get(section)))
        for resource in (template.get(section) or {}).values():
            depends = resource.get("DependsOn", []) if isinstance(resource, dict) else []
            uses |= {(name, True) for name in ([depends] if isinstance(depends, str) else depends)}
        dangling = sorted(
            {
                name
                for name, of_resource in uses
                if name not in (resources if of_resource else known) and not name.startswith("AWS::")
            }
        )
        if dangling:
            raise TemplateError(
                f"Template format error: Unresolved resource dependencies [{', '.join(dangling)}] "
                f"in the {section} block of the template"
            )


def _uses(node: Any) -> Iterator[tuple[str, bool]]:
    """Names that functions refer to, each with whether it must be a resource's."""
    if isinstance(node, list):
        for item in node:
            yield from _uses(item)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == "Ref" and isinstance(value, str):
                yield value, False
            elif name == "Fn::GetAtt" and isinstance(value, str):
                yield value.split(".")[0], True
            elif name == "Fn::GetAtt" and isinstance(value, list) and value and isinstance(value[0], str):
                yield value[0].split(".")[0], True
            elif name == "Fn::Sub":
                yield from _sub_uses(value)
            else:
                yield from _uses(value)


def _sub_uses(value: Any) -> Iterator[tuple[str, bool]]:
    text, local = value if isinstance(value, list) and len(value) == 2 else (value, {})
    yield from _uses(list(local.values()))
    for token in re.findall(r"\$\{([^!}][^}]*)}", str(text)):
        if token not in local:
            yield token.strip().split(".")[0], "." in token
