package org.metier.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metier.vacancy.VacancyId;

/// Parts the advertisements of one neighbourhood into vacancies: strongest link first, two parts become
/// one unless a firm veto stands between any member of one and any of the other. So no chain of alike
/// texts joins what must stay apart. A function of the set of advertisements, whatever their order.
///
/// Advertisements that a person put together are one unit: others are vetoed only if all of the unit are,
/// but a ruling to keep apart always counts, and wins over one to put together.
final class Parts {
  private static final Comparator<Link> STRONGEST_FIRST = Comparator
      .comparingInt((Link link) -> isRuled(link) ? 0 : 1)
      .thenComparingInt(link -> -agreeing(link.decision().comparison()))
      .thenComparing(Comparator
          .comparingDouble((Link link) -> link.decision().comparison().resemblance())
          .reversed())
      .thenComparing(Link::first)
      .thenComparing(Link::second);

  private final NavigableMap<VacancyId, Part> partOf = new TreeMap<>();
  private final Decisions decisions;

  /// What was joined so far.
  private static final class Part {
    final NavigableSet<VacancyId> members = new TreeSet<>();
    final List<Link> links = new ArrayList<>();
    /// Units of advertisements that a person put together; the others stand alone.
    final List<Set<VacancyId>> units = new ArrayList<>();
  }

  /// The decision about two advertisements.
  interface Decisions {
    Decision of(VacancyId a, VacancyId b);
  }

  /// @param members of one or more parts
  /// @param links why they are together
  record Whole(NavigableSet<VacancyId> members, List<Link> links) {}

  private Parts(Decisions decisions) {
    this.decisions = decisions;
  }

  static List<Whole> of(Set<VacancyId> ids, List<Link> links, Decisions decisions) {
    Parts parts = new Parts(decisions);
    for (VacancyId id : ids) {
      Part alone = new Part();
      alone.members.add(id);
      alone.units.add(Set.of(id));
      parts.partOf.put(id, alone);
    }
    links.stream().sorted(STRONGEST_FIRST).forEach(parts::join);
    Map<Part, Whole> wholes = new HashMap<>();
    List<Whole> inOrder = new ArrayList<>();
    for (Part part : parts.partOf.values()) {
      if (wholes.putIfAbsent(part, new Whole(part.members, part.links)) == null) {
        inOrder.add(wholes.get(part));
      }
    }
    return inOrder;
  }

  static boolean isRuled(Link link) {
    return link.decision() instanceof Decision.Same same && same.isRuled();
  }

  private static int agreeing(Comparison found) {
    return found.fieldsThat(Agreement.AGREES).size();
  }

  private void join(Link link) {
    Part left = partOf.getOrDefault(link.first(), new Part());
    Part right = partOf.getOrDefault(link.second(), new Part());
    if (left.equals(right) || isVetoed(left, right, isRuled(link))) {
      return;
    }
    left.members.addAll(right.members);
    left.links.addAll(right.links);
    left.links.add(link);
    if (isRuled(link)) {
      Set<VacancyId> unit = new HashSet<>();
      left.units.forEach(unit::addAll);
      right.units.forEach(unit::addAll);
      left.units.clear();
      left.units.add(unit);
    } else {
      left.units.addAll(right.units);
    }
    right.members.forEach(id -> partOf.put(id, left));
  }

  private boolean isVetoed(Part left, Part right, boolean isRuled) {
    for (Set<VacancyId> unit : left.units) {
      for (Set<VacancyId> other : right.units) {
        if (isVetoed(unit, other, isRuled)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isVetoed(Set<VacancyId> unit, Set<VacancyId> other, boolean isRuled) {
    boolean isAnyFree = isRuled;
    for (VacancyId a : unit) {
      for (VacancyId b : other) {
        switch (decisions.of(a, b)) {
          case Decision.Different different when different.vetoes().contains(Veto.RULING) -> {
            return true;
          }
          case Decision.Different different -> isAnyFree |= !different.isFirm();
          case Decision.MultiCity _ -> {
          }
          case Decision.Same _,Decision.Repost _ -> isAnyFree = true;
        }
      }
    }
    return !isAnyFree;
  }
}
