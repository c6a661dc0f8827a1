package duban.chassis.inbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A record that was understood. */
public record Heard<T>(InboundRecord record, T body) {

  /** Of each key only the newest version: a statement may change a row but once. */
  public static <T> Collection<Heard<T>> newest(
      List<Heard<T>> batch, Function<T, ?> key, ToLongFunction<T> version) {
    var newest = new LinkedHashMap<Object, Heard<T>>();
    for (var heard : batch) {
      newest.merge(
          key.apply(heard.body()),
          heard,
          (known, it) ->
              version.applyAsLong(it.body()) > version.applyAsLong(known.body()) ? it : known);
    }
    return newest.values();
  }
}
