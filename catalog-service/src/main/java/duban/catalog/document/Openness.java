package duban.catalog.document;

/** 公开 or 内部. Anything marked 秘密 or above has no value here and is refused before it is stored. */
public enum Openness {
  OPEN,
  INTERNAL
}
