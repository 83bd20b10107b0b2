package ecraccess.acceptance.docs;

import ecraccess.live.lookup.Account;
import ecraccess.live.preflight.FakeAccount;
import java.util.List;
import java.util.Optional;

/** The account that the documentation's examples look at: a route for S3 lacks, and logs too. */
final class ExampleAccount {
  private static final String VPC = "vpc-0a1b2c3d";
  private static final String SUBNET_A = "subnet-0aaa1111";
  private static final String SUBNET_B = "subnet-0bbb2222";
  private static final String GROUP = "sg-0ccc3333";

  private ExampleAccount() {}

  static FakeAccount make() {
    FakeAccount account = new FakeAccount();
    account.vpcs.add(FakeAccount.vpc(VPC, "10.0.0.0/16"));
    account.subnets.add(FakeAccount.subnet(SUBNET_A, VPC, "euw1-az1", "10.0.1.0/24"));
    account.subnets.add(FakeAccount.subnet(SUBNET_B, VPC, "euw1-az2", "10.0.2.0/24"));
    account.routeTables.add(FakeAccount.table("rtb-0aaa1111", VPC, true));
    account.routeTables.add(FakeAccount.table("rtb-0bbb2222", VPC, false, SUBNET_B));
    account.securityGroups.add(FakeAccount.group(GROUP, VPC));
    account.networkAcls.add(
        new Account.NetworkAcl(
            "acl-0ddd4444",
            List.of(SUBNET_A, SUBNET_B),
            List.of(FakeAccount.open(false), FakeAccount.open(true))));
    account.endpoints.add(endpoint("vpce-0eee5555", "ecr.api"));
    account.endpoints.add(endpoint("vpce-0fff6666", "ecr.dkr"));
    account.endpoints.add(FakeAccount.gateway("vpce-01237777", "rtb-0aaa1111"));
    return account;
  }

  private static Account.Endpoint endpoint(String id, String service) {
    return new Account.Endpoint(
        id,
        "com.amazonaws.eu-west-1." + service,
        Optional.empty(),
        "Interface",
        "available",
        true,
        List.of(SUBNET_A, SUBNET_B),
        List.of(GROUP),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
