package ecraccess.cli.source;

import static ecraccess.cli.source.Sources.file;
import static ecraccess.cli.source.Sources.json;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditingTest {
  private static final Json ENDPOINT =
      json(
          "{\"Type\": \"AWS::EC2::VPCEndpoint\", \"Properties\": {\"VpcId\": {\"Ref\": \"Vpc\"}}}");

  private static final String TEMPLATE =
      """
      # Licence: é 😀
      AWSTemplateFormatVersion: '2010-09-09'
      Transform: PrivateEcrAccess # ours

      Resources:
        # The network.
        Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}

        # Pulling.
        EcrAccess: # one line
          Type: PrivateEcrAccess
          Properties:
            VpcId: !Ref Vpc   # here
            SubnetIds: [!Ref A, !Ref B]

        # Running.
        Service:
          Type: AWS::ECS::Service
          DependsOn: EcrAccess   # first
          Metadata: |
            text

            more
      Outputs:
        Api: {Value: !GetAtt EcrAccess.EcrApiEndpoint.Id}
      """;

  /**
   * The change that expanding makes: the shorthand gives way to two endpoints and references
   * follow.
   */
  private static Json.Obj expanded(Json.Obj template) {
    Json.Obj resources = (Json.Obj) template.get("Resources").orElseThrow();
    Map<String, Json> members = new LinkedHashMap<>();
    resources
        .members()
        .forEach((name, value) -> {
          if (name.equals("EcrAccess")) {
            members.put("EcrAccessEcrDkrEndpoint", ENDPOINT);
            members.put("EcrAccessEcrApiEndpoint", ENDPOINT);
          } else if (name.equals("Service")) {
            members.put(
                name,
                ((Json.Obj) value)
                    .with(
                        "DependsOn",
                        json("{\"a\": [\"EcrAccessEcrDkrEndpoint\", \"Api\"]}")
                            .get("a")
                            .orElseThrow()));
          } else {
            members.put(name, value);
          }
        });
    return template
        .without("Transform")
        .with("Resources", new Json.Obj(members))
        .with("Outputs", json("{\"Api\": {\"Value\": {\"Ref\": \"EcrAccessEcrApiEndpoint\"}}}"));
  }

  private static final String EXPANDED =
      """
      # Licence: é 😀
      AWSTemplateFormatVersion: '2010-09-09'

      Resources:
        # The network.
        Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}

        # Pulling.
        EcrAccessEcrDkrEndpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: !Ref Vpc
        EcrAccessEcrApiEndpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: !Ref Vpc

        # Running.
        Service:
          Type: AWS::ECS::Service
          DependsOn: [EcrAccessEcrDkrEndpoint, Api]   # first
          Metadata: |
            text

            more
      Outputs:
        Api: {Value: !Ref EcrAccessEcrApiEndpoint}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void onlyWhatChangedIsRewritten(String lineBreak) {
    SourceFile file = file(TEMPLATE.replace("\n", lineBreak));

    assertThat(file.withJson(expanded(file.json()))).isEqualTo(EXPANDED.replace("\n", lineBreak));
  }

  @Test
  void byteOrderMarkAndMissingLastLineBreakStay() {
    SourceFile file = file("\ufeff" + TEMPLATE.stripTrailing());

    assertThat(file.withJson(expanded(file.json()))).isEqualTo("\ufeff" + EXPANDED.stripTrailing());
  }

  @Test
  void unchangedTreeIsTheSameText() {
    assertThat(file(TEMPLATE).withJson(file(TEMPLATE).json())).isEqualTo(TEMPLATE);
  }

  @Test
  void jsonKeepsItsIndentation() {
    SourceFile file =
        file(
            """
            {
                "Transform": "PrivateEcrAccess",
                "Resources": {
                    "EcrAccess": { "Type": "PrivateEcrAccess" },
                    "Service": {
                        "DependsOn": "EcrAccess",  "Type": "AWS::ECS::Service"
                    }
                },
                "Outputs": {"Api": {"Value": { "Fn::GetAtt": [ "EcrAccess", "EcrApiEndpoint.Id" ] }}}
            }
            """);

    assertThat(file.withJson(expanded(file.json())))
        .isEqualTo(
            """
            {
                "Resources": {
                    "EcrAccessEcrDkrEndpoint": {
                        "Type": "AWS::EC2::VPCEndpoint",
                        "Properties": {
                            "VpcId": {
                                "Ref": "Vpc"
                            }
                        }
                    },
                    "EcrAccessEcrApiEndpoint": {
                        "Type": "AWS::EC2::VPCEndpoint",
                        "Properties": {
                            "VpcId": {
                                "Ref": "Vpc"
                            }
                        }
                    },
                    "Service": {
                        "DependsOn": [
                            "EcrAccessEcrDkrEndpoint",
                            "Api"
                        ],  "Type": "AWS::ECS::Service"
                    }
                },
                "Outputs": {"Api": {"Value": { "Ref": "EcrAccessEcrApiEndpoint" }}}
            }
            """);
  }

  @Test
  void jsonOnOneLineStaysOnOneLine() {
    SourceFile file = file("{\"a\": {\"b\": 1}, \"c\": [1, 2]}");

    assertThat(file.withJson(json("{\"a\": {\"b\": {\"d\": []}}, \"c\": [1, 2, {\"e\": 3}]}")))
        .isEqualTo("{\"a\": {\"b\": {\"d\": []}}, \"c\": [1, 2, {\"e\": 3}]}");
  }
}
