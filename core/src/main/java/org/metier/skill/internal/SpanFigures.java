package org.metier.skill.internal;

/// Precision, recall and their harmonic mean, each 0 to 1.
public record SpanFigures(double precision, double recall, double f1) {}
