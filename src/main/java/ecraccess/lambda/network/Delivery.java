package ecraccess.lambda.network;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * Brings an answer to its pre-signed URL: the same bytes again while the receiver has a fault that
 * may pass. Nothing in here tells the URL, which is as good as a password.
 */
final class Delivery {
  /** Long enough for a busy S3, short enough for a second attempt. */
  private static final Duration ONE_ATTEMPT = Duration.ofSeconds(5);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private Delivery() {}

  /**
   * How it went.
   *
   * @param delivered whether the receiver took it
   * @param last the last attempt's HTTP status, or the class of its error
   */
  record Receipt(boolean delivered, int attempts, String last) {}

  /** Delivers until the receiver takes it, refuses it for good, or no time is left. */
  static Receipt put(String url, byte[] body, WorkDeadline deadline) throws InterruptedException {
    URL target;
    try {
      target = url(url);
    } catch (IllegalArgumentException | MalformedURLException e) {
      return new Receipt(false, 0, "ResponseURL is no URL");
    }
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      String last;
      try {
        int status = put(target, body, deadline);
        if (status < 500) {
          return new Receipt(status / 100 == 2, attempt, Integer.toString(status));
        }
        last = Integer.toString(status);
      } catch (IOException e) {
        last = e.getClass().getName();
      }
      if (deadline.left().compareTo(pause) <= 0) {
        return new Receipt(false, attempt, last);
      }
      Thread.sleep(pause);
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  private static URL url(String text) throws MalformedURLException {
    URL url = URI.create(text).toURL();
    if (!url.getProtocol().startsWith("http")) {
      throw new MalformedURLException();
    }
    return url;
  }

  private static int put(URL target, byte[] body, WorkDeadline deadline) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) target.openConnection();
    int patience = (int) Math.max(1, shorter(deadline.left(), ONE_ATTEMPT).toMillis());
    connection.setConnectTimeout(patience);
    connection.setReadTimeout(patience);
    connection.setRequestMethod("PUT");
    connection.setInstanceFollowRedirects(false);
    connection.setDoOutput(true);
    // The signature covers the type, as an empty one.
    connection.setRequestProperty("Content-Type", "");
    // Also keeps the JDK from sending it a second time by itself.
    connection.setFixedLengthStreamingMode(body.length);
    try {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return connection.getResponseCode();
    } finally {
      connection.disconnect(); // a connection kept in a frozen sandbox is dead when it thaws
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
