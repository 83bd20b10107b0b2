"""Two rules: what may be written in `Type: PrivateEcrAccess`, and whether images can be pulled.

cfn-lint loads this file as a part of the installed package, or as one file of a folder that
`append_rules` names. In the second case nothing of ours is installed, so the file stands alone.
"""

from __future__ import annotations

import difflib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from cfnlint.helpers import FUNCTIONS
from cfnlint.jsonschema import ValidationError, ValidationResult, Validator
from cfnlint.rules import CloudFormationLintRule, RuleMatch
from cfnlint.rules.jsonschema import CfnLintJsonSchema
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER, Schema
from cfnlint.template import Template

TYPE = "PrivateEcrAccess"
PACKAGE = "private_ecr_access"
PROGRAM = "ecr-access"
SECONDS = 120

_FILE = Path(__file__).resolve()
_PROBLEM = re.compile(r"^[^\n]*?:\d+:\d+: (\S+): (.+)$", re.MULTILINE)
_PATH_STEP = re.compile(r'\["(.*?)"\]|\[(\d+)\]|([^.\[\]"\s]+)')
_SUB_NAME = re.compile(r"\$\{([^!\s][^}]*)\}")

JsonPath = list[str | int]


def checkout() -> Path:
    """The checkout that this file stands in, where it is not installed."""
    return _FILE.parents[min(5, len(_FILE.parents) - 1)]


@cache
def shorthand_schema() -> Schema:
    """The one schema, of the package or of the checkout."""
    places = [_FILE.parents[1] / "schemas", checkout() / "schemas"]
    files = [place / "privateecraccess.json" for place in places]
    for file in files:
        if file.is_file():
            return Schema(json.loads(file.read_text(encoding="utf-8")))
    raise FileNotFoundError(f"the schema of {TYPE} is in none of {[str(file) for file in files]}")


def _properties() -> list[str]:
    schema = shorthand_schema().schema
    parts = {pointer.split("/")[2] for pointer in schema["readOnlyProperties"]}
    return [name for name in schema["properties"] if name not in parts]


def register_type() -> None:
    """Makes the type known, so that E3006 and the rules on references accept it."""
    known = PROVIDER_SCHEMA_MANAGER._registry_schemas  # load_registry_schemas() takes a folder
    if TYPE not in known:
        known[TYPE] = shorthand_schema()
        PROVIDER_SCHEMA_MANAGER.get_resource_schema.cache_clear()
        PROVIDER_SCHEMA_MANAGER.get_resource_types.cache_clear()
        PROVIDER_SCHEMA_MANAGER.get_type_getatts.cache_clear()


class ShorthandSchema(CfnLintJsonSchema):  # type: ignore[misc]  # cfn-lint is not typed
    """Holds shorthands and the references to them against the schema.

    cfn-lint applies no registry schema itself since 1.43.
    """

    id = "E9301"
    shortdesc = f"Properties and attributes of {TYPE}"
    description = f"{TYPE} has the properties, parts and attributes that its schema names"
    tags: ClassVar[list[str]] = ["resources", "references"]

    def __init__(self) -> None:
        """Asks to be called for each resource."""
        super().__init__(keywords=["Resources/*"], all_matches=True)
        self.found: set[str] = set()

    def initialize(self, cfn: Template) -> None:
        """Registers the type; cfn-lint calls this before any rule runs."""
        register_type()
        self.found = set()

    def validate(self, validator: Validator, keywords: Any, instance: Any, schema: Any) -> ValidationResult:
        """Holds the properties of one resource against the schema."""
        if not validator.is_type(instance, "object") or instance.get("Type") != TYPE:
            return
        properties = instance.get("Properties", {})
        if not validator.is_type(properties, "object"):
            message = f"{properties!r} is not of type object"
            yield ValidationError(message, path=deque(["Properties"]), rule=self)
            return
        condition = instance.get("Condition")
        conditions = {condition: True} if validator.is_type(condition, "string") else {}
        context = validator.context.evolve(
            functions=list(FUNCTIONS),
            strict_types=False,
            conditions=validator.context.conditions.evolve(conditions),
            path=validator.context.path.evolve(cfn_path=deque(["Resources", TYPE, "Properties"])).descend(
                path="Properties"
            ),
        )
        evolved = self.extend_validator(validator, shorthand_schema().schema, context)
        for error in self._validate(evolved, properties):
            if error.validator == "additionalProperties" and len(error.path) == 1:
                near = difflib.get_close_matches(str(error.path[0]), _properties(), 1)
                error.message += f"; did you mean {near[0]}?" if near else ""
            error.path.appendleft("Properties")
            self.found.add(str([*validator.context.path.path, *error.path]))
            yield error

    def match(self, cfn: Template) -> list[RuleMatch]:
        """Finds references to what a shorthand does not have."""
        attributes = shorthand_schema().get_atts
        shorthands = cfn.get_resources(TYPE)
        matches = []
        for path, name, attribute in references(cfn.template):
            # In Fn::Sub a part alone stands for its ID.
            whole = f"{attribute}.Id" if path[-1] == "Fn::Sub" else attribute
            if name not in shorthands or attributes.get(attribute) or attributes.get(whole):
                continue
            known = f"write for example !GetAtt {name}.EcrDkrEndpoint.Id"
            message = (
                f"{attribute!r} is no attribute of {name}; {known}"
                if attribute
                else f"{name} has no value of its own; {known}"
            )
            matches.append(RuleMatch(path, message))
        return matches


