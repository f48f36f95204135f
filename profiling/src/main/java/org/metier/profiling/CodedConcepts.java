package org.metier.profiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.metier.profile.Competence;
import org.metier.profile.HeldOccupation;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.StatedConcept;
import org.metier.profiling.document.StatedJob;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Span;

/// What a file says in fields of their own: whole titles, and codes of the taxonomy, which go before what its
/// words are taken to mean. Codes
/// that the taxonomy does not know say nothing. Thread-safe.
final class CodedConcepts {
  /// How sure a coded claim is: the person, or a system on their behalf, chose the concept itself.
  private static final double CODED = 1;
  private static final int MAX_TITLE = 120;

  private final Taxonomy taxonomy;

  CodedConcepts(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// The same jobs, with their whole titles and the occupations that the file gives them.
  List<HeldOccupation> held(List<HeldOccupation> read, CvDocument document, Quotes quotes) {
    List<HeldOccupation> held = document.isStructured()
        ? read.stream().map(job -> whole(job, document, quotes)).toList()
        : read;
    Map<Span, String> coded = new HashMap<>();
    for (StatedConcept concept : document.concepts()) {
      if (isKnown(concept, ConceptKind.OCCUPATION)) {
        coded.put(concept.span(), concept.uri());
      }
    }
    return held.stream().map(job -> {
      String uri = job.evidence().isEmpty() ? null : coded.get(job.evidence().getFirst().span());
      return uri == null
          ? job
          : new HeldOccupation(job.title(), uri, CODED, job.period(), job.evidence());
    }).toList();
  }

  /// A part of a title may tell the occupation best, but the field says all of it.
  private static HeldOccupation whole(HeldOccupation job, CvDocument document, Quotes quotes) {
    for (StatedJob stated : document.jobs()) {
      Span title = stated.titles().getFirst();
      if (!job.evidence().isEmpty() && title.overlaps(job.evidence().getFirst().span())
          && title.length() <= MAX_TITLE) {
        String words = title.of(document.text()).strip().replaceAll("\\s+", " ");
        return new HeldOccupation(words, job.uri(), job.confidence(), job.period(),
            List.of(quotes.of(title)));
      }
    }
    return job;
  }

  /// Coded skills first, each once, then the others.
  List<Competence> competences(List<Competence> read, CvDocument document, Quotes quotes) {
    List<Competence> competences = new ArrayList<>();
    Set<String> coded = new TreeSet<>();
    for (StatedConcept concept : document.concepts()) {
      if (isKnown(concept, ConceptKind.SKILL) && coded.add(concept.uri())) {
        competences.add(Competence.of(concept.uri(), Competence.Origin.STATED, CODED,
            List.of(quotes.of(concept.span()))));
      }
    }
    read.stream().filter(c -> !coded.contains(c.uri())).forEach(competences::add);
    return competences;
  }

  /// Occupations that the person asks for by their codes.
  Set<String> wanted(CvDocument document) {
    Set<String> wanted = new TreeSet<>();
    Set<Span> jobs = new HashSet<>();
    document.jobs().forEach(job -> jobs.addAll(job.titles()));
    for (StatedConcept concept : document.concepts()) {
      if (isKnown(concept, ConceptKind.OCCUPATION) && !jobs.contains(concept.span())) {
        wanted.add(concept.uri());
      }
    }
    return wanted;
  }

  private boolean isKnown(StatedConcept concept, ConceptKind kind) {
    OptionalInt number = taxonomy.find(concept.uri());
    return number.isPresent() && taxonomy.kind(number.getAsInt()) == kind;
  }
}
