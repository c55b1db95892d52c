-- Third form: what tells the answer of a unit from a second workbook.

-- NONE, BESIDE_OTHERS for an annotated copy, ALONE for a workbook with nothing but our results.
ALTER TABLE submission ADD COLUMN page TEXT NOT NULL DEFAULT 'NONE';
-- 1 once it went back to its unit for what is wrong between workbooks; stays so.
ALTER TABLE submission ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
