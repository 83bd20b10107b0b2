package ecraccess.core.net;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A set of traffic: pairs of a port and the address at the other end. Exact, and in one form for
 * each set: every port stands in one part only, and no two parts have the same addresses.
 */
public final class TrafficSet {
  public static final TrafficSet EMPTY = new TrafficSet(List.of());

  private final List<Part> parts;

  private TrafficSet(List<Part> parts) {
    this.parts = parts;
  }

  /** Every one of the ports, with every one of the addresses. */
  public record Part(PortSet ports, AddressSet addresses) {}

  public static TrafficSet of(PortSet ports, AddressSet addresses) {
    return ports.isEmpty() || addresses.isEmpty()
        ? EMPTY
        : new TrafficSet(List.of(new Part(ports, addresses)));
  }

  public List<Part> parts() {
    return parts;
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  public TrafficSet union(TrafficSet other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    List<Part> all = new ArrayList<>();
    PortSet theirs = other.ports();
    PortSet ours = ports();
    for (Part part : parts) {
      for (Part its : other.parts) {
        add(all, part.ports().intersect(its.ports()), part.addresses().union(its.addresses()));
      }
      add(all, part.ports().minus(theirs), part.addresses());
    }
    for (Part its : other.parts) {
      add(all, its.ports().minus(ours), its.addresses());
    }
    return new TrafficSet(List.copyOf(all));
  }

  public TrafficSet intersect(TrafficSet other) {
    List<Part> all = new ArrayList<>();
    for (Part part : parts) {
      for (Part its : other.parts) {
        add(all, part.ports().intersect(its.ports()), part.addresses().intersect(its.addresses()));
      }
    }
    return all.isEmpty() ? EMPTY : new TrafficSet(List.copyOf(all));
  }

  public TrafficSet minus(TrafficSet other) {
    if (isEmpty() || !overlaps(other)) {
      return this;
    }
    List<Part> all = new ArrayList<>();
    PortSet theirs = other.ports();
    for (Part part : parts) {
      for (Part its : other.parts) {
        add(all, part.ports().intersect(its.ports()), part.addresses().minus(its.addresses()));
      }
      add(all, part.ports().minus(theirs), part.addresses());
    }
    return all.isEmpty() ? EMPTY : new TrafficSet(List.copyOf(all));
  }

  /** Whether all of the other traffic is in this set. */
  public boolean contains(TrafficSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean overlaps(TrafficSet other) {
    for (Part part : parts) {
      for (Part its : other.parts) {
        if (part.ports().overlaps(its.ports()) && part.addresses().overlaps(its.addresses())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Every port with at least one address. */
  public PortSet ports() {
    PortSet all = PortSet.NONE;
    for (Part part : parts) {
      all = all.union(part.ports());
    }
    return all;
  }

  /** Every address with at least one port. */
  public AddressSet addresses() {
    List<AddressSet> all = new ArrayList<>(parts.size());
    for (Part part : parts) {
      all.add(part.addresses());
    }
    return AddressSet.union(all);
  }

  /** Ports that stand in no part yet. */
  private static void add(List<Part> parts, PortSet ports, AddressSet addresses) {
    if (ports.isEmpty() || addresses.isEmpty()) {
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.addresses().equals(addresses)) {
        parts.set(i, new Part(part.ports().union(ports), addresses));
        return;
      }
    }
    parts.add(new Part(ports, addresses));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrafficSet its && new HashSet<>(parts).equals(new HashSet<>(its.parts));
  }

  @Override
  public int hashCode() {
    return new HashSet<>(parts).hashCode();
  }

  /** {@code TCP 443 with 10.0.0.0/8; UDP 53 with 0.0.0.0/0}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(text.isEmpty() ? "" : "; ");
      text.append(part.ports()).append(" with ").append(part.addresses());
    }
    return text.isEmpty() ? "no traffic" : text.toString();
  }
}
