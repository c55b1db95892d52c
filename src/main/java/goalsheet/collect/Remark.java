package goalsheet.collect;

/**
 * What was noticed between workbooks.
 *
 * @param unit   code of the unit it concerns
 * @param sha256 of the submission it is about, which need not be the one that counts
 */
public record Remark(String unit, String sha256, Note note) {
}
