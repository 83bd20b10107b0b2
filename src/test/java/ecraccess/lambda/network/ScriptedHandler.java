package ecraccess.lambda.network;

/** The network function with {@link ScriptedWork}, for AWS's runtime client to load. */
public final class ScriptedHandler extends NetworkHandler {
  public ScriptedHandler() {
    super(new ScriptedWork());
  }
}
