# A session of PowerShell remoting to a node. The agent here keeps its loop and its heartbeat; a twin at the far end, made of
# the same text, carries requests out and puts out lines of text: a kind, a tab, JSON. So whatever is read is made flat there.

$global:RegroupSession = $null
# The command of the twin: one that may do everything, or one that only reads.
$global:RegroupEndpoint = 'Invoke-RegroupEndpoint'

# --- Here ---

function New-RegroupSession {
    param($Place)
    $option = New-PSSessionOption -NoMachineProfile -OpenTimeout 20000 -CancelTimeout 5000 -Culture 'en-US' -UICulture 'en-US'
    $options = @{ ComputerName = [string]$Place['computer']; SessionOption = $option }
    if ($Place['port']) { $options['Port'] = [int]$Place['port'] }
    if ($Place['ssl']) { $options['UseSSL'] = $true }
    if ($Place['configuration']) { $options['ConfigurationName'] = [string]$Place['configuration'] }
    if ($Place['user']) {
        $secret = New-Object Security.SecureString
        foreach ($character in ([string]$Place['secret']).ToCharArray()) { $secret.AppendChar($character) }
        $secret.MakeReadOnly()
        $options['Credential'] = New-Object Management.Automation.PSCredential ([string]$Place['user']), $secret
    }
    return New-PSSession @options
}

# A request as a line of the protocol.
function ConvertTo-RegroupLine {
    param([string]$Operation, $Arguments)
    $marked = @{}
    foreach ($name in $Arguments.Keys) { $marked[$name] = '=' + [string]$Arguments[$name] }
    $json = ConvertTo-Json -InputObject @{ id = 0; op = $Operation; args = $marked } -Compress -Depth 6
    return [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json))
}

# Sends a request to the twin, and passes on what it says while it says it. The answer holds the last frame.
function Invoke-RegroupRemotely {
    param([long]$Id, [string]$Line)
    $shell = [powershell]::Create()
    $shell.Runspace = $global:RegroupSession.Runspace
    [void]$shell.AddCommand($global:RegroupEndpoint).AddParameter('Line', $Line)
    $nothing = New-Object 'Management.Automation.PSDataCollection[psobject]'
    $nothing.Complete()
    $output = New-Object 'Management.Automation.PSDataCollection[psobject]'
    $answer = $null
    $async = $null
    try {
        $async = $shell.BeginInvoke($nothing, $output)
        do {
            # In short waits, or a request that is stopped would not notice.
            $isDone = $async.AsyncWaitHandle.WaitOne(25)
            foreach ($item in $output.ReadAll()) {
                $kind, $json = ([string]$item).Split([char[]]"`t", 2)
                switch ($kind) {
                    'rows' { Write-RegroupJsonFrame $Id 'rows' $json }
                    'push' { Write-RegroupJsonFrame 0 'push' $json }
                    'done' { $answer = @{ RegroupFrame = 'done'; Json = $json } }
                    'fail' { $answer = @{ RegroupFrame = 'fail'; Json = $json } }
                }
            }
        } until ($isDone)
        [void]$shell.EndInvoke($async)
        foreach ($warning in $shell.Streams.Warning) { Write-Warning ([string]$warning.Message) }
    }
    catch {
        $state = $global:RegroupSession.Runspace.RunspaceStateInfo.State
        if ($state -ne 'Opened') { Stop-RegroupRequest 'Regroup.SessionLost' "The connection was cut: $($_.Exception.GetBaseException().Message)" }
        throw
    }
    finally {
        if ($null -ne $async -and -not $async.IsCompleted) { $shell.Stop() }
        $shell.Dispose()
    }
    if ($null -eq $answer) { Stop-RegroupRequest 'Regroup.SessionLost' 'The session ended without an answer.' }
    return $answer
}

# Opens the session and its twin. An endpoint with a configuration of its own has the twin already, as the module Regroup.
function Open-RegroupRemote {
    param($Arguments)
    $place = $Arguments['session']
    try { $global:RegroupSession = New-RegroupSession $place }
    catch { Stop-RegroupRequest "Regroup.Session,$($_.FullyQualifiedErrorId)" $_.Exception.Message }
    finally { $place['secret'] = $null }
    $more = @{}
    if (-not $place['configuration']) {
        if ($Arguments['modulePath']) { $more['modulePath'] = $Arguments['modulePath'] }
        $runspace = $global:RegroupSession.Runspace
        try {
            foreach ($name in 'RegroupIsWorker', 'RegroupIsTwin') { $runspace.SessionStateProxy.SetVariable($name, $true) }
            Initialize-RegroupRunspace $runspace $global:RegroupScript
        }
        catch { Stop-RegroupRequest 'Regroup.Session,Restricted' "The endpoint does not run scripts: $($_.Exception.GetBaseException().Message)" }
        return Invoke-RegroupRemotely 0 (ConvertTo-RegroupLine 'open' $more)
    }
    $line = ConvertTo-RegroupLine 'open' $more
    foreach ($command in 'Invoke-RegroupEndpoint', 'Invoke-RegroupReader') {
        $global:RegroupEndpoint = $command
        try { return Invoke-RegroupRemotely 0 $line }
        catch { if ((Get-RegroupFailure $_).fqid -notlike 'CommandNotFoundException*') { throw } }
    }
    Stop-RegroupRequest 'Regroup.Session,NoRole' "The endpoint '$($place['configuration'])' does not let this account use Regroup."
}

# --- At the far end ---

# Whether this text is a twin: its frames are lines of output, because the standard output belongs to somebody else.
if ($null -eq (Get-Variable -Name RegroupIsTwin -ErrorAction SilentlyContinue)) { $global:RegroupIsTwin = $false }
# Whether it is the module of an endpoint, whose users have fewer rights than it has itself.
if ($null -eq (Get-Variable -Name RegroupIsRole -ErrorAction SilentlyContinue)) { $global:RegroupIsRole = $false }

function Invoke-RegroupTwin {
    param([string]$Line, [switch]$OnlyLooks)
    try {
        $request = ConvertFrom-RegroupRequest $Line
        if ($RegroupIsRole) {
            # Modules of a folder of the user would run with the rights of the endpoint.
            foreach ($name in 'modulePath', 'cluster', 'computer', 'session') { [void]$request.args.Remove($name) }
        }
        $global:RegroupRuns = -not $OnlyLooks
        $value = $null
        Invoke-RegroupRequest $request | ForEach-Object {
            if ($_ -is [string] -and $_ -cmatch "^(rows|push)`t") { $_ }
            else { $value = $_ }
        }
        "done`t$(ConvertTo-RegroupJson $value)"
    }
    catch {
        "fail`t$(ConvertTo-RegroupJson (Get-RegroupFailure $_))"
    }
}

function Invoke-RegroupEndpoint {
    param([string]$Line)
    Invoke-RegroupTwin $Line
}

function Invoke-RegroupReader {
    param([string]$Line)
    Invoke-RegroupTwin $Line -OnlyLooks
}
