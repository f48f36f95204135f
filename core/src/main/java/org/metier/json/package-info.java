/// JSON in and out for the domain types.
@NullMarked
package org.metier.json;

import org.jspecify.annotations.NullMarked;
