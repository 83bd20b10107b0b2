"""What makes the resources of a processed template: moto, in this process, and functions for custom resources."""

from collections.abc import Callable
from typing import Any

from moto.backends import get_backend

from localcloud.custom import CustomResourceFailure, Functions, answering
from localcloud.resources import ResourceFailure
from localcloud.template import dumps
from localcloud.transforms import ACCOUNT


class Moto:
    """Processed templates in, resources out; custom resources ask the given functions."""

    def __init__(self, functions: Functions) -> None:
        self._functions = functions

    def create(
        self, region: str, name: str, template: dict[str, Any], values: dict[str, str], tags: dict[str, str]
    ) -> None:
        try:
            self._attempt(lambda: _stacks(region).create_stack(name, dumps(template), values, tags=tags))
        except ResourceFailure:
            self._discard(region, name)
            raise

    def update(
        self, region: str, name: str, template: dict[str, Any], values: dict[str, str], tags: dict[str, str]
    ) -> None:
        listed = [{"ParameterKey": key, "ParameterValue": value} for key, value in values.items()]
        self._attempt(lambda: _stacks(region).update_stack(name, dumps(template), None, listed, tags))

    def delete(self, region: str, name: str) -> None:
        self._attempt(lambda: _stacks(region).delete_stack(name))

    def outputs(self, region: str, name: str) -> list[dict[str, str]]:
        return _stacks(region).get_stack(name).outputs or []

    def _attempt(self, work: Callable[[], Any]) -> None:
        with answering(self._functions):
            _attempt(work)

    def _discard(self, region: str, name: str) -> None:
        """A failed creation leaves half a stack behind, with resources that may not even be deletable."""
        try:
            self.delete(region, name)
        except ResourceFailure:
            backend = _stacks(region)
            for stack_id in [key for key, stack in backend.stacks.items() if stack.name == name]:
                del backend.stacks[stack_id]


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


def _stacks(region: str) -> Any:
    return get_backend("cloudformation")[ACCOUNT][region]


def _attempt(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except CustomResourceFailure as failure:
        raise ResourceFailure(str(failure)) from failure
    except Exception as error:  # moto raises its own errors for some faults, and just any error for others
        message = getattr(error, "message", None) or str(error)
        raise ResourceFailure(message if hasattr(error, "message") else f"{type(error).__name__}: {message}") from error
