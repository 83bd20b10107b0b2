"""Custom resources: a request to a Lambda function, one answer at a pre-signed URL, attributes for Fn::GetAtt."""

import json
import queue
import sys
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from moto.cloudformation import parsing
from moto.cloudformation.custom_model import CustomModel

from localcloud.resources import ResourceFailure
from localcloud.template import dumps, loads, same

ANSWERS_PATH = "/localcloud/answers/"
MAX_ANSWER_BYTES = 4096
DEFAULT_TIMEOUT = 3600.0  # seconds, CloudFormation's own for a resource without ServiceTimeout
Function = Callable[[bytes], bytes]  # raises whatever a Lambda function can fail with


class CustomResourceFailure(ResourceFailure):
    """CloudFormation's sentence about an answer, or about none."""


class Functions:
    """The functions that custom resources may name, how often each was called, and who waits for which answer."""

    def __init__(self, functions: dict[str, Function]) -> None:
        self._functions = functions
        self._waiting: dict[str, queue.Queue[bytes | None]] = {}
        self.endpoint = ""
        self.calls: Counter[str] = Counter()

    def put(self, token: str, content_type: str, body: bytes) -> int:
        """The HTTP status that S3 gives for an answer; the first one counts. The signature covers an empty type."""
        if token not in self._waiting or content_type:
            return 403
        self._waiting[token].put(body)
        return 200

    def ask(self, request: dict[str, Any], timeout: float) -> dict[str, Any]:
        """The answer to a request, which gets its id and URL here."""
        function = self._functions.get(str(request["ServiceToken"]).rpartition(":function:")[2])
        if not function:
            raise CustomResourceFailure(f"Function not found: {request['ServiceToken']}")
        token = str(uuid.uuid4())
        answers: queue.Queue[bytes | None] = queue.Queue()
        self._waiting[token] = answers
        asked = {**request, "RequestId": str(uuid.uuid4()), "ResponseURL": f"{self.endpoint}{ANSWERS_PATH}{token}"}
        self.calls[request["RequestType"]] += 1
        threading.Thread(target=_invoke, args=(function, asked, answers), daemon=True).start()
        try:
            return _answer(asked, answers.get(timeout=timeout))
        except queue.Empty:
            raise _lost(asked) from None
        finally:
            del self._waiting[token]


def _invoke(function: Function, request: dict[str, Any], answers: queue.Queue[bytes | None]) -> None:
    try:
        function(dumps(request).encode())
    except Exception as error:  # CloudFormation learns nothing of it; whoever runs this on his own machine may
        print(f"local cloud: {request['ServiceToken']}: {error}", file=sys.stderr, flush=True)
    answers.put(None)  # no answer comes any more; Lambda's own repetitions of a crashed call are left out


def _answer(request: dict[str, Any], body: bytes | None) -> dict[str, Any]:
    if body is None:
        raise _lost(request)
    if len(body) > MAX_ANSWER_BYTES:
        raise CustomResourceFailure("Response object is too long.")
    try:
        answer = loads(body.decode())
    except ValueError:
        raise CustomResourceFailure("Invalid Response object: it is not JSON") from None
    for name in ("StackId", "RequestId", "LogicalResourceId"):
        if not isinstance(answer, dict) or answer.get(name) != request[name]:
            raise CustomResourceFailure(f"Invalid Response object: {name} is not the request's")
    physical_id = answer.get("PhysicalResourceId")
    if not isinstance(physical_id, str) or not physical_id:
        raise CustomResourceFailure("Invalid PhysicalResourceId")
    if answer.get("Status") not in ("SUCCESS", "FAILED"):
        raise CustomResourceFailure("Invalid Response object: Status is neither SUCCESS nor FAILED")
    return answer


def _lost(request: dict[str, Any]) -> CustomResourceFailure:
    return CustomResourceFailure(
        "CloudFormation did not receive a response from your custom resource. "
        f"Please check your logs for requestId [{request['RequestId']}]"
    )


_functions: ContextVar[Functions] = ContextVar("functions")


@contextmanager
def answering(functions: Functions) -> Iterator[None]:
    """Whatever moto makes inside the block asks these functions."""
    before = _functions.set(functions)
    try:
        yield
    finally:
        _functions.reset(before)


class CustomResource(CustomModel):
    """What moto calls for a Custom:: type."""

    def __init__(self, region: str, stack_id: str, logical_id: str, kind: str) -> None:
        super().__init__(region, "", logical_id, "")
        self._stack_id = stack_id
        self._kind = kind
        self._properties: dict[str, Any] = {}

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
    ) -> "CustomResource":
        made = cls(region_name, kwargs["StackId"], kwargs["LogicalId"], kwargs["ResourceType"])
        made._properties = _texts(cloudformation_json["Properties"])
        try:
            made._change("Create")
        except CustomResourceFailure:
            made.delete(account_id, region_name)  # as a rollback does, under the id that the failure came with
            raise
        return made

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource: Any, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> "CustomResource":
        changed: CustomResource = original_resource
        before, changed._properties = changed._properties, _texts(cloudformation_json["Properties"])
        if not same(before, changed._properties):
            replaced = changed.resource_name
            changed._change("Update", PhysicalResourceId=replaced, OldResourceProperties=before)
            if changed.resource_name != replaced:
                changed._ask("Delete", PhysicalResourceId=replaced)
        return changed

    def delete(self, account_id: str, region_name: str) -> None:
        if self.resource_name:
            self._check(self._ask("Delete", PhysicalResourceId=self.resource_name))

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        if attribute_name not in self.data:
            raise CustomResourceFailure(
                f"CustomResource attribute error: Vendor response doesn't contain {attribute_name} key"
            )
        return self.data[attribute_name]

    def _change(self, what: str, **more: Any) -> None:
        answer = self._ask(what, **more)
        self.resource_name = answer["PhysicalResourceId"]
        self._check(answer)
        self.set_data(answer.get("Data") or {})

    def _ask(self, what: str, **more: Any) -> dict[str, Any]:
        request = {
            "RequestType": what,
            "ServiceToken": self._properties.get("ServiceToken", ""),
            "StackId": self._stack_id,
            "LogicalResourceId": self.logical_id,
            "ResourceType": self._kind,
            "ResourceProperties": self._properties,
            **more,
        }
        return _functions.get().ask(request, float(self._properties.get("ServiceTimeout", DEFAULT_TIMEOUT)))

    @staticmethod
    def _check(answer: dict[str, Any]) -> None:
        if answer["Status"] == "FAILED":
            raise CustomResourceFailure(
                "Received response status [FAILED] from custom resource. "
                f"Message returned: {answer.get('Reason', '')} (RequestId: {answer['RequestId']})"
            )


def _texts(value: Any) -> Any:
    """Properties as CloudFormation hands them over: every scalar as text."""
    if isinstance(value, dict):
        return {name: _texts(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return value if isinstance(value, str) else json.dumps(value) if isinstance(value, bool) else str(value)


setattr(parsing, CustomModel.__name__, CustomResource)
