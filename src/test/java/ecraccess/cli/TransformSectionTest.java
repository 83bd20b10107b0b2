package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line treats a template's Transform section as CloudFormation does. */
class TransformSectionTest {
  private static final String NOTHING_TO_DO = "Resources: {Q: {Type: AWS::SQS::Queue}} # stays\n";

  private static final String FORGOTTEN =
      """
      AWSTemplateFormatVersion: "2010-09-09" # é
      Resources:
        # Pulling
        EcrAccess:
          Type: PrivateEcrAccess
      """;

  @Test
  void templateWithoutTheMacroComesBackAsItWas() {
    assertThat(Run.onInput(NOTHING_TO_DO, "expand", "-")).isEqualTo(new Run(0, NOTHING_TO_DO, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "PrivateEcrAccess => ",
        "{Name: PrivateEcrAccess} => ",
        "{Name: PrivateEcrAccess, Parameters: {}} => ",
        "[PrivateEcrAccess] => ",
        "[PrivateEcrAccess, AWS::Serverless-2016-10-31] => [AWS::Serverless-2016-10-31]",
        "[First, {Name: PrivateEcrAccess}, {Name: Last}] => [First, {Name: Last}]",
        "Other => Other",
      })
  void ourEntryOfTransformIsTakenOut(String written, String left) {
    String rest = "Resources: {Q: {Type: AWS::SQS::Queue}} # stays\n";
    String expected = left == null ? rest : "Transform: " + left + "\n" + rest;

    assertThat(Run.onInput("Transform: " + written + "\n" + rest, "expand", "-"))
        .isEqualTo(new Run(0, expected, ""));
  }

  @Test
  void macroTakesNoParameters() {
    String template =
        "Transform: [Other, {Name: PrivateEcrAccess, Parameters: {Input: 1}}]\n" + NOTHING_TO_DO;

    assertThat(Run.onInput(template, "expand", "-"))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                PrivateEcrAccess found 1 problem
                <stdin>:1:20: Transform[1]: PrivateEcrAccess takes no parameters, found Input
                """));
  }

  @Test
  void forgottenTransformIsAProblem() {
    assertThat(Run.onInput(FORGOTTEN, "expand", "-"))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                PrivateEcrAccess found 1 problem
                <stdin>:5:5: Resources.EcrAccess.Type: only a macro knows this type, add "Transform: PrivateEcrAccess" to the template
                """));
  }

  @Test
  void macroMayHaveAnotherName() {
    String template = "Transform: TeamMacro\n" + NOTHING_TO_DO;

    assertThat(Run.onInput(template, "expand", "--macro-name", "TeamMacro", "-"))
        .isEqualTo(new Run(0, NOTHING_TO_DO, ""));
  }
}
