package duban.catalog.edit;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How several things are made at once, all or none.
 *
 * @param ask throws unless the caller may make them
 * @param present whether one is there already, by its id
 * @param seen whether the caller may know of one that is there
 * @param make makes those with these ids, each in its first version; the others are there already
 */
public record MakingAll<T>(
    Runnable ask,
    Predicate<String> present,
    Predicate<String> seen,
    Function<Set<String>, T> make) {}
