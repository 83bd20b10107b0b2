"""A function's process: reused while it works, replaced when it is broken, gone at the end."""

import os
import sys
import unittest
from pathlib import Path

from localcloud.lambda_runtime import FunctionFailure, LambdaFunction

CLIENT = str(Path(__file__).with_name("fake_runtime.py"))
DIRECTORY = Path(__file__).parent.resolve()


def function(handler: str = "good") -> LambdaFunction:
    return LambdaFunction("Fake", [sys.executable, CLIENT], DIRECTORY, handler, "eu-west-1", timeout=1)


class LambdaRuntimeTest(unittest.TestCase):
    def setUp(self) -> None:
        self.function = function()
        self.addCleanup(self.function.close)

    def answer(self, event: bytes) -> list[str]:
        return self.function.invoke(event).decode().split(" ", 2)

    def assert_fails(self, message: str, event: bytes) -> None:
        with self.assertRaises(FunctionFailure) as caught:
            self.function.invoke(event)
        self.assertEqual(message, str(caught.exception))

    def test_one_process_serves_many_calls_in_the_package_directory(self) -> None:
        process, directory, event = self.answer(b"first event")
        self.assertEqual((str(DIRECTORY), "first event"), (directory, event))
        self.assert_fails("Oops: thrown", b"throw")
        self.assertEqual(process, self.answer(b"second")[0])

    def test_time_out_and_exit_cost_the_process(self) -> None:
        process = self.answer(b"first")[0]
        self.assert_fails("timed out after 1 seconds", b"sleep")
        second = self.answer(b"second")[0]
        self.assertNotEqual(process, second)
        self.assert_fails("the process ended with exit status 3", b"exit")
        self.assertNotEqual(second, self.answer(b"third")[0])

    def test_init_error(self) -> None:
        self.function.close()
        self.function = function("broken")
        self.addCleanup(self.function.close)
        self.assert_fails("init error: ClassNotFound: no such handler", b"any")

    def test_close_ends_the_process(self) -> None:
        process = int(self.answer(b"first")[0])
        self.function.close()
        with self.assertRaises(ProcessLookupError):
            os.kill(process, 0)
