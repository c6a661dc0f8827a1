package duban.catalog.measure;

import java.io.Serializable;

/** Conferences and topics are told apart within their document. */
record KeyInDocument(String documentId, String id) implements Serializable {}
