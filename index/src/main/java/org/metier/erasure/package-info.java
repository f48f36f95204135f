/// Erases a vacancy or a person from all stores of a home at once.
@NullMarked
package org.metier.erasure;

import org.jspecify.annotations.NullMarked;
