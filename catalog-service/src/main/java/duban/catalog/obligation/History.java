package duban.catalog.obligation;

/** What staff say once of a one-off or standing duty that an earlier conference laid down. */
public enum History {
  /** 待认定: nobody has said yet. */
  TO_DECIDE,
  /** 已落实. */
  DONE,
  /** 长期坚持. */
  KEPT_UP,
  /** 已失效, with the reason. */
  LAPSED,
  /** 继续督办. */
  PURSUED
}
