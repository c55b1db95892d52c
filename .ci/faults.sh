#!/usr/bin/env bash
# What outputs do when things go wrong: kill -9 at any moment, a full disk, folders that cannot be written, two runs at once, odd names,
# other locales and time zones. Drives the built jar from outside and prints a table of results.
#
#   .ci/faults.sh [KILLS]     200 kills by default; docs/robustness.md holds the results of a whole run
#
# Needs target/goalsheet.jar (mvn package). What needs root (a tmpfs, a file that nobody may replace) is skipped with a line that says so.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kills=${1:-200}
work=$(mktemp -d)
mounted=''
cleanup() {
  [ -z "$mounted" ] || umount "$mounted"
  chmod -R u+w "$work"
  rm -rf "$work"
}
trap cleanup EXIT
export LC_ALL=C.UTF-8
unset GOALSHEET_PASSWORD JAVA_TOOL_OPTIONS

# ---- the program as unpacked, where anybody may read it, and what it works on -----------------------------------------------------
chmod 755 "$work"
app=$work/app
mkdir "$app" "$work/out" "$work/old" "$work/new"
cp target/goalsheet.jar "$app/" && cp run.sh "$app/" && cp -r templates samples "$app/" || exit 2
chmod -R a+rX "$app"
# Classes loaded once for all the runs: a start costs half of the time.
java -XX:ArchiveClassesAtExit="$work/classes.jsa" -XX:+UseSerialGC -jar "$app/goalsheet.jar" demo -o "$work/demo" >/dev/null 2>&1
java=(java -XX:TieredStopAtLevel=1 -XX:SharedArchiveFile="$work/classes.jsa" -Xlog:disable -XX:+UseSerialGC -jar "$app/goalsheet.jar")
mkfifo "$work/never" && exec 9<>"$work/never"
# Sleeps for $1 seconds without a process of its own.
pause() { read -rt "$1" -u 9 || :; }
shopt -s nullglob
failures=0
rows=()
row() { # what, how often, result
  rows+=("| $1 | $2 | $3 |")
  printf '%s: %s: %s\n' "$1" "$2" "$3" >&2
}
fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n' "$*" >&2
}
skip() {
  row "$1" 0 "skipped: $2"
}
same() { cmp -s -- "$1" "$2"; }

form=$work/form.xlsx
"${java[@]}" fill -t hebei-2023 -d "$app/samples/qianan-court/data.yaml" -o "$form" >/dev/null || exit 2
cp "$form" "$work/form.as-it-was"

kinds=(generate fill pour fix check)
# The command of kind $1 with its outputs in folder $2, in ${command[@]}.
command_of() {
  case $1 in
    generate) command=(generate -t hebei-2023 -r "$app/samples/roster.csv" -o "$2" --force) ;;
    fill) command=(fill -t hebei-2023 -d "$app/samples/qianan-court/data.yaml" -o "$2/filled.xlsx" --force) ;;
    pour) command=(fill -t hebei-2023 --from "$form" -o "$2/poured.xlsx" --force) ;;
    fix) command=(fix "$form" -o "$2/fixed.xlsx" --force) ;;
    check) command=(check --brief -o "$2" --force "$form") ;;
  esac
}
for kind in "${kinds[@]}"; do
  mkdir "$work/new/$kind"
  command_of "$kind" "$work/new/$kind"
  "${java[@]}" "${command[@]}" >/dev/null || fail "$kind does not run"
