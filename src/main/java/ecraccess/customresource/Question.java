package ecraccess.customresource;

/**
 * What a stack asks.
 *
 * @param stackId the stack's ARN: tells region and account, and which endpoints are its own
 * @param properties the resource's properties, checked
 */
public record Question(String stackId, NetworkProperties properties) {}
