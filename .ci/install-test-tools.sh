#!/bin/sh
# Installs what the tests use besides Java: LibreOffice Calc and Writer (the clerk's office), a Chinese font, poppler (printed pages),
# Chromium (the section chief's browser), PostgreSQL (the ledger of several desks; the tests start a server of their own), openpyxl, and ExcelJS and SheetJS by way of npm, in the versions of
# src/test/programs/package-lock.json.
# Debian or Ubuntu, as root or with sudo; does nothing when everything is there. libreoffice-java-common is not needed: the tests
# bring their own UNO jar and speak to soffice over a socket.
set -eu

missing=""
for package in libreoffice-calc libreoffice-writer fonts-noto-cjk poppler-utils chromium postgresql python3-openpyxl; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
# node may come from elsewhere than Debian, npm with it
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"

# The libraries of npm lie in no source tree and in no folder that a clean build removes.
npm_programs() {
    programs=${GOALSHEET_TEST_PROGRAMS:-${XDG_CACHE_HOME:-$HOME/.cache}/goalsheet-test-programs}
    wanted=$(CDPATH='' cd -- "$(dirname -- "$0")/../src/test/programs" && pwd)
    if ! cmp -s "$wanted/package-lock.json" "$programs/installed.json"; then
        mkdir -p "$programs"
        cp "$wanted/package.json" "$wanted/package-lock.json" "$programs/"
        npm ci --silent --no-audit --no-fund --ignore-scripts --prefix "$programs" || exit 1
        cp "$wanted/package-lock.json" "$programs/installed.json"
        echo "test tools: installed ExcelJS and SheetJS in $programs"
    fi
}
if [ -z "$missing" ]; then
    npm_programs
    echo "test tools: all installed"
    exit 0
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "test tools: run as root or install sudo; missing:$missing" >&2
        exit 1
    fi
    as_root="sudo"
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# $missing holds several words on purpose
# shellcheck disable=SC2086
if $as_root apt-get -qq update >"$log" 2>&1 &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing >>"$log" 2>&1; then
    echo "test tools: installed$missing"
    npm_programs
else
    cat "$log" >&2
    echo "test tools: could not install$missing" >&2
    exit 1
fi
