package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An obligation in the form of a catalogue file, with its version. */
record ObligationView(@JsonUnwrapped Obligation obligation, int version) {
  static ObligationView of(ObligationEntity entity) {
    return new ObligationView(ObligationRepository.obligation(entity), entity.version);
  }
}
