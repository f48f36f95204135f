package org.metier.benchmarks.ltr;

import java.util.function.Function;

/// A trained model, and what training took.
///
/// @param scores one per row of the lists it is given; higher is better
/// @param seconds processor time, the trainer's own form of the data included
record TrainedScores(Function<GradedLists, double[]> scores, double seconds) {}
