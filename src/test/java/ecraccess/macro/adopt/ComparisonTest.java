package ecraccess.macro.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static List<String> differences(String was, String is) {
    return Comparison.differences(Given.template(was), Given.template(is), Optional.empty())
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void orderAndSpellingDoNotCount() {
    assertThat(
            differences(
                "Outputs: {O: {Value: !GetAtt A.Arn}}\nResources: {A: {Type: X}, B: {Type: Y}}\n",
                "Resources: {B: {Type: Y}, A: {Type: X}}\n"
                    + "Outputs: {O: {Value: {'Fn::GetAtt': [A, Arn]}}}\n"))
        .isEmpty();
  }

  @Test
  void noTransformIsAnEmptyOne() {
    for (String none : List.of("Transform: []\n", "Transform:\n")) {
      assertThat(differences(none + "Resources: {}\n", "Resources: {}\n")).isEmpty();
    }
    assertThat(differences("Transform: A\nResources: {}\n", "Transform: [A]\nResources: {}\n"))
        .isEmpty();
    assertThat(
            differences("Transform: [A, B]\nResources: {}\n", "Transform: [B, A]\nResources: {}\n"))
        .containsExactly("Transform: not the same in both");
  }

  @Test
  void theSmallestPlaceThatDiffersIsNamed() {
    assertThat(
            differences(
                "Resources: {A: {Type: X, Properties: {P: 1, Q: 2}}, B: {Type: Y}}\n",
                "Resources: {A: {Type: X, Properties: {P: 1, Q: 3}}, C: {Type: Y}}\n"))
        .containsExactly(
            "Resources.A.Properties.Q: not the same in both",
            "Resources.B: only in the first",
            "Resources.C: only in the second");
  }

  @Test
  void onlyEndpointsHaveDefaultsAndSets() {
    String template = "Resources: {A: {Type: %s, Properties: {SubnetIds: %s}}}\n";

    assertThat(
            differences(
                template.formatted("AWS::EC2::VPCEndpoint", "[a, b]"),
                template.formatted("AWS::EC2::VPCEndpoint", "[b, a]")))
        .isEmpty();
    assertThat(
            differences(
                template.formatted("AWS::RDS::DBSubnetGroup", "[a, b]"),
                template.formatted("AWS::RDS::DBSubnetGroup", "[b, a]")))
        .containsExactly("Resources.A.Properties.SubnetIds: not the same in both");
  }

  @Test
  void attributesCount() {
    assertThat(
            differences(
                "Resources: {A: {Type: AWS::EC2::VPCEndpoint}}\n",
                "Resources: {A: {Type: AWS::EC2::VPCEndpoint, DeletionPolicy: Retain}}\n"))
        .containsExactly("Resources.A.DeletionPolicy: only in the second");
  }
}
