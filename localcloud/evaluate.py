"""What the functions of a processed template are worth while its resources are made."""

import base64
import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from moto.utilities.utils import get_partition

from localcloud.account import ACCOUNT
from localcloud.references import substituted
from localcloud.template import TemplateError, dumps

ABSENT = object()  # what Ref AWS::NoValue leaves of a property


def pseudo_parameters(region: str) -> dict[str, str]:
    """Those that are the same for every stack of a region."""
    partition = get_partition(region)
    return {
        "AWS::AccountId": ACCOUNT,
        "AWS::Partition": partition,
        "AWS::Region": region,
        "AWS::URLSuffix": "amazonaws.com.cn" if partition == "aws-cn" else "amazonaws.com",
    }


@dataclass(frozen=True)
class Surroundings:
    """What a template's functions ask for and the template does not hold."""

    pseudo: Mapping[str, str]  # AWS::Region and its like
    zones: Callable[[str], list[str]]  # the availability zones of a region
    imported: Callable[[str], str]  # the value that another stack exports under a name
    reference: Callable[[str], Any]  # what Ref of a resource returns
    attribute: Callable[[str, str], Any]  # what Fn::GetAtt of a resource returns


class Evaluator:
    """Values of one template; TemplateError carries CloudFormation's sentence for a function that has none."""

    def __init__(self, template: Mapping[str, Any], parameters: Mapping[str, Any], around: Surroundings) -> None:
        self._mappings = template.get("Mappings") or {}
        self._conditions = template.get("Conditions") or {}
        self._parameters = parameters
        self._around = around
        self._known: dict[str, bool] = {}
        self._functions: dict[str, Callable[[Any], Any]] = {
            "Ref": self._ref,
            "Condition": self.holds,
            "Fn::And": lambda parts: all(self.value(part) for part in parts),
            "Fn::Base64": lambda text: base64.b64encode(self._text(text).encode()).decode(),
            "Fn::Cidr": self._cidr,
            "Fn::Equals": lambda pair: self._plain(pair[0]) == self._plain(pair[1]),
            "Fn::FindInMap": self._find_in_map,
            "Fn::GetAZs": lambda region: self._around.zones(self._text(region) or self._around.pseudo["AWS::Region"]),
            "Fn::GetAtt": self._get_att,
            "Fn::If": lambda parts: self.value(parts[1] if self.holds(parts[0]) else parts[2]),
            "Fn::ImportValue": lambda name: self._around.imported(self._text(name)),
            "Fn::Join": lambda parts: parts[0].join(_text(item) for item in self.value(parts[1])),
            "Fn::Length": lambda items: len(self.value(items)),
            "Fn::Not": lambda parts: not self.value(parts[0]),
            "Fn::Or": lambda parts: any(self.value(part) for part in parts),
            "Fn::Select": self._select,
            "Fn::Split": lambda parts: self._text(parts[1]).split(parts[0]),
            "Fn::Sub": self._sub,
            "Fn::ToJsonString": lambda value: dumps(self.value(value)),
        }

    def holds(self, condition: str) -> bool:
        """Whether a condition is true."""
        if condition not in self._known:
            if condition not in self._conditions:
                raise TemplateError(f"Template format error: Unresolved condition dependency {condition}")
            self._known[condition] = bool(self.value(self._conditions[condition]))
        return self._known[condition]

    def value(self, node: Any) -> Any:
        """The node with every function in it replaced by its value, and what is AWS::NoValue left out."""
        if isinstance(node, list):
            return [value for value in map(self.value, node) if value is not ABSENT]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            [(name, argument)] = node.items()
            if (function := self._functions.get(name)) and (name != "Condition" or isinstance(argument, str)):
                return function(argument)
        values = {name: self.value(member) for name, member in node.items() if member is not None}
        return {name: value for name, value in values.items() if value is not ABSENT}

    def _text(self, node: Any) -> str:
        return _text(self.value(node))

    def _plain(self, node: Any) -> Any:
        """For a comparison: CloudFormation knows no numbers there, only text."""
        value = self.value(node)
        return value if isinstance(value, (list, dict)) else _text(value)

    def _ref(self, name: str) -> Any:
        if name == "AWS::NoValue":
            return ABSENT
        if name in self._around.pseudo:
            return self._around.pseudo[name]
        return self._parameters[name] if name in self._parameters else self._around.reference(name)

    def _get_att(self, argument: Any) -> Any:
        name, attribute = argument.split(".", 1) if isinstance(argument, str) else argument
        return self._around.attribute(name, self._text(attribute))

    def _find_in_map(self, argument: list[Any]) -> Any:
        names = [self._text(part) for part in argument[:3]]
        found = self._mappings
        for name in names:
            if not isinstance(found, dict) or name not in found:
                if len(argument) > 3:
                    return self.value(argument[3]["DefaultValue"])
                raise TemplateError(f"Template error: Unable to get mapping for {'::'.join(names)}")
            found = found[name]
        return found

    def _select(self, argument: list[Any]) -> Any:
        index, items = int(self._text(argument[0])), self.value(argument[1])
        if not isinstance(items, list) or not 0 <= index < len(items):
            raise TemplateError(f"Template error: Fn::Select cannot select nonexistent value at index {index}")
        return items[index]

    def _cidr(self, argument: list[Any]) -> list[str]:
        network = ipaddress.ip_network(self._text(argument[0]))
        count = int(self._text(argument[1]))
        bits = int(self._text(argument[2])) if len(argument) > 2 else 8
        prefix = network.max_prefixlen - bits
        if not network.prefixlen <= prefix or count > 2 ** (prefix - network.prefixlen):
            raise TemplateError(f"Template error: Fn::Cidr cannot make {count} blocks of {bits} bits in {network}")
        subnets = network.subnets(new_prefix=prefix)
        return [str(next(subnets)) for _ in range(count)]

    def _sub(self, argument: Any) -> str:
        text, local = argument if isinstance(argument, list) else (argument, {})
        own = {name: self._text(value) for name, value in local.items()}  # once each, however often they are named

        def value(name: str) -> str:
            if name in own:
                return own[name]
            return _text(self._get_att(name) if "." in name and name not in self._parameters else self._ref(name))

        return substituted(text, value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(_text, value)) if isinstance(value, list) else str(value)
