package duban.catalog.edit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How a thing is made once.
 *
 * @param ask throws unless the caller may make it
 * @param present the thing if it is there already
 * @param seen whether the caller may know of the one that is there
 */
public record Making<T>(
    Runnable ask,
    Supplier<Optional<Stored<T>>> present,
    BooleanSupplier seen,
    Supplier<Stored<T>> make) {}
