/** Gives tokens to the demonstration's few accounts, and to nobody else. */
@NullMarked
package duban.local.signin;

import org.jspecify.annotations.NullMarked;
