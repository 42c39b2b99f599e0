# Two functions that the real FailoverClusters module does not have.

# Events of the practice cluster. In this PowerShell it stands before the cmdlet of that name, so
# that scripts that read a cluster's events practise too; Microsoft.PowerShell.Diagnostics\Get-WinEvent is the cmdlet.
function Get-WinEvent {
<#
.SYNOPSIS
Lists events of the simulated cluster.
.DESCRIPTION
It acts on Regroup's simulated cluster only. Parameters that have no line here are not simulated, and say so.
.PARAMETER LogName
The log, by its name: Microsoft-Windows-FailoverClustering/Operational, for example.
.PARAMETER ProviderName
Only events of this provider.
.PARAMETER FilterHashtable
Several conditions at once, for example @{ LogName = 'System'; Id = 1135 }.
.PARAMETER MaxEvents
At most so many.
.PARAMETER Oldest
The oldest ones first.
.PARAMETER ComputerName
A simulated node, by its name; left out: the first node. No other computer is reached.
.PARAMETER Credential
Taken and not used: every account is an administrator here. It stays in this PowerShell.
.EXAMPLE
Get-WinEvent -LogName System -MaxEvents 10

Lists the newest ten events of the first node.
#>
    [CmdletBinding(PositionalBinding = $false, DefaultParameterSetName = 'GetLogSet')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'GetLogSet')]
        [string[]] $LogName,
        [Parameter(Mandatory = $true, ParameterSetName = 'GetProviderSet')]
        [string[]] $ProviderName,
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'HashQuerySet')]
        [hashtable] $FilterHashtable,
        [Parameter(ParameterSetName = 'GetLogSet')]
        [Parameter(ParameterSetName = 'GetProviderSet')]
        [string] $FilterXPath,
        [Parameter()]
        [long] $MaxEvents,
        [Parameter()]
        [string] $ComputerName,
        [Parameter()]
        [pscredential] $Credential,
        [Parameter()]
        [switch] $Oldest
    )
    process { Invoke-PracticeCmdlet $PSCmdlet 'Get-WinEvent' $PSBoundParameters }
}

# Lets simulated time pass: -Seconds, or -UntilIdle until nothing is under way (-Seconds at most).
function Step-RegroupClock {
<#
.SYNOPSIS
Lets simulated time pass. The real module has no such cmdlet.
.PARAMETER Seconds
How much; with -UntilIdle at most so much.
.PARAMETER UntilIdle
Until nothing is under way any more.
.EXAMPLE
Step-RegroupClock -Seconds 60

A minute of simulated time passes at once.
#>
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Position = 0)]
        [double] $Seconds,
        [Parameter()]
        [switch] $UntilIdle
    )
    process { Invoke-PracticeCmdlet $PSCmdlet 'Step-RegroupClock' $PSBoundParameters }
}
