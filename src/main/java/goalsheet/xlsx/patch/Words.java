package goalsheet.xlsx.patch;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a sheet's first rows, whether they stand in the cells or among the shared strings. */
final class Words {
    private static final int FIRST_TEXTS = 200;

    private final Parts parts;
    private final Workbook workbook;

    Words(Parts parts, Workbook workbook) {
        this.parts = parts;
        this.workbook = workbook;
    }

    List<String> of(String sheet) throws PatchException {
        List<Integer> shared = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try {
            XMLStreamReader reader = new InputFactoryImpl().createXMLStreamReader(new StringReader(parts.sheet(sheet).outline().whole()));
            String type = "";
            while (reader.hasNext() && shared.size() + texts.size() < FIRST_TEXTS) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("c")) {
                    type = String.valueOf(reader.getAttributeValue(null, "t"));
                } else if (reader.getLocalName().equals("v") && type.equals("s")) {
                    shared.add(Integer.parseInt(reader.getElementText().strip()));
                } else if (reader.getLocalName().equals("t") || reader.getLocalName().equals("v")) {
                    texts.add(reader.getElementText());
                }
            }
            var strings = workbook.relations().byKind("sharedStrings");
            if (!shared.isEmpty() && strings.isPresent()) {
                List<Element> all = parts.markup(strings.get().target()).root().all("si").toList();
                shared.stream().filter(index -> index >= 0 && index < all.size()).forEach(index -> texts.add(all.get(index).text()));
            }
            return texts;
        } catch (XMLStreamException | NumberFormatException e) {
            throw new PatchException(sheet, e);
        }
    }
}
