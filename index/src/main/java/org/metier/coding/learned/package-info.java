/// The occupation coder that is learned from an analyst's own coded advertisements: its features, its
/// training and its file. Knows neither feeds nor the index.
@NullMarked
package org.metier.coding.learned;

import org.jspecify.annotations.NullMarked;
