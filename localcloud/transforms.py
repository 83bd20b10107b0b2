"""Runs a template's transforms as CloudFormation does: the event, the order, the answer, the sentences."""

import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from localcloud import aws_transforms
from localcloud.account import ACCOUNT
from localcloud.checks import check_size
from localcloud.template import TemplateError, dumps, loads, same

Macro = Callable[[bytes], bytes]  # raises whatever a Lambda function can fail with


class Transforms:
    """The macros registered in the account, by name, and how often each was called."""

    def __init__(self, macros: dict[str, Macro]) -> None:
        self._macros = macros
        self.calls: Counter[str] = Counter()

    def expand(self, template: dict[str, Any], values: dict[str, Any], region: str) -> dict[str, Any]:
        """The processed template; TemplateError carries CloudFormation's sentence."""
        run = _Run(self, values, region, template.get("Parameters"))
        fragment = {name: value for name, value in template.items() if name != "Transform"}
        fragment = run.snippets(fragment)
        for name, params in declared_transforms(template.get("Transform", [])):
            fragment = run.transform(name, params, fragment)
            if not same(fragment.get("Parameters"), run.parameters):
                _explain(name, "it changed the template's Parameters")
                raise TemplateError(_malformed(name))
            check_size(fragment)
        return fragment

    def call(self, name: str, event: dict[str, Any]) -> dict[str, Any]:
        """The fragment that the macro answers with."""
        if name not in self._macros:
            raise TemplateError(f"No transform named {_full(name)} found.")
        self.calls[name] += 1
        try:
            answer = loads(self._macros[name](dumps(event).encode()))
        except Exception as error:  # whatever kills a Lambda invocation is one sentence to CloudFormation
            _explain(name, f"{type(error).__name__}: {error}")
            raise TemplateError(_malformed(name)) from error
        if not isinstance(answer, dict) or "status" not in answer or answer.get("requestId") != event["requestId"]:
            _explain(name, "the answer is no object with the request's own requestId and a status")
            raise TemplateError(_malformed(name))
        if str(answer["status"]).lower() != "success":
            if message := answer.get("errorMessage"):
                raise TemplateError(f"Transform {_full(name)} failed with: {message}")
            raise TemplateError(f"Transform {_full(name)} failed without an error message.")
        if "fragment" not in answer:
            _explain(name, "the answer has no fragment")
            raise TemplateError(_malformed(name))
        if not isinstance(answer["fragment"], dict):
            raise TemplateError("Template format error: unsupported structure.")
        return answer["fragment"]


class _Run:
    """The transforms of one template."""

    def __init__(self, transforms: Transforms, values: dict[str, Any], region: str, parameters: Any) -> None:
        self._transforms = transforms
        self._values = values
        self._region = region
        self.parameters = parameters

    def snippets(self, node: Any) -> Any:
        """The tree with every Fn::Transform run, the deepest first; its siblings are its fragment."""
        if isinstance(node, list):
            return [self.snippets(item) for item in node]
        if not isinstance(node, dict):
            return node
        fragment = {name: self.snippets(value) for name, value in node.items() if name != "Fn::Transform"}
        for name, params in declared_transforms(node.get("Fn::Transform", [])):
            fragment = self.transform(name, params, fragment)
        return fragment

    def transform(self, name: str, params: dict[str, Any], fragment: dict[str, Any]) -> dict[str, Any]:
        if name.startswith("AWS::"):
            return aws_transforms.run(name, fragment, self._values, self._region)
        event = {
            "accountId": ACCOUNT,
            "fragment": fragment,
            "transformId": _full(name),
            "requestId": str(uuid.uuid4()),
            "region": self._region,
            "params": {key: self._param(name, key, value) for key, value in params.items()},
            "templateParameterValues": self._values,
        }
        return self._transforms.call(name, event)

    def _param(self, transform: str, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._param(transform, name, item) for item in value]
        if not isinstance(value, dict):
            return value
        if list(value) == ["Ref"] and value["Ref"] in self._values:
            return self._values[value["Ref"]]
        raise TemplateError(
            f"The value of parameter {name} under transform {transform} must resolve to "
            "a string, number, boolean or a list of any of these."
        )


def declared_transforms(transform: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and parameters of each transform, in every spelling: string, object, list of either."""
    for entry in transform if isinstance(transform, list) else [transform]:
        name, params = (entry.get("Name"), entry.get("Parameters") or {}) if isinstance(entry, dict) else (entry, {})
        if not isinstance(name, str):
            raise TemplateError("Key Name of transform definition must be a string.")
        yield name, params


def _full(name: str) -> str:
    return f"{ACCOUNT}::{name}"


def _malformed(name: str) -> str:
    return f"Received malformed response from transform {_full(name)}"


def _explain(name: str, why: str) -> None:
    """CloudFormation's sentence hides the reason; whoever runs this on his own machine may know it."""
    print(f"local cloud: {name} called in vain: {why}", file=sys.stderr, flush=True)
