package goalsheet.xlsx.patch;

/** How grave something is, as a colour: dark words on a light ground, RRGGBB. */
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

    String ink() {
        return ink;
    }

    String ground() {
        return ground;
    }
}
