package ecraccess.live.ec2;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets the SDK find credentials that open nothing. */
public final class Credentials implements BeforeAllCallback, AfterAllCallback {
  private static final String ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty(ID, "none");
    System.setProperty(SECRET, "none");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty(ID);
    System.clearProperty(SECRET);
  }
}
