package org.metier.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that the log keeps. Closed, so that every reader of the log is a `switch` without a default. Immutable.
///
/// No event has a place for words: texts are codes, hashes or keyed pseudonyms, and whatever else is handed in is
/// refused. Pseudonyms are 32 hexadecimal digits and end with the key of the person; `by` is a role or the pseudonym of
/// a member of staff, never a name.
public sealed interface AuditEvent {
  /// The log begins.
  ///
  /// @param log random name of the log, 32 hexadecimal digits
  record Begun(String log) implements AuditEvent {
    public Begun {
      Codes.requireHex("log", log, 32);
    }
  }

  /// A score was computed for a person: the generic record, for whatever scores.
  ///
  /// @param question what is scored, a code such as `potential-26w`
  /// @param inputs keyed fingerprint of what it was computed from, 64 hexadecimal digits
  /// @param model hash of the model, 64 hexadecimal digits
  /// @param result SHA-256 of all that came out, 64 hexadecimal digits; what a replay is compared with
  /// @param band code of the band that was shown; null when it has none
  /// @param reasons strongest first
  /// @param record where the sealed inputs stand; null when they were not kept
  record Scored(String question, String pseudonym, String inputs, String model, String result,
      double score, @Nullable String band, List<ReasonShare> reasons,
      @Nullable RecordPlace record) implements AuditEvent {
    public Scored {
      Codes.require("question", question);
      requireDecision(pseudonym, inputs, model, result);
      Codes.requireFinite("score", score);
      if (band != null) {
        Codes.require("band", band);
      }
      reasons = List.copyOf(reasons);
    }
  }

  /// Nothing was scored, because the scorer abstained.
  ///
  /// @param reason code of why
  record Abstained(String question, String pseudonym, String inputs, String model, String reason)
      implements
        AuditEvent {
    public Abstained {
      Codes.require("question", question);
      Codes.require("reason", reason);
      requireDecision(pseudonym, inputs, model, null);
    }
  }

  /// A ranking of vacancies was shown.
  ///
  /// @param settings SHA-256 of policy, prices and conditions, 64 hexadecimal digits
  /// @param index generation of the index of vacancies, such as `generation-000002/17`
  /// @param shown best first
  /// @param hidden how many candidates conditions hid
  record Ranked(String pseudonym, String inputs, String model, String result, String settings,
      String index, List<ShownVacancy> shown, int hidden, @Nullable RecordPlace record)
      implements
        AuditEvent {
    public Ranked {
      requireDecision(pseudonym, inputs, model, result);
      Codes.requireHex("settings", settings, 64);
      Codes.require("index", index);
      Codes.requireCount("hidden", hidden);
      shown = List.copyOf(shown);
    }
  }

  /// A member of staff rated a person.
  ///
  /// @param question what was rated, a code
  /// @param by role or pseudonym of the member of staff, a code
  /// @param chance 0 to 1
  /// @param wasBlind whether the score had not been shown
  record Rated(String pseudonym, String question, String by, double chance, boolean wasBlind)
      implements
        AuditEvent {
    public Rated {
      requireCase(pseudonym, question);
      Codes.require("by", by);
      Codes.requireChance("chance", chance);
    }
  }

  /// A score was shown to a member of staff.
  ///
  /// @param wasRatedFirst whether they had rated before
  record Revealed(String pseudonym, String question, String model, double chance,
      boolean wasRatedFirst) implements AuditEvent {
    public Revealed {
      requireCase(pseudonym, question);
      Codes.requireHex("model", model, 64);
      Codes.requireChance("chance", chance);
    }
  }

  /// A member of staff put a chance in place of the score's.
  ///
  /// @param reason code
  /// @param from chance of the score, 0 to 1
  /// @param to chance that holds from now on, 0 to 1
  record Overridden(String pseudonym, String question, String by, String reason, String model,
      double from, double to) implements AuditEvent {
    public Overridden {
      requireCase(pseudonym, question);
      Codes.require("by", by);
      Codes.require("reason", reason);
      Codes.requireHex("model", model, 64);
      Codes.requireChance("from", from);
      Codes.requireChance("to", to);
    }
  }

  /// A member of staff took an override back.
  record OverrideLifted(String pseudonym, String question, String by, String reason)
      implements
        AuditEvent {
    public OverrideLifted {
      requireCase(pseudonym, question);
      Codes.require("by", by);
      Codes.require("reason", reason);
    }
  }

