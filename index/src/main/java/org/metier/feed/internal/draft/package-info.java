/// From what a source writes to what a vacancy holds: plain text, dates, numbers, places and terms, absent
/// when absent.
@NullMarked
package org.metier.feed.internal.draft;

import org.jspecify.annotations.NullMarked;
