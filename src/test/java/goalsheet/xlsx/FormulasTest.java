package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SUM(A1:B2)                | sum( a1 : B2 )
            SUM(A1:B2)                | =SUM(A1:B2)
            SUM(A1:B2)                | =+SUM(A1:B2)
            A1                        | $A$1
            '项目1'!A1                | 项目1!A1
            '项目1'!A1                | 项目1!$A$1
            'My Sheet'!A1             | 'my sheet'!a1
            'It''s'!A1                | 'IT''S'!A1
            IFS(A1,1)                 | _xlfn.IFS(A1,1)
            FILTER(A1:A2,B1:B2)       | _xlfn._xlws.FILTER(A1:A2,B1:B2)
            IF(A1,TRUE,FALSE)         | IF(A1,TRUE(),false())
            A1*0.1                    | A1*0.10
            A1*0.1                    | A1*.1
            A1*1000                   | A1*1E+3
            SUM(A1:B2 B1:C3)          | SUM(A1:B2   B1:C3)
            IF(A1="a b","x""y",1)     | IF( A1 = "a b" , "x""y" , 1 )
            '[1]Sheet1'!A1            | [1]Sheet1!A1
            T[[#This Row],[My Col]]   | t[[#this row],[My Col]]
            IF(ISERROR(A1),#N/A,A1)   | IF(ISERROR(A1), #n/a, A1)
            """)
    void meansTheSame(String expected, String found) {
        assertThat(Formulas.same(expected, found)).isTrue();
        assertThat(Formulas.same(found, expected)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SUM(A1:B2)                | SUM(A1:B3)
            SUM(A1:B2)                | SUM(A1,B2)
            A1+B1                     | A1-B1
            A1                        | -A1
            A11                       | A1
            IF(A1="a b",1,2)          | IF(A1="a  b",1,2)
            IF(A1="a",1,2)            | IF(A1="A",1,2)
            IF(A1="$",1,2)            | IF(A1="",1,2)
            SUM(A1:B2 B1:C3)          | SUM(A1:B2,B1:C3)
            A1&"x"                    | A1&'x'
            项目1!A1                  | 项目2!A1
            'a b'!A1                  | ab!A1
            A1*0.1                    | A1*0.01
            A1*10                     | A1*1
            TRUE                      | FALSE
            1                         | TRUE
            SUM(A1)                   | 6
            """)
    void meansSomethingElse(String expected, String found) {
        assertThat(Formulas.same(expected, found)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A1                        | 2 | 1 | B3
            $A1+A$1+$A$1              | 2 | 1 | $A3+B$1+$A$1
            SUM(A1:B2)*'A1 B2'!C3     | 1 | 0 | SUM(A2:B3)*'A1 B2'!C4
            "A1"&A1&"B""A1"           | 1 | 0 | "A1"&A2&"B""A1"
            LOG10(A1)+LOG10           | 1 | 1 | LOG10(B2)+LOH11
            A1!A1                     | 1 | 1 | A1!B2
            SUM(A:A)+SUM($B:C)        | 5 | 1 | SUM(B:B)+SUM($B:D)
            SUM(1:1)+SUM($2:3)        | 5 | 1 | SUM(6:6)+SUM($2:8)
            A+B1C+A_1+_A1+A1.B        | 5 | 1 | A+B1C+A_1+_A1+A1.B
            1+2E5+1E+5                | 5 | 1 | 1+2E5+1E+5
            A1                        | -1 | 0 | #REF!
            XFD1                      | 0 | 1 | #REF!
            XFE1+A1048577             | 1 | 1 | XFE1+A1048577
            T[[A1]]+[1]A1!A1          | 1 | 0 | T[[A1]]+[1]A1!A2
            项目1!A1:B2               | 1 | 1 | 项目1!B2:C3
            """)
    void shifts(String formula, int rows, int cols, String shifted) {
        // LOH11 is what LOG10 becomes where it is a cell and not a function.
        assertThat(Formulas.shift(formula, rows, cols)).isEqualTo(shifted);
    }

    @Property(tries = 500)
    void anyTextIsReadToItsEnd(@ForAll @StringLength(max = 40) @Chars({'A', '1', '$', '!', ':', '\'', '"', '[', ']', '(', ')', ' ', '.', 'E', '+', '项', '_'}) String any,
            @ForAll @IntRange(min = 0, max = 3) int by) {
        assertThat(Formulas.normal(any)).isEqualTo(Formulas.normal("=" + any));
        assertThat(Formulas.same(any, any)).isTrue();
        assertThat(Formulas.shift(Formulas.shift(any, 0, 0), by, by)).isNotNull();
    }
}
