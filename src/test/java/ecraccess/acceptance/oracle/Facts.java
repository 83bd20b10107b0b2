package ecraccess.acceptance.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a random template says, read in the plainest way. An ID is the text {@code ref:} and the
 * logical ID. Every value is literal, or a parameter whose value is given.
 *
 * @param template as {@link RandomNetwork} writes it
 * @param region where the stack is deployed
 * @param parameters the values of its parameters
 */
record Facts(Map<String, Object> template, String region, Map<String, Object> parameters) {
  static final String ACCOUNT = "123456789012";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  /** The template makes no sense, as one from which a part was taken away may not. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String text) {
      super(text);
    }
  }

  /** A resource whose values are all plain. */
  record Resource(String id, String type, Map<String, Object> properties) {
    Optional<Object> get(String name) {
      return Optional.ofNullable(properties.get(name));
    }

    String text(String name) {
      return get(name).map(Object::toString).orElseThrow(() -> new Malformed(id + "." + name));
    }

    String text(String name, String otherwise) {
      return get(name).map(Object::toString).orElse(otherwise);
    }

    boolean isTrue(String name, boolean otherwise) {
      return text(name, String.valueOf(otherwise)).equals("true");
    }

    int number(String name, int otherwise) {
      return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    List<String> texts(String name) {
      return get(name).map(Tree::items).orElse(List.of()).stream().map(Object::toString).toList();
    }

    List<Resource> nested(String name) {
      return get(name).map(Tree::items).orElse(List.of()).stream()
          .map(item -> new Resource(id, type, Tree.asMap(item)))
          .toList();
    }

    Resource inner(String name) {
      return new Resource(id, type, Tree.asMap(properties.getOrDefault(name, Map.of())));
    }

    String token() {
      return "ref:" + id;
    }
  }

  private Map<String, Object> resources() {
    return Tree.asMap(template.get("Resources"));
  }

  /** Every resource, in the template's order. */
  Stream<Resource> everything() {
    return resources().keySet().stream().map(this::resource);
  }

  Stream<Resource> all(String... types) {
    List<String> wanted = List.of(types);
    return everything().filter(one -> wanted.contains(one.type()));
  }

  /** The resource that an ID stands for. */
  Optional<Resource> of(String token, String type) {
    return all(type).filter(one -> one.token().equals(token)).findFirst();
  }

  Resource need(String token, String type) {
    return of(token, type).orElseThrow(() -> new Malformed(token + " is no " + type));
  }

  private Resource resource(String id) {
    Map<String, Object> body = Tree.asMap(resources().get(id));
    return new Resource(
        id,
        body.getOrDefault("Type", "").toString(),
        Tree.asMap(plain(body.getOrDefault("Properties", Map.of()))));
  }

  /** Every block that a rule, a route or a network names: where a decision may change. */
  List<Block> borders() {
    List<Block> borders = new ArrayList<>();
    collect(plain(template.get("Resources")), borders);
    return borders;
  }

  private static void collect(Object value, List<Block> borders) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(item -> collect(item, borders));
      case List<?> list -> list.forEach(item -> collect(item, borders));
      case String text when text.matches("[0-9.]+/[0-9]+") -> borders.add(Block.of(text));
      default -> {}
    }
  }

  /** The value with every function replaced by what it means. */
  private Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map when map.size() == 1 && map.containsKey("Ref") ->
          named(map.get("Ref").toString());
      case Map<?, ?> map when map.size() == 1 && map.containsKey("Fn::GetAtt") ->
          attribute(Tree.items(map.get("Fn::GetAtt")));
      case Map<?, ?> map when map.size() == 1 && map.containsKey("Fn::Sub") ->
          substituted(map.get("Fn::Sub").toString());
      case Map<?, ?> map -> mapped(Tree.asMap(map), this::plain);
      case List<?> list -> list.stream().map(this::plain).toList();
      default -> value;
    };
  }

  private static Map<String, Object> mapped(
      Map<String, Object> map, Function<Object, Object> change) {
    Map<String, Object> changed = Tree.map();
    map.forEach((name, item) -> changed.put(name, change.apply(item)));
    return changed;
  }

  private Object named(String name) {
    return switch (name) {
      case "AWS::Region" -> region;
      case "AWS::AccountId" -> ACCOUNT;
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      default ->
          Optional.ofNullable(parameters.get(name))
              .orElseGet(() -> {
                known(name);
                return "ref:" + name;
              });
    };
  }

  private void known(String id) {
    if (!resources().containsKey(id)) {
      throw new Malformed("no resource " + id);
    }
  }

  private Object attribute(List<Object> of) {
    String id = of.getFirst().toString();
    known(id);
    if (of.size() != 2) {
      throw new Malformed("Fn::GetAtt of " + of);
    }
    return switch (of.getLast().toString()) {
      case "DefaultSecurityGroup" -> defaultGroup("ref:" + id);
      case "Arn" -> arn(id);
      case "RepositoryUri" ->
          ACCOUNT + ".dkr.ecr." + region + ".amazonaws.com/" + resource(id).text("RepositoryName");
      default -> "ref:" + id;
    };
  }

  /** The ARN of what policies name: a bucket, or a role with a name. */
  private String arn(String id) {
    Resource resource = resource(id);
    return switch (resource.type()) {
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + resource.text("BucketName", resource.token());
      case "AWS::IAM::Role" -> "arn:aws:iam::" + ACCOUNT + ":role/" + resource.text("RoleName");
      default -> resource.token();
    };
  }

  /** The ID of the group that a VPC has from the start. */
  static String defaultGroup(String vpc) {
    return vpc + ".DefaultSecurityGroup";
  }

  private String substituted(String text) {
    Matcher variables = VARIABLE.matcher(text);
    StringBuilder whole = new StringBuilder();
    while (variables.find()) {
      String name = variables.group(1);
      int dot = name.indexOf('.');
      Object value =
          dot < 0
              ? named(name)
              : attribute(List.of(name.substring(0, dot), name.substring(dot + 1)));
      variables.appendReplacement(whole, Matcher.quoteReplacement(value.toString()));
    }
    return variables.appendTail(whole).toString();
  }
}
