"""`python -m localcloud serve` and `python -m localcloud deploy`: see README.md."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from localcloud.lambda_runtime import java_function

HANDLER = "ecraccess.lambda.macro.MacroHandler::handleRequest"
NETWORK_HANDLER = "ecraccess.lambda.network.NetworkHandler::handleRequest"
NETWORK_TIMEOUT = 50  # seconds, as in template.yaml
DEFAULT_NAME = "PrivateEcrAccess"


def main(arguments: list[str]) -> int:
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _end)  # so that the blocks below close, and take their processes along
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"  # there is nothing else that we talk to
    options = _options(arguments)
    try:
        if options.command == "deploy" and options.cloud:
            return _deploy(options.cloud, options)
        with _cloud(options) as endpoint:
            if options.command == "serve":
                print(json.dumps({"endpoint": endpoint, "pid": os.getpid()}), flush=True)
                sys.stdin.read()
                return 0
            return _deploy(endpoint, options)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


def _deploy(endpoint: str, options: argparse.Namespace) -> int:
    from localcloud.deploy import deploy  # boto3 is slow to import

    return deploy(endpoint, options)


@contextmanager
def _cloud(options: argparse.Namespace) -> Iterator[str]:
    """The front with the macro and the network function behind it; yields its endpoint."""
    java_home = os.environ.get("JAVA_HOME")
    if not java_home or not options.macro_dir or not options.runtime_cp:
        raise SystemExit(
            "needs JAVA_HOME, the macro's package (--macro-dir) and the runtime client's class path (--runtime-cp)"
        )
    directory, network_directory = _folder(options.macro_dir), _folder(options.network_dir or options.macro_dir)
    class_path = os.pathsep.join(str(Path(jar).resolve()) for jar in options.runtime_cp.split(os.pathsep))
    from localcloud.front import serve  # moto is slow to import: arguments are checked first

    plain = options.plain_runtime
    name, network_name, region = options.macro_name, f"{options.macro_name}Network", options.region
    with (
        java_function(name, directory, class_path, HANDLER, java_home, region, plain=plain) as macro,
        java_function(
            network_name, network_directory, class_path, NETWORK_HANDLER, java_home, region, NETWORK_TIMEOUT, plain
        ) as network,
    ):
        server = serve({name: macro.invoke}, {network_name: network.invoke} if options.network_dir else {})
        endpoint = f"http://127.0.0.1:{server.server_port}"
        network.environment["AWS_ENDPOINT_URL_EC2"] = endpoint
        try:
            yield endpoint
        finally:
            server.shutdown()


def _folder(name: str) -> Path:
    directory = Path(name).resolve()
    if not directory.is_dir():
        raise SystemExit(f"no such package directory: {directory}")
    return directory


def _options(arguments: list[str]) -> argparse.Namespace:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--region", default=os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    )
    common.add_argument(
        "--macro-name",
        metavar="NAME",
        default=DEFAULT_NAME,
        help=f"the name the macro is registered under (default: {DEFAULT_NAME})",
    )
    common.add_argument(
        "--macro-dir",
        metavar="DIR",
        default=os.environ.get("ECR_ACCESS_MACRO_DIR"),
        help="the macro's package, as `sam build` makes it (default: $ECR_ACCESS_MACRO_DIR)",
    )
    common.add_argument(
        "--network-dir",
        metavar="DIR",
        default=os.environ.get("ECR_ACCESS_NETWORK_DIR"),
        help="the network function's package; without it there is none (default: $ECR_ACCESS_NETWORK_DIR)",
    )
    common.add_argument(
        "--runtime-cp",
        metavar="CP",
        default=os.environ.get("ECR_ACCESS_RUNTIME_CP"),
        help="the class path of AWS's Java runtime client (default: $ECR_ACCESS_RUNTIME_CP)",
    )
    common.add_argument(
        "--plain-runtime",
        action="store_true",
        help="run the functions without AWS's runtime client, as on systems that it has no native part for",
    )
    parser = argparse.ArgumentParser(prog="localcloud")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser(
        "serve", parents=[common], help="run until standard input ends; prints one line of JSON with the endpoint"
    )
    deploy = commands.add_parser(
        "deploy",
        prog="deploy-local",
        parents=[common],
        description="Deploys a template with the real AWS CLI, but on this machine, and shows what came to life.",
    )
    deploy.add_argument("template", type=Path, metavar="TEMPLATE")
    deploy.add_argument("--stack-name", metavar="NAME", help="default: the template's file name")
    deploy.add_argument("--parameter-overrides", metavar="KEY=VALUE", nargs="+", default=[])
    deploy.add_argument(
        "--with",
        dest="before",
        type=Path,
        metavar="TEMPLATE",
        nargs="+",
        default=[],
        help="templates to deploy first, for what they export",
    )
    deploy.add_argument(
        "--cloud", metavar="URL", help="a local cloud that `serve` started; without it one is started, and ended"
    )
    return parser.parse_args(arguments)


def _end(signum: int, frame: object) -> NoReturn:
    raise SystemExit(128 + signum)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
