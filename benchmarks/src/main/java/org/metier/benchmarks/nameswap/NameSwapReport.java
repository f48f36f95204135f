package org.metier.benchmarks.nameswap;

import java.util.List;

/// The outcome of one run.
///
/// @param cvs that were read
/// @param left structured files, which have no text to swap in, and unreadable ones
/// @param pairs CVs times names compared
/// @param swappedWords gendered words that were swapped, over all CVs once
/// @param namesLeft pairs in whose blind text a part of the name is left that the CV itself does not hold
/// @param movedProfiles pairs whose profiles differ in anything but where the evidence stands
/// @param movedPositions pairs whose profiles differ in nothing else
/// @param scores match scores that were compared
/// @param movedScores pairs whose list of matches differs in a vacancy, its order or its score
/// @param largestDifference of two scores of one vacancy
/// @param moved file, name and what of the profile differs, at most twenty; no words of the CVs
record NameSwapReport(int cvs, int left, int pairs, int swappedWords, int namesLeft,
    int movedProfiles, int movedPositions, long scores, int movedScores, double largestDifference,
    List<String> moved) {
  NameSwapReport {
    moved = List.copyOf(moved);
  }
}
