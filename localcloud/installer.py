"""The SAM template as plain CloudFormation, for who cannot run SAM: what `make installer` runs.

What `sam deploy` does in an account happens here: the packages become zip files, the template names them by their
content, and AWS's own translator resolves the transform. The bucket that holds the files is a parameter.
"""

import argparse
import hashlib
import json
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml

from localcloud import aws_transforms
from localcloud.template import dumps, parse

TRANSFORM = "AWS::Serverless-2016-10-31"
TEMPLATE = "private-ecr-access.yaml"
FOLDER = "private-ecr-access"  # of the bucket
MADE_AT = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows: the same content is the same file
BUCKET = {
    "Type": "String",
    "AllowedPattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
    "ConstraintDescription": "the name of a bucket",
    "Description": (
        "The S3 bucket, of the same region, that holds the functions' packages in its folder private-ecr-access. "
        "The deployer reads them; the functions do not."
    ),
}


def write(template: Path, packages: dict[str, Path], to: Path) -> None:
    """Writes the template and the zip file of each function's package into a folder."""
    to.mkdir(parents=True, exist_ok=True)
    source = parse(template.read_text())
    del source["Transform"]
    source["Parameters"] = {"PackageBucket": BUCKET, **source["Parameters"]}
    interface = source["Metadata"]["AWS::CloudFormation::Interface"]
    group = {"Label": {"default": "The packages"}, "Parameters": ["PackageBucket"]}
    interface["ParameterGroups"].insert(0, group)
    interface["ParameterLabels"]["PackageBucket"] = {"default": "Bucket"}
    source["Metadata"] = {"AWS::CloudFormation::Interface": interface}
    for name, package in packages.items():
        function = source["Resources"][name]
        del function["Metadata"]
        content = _archive(package)
        file = f"{name}-{hashlib.sha256(content).hexdigest()[:16]}.zip"
        (to / file).write_bytes(content)
        # The name in the template changes with the content, and so does the version that the alias moves to.
        function["Properties"]["CodeUri"] = {"Bucket": {"Ref": "PackageBucket"}, "Key": f"{FOLDER}/{file}"}
    # No values: the translator would write them into the functions' properties.
    plain = json.loads(dumps(aws_transforms.run(TRANSFORM, source, {}, "us-east-1")))
    _forget_sam(plain)
    (to / TEMPLATE).write_text(yaml.dump(plain, Dumper=_Dumper, sort_keys=False, width=120, allow_unicode=True))


def _archive(package: Path) -> bytes:
    """A zip file whose bytes depend on the names and contents of the package's files alone."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in package.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(package).as_posix(), MADE_AT)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return buffer.getvalue()


def _forget_sam(template: dict[str, Any]) -> None:
    """Takes away the tag by which SAM marks what it deployed."""
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        tags = [tag for tag in properties.get("Tags", []) if tag.get("Key") != "lambda:createdBy"]
        if tags:
            properties["Tags"] = tags
        else:
            properties.pop("Tags", None)


class _Dumper(yaml.SafeDumper):
    """Writes no aliases, which CloudFormation refuses."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="installer", description="Writes the installer without SAM's transform.")
    parser.add_argument("--template", type=Path, default=Path("template.yaml"))
    parser.add_argument("--macro-dir", type=Path, required=True, help="the macro's package")
    parser.add_argument("--network-dir", type=Path, required=True, help="the network function's package")
    parser.add_argument("to", type=Path, help="the folder to write to")
    options = parser.parse_args(arguments)
    packages = {"MacroFunction": options.macro_dir, "NetworkFunction": options.network_dir}
    for package in packages.values():
        if not package.is_dir():
            raise SystemExit(f"no such package directory: {package}")
    write(options.template, packages, options.to)
    print(options.to / TEMPLATE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
