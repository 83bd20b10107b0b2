package ecraccess.cli.source;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;

/** The two languages CloudFormation reads templates in. */
public enum Format {
  YAML {
    @Override
    public String write(Json value) {
      return YamlText.document(value);
    }
  },
  JSON {
    @Override
    public String write(Json value) {
      return JsonText.pretty(value) + "\n";
    }
  };

  /** The value as a whole file of its own. */
  public abstract String write(Json value);
}
