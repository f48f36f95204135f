/// Keys of the audit log and of persons, for those of our packages that keep something under them.
@NullMarked
package org.metier.audit.internal;

import org.jspecify.annotations.NullMarked;