done
# Old outputs of kind $1 in folder $2.
old_outputs() {
  mkdir -p "$2"
  for file in "$work/new/$1"/*; do
    printf 'old %s' "${file##*/}" >"$2/${file##*/}"
  done
}
# Each output of kind $1 in folder $2 is the old one or the new one, whole, and nothing else is there but temporary files.
old=0 new=0 mixed=0
judge() {
  local file name fresh=0 stale=0
  for file in "$work/new/$1"/*; do
    name=${file##*/}
    if same "$2/$name" "$file"; then
      fresh=$((fresh + 1))
    elif [ -s "$2/$name" ] && printf 'old %s' "$name" | cmp -s - "$2/$name"; then
      stale=$((stale + 1))
    else
      fail "$1: $name is neither the old nor the new one"
    fi
  done
  if [ $fresh -eq 0 ]; then old=$((old + 1)); elif [ $stale -eq 0 ]; then new=$((new + 1)); else mixed=$((mixed + 1)); fi
  local there=("$2"/*)
  [ ${#there[@]} -eq $((fresh + stale)) ] || fail "$1: other files in the folder: $(ls "$2")"
  same "$form" "$work/form.as-it-was" || fail "$1: the workbook itself was changed"
}
# Counts the temporary files in folder $1 into $count.
temporaries() {
  local files=("$1"/.goalsheet-*.tmp)
  count=${#files[@]}
}
# Waits until there are more than $2 of them in folder $1, or process $3 has ended.
writing() {
  temporaries "$1"
  while [ "$count" -le "$2" ] && kill -0 "$3" 2>/dev/null; do
    pause 0.004
    temporaries "$1"
  done
}

# ---- kill -9 -----------------------------------------------------------------------------------------------------------------------
littered=0
for kind in "${kinds[@]}"; do
  start=$(date +%s%N)
  command_of "$kind" "$work/out"
  "${java[@]}" "${command[@]}" >/dev/null
  lasts=$((($(date +%s%N) - start) / 1000000))
  old=0 new=0 mixed=0 left=0
  out=$work/kill-$kind
  for ((round = 0; round < kills / ${#kinds[@]}; round++)); do
    old_outputs "$kind" "$out"
    command_of "$kind" "$out"
    temporaries "$out"
    before=$count
    "${java[@]}" "${command[@]}" >/dev/null 2>&1 &
    pid=$!
    if ((round % 2)); then
      # when it has begun to write, and a little later
      writing "$out" "$before" $pid
      pause 0.0$((RANDOM % 4))$((RANDOM % 10))
    else
      # at any moment
      moment=$((RANDOM % (lasts + lasts / 4)))
      printf -v moment '%d.%03d' $((moment / 1000)) $((moment % 1000))
      pause "$moment"
    fi
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    judge "$kind" "$out"
  done
  temporaries "$out"
  left=$count
  littered=$((littered + left))
  # An hour later the next run clears away what the killed ones have left.
  find "$out" -name '.goalsheet-*.tmp' -exec touch -d '2 hours ago' {} +
  "${java[@]}" "${command[@]}" >/dev/null || fail "$kind after the kills"
  temporaries "$out"
  [ "$count" -eq 0 ] || fail "$kind: litter stays"
  row "kill -9 during \`${command[0]}\`$([ "$kind" != pour ] || echo " --from")" $((kills / ${#kinds[@]})) "$old old, $new new, $mixed a set of whole files partly new; $left temporary files, cleared away by the next run"
done
[ $littered -gt 0 ] || fail "no kill has hit a file being written: the loop proves nothing"

# ---- SIGTERM: Ctrl+C, a closed window ----------------------------------------------------------------------------------------------
out=$work/term
old=0 new=0 mixed=0
for ((round = 0; round < kills / 20 + 1; round++)); do
  old_outputs generate "$out"
  command_of generate "$out"
  "${java[@]}" "${command[@]}" >/dev/null 2>&1 &
  pid=$!
  writing "$out" 0 $pid
  kill -TERM $pid 2>/dev/null
  wait $pid 2>/dev/null
  judge generate "$out"
  temporaries "$out"
  [ "$count" -eq 0 ] || fail "SIGTERM leaves temporary files"
done
row 'SIGTERM during `generate`' $((kills / 20 + 1)) "$old old, $new new, $mixed partly new; no temporary files"

# ---- runs that must fail, leave the old outputs alone and say why ------------------------------------------------------------------
# Kind $1, outputs in $2, words of the message $3, then what runs the command, if anything.
must_fail() {
  local kind=$1 out=$2 words=$3
  shift 3
  command_of "$kind" "$out"
  "$@" "${java[@]}" "${command[@]}" --lang en >"$work/said" 2>&1
  local code=$?
  [ $code -eq 2 ] || fail "$kind: exit code $code, not 2"
  grep -q -- "$words" "$work/said" && grep -qF -- "$out" "$work/said" || fail "$kind says: $(cat "$work/said")"
  ! grep -q '^\s*at \|Exception' "$work/said" || fail "$kind prints a trace"
  judge "$kind" "$out"
  temporaries "$out"
  [ "$count" -eq 0 ] || fail "$kind leaves temporary files"
}

if [ "$(id -u)" -eq 0 ] && mkdir "$work/full" && mount -t tmpfs -o size=1m tmpfs "$work/full" 2>/dev/null; then
  mounted=$work/full
  old=0 new=0 mixed=0
  for kind in "${kinds[@]}"; do
    out=$work/full/$kind
    old_outputs "$kind" "$out"
    dd if=/dev/zero of="$work/full/ballast" bs=4k count=$(($(df --output=avail -k "$work/full" | tail -1) / 4 - 4)) 2>/dev/null
    must_fail "$kind" "$out" 'disk is full'
    rm "$work/full/ballast"
  done
  umount "$work/full" && mounted=''
  row 'disk full (tmpfs of 1 MiB, 16 KiB left)' ${#kinds[@]} "$old old, $new new; “The disk is full, … was not written”"
else
  skip 'disk full' 'needs root'
fi

as_somebody=()
if [ "$(id -u)" -eq 0 ]; then
  as_somebody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
fi
if [ "$(id -u)" -ne 0 ] || command -v setpriv >/dev/null; then
  old=0 new=0 mixed=0
  for kind in "${kinds[@]}"; do
    out=$work/readonly/$kind
    old_outputs "$kind" "$out"
    chmod 555 "$out"
    must_fail "$kind" "$out" 'Check its permissions' "${as_somebody[@]}"
    chmod 755 "$out"
  done
  row 'folder that may not be written' ${#kinds[@]} "$old old, $new new; “Cannot write into …”"
else
  skip 'folder that may not be written' 'needs setpriv'
fi

out=$work/protected
old_outputs fix "$out"
if [ "$(id -u)" -eq 0 ] && chattr +i "$out/fixed.xlsx" 2>/dev/null; then
  command_of fix "$out"
  "${java[@]}" "${command[@]}" --lang en >"$work/said" 2>&1
  [ $? -eq 2 ] || fail 'replacing a protected file: no exit code 2'
  chattr -i "$out/fixed.xlsx"
  [ "$(cat "$out/fixed.xlsx")" = 'old fixed.xlsx' ] || fail 'a protected file was changed'
  kept=$(ls "$out" | grep -E '^fixed-[0-9]{14}\.xlsx$')
  same "$out/$kept" "$work/new/fix/fixed.xlsx" && grep -qF "$kept" "$work/said" || fail "protected: $(cat "$work/said")"
  row 'target that may not be replaced (as one open in Excel)' 1 'old kept, the new one under a dated name, which is told'
else
  skip 'target that may not be replaced (as one open in Excel)' 'needs root and chattr'
fi

# ---- two at once -------------------------------------------------------------------------------------------------------------------
rounds=$((kills / 20 + 1))
for ((round = 0; round < rounds; round++)); do
  for kind in "${kinds[@]}"; do
    out=$work/two-$round-$kind
    mkdir "$out"
    command_of "$kind" "$out"
    "${java[@]}" "${command[@]}" >/dev/null 2>"$work/said.1" &
    pid=$!
    "${java[@]}" "${command[@]}" >/dev/null 2>"$work/said.2" || fail "second of two $kind: $(cat "$work/said.2")"
    wait $pid || fail "first of two $kind: $(cat "$work/said.1")"
    diff -r "$out" "$work/new/$kind" >/dev/null || fail "two $kind at once: other files"
  done
  target=$work/two-$round.xlsx
  command=(fill -t hebei-2023 -d "$app/samples/qianan-court/data.yaml" -o "$target")
  "${java[@]}" "${command[@]}" >/dev/null 2>&1 &
  pid=$!
  "${java[@]}" "${command[@]}" >/dev/null 2>&1
  codes=$?
  wait $pid
  codes="$codes$?"
  [ "$codes" = 02 ] || [ "$codes" = 20 ] || fail "two fill without --force: exit codes $codes"
  same "$target" "$work/new/fill/filled.xlsx" || fail 'two fill without --force: another file'
done
row 'two runs at once onto the same outputs, `--force`' $((rounds * ${#kinds[@]})) 'both succeed, every file whole'
row 'two runs at once onto one new file, without `--force`' "$rounds" 'one writes, the other is told that the file exists'

# ---- names -------------------------------------------------------------------------------------------------------------------------
long=$(printf '长%.0s' $(seq 76))1234567.xlsx
names=('两 个  空格.xlsx' "quote'\"\$(x)\`.xlsx" $'new\nline.xlsx' '-r.xlsx' '🏛️📊.xlsx' "$long" $'caf\u00e9.xlsx' $'cafe\u0301.xlsx' 'a&b;c|d%1!.xlsx' '..x.xlsx')
mkdir "$work/names" "$work/names/out"
for name in "${names[@]}"; do
  cp "$form" "$work/names/$name"
done
for name in "${names[@]}"; do
  (cd "$work/names" && "${java[@]}" check --brief -o out -- "$name") >/dev/null 2>"$work/said" || fail "check $name: $(cat "$work/said")"
  same "$work/names/out/${name%.xlsx}.checked.xlsx" "$work/new/check/form.checked.xlsx"
  [ -s "$work/names/out/${name%.xlsx}.checked.xlsx" ] || fail "no copy of $name"
  (cd "$work/names" && "${java[@]}" fix -o "out/$name" -- "$name") >/dev/null 2>"$work/said" || fail "fix $name: $(cat "$work/said")"
  same "$work/names/out/$name" "$work/new/fix/fixed.xlsx" || fail "fix $name: another file"
done
row 'odd names (blanks, quotes, newline, leading dash, emoji, 240 bytes, NFC and NFD)' ${#names[@]} 'checked, annotated and mended under their names'

# ---- locales, time zones, a reader that goes away ----------------------------------------------------------------------------------
# $1 the label; then what runs java. Files and report must be those of the usual surroundings.
surroundings() {
  local label=$1
  shift
  rm -rf "$work/there" && mkdir "$work/there"
  "$@" generate -t hebei-2023 -r "$app/samples/roster.csv" -o "$work/there" >/dev/null 2>"$work/said" || fail "$label: $(cat "$work/said")"
  diff -r "$work/there" "$work/new/generate" >/dev/null || fail "$label: other forms"
  "$@" check --no-annotate --format json "$form" >"$work/report" 2>"$work/said"
  same "$work/report" "$work/report.usual" || fail "$label: another report"
  row "$label" 2 'same bytes, same report'
}
"${java[@]}" check --no-annotate --format json "$form" >"$work/report.usual"
surroundings 'language and region of Turkey' java -Duser.language=tr -Duser.country=TR -jar "$app/goalsheet.jar"
surroundings 'TZ=Pacific/Apia' env TZ=Pacific/Apia "${java[@]}"
surroundings 'LC_ALL=C through run.sh' env LC_ALL=C "$app/run.sh"
env LC_ALL=C "${java[@]}" check "$work/names/🏛️📊.xlsx" >"$work/said" 2>&1
[ $? -eq 2 ] && grep -q 'run.sh' "$work/said" && ! grep -q '^\s*at ' "$work/said" || fail "LC_ALL=C: $(cat "$work/said")"
row 'LC_ALL=C without run.sh, Chinese file name' 1 'not done, says in words to use run.sh'
for command in 'rules' 'check --no-annotate --format json' 'help'; do
  # shellcheck disable=SC2086
  "${java[@]}" $command ${command:+$([ "${command%% *}" = check ] && echo "$form")} 2>"$work/said" | head -c 1 >/dev/null
  [ ! -s "$work/said" ] || fail "$command | head: $(cat "$work/said")"
done
row '`| head`' 3 'no trace'

echo
echo '| what | times | result |'
echo '|---|---|---|'
printf '%s\n' "${rows[@]}"
echo
if [ $failures -gt 0 ]; then
  echo "$failures failed" >&2
  exit 1
fi
echo "all held; $(date -u +%Y-%m-%d), $(nproc) processors, Linux $(uname -r | cut -d. -f1-2), $(java -version 2>&1 | head -1)" >&2
