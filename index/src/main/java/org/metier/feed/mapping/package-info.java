/// Tables and flat JSON of any layout, read by a mapping file that a partner's data owner writes.
@NullMarked
package org.metier.feed.mapping;

import org.jspecify.annotations.NullMarked;
