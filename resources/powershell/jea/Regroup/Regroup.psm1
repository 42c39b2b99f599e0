# What an endpoint of just enough administration lets its users do: the same requests as Regroup's own agent, from the same
# files. They lie in the folder agent beside this file, or where Regroup itself has them.

$RegroupIsWorker = $true
$RegroupIsTwin = $true
$RegroupIsRole = $true

$regroupFolder = Join-Path $PSScriptRoot 'agent'
if (-not (Test-Path -LiteralPath $regroupFolder)) { $regroupFolder = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'agent' }
foreach ($regroupPart in (Get-ChildItem -LiteralPath $regroupFolder -Filter '*.ps1' | Sort-Object -Property Name)) { . $regroupPart.FullName }

# The session has commands of these names that can do less, for its users.
Set-Alias -Name 'Select-Object' -Value 'Microsoft.PowerShell.Utility\Select-Object'
Set-Alias -Name 'Get-Command' -Value 'Microsoft.PowerShell.Core\Get-Command'
Set-Alias -Name 'Measure-Object' -Value 'Microsoft.PowerShell.Utility\Measure-Object'

# What is imported here belongs to this module alone: users of the session cannot call it.
$regroupModules = @{}
$regroupFailures = @{}
foreach ($regroupName in 'Microsoft.PowerShell.Utility', 'Microsoft.PowerShell.Management', 'CimCmdlets', 'Microsoft.PowerShell.Diagnostics', 'FailoverClusters', 'Hyper-V') {
    try { $regroupModules[$regroupName] = Import-Module -Name $regroupName -PassThru -DisableNameChecking -WarningAction SilentlyContinue }
    catch { $regroupFailures[$regroupName] = $_ }
}
function Get-RegroupRoleModule {
    param([string]$Name)
    if ($null -eq $regroupModules[$Name]) { throw $regroupFailures[$Name] }
    return $regroupModules[$Name]
}

Export-ModuleMember -Function 'Invoke-RegroupEndpoint', 'Invoke-RegroupReader'
