# What both practice modules share. Dot-sourced by them; it runs on Windows PowerShell 5.1 and on PowerShell 7.
# Safety, see docs/practice.md: no function here or in the modules calls a cmdlet of the real modules, there is one pipe for
# the life of the process, and without it everything ends in an error.

if (-not $env:REGROUP_PRACTICE_PIPE -or -not $env:REGROUP_PRACTICE_TOKEN) {
    throw "This is Regroup's practice module. It works only in a PowerShell that Regroup opened on a training cluster."
}

# A real module that is loaded already could answer instead of this one.
foreach ($practiceOther in @(Get-Module -Name 'FailoverClusters', 'Hyper-V')) {
    $practiceRoot = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..'))
    if (-not $practiceOther.ModuleBase.StartsWith($practiceRoot, [System.StringComparison]::OrdinalIgnoreCase)) {
        throw "The real module $($practiceOther.Name) is loaded in this PowerShell. Practise in one that Regroup opened."
    }
}

. ([System.IO.Path]::Combine($PSScriptRoot, 'Types.ps1'))

# Milliseconds that the cluster has to answer. Whoever is at the pipe and says nothing is no cluster.
$practicePatience = 60000
if ($env:REGROUP_PRACTICE_PATIENCE -match '^[0-9]{1,7}$') { $practicePatience = [int] $env:REGROUP_PRACTICE_PATIENCE }

# The data stay in the environment: jobs and scripts that a trainee starts from here practise on the same cluster.
try { [Regroup.Practice.Link]::Open($env:REGROUP_PRACTICE_PIPE, $env:REGROUP_PRACTICE_TOKEN, $practicePatience) }
catch { throw $_.Exception.InnerException.Message }

# Writes a file that a cmdlet answers with, where it was asked to or among temporary files.
function Write-PracticeFile {
    param($Caller, $Record)
    $folder = $Record.Text('folder')
    if ($folder) { $folder = $Caller.SessionState.Path.GetUnresolvedProviderPathFromPSPath($folder) }
    else { $folder = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'RegroupPractice') }
    $name = $Record.Text('name') -replace '[\\/:*?"<>|\x00-\x1f]', '_'
    [void] [System.IO.Directory]::CreateDirectory($folder)
    $path = [System.IO.Path]::Combine($folder, $name)
    [System.IO.File]::WriteAllText($path, $Record.Text('text'))
    $Caller.WriteObject((New-Object System.IO.FileInfo $path))
}

# What a question or -WhatIf calls the thing that a cmdlet is about.
function Get-PracticeTarget {
    param($Bound)
    foreach ($name in 'Name', 'VMName', 'InputObject', 'VM', 'Node', 'Cluster') {
        if ($Bound.ContainsKey($name)) { return "$($Bound[$name])" }
    }
    return 'the practice cluster'
}

# Carries out a cmdlet: asks the practice cluster, and writes what it answers as the function that called.
function Invoke-PracticeCmdlet {
    param($Caller, [string] $Name, $Bound, [switch] $Confirms, [switch] $Asks)
    # A cmdlet goes by the preferences of the script that calls it. A function of a module sees those of its module only,
    # unless they are here, where the caller's own methods look for them.
    foreach ($preference in 'WhatIf', 'Confirm', 'ErrorAction', 'Warning', 'Verbose', 'Debug', 'Information') {
        $value = $Caller.SessionState.PSVariable.GetValue("${preference}Preference")
        if ($null -ne $value) { Set-Variable -Name "${preference}Preference" -Value $value -WhatIf:$false -Confirm:$false }
    }
    $target = Get-PracticeTarget $Bound
    if ($Confirms -and -not $Caller.ShouldProcess($target, $Name)) { return }
    if ($Asks -and -not $Bound.ContainsKey('Force')) {
        if (-not $Caller.ShouldContinue("$Name on ${target}: do you want to continue?", $Name)) { return }
    }
    $hyperV = $Caller.MyInvocation.MyCommand.ModuleName -eq 'Hyper-V'
    $request = $null
    try {
        $request = [Regroup.Practice.Link]::Run($Name, $Bound)
        while ($true) {
            # Short waits, so that Ctrl+C comes through.
            $record = $request.Next(200)
            if ($null -eq $record) { continue }
            switch ($record.Kind) {
                'object' { $Caller.WriteObject($record.Object()) }
                'warning' { $Caller.WriteWarning($record.Text('text')) }
                'error' { $Caller.WriteError($record.Error($hyperV, $target)) }
                'file' { Write-PracticeFile $Caller $record }
                'done' {
                    $failure = $record.Failure()
                    if ($null -eq $failure) { return }
                    $wrong = $failure.Error($hyperV, $target)
                    if ($failure.Text('category') -eq 'NotImplemented') { $Caller.ThrowTerminatingError($wrong) }
                    $Caller.WriteError($wrong)
                    return
                }
            }
        }
    }
    catch [Regroup.Practice.PracticeUnavailableException] {
        $category = [System.Management.Automation.ErrorCategory]::ConnectionError
        $wrong = New-Object System.Management.Automation.ErrorRecord $_.Exception, 'PracticeUnavailable', $category, $null
        $Caller.ThrowTerminatingError($wrong)
    }
    finally {
        if ($null -ne $request) { $request.Dispose() }
    }
}
