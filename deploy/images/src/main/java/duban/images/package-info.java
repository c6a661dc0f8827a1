/** What the images need beside the services. */
@NullMarked
package duban.images;

import org.jspecify.annotations.NullMarked;
