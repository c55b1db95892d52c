package goalsheet.xlsx.patch;

/** A part of a workbook that cannot be changed safely: not well-formed, not what it should be, or missing. */
final class PatchException extends Exception {
    PatchException(String message) {
        super(message);
    }

    PatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
