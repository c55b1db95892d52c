package goalsheet.xlsx.patch;

import java.util.List;
import java.util.Optional;

/** The workbook part: which sheets there are, and how one is put before them or taken away. */
final class Workbook {
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final List<String> ORDER = List.of("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
            "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
            "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst");

    /** @param part name of its part, "" when the relation leads nowhere */
    record Tab(String name, String part) {
    }

    /** @param text what it refers to */
    record LocalName(String name, String text, boolean hidden) {
    }

    private final Parts parts;
    private final String part;
    private final Relations relations;

    Workbook(Parts parts) throws PatchException {
        this.parts = parts;
        this.part = new Relations(parts, "").byKind("officeDocument").orElseThrow(() -> new PatchException("no workbook")).target();
        this.relations = new Relations(parts, part);
    }

    String folder() {
        return Parts.folder(part);
    }

    Relations relations() {
        return relations;
    }

    List<Tab> tabs() throws PatchException {
        List<Relations.Relation> known = relations.all();
        return sheets(parts.markup(part)).map(sheets -> sheets.all("sheet").toList()).orElse(List.of()).stream().map(sheet -> {
            String id = sheet.attribute("/relationships", "id");
            Optional<Relations.Relation> target = known.stream().filter(relation -> relation.id().equals(id)).findFirst();
            return new Tab(sheet.get("name"), target.map(Relations.Relation::target).filter(parts::has).orElse(""));
        }).toList();
    }

    /** Puts a sheet before all others and makes it the one that is seen first. */
    void insertFirst(String name, byte[] content, List<LocalName> names) throws PatchException {
        deselect();
        String sheetPart = parts.freeName(folder() + "worksheets/sheet", ".xml");
        parts.add(sheetPart, SHEET_TYPE, content);
        String relation = relations.add("worksheet", sheetPart);

        Markup book = parts.markup(part);
        Element root = book.root();
        Element sheets = sheets(book).orElseThrow(() -> new PatchException("no sheets"));
        int id = sheets.all("sheet").mapToInt(sheet -> sheet.number("sheetId", 0)).max().orElse(0) + 1;
        Fragment sheet = new Fragment(root.name.prefix()).open("sheet", "name", name, "sheetId", id).relation(root, relation).close();
        if (sheets.children.isEmpty()) {
            book.append(sheets, sheet);
        } else {
            book.insertBefore(sheets.children.get(0), sheet);
        }
        shift(book, index -> index + 1);
        for (Element view : views(book)) {
            book.drop(view, "activeTab");
            book.drop(view, "firstSheet");
        }
        Fragment defined = new Fragment(root.name.prefix());
        Optional<Element> existing = root.child("definedNames");
        if (existing.isEmpty()) {
            defined.open("definedNames");
        }
        for (LocalName local : names) {
            defined.open("definedName", "name", local.name(), "localSheetId", 0);
            if (local.hidden()) {
                defined.attribute("hidden", "1");
            }
            defined.text(local.text()).close();
        }
        if (existing.isPresent()) {
            book.append(existing.get(), defined);
        } else {
            book.insertOrdered(ORDER, "definedNames", defined.close());
        }
        parts.put(part, book);
    }

    /** Takes a sheet away with the names that belong to it. */
    void remove(int index) throws PatchException {
        Markup book = parts.markup(part);
        Element sheet = sheets(book).orElseThrow().all("sheet").toList().get(index);
        Optional<Relations.Relation> target = relations.byId(sheet.attribute("/relationships", "id"));
        book.remove(sheet);
        Optional<Element> names = book.root().child("definedNames");
        if (names.isPresent()) {
            List<Element> own = names.get().all("definedName").filter(name -> name.number("localSheetId", -1) == index).toList();
            if (own.size() == names.get().children.size()) {
                book.remove(names.get());
            } else {
                own.forEach(book::remove);
                shift(book, other -> other > index ? other - 1 : other);
            }
        }
        for (Element view : views(book)) {
            for (String place : List.of("activeTab", "firstSheet")) {
                if (view.number(place, 0) > index) {
                    book.set(view, place, view.number(place, 0) - 1);
                }
            }
        }
        parts.put(part, book);
        if (target.isPresent()) {
            relations.remove(target.get().id());
            parts.remove(target.get().target());
        }
    }

    private static Optional<Element> sheets(Markup book) {
        return book.root().child("sheets");
    }

    private static List<Element> views(Markup book) {
        return book.root().child("bookViews").map(views -> views.all("workbookView").toList()).orElse(List.of());
    }

    private static void shift(Markup book, java.util.function.IntUnaryOperator shift) {
        List<Element> names = book.root().child("definedNames").map(all -> all.all("definedName").toList()).orElse(List.of());
        for (Element name : names) {
            int index = name.number("localSheetId", -1);
            if (index >= 0 && shift.applyAsInt(index) != index) {
                book.set(name, "localSheetId", shift.applyAsInt(index));
            }
        }
    }

    /** Two selected tabs would be edited as a group: what is typed into one would land in the other as well. */
    private void deselect() throws PatchException {
        for (Tab tab : tabs()) {
            try {
                Markup sheet = parts.sheet(tab.part());
                sheet.root().all("sheetViews").flatMap(views -> views.all("sheetView")).filter(view -> view.flag("tabSelected"))
                        .forEach(view -> sheet.drop(view, "tabSelected"));
                parts.change(tab.part(), sheet);
            } catch (PatchException e) {
                // A sheet that cannot be read cannot be selected either.
                continue;
            }
        }
    }
}
