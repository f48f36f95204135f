/// How feeds are read: the contract of a format, its input within limits, and the reading of JSON, XML and
/// lines record by record. For Metier's own formats; no promise to users.
@NullMarked
package org.metier.feed.internal;

import org.jspecify.annotations.NullMarked;
