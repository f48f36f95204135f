package org.metier.profiling.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.metier.profile.Certificate;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.DrivingLicence;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

/// A CV without the person: each personal stretch is a mark of its kind such as `[name]`, whatever its
/// length, and words that tell a gender stand in the form for all. Two CVs that differ in nothing but names
/// of the same kinds, pronouns and gendered titles have the same blind text.
///
/// Immutable and thread-safe.
public final class BlindCv {
  private static final Comparator<Replaced> IN_ORDER = Comparator.comparingInt(Replaced::start);

  private final String text;
  private final List<Replaced> replaced;

  private BlindCv(String text, List<Replaced> replaced) {
    this.text = text;
    this.replaced = List.copyOf(replaced);
  }

  /// A stretch of the CV, and what stands for it.
  ///
  /// @param start offset in the CV's text
  /// @param end offset in the CV's text
  /// @param blindStart offset in the blind text
  /// @param blindEnd offset in the blind text
  private record Replaced(int start, int end, int blindStart, int blindEnd) {}

  /// The blind view of a text.
  ///
  /// @param text the CV's, with or without its personal stretches blanked
  /// @param personal in order, not overlapping
  /// @param titles where job titles stand
  public static BlindCv of(String text, List<PersonalSpan> personal, List<Span> titles,
      Language language, GenderWords gender) {
    List<GenderWords.Change> changes = new ArrayList<>();
    for (PersonalSpan span : personal) {
      changes.add(new GenderWords.Change(span.span().start(), span.span().end(),
          span.kind().mark(language)));
    }
    for (Span title : titles) {
      addFree(changes, gender.changes(text, title.start(), title.end(), language, true));
    }
    addFree(changes, gender.changes(text, 0, text.length(), language, false));
    changes.sort(Comparator.comparingInt(GenderWords.Change::start));
    StringBuilder blind = new StringBuilder();
    List<Replaced> replaced = new ArrayList<>();
    int from = 0;
    for (GenderWords.Change change : changes) {
      blind.append(text, from, change.start());
      replaced.add(new Replaced(change.start(), change.end(), blind.length(),
          blind.length() + change.by().length()));
      blind.append(change.by());
      from = change.end();
    }
    return new BlindCv(blind.append(text, from, text.length()).toString(), replaced);
  }

  private static void addFree(List<GenderWords.Change> changes, List<GenderWords.Change> more) {
    BitSet taken = new BitSet();
    changes.forEach(change -> taken.set(change.start(), change.end()));
    for (GenderWords.Change change : more) {
      int next = taken.nextSetBit(change.start());
      if (next < 0 || next >= change.end()) {
        changes.add(change);
      }
    }
  }

  /// What a person who judges may read.
  public String text() {
    return text;
  }

  /// Where a stretch of the CV's text stands in the blind text: one that begins or ends within a
  /// replaced word covers all that stands for it.
  public Span blind(Span span) {
    int start = span.start();
    int end = span.end();
    int shift = 0;
    int shiftOfEnd = 0;
    for (Replaced part : replaced) {
      if (part.end <= span.start()) {
        shift = part.blindEnd - part.end;
      } else if (part.start < span.start()) {
        start = part.blindStart - shift;
      }
      if (part.end <= span.end()) {
        shiftOfEnd = part.blindEnd - part.end;
      } else if (part.start < span.end()) {
        end = part.blindEnd - shiftOfEnd;
      }
    }
    return new Span(start + shift, end + shiftOfEnd);
  }

  /// Where a stretch of the blind text stands in the CV's text: one that touches a mark covers all that
  /// the mark stands for.
  public Span original(Span blind) {
    int start = blind.start();
    int end = blind.end();
    int shift = 0;
    int shiftOfEnd = 0;
    for (Replaced part : replaced) {
      if (part.blindEnd <= blind.start()) {
        shift = part.end - part.blindEnd;
      } else if (part.blindStart < blind.start()) {
        start = part.start - shift;
      }
      if (part.blindEnd <= blind.end()) {
        shiftOfEnd = part.end - part.blindEnd;
      } else if (part.blindStart < blind.end()) {
        end = part.end - shiftOfEnd;
      }
    }
    return new Span(start + shift, end + shiftOfEnd);
  }

  /// The same profile with its evidence in the blind text: spans, quotes, and titles as they read there.
  ///
  /// @param profile of the text that this is the view of
  public CompetenceProfile profile(CompetenceProfile profile) {
    Map<DrivingLicence, List<Evidence>> licences = new EnumMap<>(DrivingLicence.class);
    profile.licenceEvidence().forEach((licence, read) -> licences.put(licence, evidence(read)));
    return profile.toBuilder()
        .occupations(profile.occupations().stream().map(this::occupation).toList())
        .competences(profile.competences()
            .stream()
            .map(c -> new Competence(c.uri(), c.origin(), c.confidence(), evidence(c.evidence()),
                c.periods()))
            .toList())
        .education(profile.education()
            .stream()
            .map(e -> new Education(words(e.title(), e.evidence()), e.level(), e.eqf(), e.field(),
                e.period(), evidence(e.evidence())))
            .toList())
        .certificates(profile.certificates()
            .stream()
            .map(c -> new Certificate(words(c.title(), c.evidence()), c.issuer(), c.period(),
                evidence(c.evidence())))
            .toList())
        .languages(profile.languages()
            .stream()
            .map(l -> new LanguageSkill(l.language(), l.level(), l.dimensions(),
                evidence(l.evidence())))
            .toList())
        .licenceEvidence(licences)
        .build();
  }

  private HeldOccupation occupation(HeldOccupation held) {
    return new HeldOccupation(words(held.title(), held.evidence()), held.uri(), held.confidence(),
        held.period(), evidence(held.evidence()));
  }

  /// A title as the blind text has it, no longer than it was allowed to be.
  private String words(String title, List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      return title;
    }
    String blind = plain(blind(evidence.getFirst().span()));
    return blind.isBlank() || title.isBlank()
        ? title
        : blind.substring(0, Math.min(120,
            blind.length()));
  }

  private List<Evidence> evidence(List<Evidence> evidence) {
    return evidence.stream().map(this::evidence).toList();
  }

  private Evidence evidence(Evidence evidence) {
    Span span = blind(evidence.span());
    return new Evidence(evidence.document(), evidence.section(), span, plain(span));
  }

  private String plain(Span span) {
    return span.of(text).strip().replaceAll("\\s+", " ");
  }

  /// The stretches that were replaced, in order, as the CV's text has them.
  public List<Span> replaced() {
    return replaced.stream().sorted(IN_ORDER).map(r -> new Span(r.start, r.end)).toList();
  }
}
