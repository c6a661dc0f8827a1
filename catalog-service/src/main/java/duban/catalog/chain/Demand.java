package duban.catalog.chain;

import duban.catalog.obligation.Obligation;
import java.util.Map;

/**
 * An obligation with those on whom it is laid.
 *
 * @param circle the names of the units, by their ids; of a group, its members
 */
record Demand(Obligation obligation, Map<String, String> circle) {}
