/// A counsellor's conversation with a person without work, as a portal would lead it, in Java.
@NullMarked
package org.metier.examples.counsellor;

import org.jspecify.annotations.NullMarked;
