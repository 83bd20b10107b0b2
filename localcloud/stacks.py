"""CloudFormation's actions around a macro, as far as `aws cloudformation deploy` and its kin use them."""

from collections.abc import Callable
from typing import Any

from localcloud.engine import Moto
from localcloud.records import ApiError, ChangeSet, Stack, Version, members
from localcloud.resources import ResourceFailure
from localcloud.submission import prepare, summary, template_text
from localcloud.template import dumps, parse, same
from localcloud.transforms import Transforms

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."
Answer = dict[str, Any]


class CloudFormation:
    """The stacks of all regions. An action takes the region and the request's parameters as a tree."""

    def __init__(self, transforms: Transforms, moto: Moto) -> None:
        self._transforms = transforms
        self._moto = moto
        self._stacks: dict[tuple[str, str], Stack] = {}
        self._deleted: list[Stack] = []
        self.actions: dict[str, Callable[[str, Answer], Answer]] = {
            "CreateChangeSet": self.create_change_set,
            "CreateStack": self.create_stack,
            "DeleteChangeSet": self.delete_change_set,
            "DeleteStack": self.delete_stack,
            "DescribeChangeSet": self.describe_change_set,
            "DescribeEvents": lambda region, request: {"OperationEvents": []},  # details of some failures; we have none
            "DescribeStackEvents": self.describe_stack_events,
            "DescribeStackResource": self.describe_stack_resource,
            "DescribeStackResources": self.describe_stack_resources,
            "DescribeStacks": self.describe_stacks,
            "ExecuteChangeSet": self.execute_change_set,
            "GetTemplate": self.get_template,
            "GetTemplateSummary": self.get_template_summary,
            "ListChangeSets": self.list_change_sets,
            "ListStackResources": self.list_stack_resources,
            "ListStacks": self.list_stacks,
            "UpdateStack": self.update_stack,
            "ValidateTemplate": self.get_template_summary,
        }

    def create_stack(self, region: str, request: Answer) -> Answer:
        name = request["StackName"]
        if (region, name) in self._stacks:
            raise ApiError(f"Stack [{name}] already exists", "AlreadyExistsException")
        stack = Stack(name, region)
        version = prepare(self._transforms, stack, request, direct=True)
        self._stacks[region, name] = stack
        stack.token = request.get("ClientRequestToken")
        self._make(stack, version)
        return {"StackId": stack.id}

    def update_stack(self, region: str, request: Answer) -> Answer:
        stack = self._updatable(region, request["StackName"])
        version = prepare(self._transforms, stack, request, direct=True)
        if not version.failure and stack.version and not version.differs_from(stack.version):
            raise ApiError("No updates are to be performed.")
        stack.token = request.get("ClientRequestToken")
        self._make(stack, version)
        return {"StackId": stack.id}

    def create_change_set(self, region: str, request: Answer) -> Answer:
        name, kind = request["StackName"], request.get("ChangeSetType", "UPDATE")
        if kind == "UPDATE":
            stack = self._updatable(region, name)
        else:
            stack = self._stacks.get((region, name)) or Stack(name, region)
            if stack.version:
                again = f"cannot be created again with the changeSet [{request['ChangeSetName']}]."
                raise ApiError(f"Stack [{name}] already exists and {again}")
        version = prepare(self._transforms, stack, request, direct=False)
        if (region, name) not in self._stacks and kind == "CREATE":
            self._stacks[region, name] = stack
            stack.enter("REVIEW_IN_PROGRESS", "User Initiated")
        if not version.failure and stack.version and not version.differs_from(stack.version):
            version.failure = NO_CHANGES
        change_set = ChangeSet(request["ChangeSetName"], stack, version, request.get("Description", ""))
        stack.change_sets[change_set.name] = change_set
        return {"Id": change_set.id, "StackId": stack.id}

    def execute_change_set(self, region: str, request: Answer) -> Answer:
        change_set = self._change_set(region, request)
        if change_set.version.failure:
            raise ApiError(
                f"ChangeSet [{change_set.id}] cannot be executed in its current status of [FAILED]",
                "InvalidChangeSetStatus",
            )
        change_set.stack.change_sets.clear()
        change_set.stack.token = request.get("ClientRequestToken")
        self._make(change_set.stack, change_set.version)
        return {}

    def delete_change_set(self, region: str, request: Answer) -> Answer:
        try:
            change_set = self._change_set(region, request)
        except ApiError:
            return {}  # deleting what is not there succeeds
        del change_set.stack.change_sets[change_set.name]
        return {}

    def describe_change_set(self, region: str, request: Answer) -> Answer:
        return self._change_set(region, request).describe()

    def delete_stack(self, region: str, request: Answer) -> Answer:
        try:
            stack = self._stack(region, request["StackName"])
        except ApiError:
            return {}  # deleting what is not there succeeds
        if stack.status == "DELETE_COMPLETE":
            return {}
        stack.token = request.get("ClientRequestToken")
        stack.enter("DELETE_IN_PROGRESS", "User Initiated")
        stack.lives = False
        try:
            self._moto.discard(region, stack.id)
        except ResourceFailure as failure:
            stack.enter("DELETE_FAILED", str(failure))
        else:
            stack.enter("DELETE_COMPLETE")
            del self._stacks[region, stack.name]
            self._deleted.append(stack)
        return {}

    def describe_stacks(self, region: str, request: Answer) -> Answer:
        if name := request.get("StackName"):
            stacks = [self._stack(region, name)]
        else:
            stacks = [stack for (where, _), stack in self._stacks.items() if where == region]
        outputs = {stack.id: self._moto.outputs(stack.id) for stack in stacks if stack.lives}
        return {"Stacks": [stack.describe(outputs.get(stack.id, [])) for stack in stacks]}

    def describe_stack_events(self, region: str, request: Answer) -> Answer:
        return {"StackEvents": self._stack(region, request["StackName"]).events[::-1]}

    def describe_stack_resources(self, region: str, request: Answer) -> Answer:
        if not request.get("StackName"):
            return {"StackResources": self._resources_of_owner(region, request.get("PhysicalResourceId", ""))}
        stack = self._stack(region, request["StackName"])
        wanted = request.get("LogicalResourceId")
        return {"StackResources": [one for one in _resources(stack) if wanted in (None, one["LogicalResourceId"])]}

    def describe_stack_resource(self, region: str, request: Answer) -> Answer:
        stack, name = self._stack(region, request["StackName"]), request["LogicalResourceId"]
        if name not in stack.resources:
            raise ApiError(f"Resource {name} does not exist for stack {stack.name}")
        detail = stack.resources[name].describe(name, "LastUpdatedTimestamp")
        return {"StackResourceDetail": {"StackName": stack.name, "StackId": stack.id, **detail}}

    def list_stack_resources(self, region: str, request: Answer) -> Answer:
        stack = self._stack(region, request["StackName"])
        listed = [one.describe(name, "LastUpdatedTimestamp") for name, one in stack.resources.items()]
        return {"StackResourceSummaries": listed}

    def list_stacks(self, region: str, request: Answer) -> Answer:
        wanted = members(request.get("StackStatusFilter"))
        stacks = [stack for stack in (*self._stacks.values(), *self._deleted) if stack.region == region]
        return {"StackSummaries": [stack.summary() for stack in stacks if not wanted or stack.status in wanted]}

    def list_change_sets(self, region: str, request: Answer) -> Answer:
        stack = self._stack(region, request["StackName"])
        return {"Summaries": [change_set.summary() for change_set in stack.change_sets.values()]}

    def get_template(self, region: str, request: Answer) -> Answer:
        if request.get("ChangeSetName"):
            version: Version | None = self._change_set(region, request).version
        else:
            version = self._stack(region, request["StackName"]).version
        if not version:  # a stack of which only a change set exists
            return {"TemplateBody": "", "StagesAvailable": []}
        original = request.get("TemplateStage", "Processed" if version.processed else "Original") == "Original"
        if not original and not version.processed:
            raise ApiError("Template is in stage Original only: its transforms failed")
        processed = version.original if same(version.processed, parse(version.original)) else dumps(version.processed)
        stages = ["Original", "Processed"] if version.processed else ["Original"]
        return {"TemplateBody": version.original if original else processed, "StagesAvailable": stages}

    def get_template_summary(self, region: str, request: Answer) -> Answer:
        if name := request.get("StackName"):
            version = self._stack(region, name).version
            return summary(version.original if version else "{}")
        return summary(template_text(request))

    def _make(self, stack: Stack, version: Version) -> None:
        """Creates or updates, and on failure rolls back to the former processed text: no macro is called."""
        former = stack.version
        what = "UPDATE" if former else "CREATE"
        stack.enter(f"{what}_IN_PROGRESS", "User Initiated")
        try:
            if version.failure is not None:
                raise ResourceFailure(version.failure)
            self._apply(stack, version)
        except ResourceFailure as failure:
            self._roll_back(stack, version, str(failure))
            return
        stack.version, stack.lives = version, True
        if former:
            stack.enter("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
            self._moto.clean_up(stack.id)
        stack.enter(f"{what}_COMPLETE")

    def _apply(self, stack: Stack, version: Version) -> None:
        template = version.processed or {}
        self._moto.apply(stack.region, stack.id, stack.name, stack.tell, template, version.evaluated, version.tags)

    def _roll_back(self, stack: Stack, version: Version, reason: str) -> None:
        former = stack.version
        rollback = "UPDATE_ROLLBACK" if former else "ROLLBACK"
        stack.version = former or version
        stack.enter(f"{rollback}_IN_PROGRESS", f"{reason}. Rollback requested by user.")
        try:
            if not former:
                self._moto.discard(stack.region, stack.id)
            elif not version.failure:
                self._apply(stack, former)
                stack.enter("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
                self._moto.clean_up(stack.id)
        except ResourceFailure as failure:
            stack.enter(f"{rollback}_FAILED", str(failure))
        else:
            stack.enter(f"{rollback}_COMPLETE")

    def _stack(self, region: str, name_or_id: str) -> Stack:
        for (where, name), stack in self._stacks.items():
            if where == region and name_or_id in (name, stack.id):
                return stack
        for stack in self._deleted:
            if stack.id == name_or_id:
                return stack
        raise ApiError(f"Stack with id {name_or_id} does not exist")

    def _updatable(self, region: str, name: str) -> Stack:
        stack = self._stack(region, name)
        if not stack.lives:
            raise ApiError(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")
        return stack

    def _change_set(self, region: str, request: Answer) -> ChangeSet:
        wanted = request["ChangeSetName"]
        for (where, _), stack in self._stacks.items():
            for change_set in stack.change_sets.values():
                in_stack = request.get("StackName") in (stack.name, stack.id)
                if where == region and (wanted == change_set.id or (wanted == change_set.name and in_stack)):
                    return change_set
        raise ApiError(f"ChangeSet [{wanted}] does not exist", "ChangeSetNotFoundException")

    def _resources_of_owner(self, region: str, physical_id: str) -> list[Answer]:
        """The resources of the stack that has this one."""
        for (where, _), stack in self._stacks.items():
            if where == region and any(one.physical_id == physical_id for one in stack.resources.values()):
                return _resources(stack)
        raise ApiError(f"Stack for {physical_id} does not exist")


def _resources(stack: Stack) -> list[Answer]:
    place = {"StackName": stack.name, "StackId": stack.id}
    return [{**place, **resource.describe(name)} for name, resource in stack.resources.items()]
