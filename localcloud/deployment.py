"""The resources of one stack, made, changed and deleted by moto's classes in the order of their dependencies."""

import json
import logging
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from inspect import signature
from typing import Any

from moto.cloudformation.exceptions import UnformattedGetAttTemplateException
from moto.cloudformation.parsing import Export, ResourceMap, parse_resource_and_generate_name
from moto.cloudformation.utils import random_suffix
from moto.ec2.models import ec2_backends
from moto.ec2.models.core import TaggedEC2Resource

from localcloud import resources, schemas
from localcloud.account import ACCOUNT
from localcloud.evaluate import Evaluator, Surroundings, pseudo_parameters
from localcloud.order import creation_order, dependencies, in_order, is_custom
from localcloud.resolve import IDENTIFIERS
from localcloud.resources import ResourceFailure
from localcloud.template import dumps, same

Template = dict[str, Any]
Tell = Callable[[str, str, str, str, str | None], None]  # logical id, type, physical id, status, reason
Attempt = Callable[[Callable[[], Any]], Any]  # runs work of moto's; ResourceFailure for whatever that raises


class DeploymentFailure(ResourceFailure):
    """Some resources could not be made, changed or deleted; each has an event that says why."""

    def __init__(self, what: str, names: Iterable[str]) -> None:
        super().__init__(f"The following resource(s) failed to {what}: [{', '.join(names)}]")


@dataclass
class Made:
    """A resource that lives, with the properties that it was made of and the resources that it waited for."""

    kind: str
    resource: Any
    physical_id: str
    properties: dict[str, Any]
    after: set[str] = field(default_factory=set)
    kept_on_deletion: bool = False
    kept_on_replacement: bool = False
    settled: bool = True  # not after a change that failed half-way


class StandIn:
    """A resource of a type that moto does not make."""


