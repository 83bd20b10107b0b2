"""Rules for cfn-lint: write `append_rules: [private_ecr_access.cfnlint]` in .cfnlintrc."""

from private_ecr_access.cfnlint.rules import PullPath, ShorthandSchema

__all__ = ["PullPath", "ShorthandSchema"]
