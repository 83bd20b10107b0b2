"""Lambda's Runtime API on 127.0.0.1: where a runtime client fetches events and leaves what came of them."""

import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from localcloud.account import ACCOUNT

PREFIX = "/2018-06-01/runtime/"


class RuntimeApi(ThreadingHTTPServer):
    """`next` waits for an event; `response`, `error` and `init/error` become results."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.clear()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def clear(self) -> None:
        """New queues, so that nothing of a dead process reaches the next one."""
        self.events: queue.Queue[tuple[str, bytes, float]] = queue.Queue()
        self.results: queue.Queue[tuple[str, str, bytes]] = queue.Queue()

    def close(self) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: a killed process resets its connection, and the caller reports why it was killed."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: RuntimeApi

    def do_GET(self) -> None:
        request_id, event, deadline = self.server.events.get()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(event)))
        self.send_header("Lambda-Runtime-Aws-Request-Id", request_id)
        self.send_header("Lambda-Runtime-Deadline-Ms", str(int(deadline * 1000)))
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:local")
        self.end_headers()
        self.wfile.write(event)

    def do_POST(self) -> None:
        body = self._body()
        what = self.path.removeprefix(PREFIX)
        if what == "init/error":
            self.server.results.put((what, "", body))
        else:
            _, request_id, kind = what.split("/")
            self.server.results.put((kind, request_id, body))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _body(self) -> bytes:
        """The RIC sends its answer in chunks when it is long."""
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name that it overrides)
        """Says nothing: the function's own log is on standard error."""
