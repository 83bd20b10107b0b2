package ecraccess.lambda.network;

/** Requests as CloudFormation sends them. */
public final class Requests {
  public static final String STACK =
      "arn:aws:cloudformation:eu-west-1:111111111111:stack/net/5b6c7d8e-0000-1111-2222-333344445555";
  public static final String PHYSICAL_ID =
      "stack/net/5b6c7d8e-0000-1111-2222-333344445555/EcrAccessNetwork";

  private Requests() {}

  /** A creation, whose work the VPC's ID chooses. */
  public static String create(String url, String vpc) {
    return request(url, "Create", "", properties(vpc));
  }

  public static String update(String url, String vpc, String physicalId) {
    return request(url, "Update", physical(physicalId), properties(vpc))
        .replaceFirst("}$", ",\"OldResourceProperties\":{\"VpcId\":\"vpc-old\"}}");
  }

  public static String delete(String url, String physicalId, String properties) {
    return request(url, "Delete", physical(physicalId), properties);
  }

  public static String request(String url, String type, String more, String properties) {
    return """
    {"RequestType":"%s","ServiceToken":"arn:aws:lambda:eu-west-1:111111111111:function:PrivateEcrAccessNetwork",\
    "ResponseURL":"%s","StackId":"%s","RequestId":"r-1","LogicalResourceId":"EcrAccessNetwork",%s\
    "ResourceType":"Custom::PrivateEcrAccessNetwork","ResourceProperties":%s}\
    """
        .formatted(type, url, STACK, more, properties);
  }

  /** What the macro writes, as CloudFormation passes it on: booleans and numbers as strings. */
  public static String properties(String vpc) {
    return """
    {"ServiceToken":"arn:aws:lambda:eu-west-1:111111111111:function:PrivateEcrAccessNetwork",\
    "ServiceTimeout":"120","VpcId":"%s","SubnetIds":["subnet-1","subnet-2"],\
    "Services":["ecr.dkr","ecr.api","s3"],"PrivateDnsEnabled":"true","Preflight":"true"}\
    """
        .formatted(vpc);
  }

  private static String physical(String id) {
    return "\"PhysicalResourceId\":\"" + id + "\",";
  }

  /** The whole answer that begins like this. */
  public static String answer(String status, String physicalId, String rest) {
    return """
    {"Status":"%s","PhysicalResourceId":"%s","StackId":"%s","RequestId":"r-1",\
    "LogicalResourceId":"EcrAccessNetwork",%s}\
    """
        .formatted(status, physicalId, STACK, rest);
  }
}
