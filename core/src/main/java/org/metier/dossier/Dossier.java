package org.metier.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;

/// All documents of one person, and what the person corrected. Immutable; as JSON it is what a portal keeps.
///
/// Merging makes one profile of it. What the person says goes before what a document says, and a newer
/// document before an older one; documents without a date are the oldest, and of the same date the one with
/// the smaller id goes first. The order in which documents were added changes nothing. Evidence of a claim
/// is that of all documents that make it, so that each names its source.
///
/// Two jobs of different documents are one when their titles share most words, or they are linked to the
/// same occupation, and their times agree in start or end or lie mostly in each other; nothing else can
/// tell, for no employer is stored. Courses are compared in the same way, certificates by their titles.
/// Dates that are only more or less precise do not differ, nor does a job that still went on when one
/// document was written and has ended in a later one.
///
/// A dossier is a value: nothing of it is kept in a home, so erasing a person from a home does not reach it, and no store for
/// `org.metier.rights.PersonRights` ships with it. Whoever keeps dossiers hands in a `PersonStore` of its own, whose answer
/// is this record as JSON.
///
/// @param person a pseudonym, never a name; the id of the merged profile
/// @param documents in the order in which they were added
public record Dossier(String person, List<ReadDocument> documents, Corrections corrections) {
  private static final Comparator<ReadDocument> PRECEDENCE = Comparator
      .comparing(ReadDocument::date, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
      .thenComparing(ReadDocument::id);

  public Dossier {
    if (person.isBlank()) {
      throw new IllegalArgumentException("a dossier needs a person");
    }
    documents = List.copyOf(documents);
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < documents.size(); i++) {
      if (!ids.add(documents.get(i).id())) {
        throw new IllegalArgumentException("documents must have ids of their own, number " + (i + 1)
            + " had that of another");
      }
    }
  }

  /// A dossier without documents.
  public static Dossier of(String person) {
    return new Dossier(person, List.of(), Corrections.NONE);
  }

  /// This dossier with one more document, in place of an earlier one of the same id.
  public Dossier with(ReadDocument document) {
    List<ReadDocument> more = new ArrayList<>(without(document.id()).documents);
    more.add(document);
    return new Dossier(person, more, corrections);
  }

  /// This dossier without a document; the person's corrections stay.
  public Dossier without(String document) {
    return new Dossier(person,
        documents.stream().filter(d -> !d.id().equals(document)).toList(), corrections);
  }

  /// This dossier with one more correction, in place of an earlier one about the same claim.
  public Dossier with(Correction correction) {
    return new Dossier(person, documents, corrections.with(correction));
  }

  /// One profile of everything. Costs the square of the number of jobs, of which a person has few.
  ///
  /// @param taxonomy tells what jobs imply
  public MergedProfile merged(Taxonomy taxonomy) {
    List<ReadDocument> ordered = documents.stream().sorted(PRECEDENCE).toList();
    MergedJobs jobs = MergedJobs.of(ordered, corrections);
    MergedCourses courses = MergedCourses.of(ordered, corrections);
    MergedLanguages languages = MergedLanguages.of(ordered, corrections);
    List<Conflict> conflicts = new ArrayList<>(jobs.conflicts());
    conflicts.addAll(courses.conflicts());
    conflicts.addAll(languages.conflicts());
    Map<DrivingLicence, List<Evidence>> licences = licences(ordered);
    Map<DrivingLicence, List<Evidence>> read = new TreeMap<>(licences);
    read.values().removeIf(List::isEmpty);
    CompetenceProfile profile = CompetenceProfile.builder(person)
        .language(language(ordered))
        .occupations(jobs.held())
        .competences(MergedSkills.of(ordered, corrections, jobs, taxonomy))
        .education(courses.education())
        .certificates(courses.certificates())
        .languages(languages.languages())
        .drivingLicences(licences.keySet())
        .licenceEvidence(read)
        .place(home(ordered, conflicts))
        .wishes(wishes(ordered))
        .build();
    return new MergedProfile(profile, conflicts);
  }

  private static @Nullable Language language(List<ReadDocument> ordered) {
    for (ReadDocument document : ordered) {
      if (document.profile().language() != null) {
        return document.profile().language();
      }
    }
    return null;
  }

  /// Each licence with where it was read.
  private Map<DrivingLicence, List<Evidence>> licences(List<ReadDocument> ordered) {
    Map<DrivingLicence, Set<Evidence>> licences = new TreeMap<>();
    for (ReadDocument document : ordered) {
      for (DrivingLicence licence : document.profile().drivingLicences()) {
        licences.computeIfAbsent(licence, l -> new LinkedHashSet<>())
            .addAll(document.profile().licenceEvidence().getOrDefault(licence, List.of()));
      }
    }
    for (Correction correction : corrections.all()) {
      if (correction instanceof Correction.LicenceRejected(DrivingLicence licence, var on)) {
        licences.remove(licence);
      } else if (correction instanceof Correction.LicenceConfirmed(DrivingLicence licence, var on)) {
        licences.computeIfAbsent(licence, l -> new LinkedHashSet<>());
      }
    }
    Map<DrivingLicence, List<Evidence>> evidence = new TreeMap<>();
    licences.forEach((licence, read) -> evidence.put(licence, List.copyOf(read)));
    return evidence;
  }

  private @Nullable Place home(List<ReadDocument> ordered, List<Conflict> conflicts) {
    List<Side<Place>> sides = new ArrayList<>();
    for (Correction correction : corrections.all()) {
      if (correction instanceof Correction.HomeDeclared(Place place, var on)) {
        sides.add(new Side<>(place, new Source.Person(on)));
      }
    }
    for (ReadDocument document : ordered) {
      Place place = document.profile().place();
      if (place != null && sides.stream().noneMatch(side -> agree(side.value(), place))) {
        sides.add(new Side<>(place, new Source.Document(document.id(), document.date())));
      }
    }
    if (sides.size() > 1) {
      conflicts.add(new Conflict.Home(sides));
    }
    return sides.isEmpty() ? null : sides.getFirst().value();
  }

  /// Whether two places can be one: what is not said may be anything.
  private static boolean agree(Place a, Place b) {
    return agree(a.city(), b.city()) && agree(a.postcode(), b.postcode())
        && agree(a.country(), b.country());
  }

  private static boolean agree(@Nullable String a, @Nullable String b) {
    return a == null || b == null || a.equalsIgnoreCase(b);
  }

  private Wishes wishes(List<ReadDocument> ordered) {
    Wishes wishes = Wishes.NONE;
    for (Correction correction : corrections.all()) {
      if (correction instanceof Correction.WishesDeclared(Wishes declared, var on)) {
        wishes = wishes.orElse(declared);
      }
    }
    for (ReadDocument document : ordered) {
      wishes = wishes.orElse(document.profile().wishes());
    }
    return wishes;
  }
}
