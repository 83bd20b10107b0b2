"""The order in which CloudFormation makes resources: each after whatever it refers to or depends on.

CloudFormation starts everything whose turn has come at once. Here one is made after the other, and custom resources
come first among those whose turn it is: a look-up that does not wait for what it reads is seen to read too early.
"""

from collections.abc import Callable, Mapping
from typing import Any

from localcloud.references import Holds, depends_on, uses
from localcloud.template import TemplateError


def dependencies(resources: Mapping[str, Any], holds: Holds) -> dict[str, set[str]]:
    """For each resource, the others among these that it waits for."""
    return {
        name: ({used for used, _ in uses(resource.get("Properties"), holds)} | set(depends_on(resource)))
        & resources.keys()
        for name, resource in resources.items()
    }


def in_order(resources: Mapping[str, Any], holds: Holds) -> list[str]:
    """The names of these resources in the order of their creation; TemplateError where there is none."""
    position = {name: number for number, name in enumerate(resources)}
    order, stuck = creation_order(
        dependencies(resources, holds), lambda name: (not is_custom(resources[name]), position[name])
    )
    if stuck:
        raise TemplateError(f"Circular dependency between resources: [{', '.join(stuck)}]")
    return order


def creation_order(
    waits: Mapping[str, set[str]], priority: Callable[[str], Any] = lambda name: 0
) -> tuple[list[str], list[str]]:
    """Names in an order in which each follows what it waits for, and those that no order can serve."""
    waiting = {name: set(needed) for name, needed in waits.items()}
    order: list[str] = []
    while ready := [name for name, needed in waiting.items() if not needed]:
        first = min(ready, key=priority)
        order.append(first)
        del waiting[first]
        for needed in waiting.values():
            needed.discard(first)
    return order, list(waiting)


def is_custom(resource: Mapping[str, Any]) -> bool:
    """Whether a function outside of CloudFormation makes the resource."""
    kind = str(resource.get("Type"))
    return kind.startswith("Custom::") or kind == "AWS::CloudFormation::CustomResource"
