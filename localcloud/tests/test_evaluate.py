"""What functions are worth."""

import time
import unittest
from typing import Any

from localcloud.evaluate import Evaluator, Surroundings, pseudo_parameters
from localcloud.template import TemplateError

TEMPLATE = {
    "Mappings": {"M": {"a": {"b": ["x", "y"]}}},
    "Conditions": {
        "Two": {"Fn::Equals": [{"Ref": "Count"}, "2"]},
        "NotTwo": {"Fn::Not": [{"Condition": "Two"}]},
        "Either": {"Fn::Or": [{"Condition": "NotTwo"}, {"Fn::Equals": ["a", "a"]}]},
        "Both": {"Fn::And": [{"Condition": "NotTwo"}, {"Condition": "Either"}]},
    },
}


def imported(name: str) -> str:
    return f"value of {name}"


class EvaluateTest(unittest.TestCase):
    def setUp(self) -> None:
        around = Surroundings(
            pseudo_parameters("cn-north-1"),
            lambda region: [f"{region}a", f"{region}b"],
            imported,
            lambda name: f"id-{name}",
            lambda name, attribute: f"{attribute} of {name}",
        )
        self.evaluator = Evaluator(TEMPLATE, {"Count": 2, "Names": ["n", "m"]}, around)

    def test_conditions(self) -> None:
        values = [self.evaluator.holds(name) for name in ("Two", "NotTwo", "Either", "Both")]
        self.assertEqual([True, False, True, False], values)

    def test_functions(self) -> None:
        blocks = ["10.0.0.0/24", "10.0.1.0/24"]
        cases: list[tuple[Any, Any]] = [
            ({"Ref": "Count"}, 2),
            ({"Ref": "Vpc"}, "id-Vpc"),
            ({"Ref": "AWS::Partition"}, "aws-cn"),
            ({"Fn::GetAtt": ["Vpc", "Cidr.Block"]}, "Cidr.Block of Vpc"),
            ({"Fn::GetAtt": "Vpc.Cidr"}, "Cidr of Vpc"),
            (
                {"Fn::Sub": "${Count}-${Vpc}-${Vpc.Cidr}-${!x}-${AWS::URLSuffix}"},
                "2-id-Vpc-Cidr of Vpc-${x}-amazonaws.com.cn",
            ),
            ({"Fn::Sub": ["${Own}", {"Own": {"Ref": "Names"}}]}, "n,m"),
            ({"Fn::Join": ["-", ["a", {"Ref": "Count"}, True]]}, "a-2-true"),
            ({"Fn::Select": ["1", {"Fn::GetAZs": ""}]}, "cn-north-1b"),
            ({"Fn::Split": [",", "a,b"]}, ["a", "b"]),
            ({"Fn::FindInMap": ["M", "a", "b"]}, ["x", "y"]),
            ({"Fn::FindInMap": ["M", "a", "c", {"DefaultValue": 1}]}, 1),
            ({"Fn::ImportValue": {"Fn::Sub": "${Count}-vpc"}}, "value of 2-vpc"),
            ({"Fn::If": ["Two", "yes", {"Ref": "Nowhere"}]}, "yes"),
            ({"Fn::Cidr": ["10.0.0.0/16", 2, "8"]}, blocks),
            ({"Fn::Base64": "text"}, "dGV4dA=="),
            ({"Fn::ToJsonString": {"a": [1]}}, '{"a":[1]}'),
            ([{"Ref": "AWS::NoValue"}, {"P": {"Ref": "AWS::NoValue"}, "Q": None}], [{}]),
            ({"Condition": {"StringEquals": {"a": "b"}}}, {"Condition": {"StringEquals": {"a": "b"}}}),
        ]
        for node, expected in cases:
            with self.subTest(node):
                self.assertEqual(expected, self.evaluator.value(node))

    def test_texts_that_grow_without_end_are_refused_at_once(self) -> None:
        node: Any = "x" * 100
        for _ in range(40):
            node = {"Fn::Sub": ["${A}${A}", {"A": node}]}
        with self.assertRaisesRegex(TemplateError, "longer than 1048576 characters"):
            self.evaluator.value(node)

    def test_open_braces_are_read_once(self) -> None:
        text = "${" * 200_000
        began = time.process_time()
        self.assertEqual(text, self.evaluator.value({"Fn::Sub": text}))
        self.assertLess(time.process_time() - began, 2)

    def test_what_has_no_value_is_told_in_cloudformations_words(self) -> None:
        for node, sentence in (
            ({"Fn::FindInMap": ["M", "a", "z"]}, "Template error: Unable to get mapping for M::a::z"),
            ({"Fn::Select": [2, ["a"]]}, "Template error: Fn::Select cannot select nonexistent value at index 2"),
        ):
            with self.subTest(node), self.assertRaises(TemplateError) as caught:
                self.evaluator.value(node)
            self.assertEqual(sentence, str(caught.exception))


if __name__ == "__main__":
    unittest.main()
