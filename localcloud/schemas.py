"""What the resource schemas that cfn-lint ships say of a type."""

from functools import cache

SCHEMA_REGION = "us-east-1"  # which has every type that any region has, but for a few


@cache
def create_only(kind: str) -> frozenset[str]:
    """Properties of a type that cannot change: another value is another resource. Empty for an unknown type."""
    # Imported here: it takes two seconds, and only changed stacks ask.
    from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER, ResourceNotFoundError

    try:
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(SCHEMA_REGION, kind).schema
    except ResourceNotFoundError:
        return frozenset()
    return frozenset(pointer.split("/")[2] for pointer in schema.get("createOnlyProperties", []))
