# Failures as the protocol tells them: numbers and ids, the text only for people.

function New-RegroupFailure {
    param([string]$Id, [string]$Message)
    return [ordered]@{ fqid = $Id; category = 'InvalidOperation'; hresult = $null; win32 = $null; message = $Message; inner = @() }
}

# Fails the request with an error of the agent itself.
function Stop-RegroupRequest {
    param([string]$Id, [string]$Message)
    $exception = New-Object InvalidOperationException $Message
    throw (New-Object Management.Automation.ErrorRecord $exception, $Id, 'InvalidOperation', $null)
}

# The exceptions of a record, outermost first. An exception that only carries a record leads to that of the record.
function Get-RegroupExceptions {
    param($Record)
    $list = New-Object 'Collections.Generic.List[object]'
    $exception = $Record.Exception
    while ($null -ne $exception -and $list.Count -lt 10) {
        $list.Add($exception)
        $next = $exception.InnerException
        if ($null -eq $next -and $exception -is [Management.Automation.RuntimeException] -and $null -ne $exception.ErrorRecord) {
            $next = $exception.ErrorRecord.Exception
            if ($next -is [Management.Automation.ParentContainsErrorRecordException] -or $list.Contains($next)) { $next = $null }
        }
        $exception = $next
    }
    return , $list
}

# Whether an exception only tells that a call failed, with the reason inside.
function Test-RegroupWrapper {
    param($Exception)
    return $Exception -is [Management.Automation.MethodInvocationException] -or
        $Exception -is [Management.Automation.CmdletInvocationException] -or
        $Exception -is [Management.Automation.ActionPreferenceStopException] -or
        $Exception -is [Management.Automation.SetValueInvocationException]
}

# The number of Windows that an exception carries: an HRESULT of the facility Win32, or the code of a Win32Exception.
function Get-RegroupNumbers {
    param($Exceptions)
    foreach ($exception in $Exceptions) {
        if ($exception.HResult -lt 0 -and (($exception.HResult -shr 16) -band 0x1FFF) -eq 7) {
            return @{ hresult = $exception.HResult; win32 = ($exception.HResult -band 0xFFFF) }
        }
        if ($exception -is [ComponentModel.Win32Exception] -and $exception.NativeErrorCode -gt 0) {
            return @{ hresult = $exception.HResult; win32 = ($exception.NativeErrorCode -band 0xFFFF) }
        }
    }
    foreach ($exception in $Exceptions) {
        # 0x8013xxxx are numbers of .NET itself; they tell nothing about the cluster.
        if ($exception.HResult -lt 0 -and (($exception.HResult -shr 16) -band 0x1FFF) -ne 0x13) {
            return @{ hresult = $exception.HResult; win32 = $null }
        }
    }
    return @{ hresult = $null; win32 = $null }
}

function Get-RegroupFailure {
    param($Record)
    $exceptions = Get-RegroupExceptions $Record
    $depth = 0
    while ($depth -lt $exceptions.Count - 1 -and (Test-RegroupWrapper $exceptions[$depth])) {
        # The call of the agent itself has a record as well; it says nothing.
        if ($exceptions[$depth] -isnot [Management.Automation.MethodInvocationException]) { $Record = $exceptions[$depth].ErrorRecord }
        $depth++
    }
    $told = $exceptions[$depth]
    if ($told -is [Management.Automation.RuntimeException] -and $null -ne $told.ErrorRecord) { $Record = $told.ErrorRecord }
    $within = @($exceptions | Select-Object -Skip $depth)
    $numbers = Get-RegroupNumbers $within
    return [ordered]@{
        fqid     = [string]$Record.FullyQualifiedErrorId
        category = [string]$Record.CategoryInfo.Category
        hresult  = $numbers.hresult
        win32    = $numbers.win32
        message  = Limit-RegroupText $told.Message
        inner    = [object[]]@($within | Select-Object -Skip 1 | ForEach-Object { Limit-RegroupText $_.Message })
    }
}

function Limit-RegroupText {
    param([string]$Text)
    if ($Text.Length -gt 4000) { return $Text.Substring(0, 4000) }
    return $Text
}
