"""Template text and parameter values become what a macro receives."""

import unittest

from localcloud.template import TemplateError, dumps, loads, macro_values, parse, resolve_parameters, same

DECLARED = {
    "Parameters": {
        "Text": {"Type": "String", "Default": "a,b"},
        "Count": {"Type": "Number", "Default": 2},
        "Names": {"Type": "CommaDelimitedList", "Default": "a, b"},
        "Subnets": {"Type": "List<AWS::EC2::Subnet::Id>"},
        "Image": {"Type": "AWS::SSM::Parameter::Value<List<String>>", "Default": "/path"},
    }
}


class TemplateTest(unittest.TestCase):
    def test_tags_become_long_functions(self) -> None:
        text = "A: [!Ref X, !GetAtt A.B.C, !GetAtt [A, B], !Sub 'x', !Join ['', [!Ref Y]], !Condition C, !GetAZs '']"
        long = '[{"Ref":"X"},{"Fn::GetAtt":["A","B.C"]},{"Fn::GetAtt":["A","B"]},{"Fn::Sub":"x"},'
        long += '{"Fn::Join":["",[{"Ref":"Y"}]]},{"Condition":"C"},{"Fn::GetAZs":""}]'
        self.assertEqual('{"A":' + long + "}", dumps(parse(text)))

    def test_scalars_survive(self) -> None:
        text = "b: 2010-09-09\na: [80, '401', 1.10, -0.5, 1180591620717411303424, true, ~, .inf, 012]\n012: x"
        expected = '{"b":"2010-09-09","a":[80,"401",1.10,-0.5,1180591620717411303424,true,null,".inf",10],"012":"x"}'
        self.assertEqual(expected, dumps(parse(text)))
        self.assertEqual('{"a":[1.10,1E+400]}', dumps(parse('{"a": [1.10, 1E400]}')))

    def test_what_is_no_template_is_refused(self) -> None:
        for text, sentence in {
            "A: !Reff x": "Template format error: unknown tag !Reff at line 1",
            "A: &a x\nB: *a": "Template format error: YAML aliases are not allowed in CloudFormation templates",
            "A: [": "Template format error: YAML not well-formed. (line 1, column 5)",
            '{"A": }': "Template format error: JSON not well-formed. (line 1, column 7)",
            "text": "Template format error: unsupported structure.",
        }.items():
            with self.subTest(text), self.assertRaises(TemplateError) as caught:
                parse(text)
            self.assertEqual(sentence, str(caught.exception))

    def test_not_a_number_is_not_json(self) -> None:
        with self.assertRaises(ValueError):
            loads('{"a": NaN}')

    def test_order_is_no_difference_but_true_is_not_one(self) -> None:
        self.assertTrue(same({"a": 1, "b": [2]}, {"b": [2], "a": 1}))
        self.assertFalse(same({"a": 1}, {"a": True}))

    def test_parameters_are_text_and_lists_are_arrays(self) -> None:
        values = resolve_parameters(DECLARED, {"Subnets": "s-1,s-2"}, {})
        expected = {"Text": "a,b", "Count": "2", "Names": "a, b", "Subnets": "s-1,s-2", "Image": "/path"}
        self.assertEqual(expected, values)
        arrays = {"Names": ["a", "b"], "Subnets": ["s-1", "s-2"], "Image": ["x", "/path"]}
        self.assertEqual({**expected, **arrays}, macro_values(DECLARED, values, lambda name: f"x,{name}"))

    def test_previous_values_are_kept_on_request(self) -> None:
        self.assertEqual("old", resolve_parameters(DECLARED, {"Text": None, "Subnets": ""}, {"Text": "old"})["Text"])

    def test_missing_and_strange_parameters_are_refused(self) -> None:
        with self.assertRaisesRegex(TemplateError, r"^Parameters: \[Subnets\] must have values$"):
            resolve_parameters(DECLARED, {}, {})
        with self.assertRaisesRegex(TemplateError, r"^Parameters: \[X, Y\] do not exist in the template$"):
            resolve_parameters(DECLARED, {"X": "1", "Y": "2"}, {})
