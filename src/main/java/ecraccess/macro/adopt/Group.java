package ecraccess.macro.adopt;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Endpoints that one shorthand is to stand for: at most one of each service.
 *
 * @param members in the order of the template
 */
record Group(List<Candidate> members) {
  Group {
    members = List.copyOf(members);
  }

  Candidate first() {
    return members.getFirst();
  }

  /** The endpoint whose network the shorthand's is: ECR's. */
  Candidate base() {
    return inOrder().getFirst();
  }

  /** The endpoints in the order in which they expand: those of the pull, then the others. */
  List<Candidate> inOrder() {
    List<Candidate> order = new ArrayList<>();
    Service.OF_A_PULL.forEach(service ->
        members.stream().filter(member -> member.service().equals(service)).forEach(order::add));
    order.addAll(additional());
    return order;
  }

  /** The endpoints beyond the pull, in the order of the template. */
  List<Candidate> additional() {
    return members.stream()
        .filter(member -> !Service.OF_A_PULL.contains(member.service()))
        .toList();
  }

  boolean has(Service service) {
    return members.stream().anyMatch(member -> member.service().equals(service));
  }

  boolean contains(JsonPath path) {
    return members.stream().anyMatch(member -> member.path().equals(path));
  }

  List<Candidate> interfaces() {
    return members.stream().filter(member -> !member.isGateway()).toList();
  }

  Group with(Candidate another) {
    List<Candidate> more = new ArrayList<>(members);
    more.add(another);
    return new Group(more);
  }

  /** In the order of the template again. */
  Group ordered(List<Candidate> order) {
    return new Group(order.stream().filter(members::contains).toList());
  }
}
