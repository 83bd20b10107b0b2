"""The HTTP face: CloudFormation's query protocol here, every other service straight to moto."""

import io
import json
import re
import sys
import threading
import traceback
import uuid
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree as ET

from moto.cloudformation.responses import CloudFormationResponse
from moto.core.utils import camelcase_to_underscores
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import BaseWSGIServer, make_server

from localcloud.custom import ANSWERS_PATH, Function, Functions
from localcloud.engine import Moto
from localcloud.records import ApiError
from localcloud.stacks import CloudFormation
from localcloud.transforms import Macro, Transforms

NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/"
CALLS_PATH = "/localcloud/calls"
_SCOPE = re.compile(r"Credential=[^/]+/\d+/([^/]+)/cloudformation/")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Front:
    """A WSGI application before moto's."""

    def __init__(self, macros: dict[str, Macro], functions: dict[str, Function]) -> None:
        self._transforms = Transforms(macros)
        self.functions = Functions(functions)
        self._cloudformation = CloudFormation(self._transforms, Moto(self.functions))
        self._moto = DomainDispatcherApplication(create_backend_app)
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == CALLS_PATH:
            start_response("200 OK", [("Content-Type", "application/json")])
            return [json.dumps(self._transforms.calls).encode()]
        if environ["PATH_INFO"].startswith(ANSWERS_PATH):
            return self._take_answer(environ, start_response)
        scope = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
        if not scope:
            return self._moto(environ, start_response)
        form = dict(parse_qsl(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode(), True))
        action = self._cloudformation.actions.get(form.get("Action", ""))
        if not action:
            return self._pass_on(form, environ, start_response)
        status, body = self._run(form["Action"], action, scope[1], unflatten(form))
        start_response(status, [("Content-Type", "text/xml; charset=utf-8")])
        return [body]

    def _take_answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Outside the lock: whoever waits for the answer holds it."""
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        token = environ["PATH_INFO"].removeprefix(ANSWERS_PATH)
        put = environ["REQUEST_METHOD"] == "PUT"
        status = self.functions.put(token, environ.get("CONTENT_TYPE", ""), body) if put else 403
        start_response(f"{status} {HTTPStatus(status).phrase}", [("Content-Length", "0")])
        return []

    def _run(self, name: str, action: Callable[..., Any], region: str, request: dict[str, Any]) -> tuple[str, bytes]:
        try:
            with self._lock:
                return "200 OK", to_xml(f"{name}Response", {f"{name}Result": action(region, request)})
        except ApiError as error:
            return "400 Bad Request", _error_xml("Sender", error.code, str(error))
        except Exception as error:  # a fault of ours: the client sees that it is, the trace goes to the log
            traceback.print_exc(file=sys.stderr)
            return "500 Internal Server Error", _error_xml("Receiver", "InternalFailure", f"local cloud: {error!r}")

    def _pass_on(
        self, form: dict[str, str], environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Other CloudFormation actions are moto's, as far as it knows them."""
        if not hasattr(CloudFormationResponse, camelcase_to_underscores(form.get("Action", ""))):
            message = f"The local cloud does not know the action {form.get('Action')}"
            start_response("400 Bad Request", [("Content-Type", "text/xml; charset=utf-8")])
            return [_error_xml("Sender", "InvalidAction", message)]
        body = urlencode(form).encode()
        environ = {**environ, "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        return self._moto(environ, start_response)


def serve(macros: dict[str, Macro], functions: dict[str, Function] | None = None) -> BaseWSGIServer:
    """A server on a free port of 127.0.0.1, answering in a thread of its own until `shutdown`."""
    front = Front(macros, functions or {})
    server = make_server("127.0.0.1", 0, front, threaded=True, request_handler=_QuietHandler)
    front.functions.endpoint = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class _QuietHandler(MotoRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Says nothing: a line for each poll of a waiter is noise."""


def unflatten(form: dict[str, str]) -> dict[str, Any]:
    """Parameters.member.1.ParameterKey=A → {"Parameters": {"1": {"ParameterKey": "A"}}}"""
    tree: dict[str, Any] = {}
    for key, value in form.items():
        *path, last = [part for part in key.split(".") if part != "member"]
        node = tree
        for part in path:
            node = node.setdefault(part, {})
        node[last] = value
    return tree


def to_xml(name: str, value: Any) -> bytes:
    root = ET.Element(name, xmlns=NAMESPACE)
    _fill(root, value)
    _fill(ET.SubElement(root, "ResponseMetadata"), {"RequestId": str(uuid.uuid4())})
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _error_xml(kind: str, code: str, message: str) -> bytes:
    return to_xml("ErrorResponse", {"Error": {"Type": kind, "Code": code, "Message": message}})


def _fill(element: ET.Element, value: Any) -> None:
    if isinstance(value, dict):
        for name, item in value.items():
            if item is not None:
                _fill(ET.SubElement(element, name), item)
    elif isinstance(value, list):
        for item in value:
            _fill(ET.SubElement(element, "member"), item)
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        element.text = _NOT_XML.sub("?", text)
