package duban.catalog.snapshot;

/** How a unit is referred to. The id stays, the code is what people type. */
public record UnitRef(String id, String code, String name) {}
