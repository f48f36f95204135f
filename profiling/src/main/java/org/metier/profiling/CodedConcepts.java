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
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Span;

/// What a file names by codes of the taxonomy, which goes before what its words are taken to mean. Codes
/// that the taxonomy does not know say nothing. Thread-safe.
final class CodedConcepts {
  /// How sure a coded claim is: the person, or a system on their behalf, chose the concept itself.
  private static final double CODED = 1;

  private final Taxonomy taxonomy;

  CodedConcepts(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// The same jobs, with the occupations that the file gives them.
  List<HeldOccupation> held(List<HeldOccupation> held, CvDocument document) {
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
