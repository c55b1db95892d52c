@echo off
rem Starts goalsheet with the Java it finds. Drop workbooks or a folder on this file to have them checked.
rem ASCII only: cmd loses its place in a batch file with other characters. Nothing here is echoed from a path unquoted.

rem The line cmd itself was started with. A file dropped on this one arrives unquoted when its path has no blank, so that
rem cmd cuts it at "&" and eats "^"; the program reads the paths from this copy instead of from %%*.
setlocal EnableExtensions EnableDelayedExpansion
set "LINE=!cmdcmdline!"
set "GOALSHEET_DROPPED="
set "OWN_WINDOW="
if defined LINE set "GOALSHEET_DROPPED=!LINE:*%~nx0=!"
if not "!GOALSHEET_DROPPED!"=="!LINE!" set "OWN_WINDOW=1"
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "HERE=%~dp0"
set "FIRST=%~1"

set "STAY="
set "DROP="
if not defined FIRST (
  set "STAY=%OWN_WINDOW%"
  goto find_java
)
rem Explorer passes whole paths: X:\... or \\server\... A word without a dot is a command, even where a folder has that name.
if "%FIRST:~1,2%"==":\" set "DROP=1"
if "%FIRST:~0,2%"=="\\" set "DROP=1"
if not "%~x1"=="" if exist "%FIRST%" set "DROP=1"
if defined DROP set "STAY=%OWN_WINDOW%"

:find_java
set "JAVA="
set "OLD="
set "CANDIDATE=%HERE%jre\bin\java.exe"
call :try_java
if defined JAVA_HOME set "CANDIDATE=%JAVA_HOME:"=%\bin\java.exe"
call :try_java
for %%J in (java.exe) do set "CANDIDATE=%%~$PATH:J"
call :try_java
for %%R in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Eclipse Foundation" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Semeru" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks") do for /d %%H in ("%%~R\*") do set "CANDIDATE=%%~H\bin\java.exe"& call :try_java
if not defined JAVA goto no_java

set "JAR=%HERE%goalsheet.jar"
if not exist "%JAR%" set "JAR=%HERE%target\goalsheet.jar"
if not exist "%JAR%" goto no_jar
set FLAGS=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:+UseSerialGC -XX:NewRatio=1 -Xms16m -Xlog:disable -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8

call :archive

if not defined FIRST goto help
if defined DROP goto dropped
"%JAVA%" %FLAGS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:help
"%JAVA%" %FLAGS% -jar "%JAR%" help
set "CODE=%ERRORLEVEL%"
goto end

:dropped
if not defined OWN_WINDOW goto typed
"%JAVA%" %FLAGS% -jar "%JAR%" check --open --dropped
set "CODE=%ERRORLEVEL%"
goto end

:typed
"%JAVA%" %FLAGS% -jar "%JAR%" check --open %*
exit /b %ERRORLEVEL%

:no_java
set "CODE=2"
if defined OLD >&2 echo Java is too old: "%OLD%"
if exist "%HERE%docs\install-java.txt" >&2 type "%HERE%docs\install-java.txt"
if not exist "%HERE%docs\install-java.txt" >&2 echo Please install Java 17 or newer: https://adoptium.net
goto end

:no_jar
set "CODE=2"
>&2 echo "%HERE%goalsheet.jar" is missing: please unpack the whole archive again, or build it with: mvn -q package
goto end

rem Leaving cmd altogether keeps it from running what follows an "&" in a dropped path.
:end
if not defined STAY exit /b %CODE%
pause
exit %CODE%

rem An archive of loaded classes shortens the start. It is made once, in the background, beside the program; Java ignores one that does
rem not fit. What it fits is in its name. The empty file keeps others from doing the same at once.
:archive
if "%GOALSHEET_ARCHIVE%"=="off" exit /b 0
for %%J in ("%JAR%") do set "ARCHIVE=%%~dpJgoalsheet-%CHOSEN%-%%~zJ"
set "USE=SharedArchiveFile"
set "MAKE=ArchiveClassesAtExit"
set "ENDING=jsa"
if %CHOSEN_MAJOR% GEQ 25 set "USE=AOTCache"
if %CHOSEN_MAJOR% GEQ 25 set "MAKE=AOTCacheOutput"
if %CHOSEN_MAJOR% GEQ 25 set "ENDING=aot"
if exist "%ARCHIVE%.%ENDING%" goto use_archive
if exist "%ARCHIVE%.try" exit /b 0
(type nul >"%ARCHIVE%.try") 2>nul
if not exist "%ARCHIVE%.try" exit /b 0
start "" /b /low "%JAVA%" %FLAGS% "-XX:%MAKE%=%ARCHIVE%.%ENDING%" -jar "%JAR%" check --force -o "%TEMP%\goalsheet-start" "%HERE%samples\mistakes\returned.xlsx" >nul 2>&1 <nul
exit /b 0
:use_archive
set FLAGS=%FLAGS% "-XX:%USE%=%ARCHIVE%.%ENDING%"
exit /b 0

rem Takes CANDIDATE as JAVA when none was taken and it is 17 or newer; remembers an old one for the message.
:try_java
if defined JAVA exit /b 0
if not defined CANDIDATE exit /b 0
if not exist "%CANDIDATE%" exit /b 0
set "VERSION="
for %%Q in ("%CANDIDATE%") do set "RELEASE=%%~dpQ..\release"
if exist "%RELEASE%" for /f "usebackq tokens=1,2 delims==" %%K in ("%RELEASE%") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
if not defined VERSION call :ask_java
set "MAJOR="
for /f "tokens=1,2 delims=._-+" %%I in ("%VERSION%") do (
  set "MAJOR=%%I"
  if "%%I"=="1" set "MAJOR=%%J"
)
if not defined MAJOR exit /b 0
if %MAJOR% GEQ 17 set "JAVA=%CANDIDATE%"
if defined JAVA set "CHOSEN=%VERSION%"
if defined JAVA set "CHOSEN_MAJOR=%MAJOR%"
if not defined JAVA set "OLD=Java %MAJOR%, %CANDIDATE%"
exit /b 0

rem The slower way, for a java.exe without its folder: asks it.
:ask_java
set "ANSWER=%TEMP%\goalsheet-java-%RANDOM%.txt"
"%CANDIDATE%" -version 2>"%ANSWER%"
for /f "usebackq tokens=2,3" %%I in ("%ANSWER%") do if "%%I"=="version" set "VERSION=%%~J"
del "%ANSWER%" >nul 2>&1
exit /b 0
