package duban.catalog.document;

import java.util.List;

/**
 * One numbered item, as printed.
 *
 * @param ordinal its place within its topic and conference, from 1
 * @param label the printed number with its mark, which may repeat or skip
 * @param text what stands behind label and space, to the letter
 */
public record PrintedItem(
    PrintedTopic topic,
    PrintedConference conference,
    int ordinal,
    int line,
    String label,
    String text,
    List<Flag> flags) {}
