package org.metier.advice;

/// How many open vacancies the advice rests on.
///
/// A vacancy asks for a skill here if it cannot do without it: its text requires it, or names it without
/// saying how it counts. Skills that the taxonomy does not know do not count.
///
/// @param inReach within the [Reach]
/// @param inLine those of the person's line of work: coded to an occupation that the person held, wishes for
///     or now wants (that of the wanted vacancy included), or into the ISCO-08 unit group of one
/// @param silent those in line that ask for no skill, of which nothing can be said
/// @param met those in line that ask for skills, all of which the person shows or has implied
/// @param lacking those in line that ask for a skill that the profile does not show; `silent`, `met` and
///     `lacking` add up to `inLine`
/// @param wanted those in reach that are coded to the wanted occupation itself, or to the likeliest one of the
///     wanted vacancy, at a confidence of at least 0.4
public record Counts(int inReach, int inLine, int silent, int met, int lacking, int wanted) {
  public Counts {
    if (silent + met + lacking != inLine) {
      throw new IllegalArgumentException(silent + " silent, " + met + " met and " + lacking
          + " lacking vacancies must add up to " + inLine + " in line");
    }
    if (inLine > inReach || wanted > inReach) {
      throw new IllegalArgumentException("of " + inReach + " vacancies in reach, " + inLine
          + " cannot be in line and " + wanted + " of the wanted occupation");
    }
  }
}
