#!/bin/sh
# Makes the pictures of README*.md again, from what `run.sh demo` writes. Needs soffice, pdftoppm, pdftotext, ImageMagick's
# convert and the Noto CJK fonts (Debian: libreoffice-calc poppler-utils imagemagick fonts-noto-cjk).
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The forms ask for 宋体 and 黑体, which belong to Windows: the nearest free faces stand in for them.
cat >"$work/fonts.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test name="family"><string>宋体</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Noto Serif CJK SC</string></edit>
  </match>
  <match target="pattern">
    <test name="family"><string>黑体</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Noto Sans CJK SC</string></edit>
  </match>
</fontconfig>
XML
export FONTCONFIG_FILE="$work/fonts.conf"

# The first page of $1 that holds the words $2, cut to its content, as the picture $3.
page() {
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work/pdf" "$1" >/dev/null 2>&1
  pdf=$work/pdf/$(basename "$1" .xlsx).pdf
  number=1
  until pdftotext -f "$number" -l "$number" "$pdf" - 2>/dev/null | tr -d '\n' | grep -qF "$2"; do
    number=$((number + 1))
    if [ "$number" -gt 20 ]; then
      echo "no page of $pdf holds: $2" >&2
      exit 1
    fi
  done
  pdftoppm -r 90 -f "$number" -l "$number" -singlefile -png "$pdf" "$work/page"
  # Without the page number at the foot, which would keep the blank half of the page.
  convert "$work/page.png" -gravity south -chop 0x60 -trim +repage -bordercolor white -border 12 \
    -strip +dither -colors 64 -define png:compression-level=9 "$here/$3"
}

for lang in zh en; do
  "$here/../../run.sh" demo --lang "$lang" -o "$work/$lang" >/dev/null
  if [ "$lang" = zh ]; then
    form=1、人民陪审员经费绩效目标表 result=检查结果：
  else
    form='1. Performance goals' result='Check results:'
  fi
  page "$work/$lang/returned/336001.xlsx" "$form" "form.$lang.png"
  page "$work/$lang/checked/451003.checked.xlsx" "$result" "result.$lang.png"
done
ls -l "$here"/*.png
