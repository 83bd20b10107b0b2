"""The order of creation."""

import unittest
from typing import Any

from localcloud.order import in_order
from localcloud.template import TemplateError


def resource(properties: Any = None, **attributes: Any) -> dict[str, Any]:
    return {"Type": "AWS::X::Y", "Properties": properties or {}, **attributes}


class OrderTest(unittest.TestCase):
    def assert_order(self, expected: str, *resources: tuple[str, dict[str, Any]], **conditions: bool) -> None:
        self.assertEqual(expected, "".join(in_order(dict(resources), lambda name: conditions[name])))

    def test_what_waits_for_nothing_keeps_the_order_of_the_file(self) -> None:
        self.assert_order("BAC", ("B", resource()), ("A", resource()), ("C", resource()))

    def test_every_spelling_of_a_reference_waits(self) -> None:
        for properties in (
            {"Ref": "B"},
            {"Fn::GetAtt": ["B", "Arn"]},
            {"Fn::GetAtt": "B.Arn"},
            {"Fn::Sub": "x-${B}"},
            {"Fn::Sub": "x-${B.Arn}"},
            {"Fn::Sub": ["${C}", {"C": {"Ref": "B"}}]},
            {"Deep": [{"Fn::Join": ["", ["a", {"Ref": "B"}]]}]},
        ):
            with self.subTest(properties):
                self.assert_order("BA", ("A", resource({"P": properties})), ("B", resource()))

    def test_depends_on_waits(self) -> None:
        self.assert_order("BA", ("A", resource(DependsOn="B")), ("B", resource()))
        self.assert_order("BCA", ("A", resource(DependsOn=["C", "B"])), ("B", resource()), ("C", resource()))

    def test_what_is_not_made_is_not_waited_for(self) -> None:
        self.assert_order("AB", ("A", resource({"P": {"Ref": "AWS::Region"}}, DependsOn="Gone")), ("B", resource()))

    def test_a_local_name_and_a_literal_are_no_references(self) -> None:
        self.assert_order("AB", ("A", resource({"P": {"Fn::Sub": ["${B}${!B}", {"B": "x"}]}})), ("B", resource()))

    def test_of_a_choice_only_the_branch_that_is_taken_counts(self) -> None:
        choice = resource({"P": {"Fn::If": ["Yes", "x", {"Ref": "B"}]}})
        self.assert_order("AB", ("A", choice), ("B", resource()), Yes=True)
        self.assert_order("BA", ("A", choice), ("B", resource()), Yes=False)

    def test_a_custom_resource_comes_as_early_as_it_may(self) -> None:
        look = {"Type": "Custom::Look", "Properties": {"Of": {"Ref": "A"}}}
        self.assert_order("ACB", ("A", resource()), ("B", resource()), ("C", look))

    def test_a_cycle_is_refused_with_what_hangs_on_it(self) -> None:
        cycle = {"A": resource({"P": {"Ref": "B"}}), "B": resource(DependsOn="C"), "C": resource({"P": {"Ref": "A"}})}
        rest = {"Free": resource(), "Hangs": resource({"P": {"Ref": "A"}})}
        with self.assertRaises(TemplateError) as caught:
            in_order({**rest, **cycle}, lambda name: True)
        self.assertEqual("Circular dependency between resources: [Hangs, A, B, C]", str(caught.exception))

    def test_a_resource_that_refers_to_itself_is_a_cycle(self) -> None:
        with self.assertRaisesRegex(TemplateError, r"between resources: \[A]$"):
            in_order({"A": resource({"P": {"Ref": "A"}})}, lambda name: True)


if __name__ == "__main__":
    unittest.main()
