/// XML feeds, one item at a time: characters whatever the bytes claim to be, items cut out of the stream so
/// that a broken one harms no other, and each item as a small tree.
@NullMarked
package org.metier.feed.internal.xml;

import org.jspecify.annotations.NullMarked;
