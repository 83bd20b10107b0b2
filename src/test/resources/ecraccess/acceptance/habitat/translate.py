"""Prints, as JSON, what CloudFormation makes of a SAM template: translate.py TEMPLATE"""

import json
import sys

from samcli.yamlhelper import yaml_parse
from samtranslator.translator.transform import transform


class NoManagedPolicies:
    def load(self):
        return {}


with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file.read())
for resource in template["Resources"].values():
    if "CodeUri" in resource["Properties"]:
        resource["Properties"]["CodeUri"] = (
            "s3://bucket/package"  # as after `sam package`
        )
print(json.dumps(transform(template, {}, NoManagedPolicies())))
