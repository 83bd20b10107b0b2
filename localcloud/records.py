"""What CloudFormation remembers: stacks, change sets, and the versions of a stack's template."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from localcloud.account import ACCOUNT
from localcloud.schemas import create_only
from localcloud.template import no_echo, same


class _Clock:
    """Milliseconds of which no two are the same, so that events keep their order in whatever sorts them by time."""

    def __init__(self) -> None:
        self._last = datetime.now(UTC)

    def now(self) -> str:
        self._last = max(datetime.now(UTC), self._last + timedelta(milliseconds=1))
        return self._last.isoformat(timespec="milliseconds").replace("+00:00", "Z")


_now = _Clock().now


class ApiError(Exception):
    """Refuses a request at once."""

    def __init__(self, message: str, code: str = "ValidationError") -> None:
        super().__init__(message)
        self.code = code


@dataclass
class Version:
    """A template as submitted, as processed and as compared; `failure` says why it cannot be deployed."""

    original: str
    parameters: dict[str, Any]
    values: dict[str, str]
    tags: dict[str, str]
    capabilities: list[str]
    processed: dict[str, Any] | None = None
    failure: str | None = None
    resolved: dict[str, Any] | None = None
    evaluated: dict[str, Any] = field(default_factory=dict)  # the parameters' values as functions see them

    def differs_from(self, other: "Version") -> bool:
        same_text = same(self.resolved, other.resolved)
        return not same_text or (self.values, self.tags) != (other.values, other.tags)

    @property
    def description(self) -> str | None:
        """The template's own."""
        return (self.processed or {}).get("Description")

    def describe(self) -> dict[str, Any]:
        hidden = {name for name, declared in self.parameters.items() if no_echo(declared)}
        return {
            "Parameters": [
                {"ParameterKey": name, "ParameterValue": "****" if name in hidden else value}
                for name, value in self.values.items()
            ],
            "Tags": [{"Key": key, "Value": value} for key, value in self.tags.items()],
            "Capabilities": self.capabilities,
        }


@dataclass
class Resource:
    """What is known of one resource of a stack."""

    kind: str
    physical_id: str
    status: str
    reason: str | None
    at: str

    def describe(self, name: str, time_name: str = "Timestamp") -> dict[str, Any]:
        return {
            "LogicalResourceId": name,
            "PhysicalResourceId": self.physical_id or None,
            "ResourceType": self.kind,
            time_name: self.at,
            "ResourceStatus": self.status,
            "ResourceStatusReason": self.reason,
        }


class Stack:
    """A stack; `lives` once it has been created."""

    def __init__(self, name: str, region: str) -> None:
        self.name = name
        self.region = region
        self.id = _arn(region, "stack", name)
        self.created = _now()
        self.updated: str | None = None
        self.deleted: str | None = None
        self.status = ""
        self.reason = ""
        self.token: str | None = None  # by which a client knows the events of its own request
        self.lives = False
        self.version: Version | None = None
        self.change_sets: dict[str, ChangeSet] = {}
        self.resources: dict[str, Resource] = {}
        self.events: list[dict[str, Any]] = []

    def enter(self, status: str, reason: str | None = None) -> None:
        """Goes over to a status, with the stack event that says so."""
        self.status, self.reason = status, reason or ""
        self._event(self.name, Resource("AWS::CloudFormation::Stack", self.id, status, reason, _now()))
        if status == "UPDATE_IN_PROGRESS":
            self.updated = _now()
        if status == "DELETE_COMPLETE":
            self.deleted = _now()

    def tell(self, name: str, kind: str, physical_id: str, status: str, reason: str | None) -> None:
        """What becomes of a resource: an event, and the resource's status as long as the stack has it."""
        resource = Resource(kind, physical_id, status, reason, _now())
        self._event(name, resource)
        known = self.resources.get(name)
        if status not in ("DELETE_COMPLETE", "DELETE_SKIPPED"):
            if not (known and status.startswith("DELETE_") and known.physical_id != physical_id):  # not its forerunner
                self.resources[name] = resource
        elif known and known.physical_id == physical_id:
            del self.resources[name]

    def _event(self, name: str, resource: Resource) -> None:
        place = {"StackId": self.id, "EventId": str(uuid.uuid4()), "StackName": self.name}
        place |= {"ClientRequestToken": self.token} if self.token else {}
        self.events.append({**place, **resource.describe(name)})

    def describe(self, outputs: list[dict[str, str]]) -> dict[str, Any]:
        return {
            "StackId": self.id,
            "StackName": self.name,
            "Description": self.version.description if self.version else None,
            "CreationTime": self.created,
            "LastUpdatedTime": self.updated,
            "DeletionTime": self.deleted,
            "RollbackConfiguration": {},
            "DisableRollback": False,
            "EnableTerminationProtection": False,
            "NotificationARNs": [],
            "DriftInformation": {"StackDriftStatus": "NOT_CHECKED"},
            "StackStatus": self.status,
            "StackStatusReason": self.reason or None,
            "Outputs": outputs,
            **(self.version.describe() if self.version else {}),
        }

    def summary(self) -> dict[str, Any]:
        """The stack in a list."""
        names = ("StackId", "StackName", "CreationTime", "LastUpdatedTime", "DeletionTime", "StackStatus")
        described = self.describe([])
        return {name: described[name] for name in (*names, "StackStatusReason")}


