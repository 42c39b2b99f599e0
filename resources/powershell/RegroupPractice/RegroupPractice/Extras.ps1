# Two functions that the real FailoverClusters module does not have.

# Events of the practice cluster. In this PowerShell it stands before the cmdlet of that name, so
# that scripts that read a cluster's events practise too; Microsoft.PowerShell.Diagnostics\Get-WinEvent is the cmdlet.
function Get-WinEvent {
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
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Position = 0)]
        [double] $Seconds,
        [Parameter()]
        [switch] $UntilIdle
    )
    process { Invoke-PracticeCmdlet $PSCmdlet 'Step-RegroupClock' $PSBoundParameters }
}
