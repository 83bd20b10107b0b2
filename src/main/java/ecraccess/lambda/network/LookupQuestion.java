package ecraccess.lambda.network;

import ecraccess.core.json.Json;

/**
 * What a stack asks.
 *
 * @param stackId the stack's ARN: tells region and account, and which endpoints are its own
 * @param logicalId the resource's
 * @param properties the resource's, unchecked; CloudFormation has resolved every function in them
 *     and turned every scalar into a string
 */
public record LookupQuestion(String stackId, String logicalId, Json.Obj properties) {}
