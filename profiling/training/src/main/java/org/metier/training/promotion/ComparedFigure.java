package org.metier.training.promotion;

import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;

/// One figure of both rankers on the same people.
///
/// @param name such as `ndcg@10`, or `exposure by contract: permanent`
/// @param people that it was measured on
/// @param difference candidate less the one in service
/// @param pValue of the paired test, see [org.metier.measure.PairedTest]; null where a figure is no mean over
///     people, and the interval of the difference is all there is
public record ComparedFigure(String name, int people, double candidate,
    Interval candidateInterval, double inService, Interval inServiceInterval, double difference,
    Interval differenceInterval, @Nullable Double pValue) {}
