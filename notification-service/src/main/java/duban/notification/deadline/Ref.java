package duban.notification.deadline;

/** A unit as another snapshot names it. */
public record Ref(String id, String code, String name) {}
