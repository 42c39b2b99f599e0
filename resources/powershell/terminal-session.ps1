# Runs once when a terminal of Regroup opens beside a cluster that is reached through WinRM or an endpoint of JEA: in a
# PowerShell of this computer, which then enters a session to the node. Everything that names something comes from the
# environment, as data. A password is asked for here, by PowerShell itself, and stays here.
$ClusterName = $env:REGROUP_CLUSTER
# A name can hold characters that would move the cursor or change colours; what is shown has none of them.
function Hide-Control([string] $text) { $text -replace '\p{C}', '?' }

# Asks for the password where the connection names a user; three times, as the window does.
function Open-NodeSession {
    $place = @{
        ComputerName  = $env:REGROUP_NODE
        SessionOption = New-PSSessionOption -OpenTimeout 20000
        ErrorAction   = 'Stop'
    }
    if ($env:REGROUP_PORT) { $place['Port'] = [int]$env:REGROUP_PORT }
    if ($env:REGROUP_SSL) { $place['UseSSL'] = $true }
    if ($env:REGROUP_ENDPOINT) { $place['ConfigurationName'] = $env:REGROUP_ENDPOINT }
    foreach ($try in 1..3) {
        if ($env:REGROUP_USER) {
            Write-Host -NoNewline ('Password of ' + (Hide-Control $env:REGROUP_USER) + ' on ' + (Hide-Control $env:REGROUP_NODE) + ': ')
            $password = $Host.UI.ReadLineAsSecureString()
            if ($password.Length -eq 0) { Write-Warning 'Nobody signed in.'; return }
            $place['Credential'] = New-Object Management.Automation.PSCredential $env:REGROUP_USER, $password
        }
        try { return New-PSSession @place }
        catch {
            Write-Warning (Hide-Control $_.Exception.Message)
            if (-not $env:REGROUP_USER -or $_.FullyQualifiedErrorId -notmatch '^(AccessDenied|LogonFailure|AuthenticationFailed)\b') { return }
        }
    }
}

# Tells the node the cluster's name, as data, and asks for it where it is not known here.
function Initialize-NodeSession {
    Invoke-Command -Session $NodeSession -ArgumentList $ClusterName -ErrorAction Stop -ScriptBlock {
        param($name)
        $missing = @()
        foreach ($module in 'FailoverClusters', 'Hyper-V') {
            try { Import-Module $module -ErrorAction Stop -WarningAction SilentlyContinue }
            catch { $missing += "The module $module could not be loaded: $($_.Exception.Message)" }
        }
        if (-not $name) {
            try { $name = [string](Get-Cluster -ErrorAction Stop).Name }
            catch { $missing += "The cluster of this node does not answer: $($_.Exception.Message)" }
        }
        $global:ClusterName = $name
        [pscustomobject] @{ Name = $name; Missing = $missing }
    }
}

Write-Host ('Opening a session to ' + (Hide-Control $env:REGROUP_NODE) + ' ...')
$NodeSession = Open-NodeSession
if ($NodeSession) {
    try {
        $told = Initialize-NodeSession
        $ClusterName = [string]$told.Name
        foreach ($text in $told.Missing) { Write-Warning (Hide-Control $text) }
    }
    catch {
        if ($_.FullyQualifiedErrorId -notlike '*ScriptsNotAllowed*') { Write-Warning (Hide-Control $_.Exception.Message) }
        Write-Warning 'This endpoint runs no scripts: $ClusterName is known only outside of it. Get-Command shows what it has.'
    }
    if ($ClusterName) { Write-Host ('$ClusterName is ' + (Hide-Control $ClusterName)) }
    Write-Host 'What you type runs on the node, which has no credentials for other computers. Exit-PSSession leads back to this'
    Write-Host 'computer, Enter-PSSession $NodeSession to the node again.'
}
else {
    Write-Warning 'There is no session to the node. This PowerShell is that of this computer; open the tab anew to try again.'
    Write-Warning 'The button Test of the connection says what is wrong. Over ssh a terminal needs no WinRM.'
}
if ($env:REGROUP_READ_ONLY) {
    Write-Warning 'The connection is read-only in the window. This PowerShell is not: it may do whatever your account may.'
}
Remove-Item 'Function:\Hide-Control', 'Function:\Open-NodeSession', 'Function:\Initialize-NodeSession'
Remove-Variable 'told', 'text' -ErrorAction Ignore
if ($NodeSession) { Enter-PSSession -Session $NodeSession }
