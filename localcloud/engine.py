"""What makes the resources of processed templates: moto, in this process, and functions for custom resources."""

from collections.abc import Callable, Mapping
from typing import Any

from moto.backends import get_backend
from moto.cloudformation.parsing import Export

from localcloud.account import ACCOUNT
from localcloud.custom import Functions, answering
from localcloud.deployment import Deployment, Tell
from localcloud.resources import ResourceFailure
from localcloud.template import TemplateError


class Moto:
    """The resources of all stacks, and what those export; custom resources ask the given functions."""

    def __init__(self, functions: Functions) -> None:
        self._functions = functions
        self._deployments: dict[str, Deployment] = {}

    def apply(
        self,
        region: str,
        stack_id: str,
        name: str,
        tell: Tell,
        template: dict[str, Any],
        parameters: Mapping[str, Any],
        tags: dict[str, str],
    ) -> None:
        """Makes and changes resources; ResourceFailure or DeploymentFailure says why it could not."""
        if stack_id not in self._deployments:
            self._deployments[stack_id] = Deployment(region, stack_id, name, tell, self._attempt)
        deployment = self._deployments[stack_id]
        exports = _exports(region)
        self._attempt(lambda: deployment.apply(template, parameters, tags, exports))
        self._publish(stack_id, deployment, exports)

    def clean_up(self, stack_id: str) -> None:
        """Deletes what the last `apply` left over."""
        self._deployments[stack_id].clean_up()

    def discard(self, region: str, stack_id: str) -> None:
        """Deletes all resources of a stack; DeploymentFailure names those that could not be."""
        if deployment := self._deployments.get(stack_id):
            exports = _exports(region)
            for name in [name for name, export in exports.items() if export.exporting_stack_id == stack_id]:
                self._check_unused(name)
                del exports[name]
            deployment.discard()
            del self._deployments[stack_id]

    def outputs(self, stack_id: str) -> list[dict[str, str]]:
        return self._deployments[stack_id].outputs if stack_id in self._deployments else []

    def _publish(self, stack_id: str, deployment: Deployment, exports: dict[str, Export]) -> None:
        named = {output["ExportName"]: output["OutputValue"] for output in deployment.outputs if "ExportName" in output}
        for name in named:
            if name in exports and exports[name].exporting_stack_id != stack_id:
                other = exports[name].exporting_stack_id.split("/")[1]
                raise ResourceFailure(f"Export with name {name} is already exported by stack {other}")
        for name in [name for name, export in exports.items() if export.exporting_stack_id == stack_id]:
            if name not in named:
                self._check_unused(name)
                del exports[name]
        exports |= {name: Export(stack_id, name, value) for name, value in named.items()}

    def _check_unused(self, name: str) -> None:
        if users := [stack_id for stack_id, other in self._deployments.items() if name in other.imports]:
            names = ", ".join(user.split("/")[1] for user in users)
            raise ResourceFailure(f"Export {name} cannot be deleted as it is in use by {names}")

    def _attempt(self, work: Callable[[], Any]) -> Any:
        with answering(self._functions):
            return _attempt(work)


def stored_parameter(region: str, name: str) -> str:
    """The value of a parameter of the SSM parameter store."""
    parameter = get_backend("ssm")[ACCOUNT][region].get_parameter(name)
    if not parameter:
        raise ResourceFailure(f"Unable to fetch parameters [{name}] from parameter store for this account.")
    return str(parameter.value)


def stored_object(bucket: str, key: str) -> str:
    """The text of an object in S3."""
    found = _attempt(lambda: get_backend("s3")[ACCOUNT]["aws"].get_object(bucket, key))
    if not found:
        raise ResourceFailure("S3 error: The specified key does not exist.")
    return bytes(found.value).decode()


def _exports(region: str) -> dict[str, Export]:
    """What the stacks of a region export, by name; ListExports, which is moto's, reads it."""
    exports: dict[str, Export] = get_backend("cloudformation")[ACCOUNT][region].exports
    return exports


def _attempt(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except ResourceFailure:
        raise
    except TemplateError as failure:
        raise ResourceFailure(str(failure)) from failure
    except Exception as error:  # moto raises its own errors for some faults, and just any error for others
        message = getattr(error, "message", None) or str(error)
        raise ResourceFailure(message if hasattr(error, "message") else f"{type(error).__name__}: {message}") from error
