# A few functions with the names of the cluster's cmdlets, for tests of the agent. What they do depends on the name that
# they are given.

function Get-Cluster {
    [CmdletBinding()] param([string]$Name, [string]$Domain)
    [PSCustomObject]@{ Name = $(if ($Name) { $Name } else { 'LOCAL' }); Id = [guid]'11111111-2222-3333-4444-555555555555'; DynamicQuorum = [uint32]1 }
}

function Get-ClusterNode {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($number in 1..3) {
        [PSCustomObject]@{
            Name = "Demo$number"; Id = "$number"; State = [DayOfWeek]::Monday; NodeWeight = [uint32]1; Description = $Cluster
            StatusInformation = [uint64]18446744073709551615; FaultDomain = @('Site:1', 'Rack:2')
        }
    }
}

function Get-ClusterGroup {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    if ($null -eq $Name) {
        # All groups: those that a name could hit as a pattern, and those of the test, as base64 of UTF-16 with commas between.
        'g', 'VM1' | ForEach-Object { [PSCustomObject]@{ Name = $_ } }
        foreach ($text in "$env:REGROUP_TEST_GROUPS" -split ',') {
            if ($text) { [PSCustomObject]@{ Name = [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String($text)) } }
        }
        return
    }
    $group = [PSCustomObject]@{ Name = $Name[0]; State = 0; Priority = 2000; AntiAffinityClassNames = $null }
    Add-Member -InputObject $group -MemberType ScriptProperty -Name FailoverPeriod -Value { 6 } -SecondValue {
        $inner = New-Object ComponentModel.Win32Exception 5070
        throw (New-Object InvalidOperationException 'Der Knoten ist angehalten.', $inner)
    }
    if ($Name[0] -ne 'none') { $group }
}

function Get-ClusterAccess {
    [CmdletBinding()] param([string[]]$User, [string]$Cluster)
    Add-Type -TypeDefinition 'namespace RegroupTest { public enum ClusterRights { None = 0, Read = 1, Full = 2 } }'
    foreach ($name in 'NT AUTHORITY\SYSTEM', "SWS\reader of $Cluster") {
        [PSCustomObject]@{
            IdentityReference = $name; AccessControlType = [Security.AccessControl.AccessControlType]'Allow'
            ClusterRights = [RegroupTest.ClusterRights]$(if ($name -like 'SWS*') { 'Read' } else { 'Full' })
        }
    }
}

# Says what it was given, as a warning: so a test sees what arrived.
function Start-ClusterGroup {
    [CmdletBinding()] param(
        [string]$Name, [string]$Cluster, [switch]$ChooseBestNode, [switch]$IgnoreLocked, [int]$Wait = -1,
        [Parameter(ValueFromPipeline = $true)]$InputObject)
    $how = 'got'
    if ($null -ne $InputObject) {
        $how = 'was handed'
        $Name = $InputObject.Name
    }
    switch -Exact ($Name) {
        'hang' { [Console]::Out.WriteLine('hanging'); while ($true) { Start-Sleep -Milliseconds 20 } }
        'hang hard' { Write-Warning 'hanging'; [Threading.Thread]::Sleep([Threading.Timeout]::Infinite) }
        'chatter' {
            Write-Host 'from Write-Host'
            [Console]::Out.Write('no line end')
            Write-Warning 'from Write-Warning'
            Write-Progress -Activity 'from Write-Progress' -PercentComplete 50
            Write-Verbose 'from Write-Verbose'
        }
        'ask' { Read-Host 'Really?' }
        'mandatory' { Get-Missing }
        default {
            $codes = [char[]]$Name | ForEach-Object { ([int]$_).ToString('x4') }
            Write-Warning "$how $($codes -join '') wait=$Wait cluster=$Cluster"
        }
    }
}

function Get-Missing {
    [CmdletBinding()] param([Parameter(Mandatory = $true)][string]$Value)
    $Value
}

function Stop-ClusterGroup {
    [CmdletBinding()] param([string]$Name, [string]$Cluster, [switch]$IgnoreLocked, [int]$Wait = -1)
    switch -Exact ($Name) {
        'win32' { throw (New-Object ComponentModel.Win32Exception 5925) }
        'hresult' { throw (New-Object Runtime.InteropServices.COMException 'Kein Endpunkt.', -2147023143) }
        'inner' { throw (New-Object InvalidOperationException 'Aussen', (New-Object ComponentModel.Win32Exception 5013)) }
        'access' { throw (New-Object UnauthorizedAccessException 'Zugriff verweigert') }
        'written' { Write-Error -Message 'It was written.' -ErrorId 'Written' -Category ResourceUnavailable }
        default { throw 'plain' }
    }
}

function Get-ClusterResource {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    [PSCustomObject]@{ Name = $Name[0] }
}

function Set-ClusterParameter {
    [CmdletBinding()] param([Parameter(ValueFromPipeline = $true)]$InputObject, [string]$Name, $Value, [string]$Cluster)
    process { Write-Warning "set $($InputObject.Name) $Name=$Value ($($Value.GetType().Name)) cluster=$Cluster" }
}

function Test-Cluster {
    [CmdletBinding(SupportsShouldProcess = $true)] param([string[]]$Node, [string[]]$Include, [string]$Cluster)
    $file = [IO.Path]::GetTempFileName()
    [IO.File]::WriteAllText($file, ('<html>' + ('x' * 200000) + '</html>'))
    Get-Item -LiteralPath $file
}

# A large answer.
function Get-ClusterAvailableDisk {
    [CmdletBinding()] param([string]$Cluster)
    foreach ($number in 1..3000) { [PSCustomObject]@{ Name = "Disk $number " + ('.' * 900); Size = [uint64]1099511627776 } }
}
