/** What the two pages of the launcher are served with. */
@NullMarked
package duban.local.page;

import org.jspecify.annotations.NullMarked;
