package org.metier.benchmarks.congestion;

import java.util.List;

/// What an evaluation of spreading found.
///
/// @param seed of the market
/// @param room applications that all vacancies together have room for
/// @param marketMegabytes of heap that the market fills
/// @param allocationMegabytes of heap that an allocation fills, all lists and prices
/// @param curves Metier's lists first, then its prices alone, then baselines
public record CongestionReport(long seed, int people, int vacancies, int candidates, int places,
    double room, double marketMegabytes, double allocationMegabytes, List<Curve> curves) {
  public CongestionReport {
    curves = List.copyOf(curves);
  }
}
