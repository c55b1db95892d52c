#!/bin/sh
# Installs what the tests use besides Java: LibreOffice Calc (the clerk's office), a Chinese font, poppler (printed pages).
# Debian or Ubuntu, as root or with sudo; does nothing when everything is there. libreoffice-java-common is not needed: the tests
# bring their own UNO jar and speak to soffice over a socket.
set -eu

missing=""
for package in libreoffice-calc fonts-noto-cjk poppler-utils; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
if [ -z "$missing" ]; then
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
else
    cat "$log" >&2
    echo "test tools: could not install$missing" >&2
    exit 1
fi
