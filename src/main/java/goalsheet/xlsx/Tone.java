package goalsheet.xlsx;

/** How grave something is, as a colour: dark words on a light ground, RRGGBB. The same in a form that checks itself and in the annotated copy. */
public enum Tone {
    BAD("9C0006", "FFC7CE"),
    DOUBTFUL("7F4F00", "FFEB9C"),
    REMARK("1F4E79", "DDEBF7"),
    GOOD("006100", "C6EFCE");

    private final String ink;
    private final String ground;

    Tone(String ink, String ground) {
        this.ink = ink;
        this.ground = ground;
    }

    public String ink() {
        return ink;
    }

    public String ground() {
        return ground;
    }
}
