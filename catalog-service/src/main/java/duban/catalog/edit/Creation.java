package duban.catalog.edit;

/**
 * What a client asks to make.
 *
 * @param thing what it is, in the singular: {@code unit}
 * @param id its key among its like
 * @param path where it will stand, below the service's address
 * @param asked the request's body
 */
public record Creation(String thing, String id, String path, Object asked) {
  public static Creation of(String thing, String id, Object asked) {
    return new Creation(thing, id, thing + "s/" + id, asked);
  }
}
