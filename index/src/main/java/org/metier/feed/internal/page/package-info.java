/// Vacancies that employers publish in their own pages: schema.org `JobPosting`.
@NullMarked
package org.metier.feed.internal.page;

import org.jspecify.annotations.NullMarked;
