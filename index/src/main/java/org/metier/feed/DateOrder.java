package org.metier.feed;

/// Which number of `03/04/2026` is the day. The source declares it: a reader cannot tell.
public enum DateOrder {
  DAY_FIRST, MONTH_FIRST
}
