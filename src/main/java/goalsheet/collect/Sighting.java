package goalsheet.collect;

/**
 * A workbook at a place.
 *
 * @param origin   path, for what lies in an archive followed by {@code !} and its name there
 * @param size     in bytes
 * @param modified when it was last changed, in milliseconds since 1970
 * @param seen     when it was seen
 */
public record Sighting(String origin, String sha256, long size, long modified, long seen) {
}
