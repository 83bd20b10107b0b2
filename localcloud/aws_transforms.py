"""AWS's own transforms, as far as AWS publishes them: SAM whole, LanguageExtensions as cfn-lint does it."""

import json
from copy import deepcopy
from typing import Any

from localcloud.template import TemplateError, dumps, loads


def run(name: str, fragment: dict[str, Any], values: dict[str, Any], region: str) -> dict[str, Any]:
    if name == "AWS::Serverless-2016-10-31":
        return _serverless(fragment, values, region)
    if name == "AWS::LanguageExtensions":
        return _language_extensions(fragment, values, region)
    raise TemplateError(f"Transform {name} failed with: this local cloud does not run it")


def _serverless(fragment: dict[str, Any], values: dict[str, Any], region: str) -> dict[str, Any]:
    # Imported here: most templates need neither, and both take half a second.
    import boto3
    from samtranslator.model.exceptions import InvalidDocumentException
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator

    session = boto3.session.Session(region_name=region)
    plain = json.loads(dumps(fragment))  # samtranslator edits what it is given
    translator = Translator({}, Parser(), boto_session=session)
    try:
        translated = translator.translate(plain, dict(values))
        translator.metrics.publish()  # to nobody; it complains otherwise
        return loads(json.dumps(translated))
    except InvalidDocumentException as error:
        causes = " ".join(cause.message for cause in error.causes)
        raise TemplateError(
            f"Transform AWS::Serverless-2016-10-31 failed with: {error.message} {causes}".rstrip()
        ) from error


def _language_extensions(fragment: dict[str, Any], values: dict[str, Any], region: str) -> dict[str, Any]:
    from cfnlint.template.template import Template
    from cfnlint.template.transforms._language_extensions import language_extension

    template = deepcopy(fragment)
    for name, value in values.items():  # cfn-lint knows no values but defaults
        template["Parameters"][name]["Default"] = ",".join(value) if isinstance(value, list) else value
    problems, result = language_extension(Template("template", template, [region]))
    if problems:
        raise TemplateError(f"Transform AWS::LanguageExtensions failed with: {problems[0].message}")
    expanded = loads(dumps(result))
    if "Parameters" in fragment:
        expanded["Parameters"] = fragment["Parameters"]
    return expanded
