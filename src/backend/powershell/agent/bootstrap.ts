/**
 * The few lines that PowerShell is started with. They read the agent's script, one line of base64, from standard input and
 * run it; the script goes on reading there. Nothing lies on disk, so no execution policy speaks against it, and no
 * mention of `$input`, or the host itself would read what is meant for the agent.
 */
const bootstrap = [
  "$ProgressPreference = 'SilentlyContinue'",
  "$ErrorActionPreference = 'Stop'",
  "if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { exit 86 }",
  '$regroupInput = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::ASCII, $false, 65536)',
  '$regroupScript = $regroupInput.ReadLine()',
  'if ($null -eq $regroupScript) { exit 0 }',
  '$regroupScript = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($regroupScript))',
  '. ([scriptblock]::Create($regroupScript))',
].join('\n');

/** The exit code of a bootstrap that may not run scripts: PowerShell's language is constrained there. */
export const constrainedExitCode = 86;

/** Arguments that start PowerShell as an agent, for `powershell.exe` and `pwsh` alike. */
export function powerShellArguments(): readonly string[] {
  const encoded = Buffer.from(bootstrap, 'utf16le').toString('base64');
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded];
}
