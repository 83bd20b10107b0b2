package ecraccess.reach.verdict;

import ecraccess.core.json.JsonPath;

/**
 * Something that works today and will hurt: it keeps no image away, so it changes no verdict.
 *
 * @param path where it is, in the template as its user wrote it
 * @param text what is the matter and what to do about it: no full stop at the end
 */
public record Note(Check check, JsonPath path, String text) {}
