package org.metier.training.ranker;

import org.metier.training.promotion.HeldOutPeople;

/// A ranker, and people that it did not learn from, to hold it against the one in service. Their features are all
/// that Metier computes, also those that the ranker was told to leave alone.
public record RankerTraining(TrainedRanker ranker, HeldOutPeople heldOut) {}
