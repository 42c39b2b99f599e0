#!/bin/sh
# Started by ssh on macOS and Linux. Electron runs the script as Node does.
ELECTRON_RUN_AS_NODE=1
export ELECTRON_RUN_AS_NODE
exec "$REGROUP_ASKPASS_RUNTIME" "$(dirname "$0")/askpass.cjs" "$@"
