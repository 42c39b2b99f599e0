@rem Started by ssh on Windows. Electron runs the script as Node does. No question of a server comes here.
@set ELECTRON_RUN_AS_NODE=1
@"%REGROUP_ASKPASS_RUNTIME%" "%~dp0askpass.cjs" %*
