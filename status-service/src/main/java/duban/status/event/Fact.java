package duban.status.event;

import duban.status.fold.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A new event whose form is right: what every event must have is there. */
record Fact(UUID id, UUID deadlineId, EventType type, LocalDate effectiveOn, NewEvent given) {}
