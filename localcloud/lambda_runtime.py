"""A Lambda function as a process of its own, started as Lambda starts it, under AWS's Java runtime client.

What goes wrong inside comes out as FunctionFailure.
"""

import json
import os
import platform
import queue
import subprocess
import sys
import tempfile
import threading
import time
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from localcloud.runtime_api import RuntimeApi

MEMORY_MB = 1769
PLAIN_CLIENT = Path(__file__).with_name("Runtime.java")
CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
JNI_PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"


class FunctionFailure(Exception):
    """The function gave no answer: an exception, an init error, a time-out, the end of its process."""


class LambdaFunction:
    """One function; its process starts with the first call and serves all calls until it fails."""

    def __init__(
        self, name: str, command: list[str], directory: Path, handler: str, region: str, timeout: float
    ) -> None:
        self._name = name
        self._command = command
        self._directory = directory
        self._handler = handler
        self._region = region
        self._timeout = timeout
        self.environment: dict[str, str] = {}  # beyond Lambda's own; takes effect when the process starts
        self._process: subprocess.Popen[bytes] | None = None
        self._api = RuntimeApi()
        self._one_at_a_time = threading.Lock()

    def invoke(self, event: bytes) -> bytes:
        """The function's answer. Calls run one after the other, as in one sandbox."""
        with self._one_at_a_time:
            if self._process is None or self._process.poll() is not None:
                self._process = self._start()
            request_id = str(uuid.uuid4())
            self._api.events.put((request_id, event, time.time() + self._timeout))
            try:
                return self._answer(self._process, request_id)
            except _Broken as broken:
                self._stop()
                raise FunctionFailure(str(broken)) from None

    def close(self) -> None:
        self._stop()
        self._api.close()

    def _answer(self, process: subprocess.Popen[bytes], request_id: str) -> bytes:
        deadline = time.monotonic() + self._timeout
        while True:
            ended = process.poll()
            try:
                kind, answered, body = self._api.results.get(timeout=0.05)
            except queue.Empty:
                if ended is not None:
                    raise _Broken(f"the process ended with exit status {ended}") from None
                if time.monotonic() > deadline:
                    raise _Broken(f"timed out after {self._timeout:g} seconds") from None
                continue
            if kind == "init/error":
                raise _Broken(f"init error: {_message(body)}")
            if answered == request_id:
                if kind == "error":
                    raise FunctionFailure(_message(body))
                return body

    def _start(self) -> subprocess.Popen[bytes]:
        self._api.clear()
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "TZ": ":UTC",
            "LANG": "en_US.UTF-8",
            "_HANDLER": self._handler,
            "AWS_REGION": self._region,
            "AWS_DEFAULT_REGION": self._region,
            "AWS_ACCESS_KEY_ID": "local",
            "AWS_SECRET_ACCESS_KEY": "local",
            "AWS_EXECUTION_ENV": "AWS_Lambda_java25",
            "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self._api.server_port}",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_FUNCTION_NAME": self._name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(MEMORY_MB),
            "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{self._name}",
            "AWS_LAMBDA_LOG_STREAM_NAME": "local",
            "LAMBDA_TASK_ROOT": str(self._directory),
            **self.environment,
        }
        # What the function prints is its log; our own standard output belongs to our caller.
        return subprocess.Popen(
            self._command, cwd=self._directory, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr
        )

    def _stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextmanager
def java_function(
    name: str,
    directory: Path,
    class_path: str,
    handler: str,
    java_home: str,
    region: str,
    timeout: float = 30,
    plain: bool = False,
) -> Iterator[LambdaFunction]:
    """A function of the Java runtime, from an exploded package; closed at the end of the block.

    It runs under AWS's runtime client, or in `plain` Java where that has no native part.
    """
    with tempfile.TemporaryDirectory() as own:
        # The client would unpack its native library under one fixed name, which all processes of a machine share.
        native = None if plain else _unpack_native_library(class_path, Path(own))
        java = str(Path(java_home, "bin", "java"))
        flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", f"-Xmx{MEMORY_MB * 85 // 100}m", "-cp", class_path]
        if native:
            client = ["--enable-native-access=ALL-UNNAMED", f"-D{JNI_PROPERTY}={native}", CLIENT]
        else:
            client = [str(PLAIN_CLIENT)]
        function = LambdaFunction(name, [java, *flags, *client, handler], directory, handler, region, timeout)
        try:
            yield function
        finally:
            function.close()


def _unpack_native_library(class_path: str, to: Path) -> str | None:
    """The client's native part for this system, or nothing where there is none."""
    machine = {"x86_64": "x86_64", "aarch64": "aarch_64"}.get(platform.machine())
    if platform.system() != "Linux" or not machine:
        return None
    kind = "linux" if platform.libc_ver()[0] == "glibc" else "linux_musl"
    for jar in class_path.split(os.pathsep):
        if "runtime-interface-client" in jar:
            with zipfile.ZipFile(jar) as archive:
                return archive.extract(f"jni/libaws-lambda-jni.{kind}-{machine}.so", to)
    raise SystemExit(f"no aws-lambda-java-runtime-interface-client in the class path {class_path!r}")


class _Broken(Exception):
    """The process is of no more use."""


def _message(body: bytes) -> str:
    try:
        error = json.loads(body)
        return f"{error['errorType']}: {error['errorMessage']}"
    except (ValueError, KeyError, TypeError):
        return body.decode(errors="replace")
