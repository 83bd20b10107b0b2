"""`deploy-local`: the real AWS CLI deploys, and a table shows what came to life."""

import argparse
import os
import re
import subprocess
import sys
import unicodedata
from itertools import zip_longest
from pathlib import Path
from typing import Any

import boto3

from localcloud.template import TemplateError, parse

BUCKET = "localcloud-templates"  # for templates over 51,200 bytes, which CloudFormation takes through S3 only
CAVEAT = """\
Nothing left this machine. The template, the macro and the messages are proved; the network is not: moto takes
any zone, route, policy, permission and private-DNS conflict, and ignores egress rules."""


def deploy(endpoint: str, options: argparse.Namespace) -> int:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "AWS_ACCESS_KEY_ID": "local",
        "AWS_SECRET_ACCESS_KEY": "local",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_DEFAULT_REGION": options.region,
        "AWS_ENDPOINT_URL_S3": endpoint,
    }
    session = boto3.session.Session("local", "local", region_name=options.region)
    session.client("s3", endpoint_url=endpoint, region_name="us-east-1").create_bucket(Bucket=BUCKET)
    stacks = [(path, _name(path)) for path in options.before] + [
        (options.template, options.stack_name or _name(options.template))
    ]
    for path, name in stacks:
        print(visible(f"Deploying {path} as the stack {name} in {options.region} ..."), file=sys.stderr, flush=True)
        command = _command(endpoint, path, name, options.parameter_overrides)
        code = subprocess.run(command, env=environment, stdout=sys.stderr, stderr=sys.stderr).returncode
        if code:
            _print_events(session.client("cloudformation", endpoint_url=endpoint), name)
            return 1
    print(visible(_table(session, endpoint, stacks[-1][1])))
    print(f"\n{CAVEAT}")
    return 0


def _command(endpoint: str, path: Path, name: str, overrides: list[str]) -> list[str]:
    """Each stack gets the overrides of the parameters it declares, so that one list serves them all."""
    try:
        text = path.read_text()
        declared = parse(text).get("Parameters") or {}
    except OSError as error:
        raise SystemExit(f"{path}: {error.strerror}") from error
    except (TemplateError, ValueError):
        text, declared = (
            "",
            {override.partition("=")[0] for override in overrides},
        )  # CloudFormation will say what is wrong with it
    aws = str(Path(sys.executable).with_name("aws"))
    command = [aws, "cloudformation", "deploy", "--endpoint-url", endpoint, "--template-file", str(path)]
    command += [
        "--stack-name",
        name,
        "--capabilities",
        "CAPABILITY_AUTO_EXPAND",
        "CAPABILITY_IAM",
        "--no-fail-on-empty-changeset",
    ]
    if len(text.encode()) > 51_200:
        command += ["--s3-bucket", BUCKET]
    if chosen := [override for override in overrides if override.partition("=")[0] in declared]:
        command += ["--parameter-overrides", *chosen]
    return command


def _name(path: Path) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", path.stem).strip("-") or "stack"


def _print_events(cloudformation: Any, name: str) -> None:
    """Why a stack rolled back; a failed change set's reason has been printed by the CLI already."""
    try:
        events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
    except cloudformation.exceptions.ClientError:
        return  # refused before there was a stack
    for event in reversed(events):
        if event["ResourceStatus"].endswith(("_FAILED", "ROLLBACK_IN_PROGRESS")):
            said = f"{event['ResourceStatus']} {event['LogicalResourceId']}: {event['ResourceStatusReason']}"
            print(visible(said), file=sys.stderr)


def visible(text: str) -> str:
    """The text with what would steer a terminal or reverse its direction written out; line breaks stay."""
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Cs") else f"\\u{ord(char):04x}"
        for char in text
    )


def _table(session: Any, endpoint: str, stack: str) -> str:
    resources = session.client("cloudformation", endpoint_url=endpoint).describe_stack_resources(StackName=stack)
    ids = {
        r["PhysicalResourceId"]: r["LogicalResourceId"]
        for r in resources["StackResources"]
        if r["ResourceType"] == "AWS::EC2::VPCEndpoint"
    }
    if not ids:
        return f"The stack {stack} stands; it has no VPC endpoint."
    rows: list[tuple[str, ...]] = [("Resource", "Service", "Type", "State", "Subnets", "Route tables", "Private DNS")]
    for endpoint_ in session.client("ec2", endpoint_url=endpoint).describe_vpc_endpoints(VpcEndpointIds=list(ids))[
        "VpcEndpoints"
    ]:
        interface = endpoint_["VpcEndpointType"] == "Interface"
        rows.append(
            (
                ids[endpoint_["VpcEndpointId"]],
                endpoint_["ServiceName"],
                endpoint_["VpcEndpointType"],
                endpoint_["State"],
                "\n".join(endpoint_.get("SubnetIds", [])) or "-",
                "\n".join(endpoint_.get("RouteTableIds", [])) or "-",
                ("yes" if endpoint_.get("PrivateDnsEnabled") else "no") if interface else "-",
            )
        )
    return _columns(rows)


def _columns(rows: list[tuple[str, ...]]) -> str:
    """Rows whose cells may have several lines, one under the other."""
    cells = [[cell.split("\n") for cell in row] for row in rows]
    widths = [max(len(line) for row in cells for line in row[column]) for column in range(len(rows[0]))]
    lines = []
    for row in cells:
        lines += ["  ".join(map(str.ljust, parts, widths)).rstrip() for parts in zip_longest(*row, fillvalue="")]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)
