/**
 * Run by the system's shell while neither version runs: an application cannot take its own place, and this one may run no script
 * of its own. Arguments: process id of the old version, its folder, the name of the executable, the file the new version makes
 * once it stands, for how many half seconds that is waited for, a log; then what the application is started with.
 */
export const SWAP_SCRIPT = `#!/bin/sh
pid=$1 app=$2 name=$3 mark=$4 most=$5 log=$6
shift 6
say() { printf '%s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" >>"$log"; }
# One that has ended and was not fetched by its parent yet is still listed.
lives() { [ -d "/proc/$1" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }
start() { "$app/$name" "$@" </dev/null >/dev/null 2>&1 & }

# Not from the folder that moves.
cd "\${log%/*}" || exit 1
n=0
while lives "$pid"; do
  n=$((n + 1))
  if [ "$n" -gt 120 ]; then say 'the old version did not end: nothing was changed'; rm -rf "$app.next"; exit 1; fi
  sleep 0.5
done
rm -rf "$app.previous" "$app.failed"
rm -f "$mark"
if ! mv "$app" "$app.previous"; then say 'the old version cannot be moved'; start "$@"; exit 1; fi
if ! mv "$app.next" "$app"; then say 'the new version cannot be moved'; mv "$app.previous" "$app"; start "$@"; exit 1; fi
say 'the new version is in place'
start "$@"
new=$!
n=0
while [ ! -e "$mark" ]; do
  n=$((n + 1))
  if [ "$n" -gt "$most" ] || ! lives "$new"; then
    # It may have stood, and have been closed, since the last look.
    if [ -e "$mark" ]; then break; fi
    say 'the new version did not start: the old one comes back'
    kill "$new" 2>/dev/null
    sleep 1
    kill -9 "$new" 2>/dev/null
    mv "$app" "$app.failed"
    mv "$app.previous" "$app"
    start "$@"
    exit 2
  fi
  sleep 0.5
done
say 'the new version stands'
rm -rf "$app.failed"
`;
