"""Which names of a template an expression refers to."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from localcloud.template import TemplateError

MAX_TEXT = 1_048_576  # as long as a whole template may be
TOKEN = re.compile(r"\$\{([^${}]+)}")  # a name holds none of these, so no text is read twice
Holds = Callable[[str], bool]  # whether a condition of the template is true


def uses(node: Any, holds: Holds | None = None) -> Iterator[tuple[str, bool]]:
    """Names that functions refer to, each with whether it must be a resource's.

    With `holds`, an `Fn::If` counts by the branch that is taken; without, by both.
    """
    if isinstance(node, list):
        for item in node:
            yield from uses(item, holds)
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _function_uses(name, value, holds)


def _function_uses(name: str, value: Any, holds: Holds | None) -> Iterator[tuple[str, bool]]:
    match name, value:
        case "Ref", str():
            yield value, False
        case "Fn::GetAtt", str():
            yield value.split(".")[0], True
        case "Fn::GetAtt", [str(resource), *_]:
            yield resource.split(".")[0], True
        case "Fn::Sub", _:
            yield from _sub_uses(value, holds)
        case "Fn::If", [str(condition), yes, no] if holds:
            yield from uses(yes if holds(condition) else no, holds)
        case _:
            yield from uses(value, holds)


def _sub_uses(value: Any, holds: Holds | None) -> Iterator[tuple[str, bool]]:
    text, local = value if isinstance(value, list) and len(value) == 2 else (value, {})
    yield from uses(list(local.values()), holds)
    for token in TOKEN.findall(str(text)):
        if token not in local and not token.startswith("!"):
            yield token.strip().split(".")[0], "." in token


def substituted(text: str, value: Callable[[str], str]) -> str:
    """The text of an `Fn::Sub` with a value for each of its names; `${!Name}` is `${Name}`.

    TemplateError where the result is too long for a template: a few nested texts would fill all memory.
    """
    parts: list[str] = []
    size = end = 0
    for found in TOKEN.finditer(text):
        name = found[1].strip()
        parts += [text[end : found.start()], "${" + name[1:] + "}" if name.startswith("!") else value(name)]
        end = found.end()
        size += len(parts[-1]) + len(parts[-2])
        if size > MAX_TEXT:
            raise TemplateError(f"Template error: the text of an Fn::Sub is longer than {MAX_TEXT} characters")
    return "".join([*parts, text[end:]])


def depends_on(resource: dict[str, Any]) -> list[str]:
    """A resource's attribute DependsOn, which is a name or a list of names."""
    names = resource.get("DependsOn", [])
    return [names] if isinstance(names, str) else list(names)
