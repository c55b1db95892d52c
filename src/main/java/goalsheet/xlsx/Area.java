package goalsheet.xlsx;

/** A rectangle of cells, both corners included; {@link #toString()} gives {@code B3:D7}, or {@code B3} for a single cell. */
public record Area(Ref first, Ref last) {
    public static Area of(Ref cell) {
        return new Area(cell, cell);
    }

    /**
     * Reads {@code B3:D7} or {@code B3}, in any order of corners, with or without {@code $}.
     *
     * @throws IllegalArgumentException when a corner is no address
     */
    public static Area parse(String address) {
        int colon = address.indexOf(':');
        if (colon < 0) {
            return of(Ref.parse(address));
        }
        Ref one = Ref.parse(address.substring(0, colon));
        Ref two = Ref.parse(address.substring(colon + 1));
        return new Area(new Ref(Math.min(one.row(), two.row()), Math.min(one.col(), two.col())),
                new Ref(Math.max(one.row(), two.row()), Math.max(one.col(), two.col())));
    }

    public boolean contains(Ref cell) {
        return cell.row() >= first.row() && cell.row() <= last.row() && cell.col() >= first.col() && cell.col() <= last.col();
    }

    public boolean isSingle() {
        return first.equals(last);
    }

    public String absolute() {
        return isSingle() ? first.absolute() : first.absolute() + ":" + last.absolute();
    }

    @Override
    public int hashCode() {
        return first.hashCode() * 31 + last.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Area area && first.equals(area.first) && last.equals(area.last);
    }

    @Override
    public String toString() {
        return isSingle() ? first.toString() : first + ":" + last;
    }
}
