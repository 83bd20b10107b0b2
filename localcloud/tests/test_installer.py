"""The installer without SAM's transform."""

import tempfile
import unittest
import zipfile
from pathlib import Path
from typing import Any

from localcloud.installer import TEMPLATE, write
from localcloud.template import parse

ROOT = Path(__file__).parents[2]


class InstallerTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "macro" / "lib").mkdir(parents=True)
        (self.folder / "network").mkdir()
        (self.folder / "macro" / "lib" / "a.jar").write_text("a")
        (self.folder / "macro" / "B.class").write_text("b")
        (self.folder / "network" / "C.class").write_text("c")

    def write(self, to: str) -> dict[str, Any]:
        packages = {"MacroFunction": self.folder / "macro", "NetworkFunction": self.folder / "network"}
        write(ROOT / "template.yaml", packages, self.folder / to)
        return parse((self.folder / to / TEMPLATE).read_text())

    def versions(self, template: dict[str, Any]) -> list[str]:
        return [name for name, one in template["Resources"].items() if one["Type"] == "AWS::Lambda::Version"]

    def test_no_transform_is_left_and_no_value_of_a_parameter_is_written(self) -> None:
        template = self.write("one")
        self.assertNotIn("Transform", template)
        self.assertFalse([one for one in template["Resources"].values() if "Serverless" in one["Type"]])
        function = template["Resources"]["MacroFunction"]["Properties"]
        self.assertEqual({"Ref": "MacroName"}, function["FunctionName"])
        self.assertEqual({"ApplyOn": {"Ref": "SnapStart"}}, function["SnapStart"])
        self.assertEqual({"Ref": "PackageBucket"}, function["Code"]["S3Bucket"])

    def test_every_package_is_where_the_template_looks_for_it(self) -> None:
        template = self.write("one")
        for name, files in (("MacroFunction", ["B.class", "lib/a.jar"]), ("NetworkFunction", ["C.class"])):
            folder, _, file = template["Resources"][name]["Properties"]["Code"]["S3Key"].partition("/")
            self.assertEqual("private-ecr-access", folder)
            with zipfile.ZipFile(self.folder / "one" / file) as archive:
                self.assertEqual(files, archive.namelist())

    def test_the_same_packages_give_the_same_bytes(self) -> None:
        self.write("one")
        (self.folder / "macro" / "B.class").touch()
        self.write("two")
        one, two = sorted((self.folder / "one").iterdir()), sorted((self.folder / "two").iterdir())
        self.assertEqual([file.name for file in one], [file.name for file in two])
        self.assertEqual([file.read_bytes() for file in one], [file.read_bytes() for file in two])

    def test_another_package_is_another_version_so_that_the_alias_moves(self) -> None:
        before = self.versions(self.write("one"))
        (self.folder / "macro" / "B.class").write_text("another")
        after = self.versions(self.write("two"))
        self.assertEqual(1, len(after))
        self.assertNotEqual(before, after)


if __name__ == "__main__":
    unittest.main()
