package org.metier.qualification;

/// Command of a language after the Common European Framework of Reference; the order is the level.
public enum CefrLevel {
  A1, A2, B1, B2, C1, C2, NATIVE
}
