#!/bin/sh
# Starts goalsheet with the Java it finds: from any directory, through a symbolic link, unpacked or in a checkout.
set -u

# Every other program that is started here costs some 5 ms of each run, so the shell does what it can by itself.

# Sets folder to that of the file $1.
folder_of() {
  case $1 in
    */*) folder=${1%/*}/ ;;
    *) folder=./ ;;
  esac
}

# Sets file to the file $1 itself, links followed, and folder to its folder. (readlink -f is missing on older macOS.)
follow() {
  file=$1
  folder_of "$file"
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$folder$link ;;
    esac
    folder_of "$file"
  done
}

follow "$0"
here=$(CDPATH='' cd -- "$folder" && pwd -P) || exit 2

# ---- a locale in which file names may be Chinese -------------------------------------------------------------------
charmap=$(locale charmap 2>/dev/null || :)
case $charmap:${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  UTF-8:* | :*[Uu][Tt][Ff]8* | :*[Uu][Tt][Ff]-8*) ;;
  *)
    installed=$(locale -a 2>/dev/null || :)
    for wanted in C.UTF-8 C.utf8 zh_CN.UTF-8 zh_CN.utf8 en_US.UTF-8 en_US.utf8; do
      if printf '%s\n' "$installed" | grep -qxF "$wanted"; then
        LC_ALL=$wanted
        export LC_ALL
        break
      fi
    done
    ;;
esac

# ---- Java 17 or newer ----------------------------------------------------------------------------------------------
java=''
old=''

# Sets version to that of the Java program $1, or to nothing. The release file saves starting it.
version_of() {
  version=''
  follow "$1"
  if [ -f "$folder../release" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in
        JAVA_VERSION=\"*\"*)
          version=${line#*\"}
          version=${version%%\"*}
          ;;
      esac
    done <"$folder../release"
  fi
  if [ -z "$version" ]; then
    version=$("$1" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
}

# Takes the Java program $1 when it is new enough and none was taken yet.
try_java() {
  [ -z "$java" ] && [ -f "$1" ] && [ -x "$1" ] || return 0
  version_of "$1"
  major=${version#1.}
  major=${major%%[!0-9]*}
  [ -n "$major" ] || return 0
  if [ "$major" -ge 17 ]; then
    java=$1
    java_version=$version
    java_major=$major
  elif [ -z "$old" ]; then
    old="Java $major ($1)"
  fi
}

try_java "$here/jre/bin/java"
[ -n "${JAVA_HOME:-}" ] && try_java "$JAVA_HOME/bin/java"
try_java "$(command -v java 2>/dev/null || :)"
if [ -z "$java" ]; then
  for home in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/*java* /opt/*jre* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
    try_java "$home/bin/java"
  done
fi
if [ -z "$java" ]; then
  {
    if [ -n "$old" ]; then
      echo "找到的 Java 版本太低：$old，需要 17 或更高版本。"
      echo "The Java found is too old: $old; 17 or newer is needed."
    else
      echo "没有找到 Java。"
      echo "No Java was found."
    fi
    echo
    cat "$here/docs/install-java.txt" 2>/dev/null || echo "请安装 Java 17 / Please install Java 17: https://adoptium.net"
  } >&2
  exit 2
fi

# ---- the program: beside this script, or built from the checkout around it -----------------------------------------
jar=$here/goalsheet.jar
if [ -f "$here/pom.xml" ]; then
  jar=$here/target/goalsheet.jar
  reason=''
  if [ ! -f "$jar" ]; then
    reason='首次使用，正在构建…… / First use, building ...'
  elif [ -n "$(find "$here/pom.xml" "$here/src/main" "$here/templates" -newer "$jar" 2>/dev/null)" ]; then
    reason='源文件有更新，正在重新构建…… / Sources have changed, building again ...'
  fi
  if [ -n "$reason" ]; then
    echo "$reason" >&2
    log=$(mktemp "${TMPDIR:-/tmp}/goalsheet-build.XXXXXX") || exit 2
    trap 'rm -f "$log"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    # Maven must run on the Java found above, not on an older one.
    follow "$java"
    if [ -f "$folder../release" ]; then
      JAVA_HOME=$(CDPATH='' cd -- "$folder.." && pwd -P)
      export JAVA_HOME
    fi
    if ! (cd "$here" && mvn -q -B -ntp -DskipTests package) >"$log" 2>&1 </dev/null; then
      cat "$log" >&2
      echo "构建失败，原因见上。需要 JDK 17（不只是 JRE）和 Maven 3.8 或更高版本。" >&2
      echo "The build failed for the reason above. It needs a JDK 17 (not only a JRE) and Maven 3.8 or newer." >&2
      exit 2
    fi
    rm -f "$log"
    trap - EXIT INT TERM
    # Maven leaves a jar alone that would come out the same; without this the next start would build again.
    touch "$jar"
  fi
elif [ ! -f "$jar" ]; then
  echo "缺少 $jar，请重新解压整个压缩包。" >&2
  echo "$jar is missing: please unpack the whole archive again." >&2
  exit 2
fi

# One short run: a quick start and little memory matter more than peak speed.
flags='-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:+UseSerialGC -XX:NewRatio=1 -Xms16m -Xlog:disable
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8'
set -- -jar "$jar" "$@"

# ---- an archive of loaded classes shortens the start -----------------------------------------------------------------
# It is made once, in the background, beside the program; Java ignores one that does not fit. What it fits is in its name.
if [ "${GOALSHEET_ARCHIVE:-on}" != off ]; then
  beside=${jar%/*}
  key=$(LC_ALL=C ls -ln "$jar" | cksum)
  archive=$beside/goalsheet-$java_version-${key%% *}
  if [ "$java_major" -ge 25 ]; then
    archive=$archive.aot use=AOTCache make=AOTCacheOutput
  else
    archive=$archive.jsa use=SharedArchiveFile make=ArchiveClassesAtExit
  fi
  if [ -s "$archive" ]; then
    set -- "-XX:$use=$archive" "$@"
  elif [ -w "$beside" ] && { [ ! -e "$archive" ] || [ -n "$(find "$archive" -mmin +10 2>/dev/null)" ]; }; then
    rm -f "$beside/goalsheet-$java_version"-*.jsa "$beside/goalsheet-$java_version"-*.aot
    # The empty file keeps others from doing the same at once; one that was left behind does not count for long.
    (: >"$archive" && trial=$(mktemp -d "${TMPDIR:-/tmp}/goalsheet-start.XXXXXX") || exit
    nice "$java" $flags "-XX:$make=$archive.new" -jar "$jar" check -o "$trial" "$here/samples/mistakes/returned.xlsx"
    [ -s "$archive.new" ] && mv -f "$archive.new" "$archive"
    rm -rf "$trial") >/dev/null 2>&1 </dev/null &
  fi
fi
exec "$java" $flags "$@"
