package ecraccess.judge;

import ecraccess.network.Network;
import java.util.List;

/** Judges networks. */
public final class Judge {
  private Judge() {}

  /**
   * Judges what is known.
   *
   * @param possible every network that the facts leave possible, under its assumptions; at least
   *     one. Where they lead to different verdicts nobody can tell, and the assumptions are named.
   */
  public static Judgement judge(List<Network> possible) {
    if (possible.isEmpty()) {
      return new Judgement(List.of(), List.of());
    }
    Worlds worlds = new Worlds(possible.stream().map(Judged::of).toList());
    return new OneFault(worlds.deployment(), worlds.legs()).judgement();
  }
}
