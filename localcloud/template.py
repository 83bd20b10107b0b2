"""Templates and parameters as CloudFormation hands them to macros.

YAML tags become long functions, dates stay text, order is kept, and numbers survive: an integer of
any size as `int`, a fraction as `Decimal`, which remembers that 1.10 was not 1.1.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import yaml

SHORT_FUNCTIONS = {
    *("And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "GetAZs"),
    *("GetAtt", "If", "ImportValue", "Join", "Length", "Not", "Or", "RefAll", "Select", "Split", "Sub"),
    *("ToJsonString", "Transform", "ValueOf", "ValueOfAll"),
}


class TemplateError(Exception):
    """CloudFormation's sentence about a template or its parameters."""


class _Loader(yaml.SafeLoader):
    """YAML 1.1 less what CloudFormation takes as text or refuses."""

    yaml_implicit_resolvers = {
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge")
        ]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise TemplateError("Template format error: YAML aliases are not allowed in CloudFormation templates")
        return super().compose_node(parent, index)

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            # The key's own text: account numbers are written as keys of mappings, zeros in front and all.
            result[str(key.value)] = self.construct_object(value, deep=True)
        return result

    def decimal(self, node: yaml.ScalarNode) -> Decimal | str:
        try:
            value = Decimal(node.value.replace("_", ""))
        except ArithmeticError:  # 190:20:30.15, base sixty
            return node.value
        return value if value.is_finite() else node.value

    def function(self, suffix: str, node: yaml.Node) -> dict[str, Any]:
        if suffix not in SHORT_FUNCTIONS | {"Ref", "Condition"}:
            raise TemplateError(f"Template format error: unknown tag !{suffix} at line {node.start_mark.line + 1}")
        value: Any
        if isinstance(node, yaml.MappingNode):
            value = self.mapping(node)
        elif isinstance(node, yaml.SequenceNode):
            value = self.construct_sequence(node, deep=True)
        else:
            value = node.value
        if suffix == "GetAtt" and isinstance(value, str):
            value = value.split(".", 1)
        return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.mapping)
_Loader.add_constructor("tag:yaml.org,2002:float", _Loader.decimal)
_Loader.add_multi_constructor("!", _Loader.function)


def parse(text: str) -> dict[str, Any]:
    """A template's text, JSON or YAML, in the long form."""
    try:
        if text.lstrip().startswith("{"):
            template = json.loads(text, parse_float=Decimal)
        else:
            template = yaml.load(text, Loader=_Loader)  # noqa: S506 (a SafeLoader)
    except json.JSONDecodeError as error:
        raise TemplateError(
            f"Template format error: JSON not well-formed. (line {error.lineno}, column {error.colno})"
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise TemplateError(f"Template format error: YAML not well-formed.{place}") from error
    if not isinstance(template, dict):
        raise TemplateError("Template format error: unsupported structure.")
    return template


def dumps(value: Any, order: Callable[[Any], Any] = list) -> str:
    """JSON text, with the members in this order; the standard writer would turn a Decimal into a float."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{dumps(item, order)}" for key, item in order(value.items())) + "}"
    if isinstance(value, list):
        return "[" + ",".join(dumps(item, order) for item in value) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


def same(one: Any, other: Any) -> bool:
    """Whether two values differ in nothing but the order of members; to Python, true would equal 1."""
    return dumps(one, sorted) == dumps(other, sorted)


def loads(text: str | bytes) -> Any:
    """JSON value of JSON text, numbers kept; ValueError for what is not JSON."""

    def refuse(constant: str) -> Any:
        raise ValueError(f"{constant} is not JSON")

    return json.loads(text, parse_float=Decimal, parse_constant=refuse)


def no_echo(declaration: dict[str, Any]) -> bool:
    """Whether a parameter's value is not to be shown."""
    return str(declaration.get("NoEcho", False)).lower() == "true"


def resolve_parameters(
    template: dict[str, Any], given: dict[str, str | None], previous: dict[str, str]
) -> dict[str, str]:
    """Every parameter's value as text; in `given`, None asks for the previous value."""
    declared = template.get("Parameters") or {}
    if strange := [name for name in given if name not in declared]:
        raise TemplateError(f"Parameters: [{', '.join(strange)}] do not exist in the template")
    values: dict[str, str | None] = {}
    for name, declaration in declared.items():
        default = declaration.get("Default")
        if name in given:
            value = given[name]
            values[name] = previous.get(name) if value is None else value
        else:
            values[name] = default if default is None or isinstance(default, str) else dumps(default)
    if missing := [name for name, value in values.items() if value is None]:
        raise TemplateError(f"Parameters: [{', '.join(missing)}] must have values")
    return {name: value for name, value in values.items() if value is not None}


def macro_values(
    template: dict[str, Any], values: dict[str, str], stored: Callable[[str], str]
) -> dict[str, str | list[str]]:
    """`templateParameterValues`: list types as arrays, SSM types by the value `stored` under their name."""
    result: dict[str, str | list[str]] = {}
    for name, text in values.items():
        declared = str(template["Parameters"][name].get("Type", "String"))
        if declared.startswith("AWS::SSM::Parameter::Value<"):
            text, declared = stored(text), declared.removeprefix("AWS::SSM::Parameter::Value<")
        is_list = declared.startswith(("CommaDelimitedList", "List<"))
        result[name] = [item.strip() for item in text.split(",")] if is_list else text
    return result


def evaluated_values(template: dict[str, Any], values: dict[str, str | list[str]]) -> dict[str, Any]:
    """The same as the functions of a template see them: numbers where the type says so."""
    numeric = {"Number", "List<Number>"}
    declared = {name: declaration.get("Type") for name, declaration in (template.get("Parameters") or {}).items()}
    return {name: _numbers(value) if declared[name] in numeric else value for name, value in values.items()}


def _numbers(value: str | list[str]) -> Any:
    if isinstance(value, list):
        return [_numbers(item) for item in value]
    return int(value) if value.strip().lstrip("+-").isdigit() else float(value)
