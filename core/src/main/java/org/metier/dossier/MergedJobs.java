package org.metier.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.HeldOccupation;

/// The jobs of all documents and corrections, each once.
///
/// @param held latest first, a job without a period before all
/// @param moved what the periods of documents' jobs have become; empty for those of a rejected job
record MergedJobs(List<HeldOccupation> held, Map<DateRange, Optional<DateRange>> moved,
    List<Conflict> conflicts) {

  static MergedJobs of(List<ReadDocument> documents, Corrections corrections) {
    List<List<Member<HeldOccupation>>> groups = Member.groups(documents,
        profile -> profile.occupations(), SameClaim::jobs);
    List<Member<HeldOccupation>> rejected = new ArrayList<>();
    for (Correction correction : corrections.all()) {
      if (correction instanceof Correction.JobRejected(HeldOccupation shown, var on)) {
        List<List<Member<HeldOccupation>>> same = Claims.rejected(groups, shown, SameClaim::jobs);
        groups.removeAll(same);
        same.forEach(rejected::addAll);
      } else if (correction instanceof Correction.JobDeclared declared) {
        Claims.declare(groups, declared.shown(), declared.declared(),
            new Source.Person(declared.on()), SameClaim::jobs);
      }
    }
    Map<DateRange, Optional<DateRange>> moved = new HashMap<>();
    List<HeldOccupation> held = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (List<Member<HeldOccupation>> group : groups) {
      Times times = Times.of(group, HeldOccupation::period);
      HeldOccupation job = job(group, times);
      held.add(job);
      group.forEach(member -> move(member.claim().period(), times.period(), moved));
      if (!times.sides().isEmpty()) {
        conflicts.add(new Conflict.JobPeriod(job.title(), times.sides()));
      }
    }
    // Last: a job that was held at the same time still is.
    rejected.forEach(member -> move(member.claim().period(), null, moved));
    held.sort(Comparator.comparing(HeldOccupation::period, DateRange::latestFirst));
    return new MergedJobs(List.copyOf(held), Map.copyOf(moved), List.copyOf(conflicts));
  }

  private static HeldOccupation job(List<Member<HeldOccupation>> group, Times times) {
    Member<HeldOccupation> first = group.getFirst();
    // What the person says of the occupation holds, even that it is none; documents fill each other up.
    HeldOccupation linked = first.source() instanceof Source.Person
        ? first.claim()
        : group.stream()
            .map(Member::claim)
            .filter(job -> job.uri() != null)
            .findFirst()
            .orElse(first.claim());
    return new HeldOccupation(first.claim().title(), linked.uri(), linked.confidence(),
        times.period(), Claims.evidence(group, HeldOccupation::evidence));
  }

  private static void move(@Nullable DateRange from, @Nullable DateRange to,
      Map<DateRange, Optional<DateRange>> moved) {
    if (from != null) {
      moved.putIfAbsent(from, Optional.ofNullable(to));
    }
  }
}
