/// Saved searches and profiles, met by new vacancies as they arrive, each vacancy once.
@NullMarked
package org.metier.alert;

import org.jspecify.annotations.NullMarked;
