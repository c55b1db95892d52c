// Opens a workbook with SheetJS and saves it again: sheetjs.js IN OUT
'use strict';
const XLSX = require('xlsx');
const [from, to] = process.argv.slice(2);
XLSX.writeFile(XLSX.readFile(from, { cellStyles: true, cellNF: true, cellFormula: true, sheetStubs: true }), to, { bookType: 'xlsx', cellStyles: true });
