"""What CloudFormation finds wrong with a processed template, and moto would not notice or die of."""

import re
from typing import Any

from localcloud.evaluate import Evaluator, Surroundings, pseudo_parameters
from localcloud.order import in_order
from localcloud.references import depends_on, uses
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


def check_order(template: dict[str, Any], parameters: dict[str, Any], region: str) -> None:
    """Raises CloudFormation's sentence where the resources that the parameters ask for wait for each other."""

    def none_yet(*names: str) -> Any:
        raise TemplateError(
            f"Template format error: Unresolved dependencies [{names[0]}]. "
            "Cannot reference resources in the Conditions block of the template"
        )

    around = Surroundings(pseudo_parameters(region), lambda region: [], none_yet, none_yet, none_yet)
    holds = Evaluator(template, parameters, around).holds
    wanted = {
        name: resource
        for name, resource in template["Resources"].items()
        if "Condition" not in resource or holds(resource["Condition"])
    }
    in_order(wanted, holds)


def _check_references(template: dict[str, Any], resources: set[str]) -> None:
    known = resources | set(template.get("Parameters") or {})
    for section in ("Resources", "Outputs"):
        used = set(uses(template.get(section)))
        for resource in (template.get(section) or {}).values():
            if isinstance(resource, dict):
                used |= {(name, True) for name in depends_on(resource)}
        dangling = sorted(
            {
                name
                for name, of_resource in used
                if name not in (resources if of_resource else known) and not name.startswith("AWS::")
            }
        )
        if dangling:
            raise TemplateError(
                f"Template format error: Unresolved resource dependencies [{', '.join(dangling)}] "
                f"in the {section} block of the template"
            )
