package duban.bench;

/** Something that is measured, with its baseline. */
interface Figure {

  /** By which it is chosen: {@code -Dduban.bench=record,read}. */
  String name();

  /** Fills its rows of the table. */
  void measure(Bench bench, Table table) throws Exception;
}
