# What a host says of itself and its machines. Splatted: nothing on the host itself, its name elsewhere.
function Get-RegroupHost {
    param($Arguments)
    if ($Arguments['computer']) { return @{ ComputerName = [string]$Arguments['computer'] } }
    return @{}
}

$RegroupReads['machines'] = {
    param($Arguments)
    $place = Get-RegroupHost $Arguments
    Get-VM @place | Select-RegroupFields -Fields @(
        'Id', 'Name', 'State', 'IsClustered', 'Heartbeat', 'MemoryStartup', 'MemoryAssigned', 'ProcessorCount',
        'CPUUsage', 'Path')
}

$RegroupReads['machineDisks'] = {
    param($Arguments)
    $place = Get-RegroupHost $Arguments
    Get-VM @place | Get-VMHardDiskDrive -ErrorAction SilentlyContinue | Select-RegroupFields -Fields @('VMId', 'Path')
}

$RegroupReads['host'] = {
    param($Arguments)
    $place = Get-RegroupHost $Arguments
    $free = $null
    $build = $null
    try {
        $system = Get-CimInstance -ClassName Win32_OperatingSystem @place
        $free = ConvertTo-RegroupField ([long]$system.FreePhysicalMemory * 1024)
    }
    catch { $free = $null }
    if ($place.Count -eq 0) {
        try {
            $windows = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
            if ($null -ne $windows.UBR) { $build = "$($windows.CurrentBuildNumber).$($windows.UBR)" }
        }
        catch { $build = $null }
    }
    foreach ($one in (Get-VMHost @place)) {
        [ordered]@{
            LogicalProcessorCount = ConvertTo-RegroupField $one.LogicalProcessorCount
            MemoryCapacity        = ConvertTo-RegroupField $one.MemoryCapacity
            MemoryFree            = $free
            Build                 = $build
        }
    }
}
