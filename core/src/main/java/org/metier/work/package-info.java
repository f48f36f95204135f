/// Terms of employment: contract, hours, salary, remote work.
@NullMarked
package org.metier.work;

import org.jspecify.annotations.NullMarked;
