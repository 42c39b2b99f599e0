# The agent's loop. The parts of agent/ stand before it; see docs/powershell.md.
#
# This text runs twice: in the process's own runspace, which reads requests, beats and never calls a cmdlet of a module;
# and in a second runspace, which carries out one request after the other and may hang. The second has no host: nothing
# can ask a question there, and what is printed becomes a note.

# Runs this text in another runspace: the second one here, or that of a session.
function Initialize-RegroupRunspace {
    param($Runspace, [string]$Script)
    $shell = [powershell]::Create()
    $shell.Runspace = $Runspace
    [void]$shell.AddScript($Script).Invoke()
    if ($shell.Streams.Error.Count -gt 0) { throw $shell.Streams.Error[0] }
    $shell.Dispose()
}

function New-RegroupWorker {
    param([string]$Script)
    $initial = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
    $runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($initial)
    $runspace.ThreadOptions = [Management.Automation.Runspaces.PSThreadOptions]::ReuseThread
    $runspace.Open()
    $runspace.SessionStateProxy.SetVariable('RegroupIsWorker', $true)
    $runspace.SessionStateProxy.SetVariable('RegroupScript', $Script)
    $runspace.SessionStateProxy.SetVariable('RegroupStop', $RegroupStop)
    Initialize-RegroupRunspace $runspace $Script
    return $runspace
}

function Start-RegroupRequest {
    param($Request, $Worker)
    $shell = [powershell]::Create()
    $shell.Runspace = $Worker
    [void]$shell.AddCommand('Invoke-RegroupRequest').AddParameter('Request', $Request)
    return @{ Id = $Request.id; Shell = $shell; Async = $shell.BeginInvoke(); Stopped = $false; Stopping = $false }
}

# PowerShell loses a stop that comes while a pipeline is being made. So one that has not begun looks for itself whether it was
# stopped (Enter-RegroupRequest), one that has is stopped here, and so is what runs inside it, again as long as it goes on.
function Stop-RegroupRunning {
    param($Running)
    if ($RegroupStop['Begun'] -ne $Running.Id) { return }
    if (-not $Running.Stopping) {
        $Running.Stopping = $true
        [void]$Running.Shell.BeginStop($null, $null)
        return
    }
    $inner = $RegroupStop['Inner']
    if ($null -ne $inner) {
        try { [void]$inner.BeginStop($null, $null) }
        catch [ObjectDisposedException] { return }
    }
}

# Tells the end of a request: notes first, then the value or the reason. The answer: whether there can be a next one.
function Complete-RegroupRequest {
    param($Running)
    $shell = $Running.Shell
    $failure = $null
    $value = $null
    try {
        $output = $shell.EndInvoke($Running.Async)
        if ($output.Count -gt 0) { $value = $output[$output.Count - 1] }
        if ($shell.Streams.Error.Count -gt 0) { $failure = Get-RegroupFailure $shell.Streams.Error[0] }
    }
    catch {
        $failure = Get-RegroupFailure $_
    }
    Write-RegroupNotes $Running.Id $shell
    # A pipeline that was stopped before its first command ran ends without an error, and did nothing.
    if ($Running.Stopped -and ($null -ne $failure -or $shell.InvocationStateInfo.State -eq 'Stopped')) {
        if ($null -eq $failure -or $failure.fqid -notlike 'Regroup.Stopped,*') { $failure = New-RegroupFailure 'Regroup.Stopped' 'It was stopped before it was done.' }
    }
    if ($null -ne $failure) { Write-RegroupFrame $Running.Id 'fail' $failure }
    elseif ($value -is [hashtable] -and $value.ContainsKey('RegroupFrame')) { Write-RegroupJsonFrame $Running.Id $value.RegroupFrame $value.Json }
    else { Write-RegroupFrame $Running.Id 'done' $value }
    $shell.Dispose()
    return $null -eq $failure -or $failure.fqid -ne 'Regroup.SessionLost'
}

function Start-RegroupAgent {
    param($Reader, [string]$Script)
    $worker = New-RegroupWorker $Script
    $queue = New-Object 'Collections.Generic.List[object]'
    $running = $null
    $line = $Reader.ReadLineAsync()
    $sinceBeat = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        if ($null -eq $running -and $queue.Count -gt 0) {
            $running = Start-RegroupRequest $queue[0] $worker
            $queue.RemoveAt(0)
        }
        $left = 5000 - $sinceBeat.ElapsedMilliseconds
        if ($left -le 0) {
            Write-RegroupBeat ($null -ne $running)
            $sinceBeat.Reset()
            $sinceBeat.Start()
            continue
        }
        $handles = @($line.AsyncWaitHandle)
        if ($null -ne $running) { $handles += $running.Async.AsyncWaitHandle }
        if ($null -ne $running -and $running.Stopped) { $left = [Math]::Min($left, 50) }
        [void][Threading.WaitHandle]::WaitAny([Threading.WaitHandle[]]$handles, [int]$left)

        if ($null -ne $running -and $running.Async.IsCompleted) {
            if (-not (Complete-RegroupRequest $running)) { return }
            $running = $null
        }
        if ($null -ne $running -and $running.Stopped) { Stop-RegroupRunning $running }
        if (-not $line.IsCompleted) { continue }
        $text = $null
        if (-not $line.IsFaulted) { $text = $line.Result }
        if ($null -eq $text) {
            # Whoever asked is gone. A cmdlet that hangs would hold up an orderly end.
            if ($null -ne $running) { [Diagnostics.Process]::GetCurrentProcess().Kill() }
            $folder = $worker.SessionStateProxy.GetVariable('RegroupFolder')
            $worker.Dispose()
            Remove-RegroupFolder $folder
            return
        }
        $line = $Reader.ReadLineAsync()
        $request = ConvertFrom-RegroupRequest $text
        $request['line'] = $text
        switch ($request.op) {
            'ping' { Write-RegroupFrame $request.id 'done' $request.args }
            'stop' {
                $stopped = $request.args['id']
                Write-RegroupFrame $request.id 'done' $null
                $waiting = @($queue | Where-Object { $_.id -eq $stopped })
                foreach ($one in $waiting) {
                    [void]$queue.Remove($one)
                    Write-RegroupFrame $one.id 'fail' (New-RegroupNotBegun)
                }
                if ($null -ne $running -and $running.Id -eq $stopped) {
                    $running.Stopped = $true
                    # This before the look whether it has begun: the request does the same the other way round.
                    $RegroupStop['Asked'] = $running.Id
                    Stop-RegroupRunning $running
                }
            }
            'open' {
                Set-RegroupTag $request.args['tag']
                $worker.SessionStateProxy.SetVariable('RegroupTag', $request.args['tag'])
                $queue.Add($request)
            }
            default { $queue.Add($request) }
        }
    }
}

if (-not $RegroupIsWorker) {
    try {
        Start-RegroupAgent $regroupInput $regroupScript
    }
    catch {
        # Nobody can be told by a frame any more: the line goes to the log, the code tells that it ended.
        [Console]::Out.WriteLine("The agent failed: $($_.Exception.Message)")
        exit 70
    }
    exit 0
}
