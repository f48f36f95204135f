package org.metier.potential;

/// That something can be done about a [Field], and what.
///
/// @param hindrance what is in the way, said to the person: `You have no driving licence.`
/// @param help what helps, said to the person: `Ask whether ... can be paid for.`
public record Changeable(Texts hindrance, Texts help) {}
