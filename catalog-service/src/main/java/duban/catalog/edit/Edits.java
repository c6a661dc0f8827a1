package duban.catalog.edit;

import static java.util.stream.Collectors.toSet;

import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.authorship.Authorship;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Carries edits out, each in one transaction and one after the other: staff edit now and then, and
 * an edit may reach every unit and deadline. A trial takes the same way and is rolled back.
 */
@ApplicationScoped
public class Edits {
  private final SnapshotStore snapshots;
  private final Creations creations;
  private final Authorship authorship;
  private final InTime inTime;

  Edits(SnapshotStore snapshots, Creations creations, Authorship authorship, InTime inTime) {
    this.snapshots = snapshots;
    this.creations = creations;
    this.authorship = authorship;
    this.inTime = inTime;
  }

  /**
   * Makes a thing once: 201, 200 with the thing as it stands for the same again, and a conflict for
   * anything else under its id.
   */
  public <T> RestResponse<T> create(Creation what, Trial trial, Making<T> making) {
    boolean only = trial.only();
    return within(
        only,
        () -> {
          making.ask().run();
          var before = making.present().get();
          if (before.isPresent()) {
            if (!making.seen().getAsBoolean()) {
              throw Creations.taken(what);
            }
            creations.expectSame(what);
            return answer(RestResponse.Status.OK, before.get(), false);
          }
          creations.remember(what);
          var made = making.make().get();
          if (only) {
            return answer(RestResponse.Status.OK, made, true);
          }
          authorship.wrote(what.thing(), what.id(), made.version());
          return ResponseBuilder.<T>created(URI.create(what.path()))
              .entity(made.body())
              .header("ETag", Version.etag(made.version()))
              .build();
        });
  }

  /**
   * Makes several things once, all or none: 201 if one at least is new, 200 with all as they stand
   * for the same again, and a conflict if anything else is under one of their ids.
   *
   * @param where they will stand, below the service's address
   */
  public <T> RestResponse<T> createAll(
      List<Creation> all, String where, Trial trial, MakingAll<T> making) {
    boolean only = trial.only();
    return within(
        only,
        () -> {
          making.ask().run();
          List<Creation> fresh = new ArrayList<>();
          for (Creation each : all) {
            if (!making.present().test(each.id())) {
              creations.remember(each);
              fresh.add(each);
            } else if (making.seen().test(each.id())) {
              creations.expectSame(each);
            } else {
              throw Creations.taken(each);
            }
          }
          T body = making.make().apply(fresh.stream().map(Creation::id).collect(toSet()));
          if (only || fresh.isEmpty()) {
            return ResponseBuilder.ok(body).build();
          }
          fresh.forEach(it -> authorship.wrote(it.thing(), it.id(), 1));
          return ResponseBuilder.<T>created(URI.create(where)).entity(body).build();
        });
  }

  /**
   * Changes a thing.
   *
   * @param thing what it is, in the singular: {@code unit}
   * @param ifMatch the ETag that it has now, if it is there
   * @param change asks whether the caller may, and requires that ETag
   */
  public <T> RestResponse<T> change(
      String thing, String id, @Nullable String ifMatch, Trial trial, Supplier<Stored<T>> change) {
    boolean only = trial.only();
    return within(
        only,
        () -> {
          var changed = change.get();
          boolean same = ifMatch != null && ifMatch.strip().equals(Version.etag(changed.version()));
          if (!only && !same) {
            authorship.wrote(thing, id, changed.version());
          }
          return answer(RestResponse.Status.OK, changed, only);
        });
  }

  /**
   * Takes something over that leads to many changes, and answers what it did.
   *
   * @param taking asks whether the caller may; its version is 0 if it was taken over before
   */
  public <T> RestResponse<T> take(
      String thing, String id, Trial trial, Supplier<Stored<T>> taking) {
    boolean only = trial.only();
    return within(
        only,
        () -> {
          var taken = taking.get();
          if (!only && taken.version() > 0) {
            authorship.wrote(thing, id, taken.version());
          }
          return RestResponse.ok(taken.body());
        });
  }

  /** One thing, with the ETag that an edit starts from. */
  public static <T> RestResponse<T> shown(T body, long version) {
    return answer(RestResponse.Status.OK, new Stored<>(body, version), false);
  }

  private <T> T within(boolean trial, Supplier<T> work) {
    try {
      return inTime.transaction(
          trial,
          () -> {
            snapshots.lock();
            return work.get();
          });
    } catch (Refused e) {
      throw e.problem();
    }
  }

  private static <T> RestResponse<T> answer(
      RestResponse.Status status, Stored<T> stored, boolean trial) {
    var answer = ResponseBuilder.create(status, stored.body());
    // A version that does not exist must not be given back.
    return trial ? answer.build() : answer.header("ETag", Version.etag(stored.version())).build();
  }
}
