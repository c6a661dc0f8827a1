package duban.catalog.document;

/** One line, to the letter, counted from 1. */
record LineView(int number, String text) {}
