package ecraccess.macro.shorthand;

import ecraccess.macro.shorthand.ValueShape.Form;

/** Texts of a certain form. Where one is proved wrong, EC2 would refuse it at deployment. */
final class Forms {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final String IPV4 = OCTET + "(\\." + OCTET + "){3}/(3[0-2]|[12]?\\d)";
  private static final String IPV6 = "[0-9A-Fa-f]*:[0-9A-Fa-f:.]*/(12[0-8]|1[01]\\d|[1-9]?\\d)";

  /** CloudFormation fills it in later. */
  private static final String DYNAMIC_REFERENCE = "\\{\\{resolve:.+";

  static final ValueShape CIDR =
      new Form("a CIDR block such as 10.0.0.0/16", "^(" + IPV4 + "|" + IPV6 + ")$");

  /** Names with the wildcards of policies; not the registry's address, nor a tag. */
  static final ValueShape REPOSITORY =
      new Form(
          "a repository's name such as team/web, or its ARN",
          "^(arn:[^:]+:ecr:.+|(?!.*\\.dkr[.-]ecr[.-])[a-z0-9*?][a-z0-9._/*?-]*|"
              + DYNAMIC_REFERENCE
              + ")$");

  static final ValueShape S3_ARN =
      new Form(
          "the ARN of a bucket or of its objects, such as arn:aws:s3:::app/*",
          "^(arn:[^:]+:s3[^:]*:.+|" + DYNAMIC_REFERENCE + ")$");

  private Forms() {}
}