  /// The person disagreed.
  ///
  /// @param question that they disagree about, a code
  record Disagreed(String pseudonym, String question) implements AuditEvent {
    public Disagreed {
      requireCase(pseudonym, question);
    }
  }

  /// What became of a person was heard of.
  record Happened(String pseudonym, String question, boolean isPositive) implements AuditEvent {
    public Happened {
      requireCase(pseudonym, question);
    }
  }

  /// Another model came into service, or was found in service.
  ///
  /// @param part code of the learned part, such as `ranker`
  /// @param before hash; null where what ships with Metier, or nothing, was in service
  /// @param after hash; null where what ships with Metier, or nothing, is in service
  record ModelChanged(String part, @Nullable String before, @Nullable String after)
      implements
        AuditEvent {
    public ModelChanged {
      Codes.require("part", part);
      Codes.requireHex("before", before, 64);
      Codes.requireHex("after", after, 64);
    }
  }

  /// Somebody was erased. Names neither the person nor their pseudonym, so that nothing can be linked by it.
  ///
  /// @param stores how many entries each store had
  record Erased(Map<String, Integer> stores) implements AuditEvent {
    public Erased {
      stores = Collections.unmodifiableMap(new TreeMap<>(stores));
      stores.forEach((store, count) -> {
        Codes.require("a store", store);
        Codes.requireCount("the entries of a store", count);
      });
    }
  }

  /// All that is held on a person was handed out.
  record Exported(String pseudonym) implements AuditEvent {
    public Exported {
      Codes.requireHex("pseudonym", pseudonym, 32);
    }
  }

  /// Old segments were deleted after their time: the anchor that what is left hangs on.
  ///
  /// @param through number of the last entry deleted
  /// @param hash SHA-256 of that entry's line, which the first entry left names as the one before it
  /// @param newest when that entry was made
  record Purged(long through, String hash, Instant newest) implements AuditEvent {
    public Purged {
      Codes.requireNumber("through", through);
      Codes.requireHex("hash", hash, 64);
    }
  }

  /// A writer found the log longer than its head, as a crash, or somebody who put back an old head, leaves it.
  ///
  /// @param adopted whole entries beyond the head, whose seals are right
  /// @param tornBytes of a line that was not finished, and is cut off
  /// @param tornSha256 of these; null when there are none
  record Recovered(int adopted, int tornBytes, @Nullable String tornSha256) implements AuditEvent {
    public Recovered {
      Codes.requireCount("adopted", adopted);
      Codes.requireCount("tornBytes", tornBytes);
      Codes.requireHex("tornSha256", tornSha256, 64);
    }
  }

  private static void requireDecision(String pseudonym, String inputs, String model,
      @Nullable String result) {
    Codes.requireHex("pseudonym", pseudonym, 32);
    Codes.requireHex("inputs", inputs, 64);
    Codes.requireHex("model", model, 64);
    Codes.requireHex("result", result, 64);
  }

  private static void requireCase(String pseudonym, String question) {
    Codes.requireHex("pseudonym", pseudonym, 32);
    Codes.require("question", question);
  }

  /// Whether it says something of the log itself, so that nobody but the log may write it.
  default boolean isOfLog() {
    return switch (this) {
      case Begun _,Purged _,Recovered _ -> true;
      case Scored _,Abstained _,Ranked _,Rated _,Revealed _,Overridden _,OverrideLifted _,Disagreed _,Happened _,ModelChanged _,Erased _,Exported _ ->
        false;
    };
  }

  /// Whose event it is; null for what is about nobody.
  default @Nullable String subject() {
    return switch (this) {
      case Scored e -> e.pseudonym;
      case Abstained e -> e.pseudonym;
      case Ranked e -> e.pseudonym;
      case Rated e -> e.pseudonym;
      case Revealed e -> e.pseudonym;
      case Overridden e -> e.pseudonym;
      case OverrideLifted e -> e.pseudonym;
      case Disagreed e -> e.pseudonym;
      case Happened e -> e.pseudonym;
      case Exported e -> e.pseudonym;
      case Begun _,ModelChanged _,Erased _,Purged _,Recovered _ -> null;
    };
  }
}
