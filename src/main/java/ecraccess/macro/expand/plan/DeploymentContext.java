package ecraccess.macro.expand.plan;

import ecraccess.core.json.Json;

/**
 * What is known about the deployment besides the template: what every macro event carries.
 *
 * @param region for example {@code eu-west-1}; decides the partition's service names
 * @param accountId twelve digits
 * @param macroName the name the macro is installed under, by default {@code PrivateEcrAccess}
 * @param parameterValues the template's parameters as CloudFormation resolved them: strings or
 *     arrays. Looked at to judge, never written into the output, never logged.
 */
public record DeploymentContext(
    String region, String accountId, String macroName, Json.Obj parameterValues) {}