def references(template: Any) -> Iterator[tuple[JsonPath, str, str]]:
    """Each name that a function asks for: where, of which resource, and which attribute of it."""
    for section in ("Resources", "Outputs"):
        for path, function, value in functions(template.get(section), [section]):
            for name in names(function, value):
                resource, _, attribute = name.partition(".")
                yield [*path, function], resource, attribute


def functions(value: Any, path: JsonPath) -> Iterator[tuple[JsonPath, str, Any]]:
    """Each object with one member: a function is one, and what else is one asks for no name."""
    members: Iterable[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        members = value.items()
        if len(value) == 1:
            ((name, inner),) = members
            yield path, name, inner
    elif isinstance(value, list):
        members = enumerate(value)
    for step, member in members:
        yield from functions(member, [*path, step])


def names(function: str, value: Any) -> Iterator[str]:
    """What a function asks for: `A` or `A.Attribute`."""
    match function, value:
        case "Ref", str() if "." not in value:  # a part's Ref is for E1020 to dislike
            yield value
        case "Fn::GetAtt", str():
            yield value
        case "Fn::GetAtt", [str() as name, str() as attribute]:
            yield f"{name}.{attribute}"
        case "Fn::Sub", str():
            yield from _SUB_NAME.findall(value)
        case "Fn::Sub", [str() as text, dict() as own]:
            yield from (name for name in _SUB_NAME.findall(text) if name not in own)


class PullPath(CloudFormationLintRule):  # type: ignore[misc]  # cfn-lint is not typed
    """Asks `ecr-access check`, and shows what it proves to fail.

    What the schema's rule says already is not said again.
    """

    id = "E9302"
    shortdesc = "Containers can pull their images"
    description = "ecr-access proves nothing to keep the template's containers from their images"
    tags: ClassVar[list[str]] = ["resources", "ecr"]

    def __init__(self) -> None:
        """Asks for the schema's rule; cfn-lint fills it in."""
        super().__init__()
        self.child_rules = {ShorthandSchema.id: None}
        self.wanted = True

    def is_enabled(self, *args: Any, **options: Any) -> bool:
        """Remembers the answer: cfn-lint runs rules that are off, too, and hides what they say."""
        self.wanted = bool(super().is_enabled(*args, **options))
        return self.wanted

    def match(self, cfn: Template) -> list[RuleMatch]:
        """Runs ecr-access once. cfn.filename is empty where cfn-lint was given a text."""
        if not self.wanted:
            return []
        try:
            matches = list(check(cfn.filename, cfn.template))
        except CheckFailedError as failure:
            return [RuleMatch([], str(failure))]
        schema_rule = self.child_rules[ShorthandSchema.id]
        seen: set[str] = set()
        if schema_rule:
            seen = schema_rule.found | {str(match.path) for match in schema_rule.match(cfn)}
        unseen = [match for match in matches if str(match.path) not in seen]
        return list({(str(match.path), match.message): match for match in unseen}.values())


class CheckFailedError(Exception):
    """ecr-access gave no answer; the message says why."""


def check(file: str | None, template: Any) -> Iterator[RuleMatch]:
    """What `ecr-access check` finds wrong in a file, or in a template that has none."""
    command = find_program()
    source = file or "-"
    text = "" if file else json.dumps(template, default=str)
    try:
        ran = subprocess.run(
            [*command, "check", "--format", "json", source],
            input=text,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CheckFailedError(f"{command[0]} could not be run: {error}") from error
    problems = _PROBLEM.findall(ran.stderr) if ran.returncode == 1 and not ran.stdout else []
    if problems:
        return (RuleMatch(steps(path), message) for path, message in problems)
    try:
        return faults(json.loads(ran.stdout))
    except ValueError as error:
        said = (ran.stderr or ran.stdout).strip()
        raise CheckFailedError(f"{command[0]} ended with {ran.returncode}: {said}") from error


def find_program() -> list[str]:
    """ECR_ACCESS, this Python's package, the program on PATH, or the checkout's, in that order."""
    given = os.environ.get("ECR_ACCESS")
    if given:
        return [given]
    if importlib.util.find_spec(PACKAGE) and importlib.util.find_spec(f"{PACKAGE}.__main__"):
        return [sys.executable, "-m", PACKAGE]
    program = shutil.which(PROGRAM) or shutil.which(str(checkout() / PROGRAM))
    if not program:
        raise CheckFailedError(f"{PROGRAM} is not on PATH: install it, or set ECR_ACCESS to it")
    return [program]


def faults(value: Any) -> Iterator[RuleMatch]:
    """What is proved to fail, wherever it stands in the document that ecr-access prints."""
    if isinstance(value, dict):
        if value.get("verdict") == "cannot" and "text" in value:
            check = f" ({value['check']})" if "check" in value else ""
            says = f"; AWS would say: {value['awsText']}" if "awsText" in value else ""
            yield RuleMatch(steps(value.get("path", "")), value["text"] + check + says)
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from faults(member)


def steps(path: str) -> JsonPath:
    """The steps of a path as ecr-access writes it: `Resources.A.Properties.Tags[0]["a.b"]`."""
    found = _PATH_STEP.findall(path)
    return [int(index) if index else quoted or plain for quoted, index, plain in found]