class Deployment:
    """What lives of a stack. After a failure, `apply` of the former template brings back what that says."""

    def __init__(self, region: str, stack_id: str, name: str, tell: Tell, attempt: Attempt) -> None:
        self._region = region
        self._stack_id = stack_id
        self._name = name
        self._tell = tell
        self._attempt = attempt
        self._made: dict[str, Made] = {}  # in the order of creation
        self._leaving: dict[str, Made] = {}  # replaced or no longer wanted, until `clean_up`
        self._unmade: dict[str, str] = {}  # what failed to be made, by name with its type, until it is cleaned up
        self.imports: set[str] = set()
        self.outputs: list[dict[str, str]] = []  # as DescribeStacks shows them

    def apply(
        self, template: Template, parameters: Mapping[str, Any], tags: dict[str, str], exports: Mapping[str, Export]
    ) -> None:
        """Makes what is new and changes what is different; what is no longer wanted stays until `clean_up`."""
        template = json.loads(dumps(template))  # moto edits what it is given, and knows no Decimal
        evaluator = self._evaluator(template, parameters, exports)
        self.imports = set()
        wanted = {
            name: resource
            for name, resource in template["Resources"].items()
            if "Condition" not in resource or evaluator.holds(resource["Condition"])
        }
        order = in_order(wanted, evaluator.holds)
        waits = dependencies(wanted, evaluator.holds)
        replaced: dict[str, Made] = {}
        try:
            for name in order:
                self._bring(name, wanted[name], waits[name], evaluator, tags, replaced)
        except ResourceFailure:
            self._bring_back(replaced)
            raise
        self._leaving |= replaced | {name: made for name, made in self._made.items() if name not in wanted}
        self._made = {name: self._made[name] for name in order}
        self.outputs = self._evaluated_outputs(template, evaluator)

    def clean_up(self) -> None:
        """Deletes what is no longer wanted, the last made first. What cannot be deleted has an event, no more."""
        leaving, self._leaving = self._leaving, {}
        self._forget_unmade()
        self._remove(leaving)

    def discard(self) -> None:
        """Deletes everything, the last made first; DeploymentFailure names what could not be deleted."""
        self._forget_unmade()
        failed = self._remove(self._made)
        self._made = {name: made for name, made in self._made.items() if name in failed}
        if failed:
            raise DeploymentFailure("delete", failed)
        self.outputs = []

    def _bring(
        self,
        name: str,
        wanted: dict[str, Any],
        after: set[str],
        evaluator: Evaluator,
        tags: dict[str, str],
        replaced: dict[str, Made],
    ) -> None:
        """Makes or changes one resource, or leaves it as it is."""
        before = self._made.get(name)
        kind, what = wanted["Type"], "update" if before else "create"
        properties = self._attempt(lambda: evaluator.value(wanted.get("Properties") or {}))
        try:
            if before and before.kind != kind:
                raise ResourceFailure("Update of resource type is not permitted.")
            if not before:
                made = self._create(name, kind, properties, tags)
            elif before.settled and same(before.properties, properties):
                made = before
            elif self._must_be_replaced(kind, before.properties, properties):
                self._tell(name, kind, before.physical_id, "UPDATE_IN_PROGRESS", REPLACEMENT)
                made = self._create(name, kind, properties, tags, "UPDATE")
                replaced[name] = before
            else:
                made = self._change(name, before, properties)
        except ResourceFailure as failure:
            if before:
                before.settled = False
            else:
                self._unmade[name] = kind
            physical_id = before.physical_id if before else ""
            self._tell(name, kind, physical_id, f"{what.upper()}_FAILED", str(failure))
            raise DeploymentFailure(what, [name]) from failure
        made.after = after
        made.kept_on_deletion = wanted.get("DeletionPolicy") in ("Retain", "RetainExceptOnCreate")
        made.kept_on_replacement = wanted.get("UpdateReplacePolicy") == "Retain"
        self._made[name] = made

    def _create(
        self,
        name: str,
        kind: str,
        properties: dict[str, Any],
        tags: dict[str, str],
        what: str = "CREATE",
    ) -> Made:
        if what == "CREATE":
            self._tell(name, kind, "", "CREATE_IN_PROGRESS", None)
        resource_class, given, resource_name = self._moto(name, kind, properties)
        place = {"LogicalId": name, "StackId": self._stack_id, "ResourceType": kind}

        def create() -> Any:
            return resource_class.create_from_cloudformation_json(resource_name, given, ACCOUNT, self._region, **place)

        resource = self._attempt(create) if resource_class else StandIn()
        physical_id = str(getattr(resource, "physical_resource_id", resource_name))
        if isinstance(resource, TaggedEC2Resource):
            own = {f"aws:cloudformation:{key}": value for key, value in self._own_tags(name).items()}
            ec2_backends[ACCOUNT][self._region].create_tags([physical_id], {**tags, **own})
        self._tell(name, kind, physical_id, f"{what}_IN_PROGRESS", "Resource creation Initiated")
        self._tell(name, kind, physical_id, f"{what}_COMPLETE", None)
        return Made(kind, resource, physical_id, properties)

    def _own_tags(self, name: str) -> dict[str, str]:
        return {"stack-name": self._name, "stack-id": self._stack_id, "logical-id": name}

    def _change(self, name: str, before: Made, properties: dict[str, Any]) -> Made:
        kind = before.kind
        self._tell(name, kind, before.physical_id, "UPDATE_IN_PROGRESS", None)
        resource_class, given, resource_name = self._moto(name, kind, properties)
        resource = before.resource
        if resource_class and not hasattr(resource_class.update_from_cloudformation_json, "__isabstractmethod__"):

            def update() -> Any:
                return resource_class.update_from_cloudformation_json(
                    original_resource=resource,
                    new_resource_name=resource_name,
                    cloudformation_json=given,
                    account_id=ACCOUNT,
                    region_name=self._region,
                )

            resource = self._attempt(update)
        physical_id = str(getattr(resource, "physical_resource_id", before.physical_id))
        self._tell(name, kind, physical_id, "UPDATE_COMPLETE", None)
        return Made(kind, resource, physical_id, properties)

    def _moto(self, name: str, kind: str, properties: dict[str, Any]) -> tuple[Any, dict[str, Any], str]:
        """moto's class for a type, or None, with what that wants to know of the resource, and its name."""
        moto_kind = "Custom::Resource" if is_custom({"Type": kind}) else kind
        given = {"Type": moto_kind, "Properties": json.loads(json.dumps(properties))}
        nowhere = ResourceMap(self._stack_id, self._name, {}, {}, self._region, ACCOUNT, {}, None)
        with warnings.catch_warnings(action="ignore"):
            found: tuple[Any, dict[str, Any], str] | None = parse_resource_and_generate_name(name, given, nowhere)
        if found:
            return found
        return None, given, self._stand_in_id(name, kind, properties)

    def _stand_in_id(self, name: str, kind: str, properties: dict[str, Any]) -> str:
        """What Ref returns of a type that moto does not make: nearly always a name."""
        own = str(properties.get("Name") or f"{self._name}-{name}-{random_suffix()}")
        if kind != "AWS::Lambda::Alias":
            return own
        partition = pseudo_parameters(self._region)["AWS::Partition"]
        return f"arn:{partition}:lambda:{self._region}:{ACCOUNT}:function:{properties['FunctionName']}:{own}"

    @staticmethod
    def _must_be_replaced(kind: str, before: dict[str, Any], after: dict[str, Any]) -> bool:
        changed = {name for name in {*before, *after} if not same(before.get(name), after.get(name))}
        return bool(changed & schemas.create_only(kind))

    def _bring_back(self, replaced: dict[str, Made]) -> None:
        """After a failure: the replaced ones are back in their places, and their successors leave."""
        self._leaving |= {name: self._made[name] for name in replaced}
        self._made |= replaced
        for made in replaced.values():
            made.settled = False

    def _forget_unmade(self) -> None:
        for name, kind in self._unmade.items():
            self._tell(name, kind, "", "DELETE_COMPLETE", None)
        self._unmade = {}

    def _remove(self, leaving: dict[str, Made]) -> list[str]:
        """Deletes what others waited for after those, unless they could not be deleted; names what is left."""
        order, _ = creation_order({name: made.after & leaving.keys() for name, made in leaving.items()})
        failed: list[str] = []
        needed: set[str] = set()
        for name in reversed(order):
            made = leaving[name]
            replaced = self._made.get(name) not in (None, made)
            kept = made.kept_on_replacement if replaced else made.kept_on_deletion
            if kept:
                self._tell(name, made.kind, made.physical_id, "DELETE_SKIPPED", None)
            elif name in needed or not self._delete(name, made):
                needed |= made.after
                failed.append(name)
        return failed

    def _delete(self, name: str, made: Made) -> bool:
        self._tell(name, made.kind, made.physical_id, "DELETE_IN_PROGRESS", None)
        try:
            if not isinstance(made.resource, StandIn):
                self._attempt(lambda: self._delete_in_moto(made))
        except ResourceFailure as failure:
            self._tell(name, made.kind, made.physical_id, "DELETE_FAILED", str(failure))
            return False
        self._tell(name, made.kind, made.physical_id, "DELETE_COMPLETE", None)
        return True

    def _delete_in_moto(self, made: Made) -> None:
        """By the resource's own method or its class's; moto has neither for some types, which then live on."""
        delete = getattr(made.resource, "delete", None)
        if delete and len(signature(delete).parameters) == 2:
            delete(ACCOUNT, self._region)
            return
        by_class = type(made.resource).delete_from_cloudformation_json
        if not hasattr(by_class, "__isabstractmethod__"):
            definition = {"Type": made.kind, "Properties": made.properties}
            by_class(made.physical_id, definition, ACCOUNT, self._region)

    def _evaluator(self, template: Template, parameters: Mapping[str, Any], exports: Mapping[str, Export]) -> Evaluator:
        def imported(name: str) -> str:
            if name not in exports:
                raise ResourceFailure(f"No export named {name} found")
            self.imports.add(name)
            return exports[name].value

        pseudo = pseudo_parameters(self._region) | {"AWS::StackName": self._name, "AWS::StackId": self._stack_id}
        around = Surroundings(
            pseudo, resources.zones, imported, lambda name: self._made[name].physical_id, self._attribute
        )
        return Evaluator(template, parameters, around)

    def _attribute(self, name: str, attribute: str) -> Any:
        """What Fn::GetAtt of a resource returns; a text that says so where moto does not know."""
        made = self._made[name]
        if IDENTIFIERS.get(made.kind) == attribute:
            return made.physical_id
        try:
            return made.resource.get_cfn_attribute(attribute)
        except (NotImplementedError, AttributeError, UnformattedGetAttTemplateException):
            known = getattr(made.resource, re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", attribute).lower(), None)
            return made.properties.get(attribute, known or f"{made.physical_id}.{attribute}")

    def _evaluated_outputs(self, template: Template, evaluator: Evaluator) -> list[dict[str, str]]:
        outputs = []
        for key, declared in (template.get("Outputs") or {}).items():
            if "Condition" in declared and not evaluator.holds(declared["Condition"]):
                continue
            value = evaluator.value({"OutputValue": declared.get("Value"), "Description": declared.get("Description")})
            output = {"OutputKey": key, **value}
            if "Export" in declared:
                output["ExportName"] = evaluator.value(declared["Export"])["Name"]
            outputs.append(output)
        return outputs


logging.getLogger("moto").setLevel(logging.ERROR)  # it warns of every type that has a stand-in here
REPLACEMENT = "Requested update requires the creation of a new physical resource; hence creating one."
