// Opens a workbook with ExcelJS and saves it again: exceljs.js IN OUT
'use strict';
const ExcelJS = require('exceljs');
const [from, to] = process.argv.slice(2);
const book = new ExcelJS.Workbook();
book.xlsx.readFile(from).then(() => book.xlsx.writeFile(to)).catch((failure) => {
  console.error(failure);
  process.exitCode = 1;
});
