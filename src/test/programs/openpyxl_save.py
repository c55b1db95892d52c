"""Opens a workbook with openpyxl, does to its looks what it is told, and saves it: openpyxl_save.py IN OUT [LOOK...]"""
import sys
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font, PatternFill


def zoom(book, sheet):
    sheet.sheet_view.zoomScale = 145
    sheet.sheet_view.showGridLines = True


def widen(book, sheet):
    for column in "ABCDEF":
        sheet.column_dimensions[column].width = 33
    sheet.row_dimensions[4].height = 60


def filter(book, sheet):
    sheet.auto_filter.ref = "A4:D9"


def colour(book, sheet):
    for row in sheet["A1:G12"]:
        for cell in row:
            cell.fill = PatternFill("solid", fgColor="FFFFCC00")
            cell.font = Font(name="Arial", size=9, bold=True, color="FF0000FF")


def comment(book, sheet):
    sheet["A1"].comment = Comment("请核对", "李会计")


def printing(book, sheet):
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8
    sheet.page_setup.scale = 70
    sheet.print_area = "A1:C5"
    sheet.print_title_rows = "1:2"
    sheet.oddFooter.center.text = "内部资料"
    sheet.page_margins.left = 2


def properties(book, sheet):
    book.properties = DocumentProperties()
    book.custom_doc_props.props.clear() if hasattr(book, "custom_doc_props") else None


def outline(book, sheet):
    sheet.freeze_panes = "B3"
    sheet.sheet_properties.tabColor = "FF0000"


source, target, *looks = sys.argv[1:]
book = load_workbook(source)
for look in looks:
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            globals()[look](book, sheet)
book.save(target)
