package org.metier.allocation;

/// How near an allocation is to the best one.
///
/// @param sweeps times that all people chose anew, at least 1
/// @param lastChanges lists that still changed in the last of them
/// @param gap points of score per application: no allocation, not even one that draws lists by chance,
///     has a mean of score minus crowding cost that is higher by more. At least 0 but for rounding
/// @param isSettled whether it ended because nobody gained by changing; otherwise the limit of sweeps ended it
public record Convergence(int sweeps, int lastChanges, double gap, boolean isSettled) {}
