package ecraccess.reach.report;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Judgement.Pull;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A judgement for machines, one document:
 *
 * <ul>
 *   <li>{@code verdict}: {@code can}, {@code cannot} or {@code cannot tell}; every workload, trace
 *       and finding has one too
 *   <li>{@code file}, or {@code region} and {@code vpc}; {@code summary} (one sentence), {@code
 *       missing} (what would tell)
 *   <li>{@code deployment}: findings
 *   <li>{@code pulls}: {@code workload}, {@code what}, a place, {@code traces}
 *   <li>a trace: {@code purpose}, {@code from}, {@code host}, {@code reason} (empty for the pull
 *       itself), {@code steps}: findings, each with its {@code hop}
 *   <li>{@code notes}: each with {@code check}, {@code text} and a place
 *   <li>a finding: {@code check} (the ID of what failed or is not known), {@code text}, a place,
 *       {@code awsText} (what AWS would say, only where that is known)
 *   <li>a place: {@code path}, in a file {@code line} and {@code column}; not where there is
 *       nothing to be shown
 * </ul>
 */
public record JsonReport(Places places) {

  public Json.Obj of(Judgement judgement) {
    Summary summary = Summary.of(judgement);
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("verdict", text(summary.mark().word()));
    members.putAll(places.subject());
    members.put("summary", text(summary.sentence()));
    members.put("missing", all(summary.missing(), JsonReport::text));
    members.put("deployment", all(judgement.deployment(), this::finding));
    members.put("pulls", all(judgement.pulls(), this::pull));
    members.put("notes", all(judgement.notes(), this::note));
    return new Json.Obj(members);
  }

  private Json note(Note note) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("check", text(note.check().id()));
    members.put("text", text(note.text()));
    putPlace(members, note.path());
    return new Json.Obj(members);
  }

  private Json pull(Pull pull) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("puller", text(pull.workload()));
    members.put("what", text(pull.what()));
    members.put("verdict", text(Mark.of(pull).word()));
    putPlace(members, pull.path());
    members.put("walks", all(pull.traces(), this::trace));
    return new Json.Obj(members);
  }

  private Json trace(Trace trace) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("purpose", text(trace.purpose().label()));
    members.put("from", text(trace.from()));
    members.put("host", text(trace.purpose().host()));
    members.put("reason", text(trace.purpose().reason()));
    members.put("verdict", text(Mark.of(trace.verdict()).word()));
    members.put("steps", all(trace.steps(), this::step));
    return new Json.Obj(members);
  }

  private Json step(Trace.Step step) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("hop", text(step.kind().label()));
    members.putAll(finding(step.verdict()).members());
    return new Json.Obj(members);
  }

  private Json.Obj finding(Verdict verdict) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("verdict", text(Mark.of(verdict).word()));
    members.put("text", text(Mark.text(verdict)));
    switch (verdict) {
      case Verdict.Can can -> {}
      case Verdict.Cannot fault -> {
        members.put("check", text(fault.check().id()));
        putPlace(members, fault.path());
        if (!fault.awsText().isEmpty()) {
          members.put("awsText", text(fault.awsText()));
        }
      }
      case Verdict.CannotTell open -> {
        members.put("check", text(open.check().id()));
        putPlace(members, open.path());
      }
    }
    return new Json.Obj(members);
  }

  private void putPlace(Map<String, Json> members, JsonPath path) {
    if (Places.isSomewhere(path)) {
      members.putAll(places.members(path));
    }
  }

  private static <T> Json all(List<T> values, Function<T, Json> json) {
    return new Json.Arr(values.stream().map(json).toList());
  }

  private static Json text(String text) {
    return new Json.Str(text);
  }
}
