package ecraccess.workload;

/** What a template says to a question about a value it holds. */
enum Answer {
  YES,
  /** The value is known at deployment only. */
  MAYBE,
  NO
}
