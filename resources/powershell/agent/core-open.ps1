# What a session begins with: the modules, and which cluster is meant.

# Splatted into cmdlets of FailoverClusters: `Get-ClusterNode @RegroupCluster`. Empty on a node of the cluster.
$global:RegroupCluster = @{}
# The same for Get-Cluster and Start-Cluster, where the parameter is called Name.
$global:RegroupClusterByName = @{}
# The names of the commands that the modules have.
$global:RegroupCommands = @{}

function Import-RegroupModule {
    param([string]$Name, [bool]$Required)
    $module = $null
    try {
        if ($RegroupIsRole) { $module = Get-RegroupRoleModule $Name }
        else { $module = Import-Module -Name $Name -PassThru -DisableNameChecking -Scope Global }
    }
    catch {
        if (-not $Required) { return $null }
        if ($_.FullyQualifiedErrorId -notlike 'Modules_ModuleNotFound*') {
            Stop-RegroupRequest 'Regroup.ModuleFailed' "$Name could not be loaded: $($_.Exception.Message)"
        }
        Stop-RegroupRequest 'Regroup.ModuleMissing' "The PowerShell module $Name is not installed on $([Environment]::MachineName)."
    }
    if ($null -ne $module.PrivateData -and $module.PrivateData -is [hashtable] -and $module.PrivateData['ImplicitRemoting']) {
        if (-not $Required) { return $null }
        Stop-RegroupRequest 'Regroup.Unsupported' "PowerShell $($PSVersionTable.PSVersion) does not load $Name itself; Windows PowerShell 5.1 is needed."
    }
    foreach ($command in $module.ExportedCommands.Values) { $global:RegroupCommands[$command.Name] = $true }
    return [string]$module.Version
}

# What PowerShell itself brings, loaded now, because later nothing is loaded by the mere use of a name.
function Import-RegroupBasics {
    # Clients of Windows load no module that is a script, unless this process is told otherwise; a policy still decides.
    try { if ([string](Get-ExecutionPolicy) -eq 'Restricted') { Set-ExecutionPolicy -Scope Process -ExecutionPolicy RemoteSigned -Force } }
    catch { Write-Warning "The execution policy stays as it is: $($_.Exception.Message)" }
    Import-Module -Name 'Microsoft.PowerShell.Utility', 'Microsoft.PowerShell.Management' -Scope Global
    foreach ($name in 'CimCmdlets', 'Microsoft.PowerShell.Diagnostics') {
        Import-Module -Name $name -Scope Global -ErrorAction SilentlyContinue
    }
}

function Open-RegroupSession {
    param($Arguments)
    if ($Arguments['modulePath']) {
        $env:PSModulePath = $Arguments['modulePath'] + [IO.Path]::PathSeparator + $env:PSModulePath
    }
    if (-not $RegroupIsRole) { Import-RegroupBasics }
    $versions = [ordered]@{
        FailoverClusters = Import-RegroupModule 'FailoverClusters' $true
        HyperV           = Import-RegroupModule 'Hyper-V' $false
    }
    $global:PSModuleAutoLoadingPreference = 'ModuleQualified'
    $global:RegroupCommands['Where-Object'] = $true
    if ($Arguments['cluster']) {
        $global:RegroupCluster = @{ Cluster = $Arguments['cluster'] }
        $global:RegroupClusterByName = @{ Name = $Arguments['cluster'] }
    }
    return [ordered]@{
        edition  = [string]$PSVersionTable.PSEdition
        version  = [string]$PSVersionTable.PSVersion
        computer = [Environment]::MachineName
        modules  = $versions
    }
}
