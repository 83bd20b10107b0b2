package ecraccess.customresource;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.customresource.PropertiesReader.Reading;
import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.MalformedJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesReaderTest {

  @Test
  void whatTheMacroWritesIsRead() throws MalformedJson {
    assertThat(
            read(
                Requests.properties("vpc-1")
                    .replaceFirst("}$", ",\"SecurityGroupIds\":[\"sg-1\"]}")))
        .isEqualTo(
            new Reading.Done(
                new NetworkProperties(
                    "vpc-1",
                    List.of("subnet-1", "subnet-2"),
                    List.of("ecr.dkr", "ecr.api", "s3"),
                    Optional.of(List.of("sg-1")),
                    Optional.empty(),
                    true,
                    true)));
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "false, false",
    "'\"true\"', true",
    "'\"false\"', false",
    "'\"False\"', false"
  })
  void aBooleanIsReadInEitherForm(String written, boolean value) throws MalformedJson {
    Reading reading =
        read(
            "{\"VpcId\":\"vpc-1\",\"Services\":[\"s3\"],\"PrivateDnsEnabled\":%s,\"Preflight\":%s}"
                .formatted(written, written));

    assertThat(reading)
        .isEqualTo(
            new Reading.Done(
                new NetworkProperties(
                    "vpc-1",
                    List.of(),
                    List.of("s3"),
                    Optional.empty(),
                    Optional.empty(),
                    value,
                    value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'VpcId':'v'}|Services: expected a list of at least one service, found nothing",
        "{'Services':['s3']}|VpcId: expected the ID of a VPC, found nothing",
        "{'VpcId':7,'Services':['s3']}|VpcId: expected the ID of a VPC, found the number 7",
        "{'VpcId':'v','Services':'s3'}|Services: expected a list of strings, found the string \"s3\"",
        "{'VpcId':'v','Services':['s3'],'RouteTableIds':['rtb-1',' ']}|RouteTableIds[1]: expected a string that is not empty, found the string \" \"",
        "{'VpcId':'v','Services':['s3'],'Preflight':1}|Preflight: expected true or false, found the number 1"
      })
  void whatIsWrongIsToldOnce(String properties, String problem) throws MalformedJson {
    assertThat(read(properties.replace('\'', '"')))
        .isEqualTo(new Reading.Wrong(List.of("ResourceProperties." + problem)));
  }

  private static Reading read(String properties) throws MalformedJson {
    return PropertiesReader.read((Json.Obj) JsonText.read(properties));
  }
}
