package goalsheet.cli;

/** How the program ends; scripts rely on the numbers. */
public enum ExitCode {
    /** Nothing is wrong, or nothing worse than a warning. */
    CLEAN(0),
    /** A workbook has errors; one that cannot be read counts as one. */
    ERRORS_FOUND(1),
    /** Bad option, template or output: the work was not done. */
    COULD_NOT_RUN(2);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