@dataclass
class ChangeSet:
    """A version of a stack's template that waits to be executed."""

    name: str
    stack: Stack
    version: Version
    description: str
    created: str = field(default_factory=_now)

    def __post_init__(self) -> None:
        self.id = _arn(self.stack.region, "changeSet", self.name)

    def describe(self) -> dict[str, Any]:
        failed = self.version.failure is not None
        return {
            "ChangeSetName": self.name,
            "ChangeSetId": self.id,
            "StackId": self.stack.id,
            "StackName": self.stack.name,
            "Description": self.description,
            "CreationTime": self.created,
            "Status": "FAILED" if failed else "CREATE_COMPLETE",
            "StatusReason": self.version.failure,
            "ExecutionStatus": "UNAVAILABLE" if failed else "AVAILABLE",
            "NotificationARNs": [],
            "IncludeNestedStacks": False,
            "Changes": [] if failed else self._changes(),
            **self.version.describe(),
        }

    def summary(self) -> dict[str, Any]:
        """The change set in a list."""
        names = ("ChangeSetName", "ChangeSetId", "StackId", "StackName", "Description", "CreationTime", "Status")
        described = self.describe()
        return {name: described[name] for name in (*names, "StatusReason", "ExecutionStatus")}

    def _changes(self) -> list[dict[str, Any]]:
        before = (self.stack.version.resolved or {}).get("Resources", {}) if self.stack.version else {}
        after = (self.version.resolved or {}).get("Resources", {})
        names = [*after, *(name for name in before if name not in after)]
        return [
            {"Type": "Resource", "ResourceChange": self._change(name, before.get(name), after.get(name))}
            for name in names
            if not same(before.get(name), after.get(name))
        ]

    def _change(self, name: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
        known = self.stack.resources.get(name)
        change = {
            "Action": "Modify" if before and after else "Add" if after else "Remove",
            "LogicalResourceId": name,
            "PhysicalResourceId": known.physical_id if known else None,
            "ResourceType": (after or before or {})["Type"],
            "Scope": [],
            "Details": [],
        }
        if before and after:
            one, other = before.get("Properties") or {}, after.get("Properties") or {}
            changed = {key for key in {*one, *other} if not same(one.get(key), other.get(key))}
            replaced = bool(changed & create_only(after["Type"]))
            change |= {"Scope": ["Properties"] if changed else ["Metadata"], "Replacement": str(replaced)}
        return change


def members(node: Any) -> list[Any]:
    """A list of the query protocol: {"1": …, "2": …}; an empty one arrives as empty text."""
    return [node[index] for index in sorted(node, key=int)] if isinstance(node, dict) else []


def pairs(node: Any) -> dict[str, str]:
    """A list of Key and Value."""
    return {entry["Key"]: entry.get("Value", "") for entry in members(node)}


def _arn(region: str, kind: str, name: str) -> str:
    return f"arn:aws:cloudformation:{region}:{ACCOUNT}:{kind}/{name}/{uuid.uuid4()}"
