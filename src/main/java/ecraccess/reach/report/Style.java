package ecraccess.reach.report;

import java.util.Locale;

/** How a part of a picture looks. */
enum Style {
  CAN,
  CANNOT,
  OPEN,
  /** Of what nobody asks whether it works: from what pulls to where it starts. */
  PLAIN,
  /** The rest of the way behind a broken link. */
  UNREACHED;

  static Style of(Mark mark) {
    return switch (mark) {
      case CAN -> CAN;
      case CANNOT -> CANNOT;
      case OPEN -> OPEN;
    };
  }

  /** The last link of a trace, behind everything that was looked at. */
  static Style ofArrival(Mark trace) {
    return trace == Mark.CANNOT ? UNREACHED : of(trace);
  }

  /** The name of its style. */
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
