"""Which spellings of one template are the same to a change set."""

import unittest
from typing import Any

from localcloud.resolve import resolved


class ResolveTest(unittest.TestCase):
    def meaning(self, value: Any) -> Any:
        resources = {"G": {"Type": "AWS::EC2::SecurityGroup"}, "X": {"Type": "T", "Properties": value}}
        return resolved({"Resources": resources}, {"P": "p"}, "eu-west-1")["Resources"]["X"]["Properties"]

    def test_texts_are_put_together(self) -> None:
        region = {"Ref": "AWS::Region"}
        for spelling in (
            {"Fn::Sub": "com.${AWS::Region}.${P}"},
            {"Fn::Sub": ["com.${R}.${P}", {"R": region}]},
            {"Fn::Join": [".", ["com", region, {"Ref": "P"}]]},
            {"Fn::Join": ["", ["com.", {"Fn::Sub": "${AWS::Region}"}, ".p"]]},
        ):
            self.assertEqual({"Name": "com.eu-west-1.p"}, self.meaning({"Name": spelling}))
        self.assertEqual({"Name": "${P}"}, self.meaning({"Name": {"Fn::Sub": "${!P}"}}))

    def test_what_only_resources_know_stays(self) -> None:
        for function in (
            {"Ref": "X"},
            {"Fn::Sub": "${X}-${P}"},
            {"Fn::GetAtt": ["X", "Arn"]},
            {"Fn::Join": [",", {"Ref": "X"}]},
            {"Fn::If": ["C", "a", "b"]},
        ):
            self.assertEqual({"Name": function}, self.meaning({"Name": function}))

    def test_attributes_have_one_spelling(self) -> None:
        self.assertEqual({"Fn::GetAtt": ["X", "A.B"]}, self.meaning({"Fn::GetAtt": "X.A.B"}))
        self.assertEqual([{"Ref": "G"}], self.meaning([{"Fn::GetAtt": ["G", "GroupId"]}]))

    def test_no_value_is_absent(self) -> None:
        none = {"Ref": "AWS::NoValue"}
        self.assertEqual({"A": ["a"]}, self.meaning({"A": ["a", none], "B": none}))
        self.assertNotEqual(self.meaning({"Flag": False}), self.meaning({"Flag": none}))
