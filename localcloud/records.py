"""What CloudFormation remembers: stacks, change sets, and the versions of a stack's template."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from localcloud.template import no_echo, same
from localcloud.transforms import ACCOUNT


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

    def differs_from(self, other: "Version") -> bool:
        same_text = same(self.resolved, other.resolved)
        return not same_text or (self.values, self.tags) != (other.values, other.tags)

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


class Stack:
    """A stack; `lives` once it has been created."""

    def __init__(self, name: str, region: str) -> None:
        self.name = name
        self.region = region
        self.id = _arn(region, "stack", name)
        self.created = _now()
        self.status = "REVIEW_IN_PROGRESS"
        self.reason = ""
        self.lives = False
        self.version: Version | None = None
        self.change_sets: dict[str, ChangeSet] = {}
        self.events: list[dict[str, Any]] = []

    def enter(self, status: str, reason: str | None = None) -> None:
        """Goes over to a status, with the stack event that says so."""
        self.status, self.reason = status, reason or ""
        self.events.append(
            {
                "StackId": self.id,
                "EventId": str(uuid.uuid4()),
                "StackName": self.name,
                "LogicalResourceId": self.name,
                "PhysicalResourceId": self.id,
                "ResourceType": "AWS::CloudFormation::Stack",
                "Timestamp": _now(),
                "ResourceStatus": status,
                "ResourceStatusReason": reason,
            }
        )

    def describe(self, outputs: list[dict[str, str]]) -> dict[str, Any]:
        return {
            "StackId": self.id,
            "StackName": self.name,
            "CreationTime": self.created,
            "StackStatus": self.status,
            "StackStatusReason": self.reason or None,
            "Outputs": outputs,
            **(self.version.describe() if self.version else {}),
        }


@dataclass
class ChangeSet:
    """A version of a stack's template that waits to be executed."""

    name: str
    stack: Stack
    version: Version
    description: str
    created: str = field(default_factory=lambda: _now())

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
            "Changes": [] if failed else self._changes(),
            **self.version.describe(),
        }

    def _changes(self) -> list[dict[str, Any]]:
        before = (self.stack.version.resolved or {}).get("Resources", {}) if self.stack.version else {}
        after = (self.version.resolved or {}).get("Resources", {})
        changes = []
        for name in [*after, *(name for name in before if name not in after)]:
            action = "Add" if name not in before else "Remove" if name not in after else "Modify"
            if not same(before.get(name), after.get(name)):
                kind = (after.get(name) or before[name])["Type"]
                changed = {"Action": action, "LogicalResourceId": name, "ResourceType": kind}
                changes.append({"Type": "Resource", "ResourceChange": changed})
        return changes


def members(node: Any) -> list[Any]:
    """A list of the query protocol: {"1": …, "2": …}; an empty one arrives as empty text."""
    return [node[index] for index in sorted(node, key=int)] if isinstance(node, dict) else []


def pairs(node: Any) -> dict[str, str]:
    """A list of Key and Value."""
    return {entry["Key"]: entry.get("Value", "") for entry in members(node)}


def _arn(region: str, kind: str, name: str) -> str:
    return f"arn:aws:cloudformation:{region}:{ACCOUNT}:{kind}/{name}/{uuid.uuid4()}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
