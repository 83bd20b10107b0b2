package ecraccess.reach.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
  private static String found(String resource) throws MalformedJson {
    Json.Obj root =
        (Json.Obj)
            JsonText.read(
                """
                {"Parameters": {"Id": {"Type": "String"}, "Ids": {"Type": "CommaDelimitedList"}},
                 "Resources": {"Subnet": {"Type": "AWS::EC2::Subnet"}, "X": %s}}\
                """
                    .formatted(resource));
    return Refusals.of(new Template(root), UnaryOperator.identity()).stream()
        .map(fault -> fault.check() + " " + fault.path())
        .reduce("", (all, one) -> all + (all.isEmpty() ? "" : ", ") + one);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SubnetIds | {\"Ref\": \"Subnet\"} | list-expected Resources.X.Properties.SubnetIds",
        "SubnetIds | {\"Ref\": \"Id\"} | list-expected Resources.X.Properties.SubnetIds",
        "SubnetIds | \"subnet-1\" | list-expected Resources.X.Properties.SubnetIds",
        "SubnetIds | {\"Ref\": \"Ids\"} | ''",
        "SubnetIds | [{\"Ref\": \"Subnet\"}] | ''",
        "SubnetIds | {\"Fn::GetAtt\": [\"N\", \"SubnetIds\"]} | ''",
        "RouteTableIds | [{\"Ref\": \"Ids\"}] | single-value-expected"
            + " Resources.X.Properties.RouteTableIds[0]",
        "VpcId | {\"Ref\": \"Ids\"} | single-value-expected Resources.X.Properties.VpcId",
        "ServiceName | \"com.amazonaws.${AWS::Region}.s3\" | sub-forgotten"
            + " Resources.X.Properties.ServiceName",
        "ServiceName | {\"Fn::Sub\": \"com.amazonaws.${AWS::Region}.s3\"} | ''",
        "ServiceName | \"com.amazonaws.${!Literal}.s3\" | ''",
        "SubnetIds | {\"Fn::Split\": [\",\", \"{{resolve:ssm:/a}}\"]} | split-before-resolve"
            + " Resources.X.Properties.SubnetIds",
        "SubnetIds | {\"Fn::Split\": [\",\", {\"Ref\": \"Id\"}]} | ''"
      })
  void tellsWhatAnEndpointMayNotHave(String property, String value, String expected)
      throws MalformedJson {
    assertThat(
            found(
                "{\"Type\": \"AWS::EC2::VPCEndpoint\", \"Properties\": {\"%s\": %s}}"
                    .formatted(property, value)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS:EC2:VPCEndpoint, true",
    "AWS::EC2::VpcEndpoint, true",
    "AWS::EC2::VPCEndpiont, false",
    "AWS::EC2::VPCEndpoint, false",
    "AWS::NewService::Thing, false",
    "Custom::Thing, false",
    "My::Own::Module::MODULE, false"
  })
  void tellsTypesThatCannotExist(String type, boolean refused) throws MalformedJson {
    assertThat(found("{\"Type\": \"%s\"}".formatted(type)))
        .isEqualTo(refused ? "resource-type Resources.X.Type" : "");
  }
}
