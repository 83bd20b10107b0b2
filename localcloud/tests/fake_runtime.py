"""A runtime client of a few lines: what each event asks for is what it does."""

import json
import os
import sys
import time
import urllib.request

API = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/"


def post(path: str, body: bytes) -> None:
    urllib.request.urlopen(urllib.request.Request(API + path, body)).close()


def error(kind: str, message: str) -> bytes:
    return json.dumps({"errorType": kind, "errorMessage": message}).encode()


if os.environ["_HANDLER"] == "broken":
    post("init/error", error("ClassNotFound", "no such handler"))
    sys.exit(1)

while True:
    with urllib.request.urlopen(API + "invocation/next") as answer:
        request_id, event = answer.headers["Lambda-Runtime-Aws-Request-Id"], answer.read()
    if event == b"throw":
        post(f"invocation/{request_id}/error", error("Oops", "thrown"))
    elif event == b"exit":
        sys.exit(3)
    elif event == b"sleep":
        time.sleep(60)
    else:
        post(f"invocation/{request_id}/response", f"{os.getpid()} {os.getcwd()} {event.decode()}".encode())
