/// Search for portals over the vacancies of a home: queries in five languages, facets, places, paging,
/// highlights, and the reason each advertisement was found.
@NullMarked
package org.metier.search;

import org.jspecify.annotations.NullMarked;
