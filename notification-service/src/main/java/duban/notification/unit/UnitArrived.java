package duban.notification.unit;

/** A unit became known or changed; told within the same transaction. */
public record UnitArrived(Unit unit) {}
