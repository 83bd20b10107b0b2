"""From a request to a version of a stack's template: its text, its parameters, its transforms, its faults."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlsplit

from localcloud import checks, engine
from localcloud.records import ApiError, Stack, Version, members, pairs
from localcloud.resolve import resolved
from localcloud.resources import ResourceFailure
from localcloud.template import (
    TemplateError,
    dumps,
    evaluated_values,
    macro_values,
    no_echo,
    parse,
    resolve_parameters,
)
from localcloud.transforms import Transforms, declared_transforms

MAX_INLINE_BYTES = 51_200
T = TypeVar("T")


def prepare(transforms: Transforms, stack: Stack, request: dict[str, Any], direct: bool) -> Version:
    """The template as submitted and as processed, or with why it could not be processed."""
    text = template_text(request, stack.version)
    template = _valid(partial(parse, text))
    transformed = "Transform" in template or '"Fn::Transform"' in dumps(template)
    capabilities = members(request.get("Capabilities"))
    if direct and transformed and "CAPABILITY_AUTO_EXPAND" not in capabilities:
        raise ApiError("Requires capabilities : [CAPABILITY_AUTO_EXPAND]", "InsufficientCapabilitiesException")
    given = {
        entry["ParameterKey"]: None if entry.get("UsePreviousValue") == "true" else entry.get("ParameterValue", "")
        for entry in members(request.get("Parameters"))
    }
    values = _valid(partial(resolve_parameters, template, given, stack.version.values if stack.version else {}))
    version = Version(text, template.get("Parameters") or {}, values, pairs(request.get("Tags")), capabilities)
    try:
        stored = partial(engine.stored_parameter, stack.region)
        as_seen = macro_values(template, values, stored)
        processed = transforms.expand(template, as_seen, stack.region)
        checks.check(processed)
        version.evaluated = evaluated_values(template, as_seen)
        checks.check_order(processed, version.evaluated, stack.region)
        version.processed = processed
        version.resolved = resolved(processed, values, stack.region)
    except (TemplateError, ResourceFailure) as error:
        if not transformed:
            raise ApiError(str(error)) from error
        version.failure = str(error)
    return version


def template_text(request: dict[str, Any], previous: Version | None = None) -> str:
    """The template's text, from wherever the request says it is."""
    if request.get("UsePreviousTemplate") == "true" and previous:
        return dumps(previous.processed)
    if url := request.get("TemplateURL"):
        bucket, _, key = urlsplit(url).path.removeprefix("/").partition("/")
        return _valid(partial(engine.stored_object, bucket, key))
    text = str(request.get("TemplateBody", ""))
    if not text:
        raise ApiError("Either Template URL or Template Body must be specified.")
    if len(text.encode()) > MAX_INLINE_BYTES:
        raise ApiError(
            "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
            f"Member must have length less than or equal to {MAX_INLINE_BYTES}"
        )
    return text


def summary(text: str) -> dict[str, Any]:
    """What a template declares, before any transform."""
    template = _valid(partial(parse, text))
    parameters = [
        {
            "ParameterKey": name,
            "ParameterType": declared.get("Type", "String"),
            "DefaultValue": declared.get("Default"),
            "NoEcho": no_echo(declared),
            "Description": declared.get("Description"),
        }
        for name, declared in (template.get("Parameters") or {}).items()
    ]
    transforms = [name for name, _ in _valid(lambda: list(declared_transforms(template.get("Transform", []))))]
    return {"Parameters": parameters, "Description": template.get("Description"), "DeclaredTransforms": transforms}


def _valid(work: Callable[[], T]) -> T:
    """The work's result; what is wrong with a template refuses the request."""
    try:
        return work()
    except (TemplateError, ResourceFailure) as error:
        raise ApiError(str(error)) from error
