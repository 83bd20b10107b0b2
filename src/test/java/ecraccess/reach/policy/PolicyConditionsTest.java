package ecraccess.reach.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.core.logic.Ternary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyConditionsTest {
  private static final KeyValue.Present TWO =
      new KeyValue.Present(List.of(TextPattern.literal("x"), TextPattern.literal("y")), "");

  private static final RequestContext CONTEXT =
      new RequestContext(
          Map.of(
              "k:absent", KeyValue.absent(),
              "k:text", KeyValue.of("Abc"),
              "k:number", KeyValue.of("7"),
              "k:date", KeyValue.of("2026-11-27T10:00:00Z"),
              "k:true", KeyValue.of("true"),
              "k:arn", KeyValue.of("arn:aws:iam::111122223333:role/app"),
              "k:ip",
                  new KeyValue.Address(
                      PolicyConditions.addresses("10.0.0.0/24").orElseThrow(), "the address"),
              "k:two", TWO,
              "k:perhaps", new KeyValue.Perhaps(KeyValue.of("x"), "whether it is there"),
              "k:tag/*", KeyValue.absent()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "StringEquals | K:Text | 'Abc' | YES",
        "StringEquals | k:text | 'abc' | NO",
        "StringEquals | k:text | 'A*'  | NO",
        "StringNotEquals | k:text | 'abc' | YES",
        "StringEqualsIgnoreCase | k:text | 'aBC' | YES",
        "StringLike | k:text | 'A?c' | YES",
        "StringNotLike | k:text | 'A*' | NO",
        "StringEquals | k:text | ['x','Abc'] | YES",
        "StringNotEquals | k:text | ['x','Abc'] | NO",
        "StringEquals | k:text | [] | NO",
        "StringEquals | k:absent | 'x' | NO",
        "StringNotEquals | k:absent | 'x' | YES",
        "StringEqualsIfExists | k:absent | 'x' | YES",
        "StringNotEqualsIfExists | k:absent | 'x' | YES",
        "StringEquals | k:unheard | 'x' | UNKNOWN",
        "StringLike | k:unheard | '*' | UNKNOWN",
        "StringLikeIfExists | k:unheard | '*' | YES",
        "StringEquals | k:perhaps | 'x' | UNKNOWN",
        "StringEquals | k:perhaps | 'y' | NO",
        "StringNotEquals | k:perhaps | 'y' | YES",
        "StringEquals | k:tag/team | 'x' | NO",
        "Null | k:absent | 'true' | YES",
        "Null | k:text | 'true' | NO",
        "Null | k:text | false | YES",
        "Null | k:unheard | 'true' | UNKNOWN",
        "Bool | k:true | 'TRUE' | YES",
        "Bool | k:true | false | NO",
        "BoolIfExists | k:absent | false | YES",
        "NumericEquals | k:number | '7.0' | YES",
        "NumericLessThan | k:number | 8 | YES",
        "NumericLessThanEquals | k:number | 7 | YES",
        "NumericGreaterThan | k:number | 7 | NO",
        "NumericGreaterThanEquals | k:number | 7 | YES",
        "NumericNotEquals | k:number | 7 | NO",
        "NumericEquals | k:number | 'seven' | UNKNOWN",
        "DateGreaterThan | k:date | '2026-01-01' | YES",
        "DateLessThan | k:date | '2026-11-27T09:00:00Z' | NO",
        "DateLessThanEquals | k:date | '1900000000' | YES",
        "DateNotEquals | k:date | '2026-11-27T11:00:00+01:00' | NO",
        "IpAddress | k:ip | '10.0.0.0/8' | YES",
        "IpAddress | k:ip | ['10.0.0.0/25','10.0.0.128/25'] | YES",
        "IpAddress | k:ip | '10.0.0.0/25' | UNKNOWN",
        "NotIpAddress | k:ip | '192.168.0.0/16' | YES",
        "IpAddress | k:ip | '2001:db8::/32' | NO",
        "IpAddress | k:absent | '10.0.0.0/8' | NO",
        "NotIpAddress | k:absent | '10.0.0.0/8' | YES",
        "ArnLike | k:arn | 'arn:*:iam::111122223333:role/*' | YES",
        "ArnEquals | k:arn | 'arn:aws:iam::*:role/app' | YES",
        "ArnLike | k:arn | 'arn:aws:*:role/app' | UNKNOWN",
        "ArnNotLike | k:arn | 'arn:aws:iam::1*:user/*' | YES",
        "ForAllValues:StringEquals | k:two | ['x','y','z'] | YES",
        "ForAllValues:StringEquals | k:two | 'x' | NO",
        "ForAllValues:StringEquals | k:absent | 'x' | YES",
        "ForAnyValue:StringEquals | k:two | 'y' | YES",
        "ForAnyValue:StringEquals | k:absent | 'y' | NO",
        "ForAnyValue:StringEqualsIfExists | k:absent | 'y' | YES",
        "ForAllValues:StringNotEquals | k:two | 'y' | NO",
        "ForAnyValue:StringNotEquals | k:two | 'y' | YES",
        "BinaryEquals | k:text | 'Abc' | YES",
        "StringIs | k:text | 'Abc' | UNKNOWN",
        "StringEquals | k:text | '${k:text}' | YES",
        "StringNotEquals | k:text | '${k:two}' | UNKNOWN",
        "StringEquals | k:text | '${k:absent, ''Abc''}' | YES",
      })
  void decides(String operator, String key, String values, String expected) {
    List<PolicyConditions.Outcome> outcomes =
        new PolicyConditions(
                new PolicyTexts(PolicyTexts.Functions::open, Optional.of(CONTEXT)), CONTEXT)
            .of(Json.Obj.of(operator, Json.Obj.of(key, json(values))));
    Ternary holds = outcomes.getFirst().holds();
    assertThat(holds.isYes() ? "YES" : holds.isNo() ? "NO" : "UNKNOWN").isEqualTo(expected);
  }

  private static Json json(String text) {
    try {
      return JsonText.read(text.replace("''", "\u0001").replace('\'', '"').replace("\u0001", "'"));
    } catch (MalformedJson e) {
      throw new AssertionError(text, e);
    }
  }
}
