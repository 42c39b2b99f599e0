# What the test of a connection asks: where an agent runs, as whom, and what the cluster lets that account do.

$RegroupReads['self'] = {
    $account = [Environment]::UserName
    # Only Windows has one.
    try { $account = [Security.Principal.WindowsIdentity]::GetCurrent().Name } catch { $account = [Environment]::UserName }
    $versions = @{}
    foreach ($module in (Get-Module -Name 'FailoverClusters', 'Hyper-V')) { $versions[$module.Name] = [string]$module.Version }
    [ordered]@{
        Edition          = [string]$PSVersionTable.PSEdition
        Version          = [string]$PSVersionTable.PSVersion
        Computer         = [Environment]::MachineName
        Account          = [string]$account
        FailoverClusters = $versions['FailoverClusters']
        HyperV           = $versions['Hyper-V']
    }
}

# What the role of an endpoint lets this account do.
$RegroupReads['role'] = {
    [ordered]@{ Runs = -not $RegroupIsRole -or $RegroupRuns; Reports = $true }
}

# The identities of this process: the account and its groups. Null where there is no Windows to ask.
function Get-RegroupIdentities {
    try { $identity = [Security.Principal.WindowsIdentity]::GetCurrent() } catch { return $null }
    $own = @{ $identity.User.Value = $true }
    foreach ($group in $identity.Groups) { $own[$group.Value] = $true }
    return $own
}

# Who may do what in the cluster, and whether this account is meant: null where that cannot be known here.
$RegroupReads['access'] = {
    # The rights of its own account are not those of whoever uses it.
    if ($RegroupIsRole) { Stop-RegroupRequest 'Regroup.Unsupported' 'The endpoint decides what may be done through it.' }
    $own = Get-RegroupIdentities
    foreach ($rule in (Get-ClusterAccess @RegroupCluster)) {
        $sid = $null
        try {
            $reference = $rule.IdentityReference
            if ($reference -is [string]) { $reference = New-Object Security.Principal.NTAccount($reference) }
            $sid = $reference.Translate([Security.Principal.SecurityIdentifier]).Value
        }
        catch { $sid = $null }
        $mine = $null
        # The built-in groups of this computer are not those of the nodes.
        $here = $RegroupCluster.Count -eq 0 -or ([string]$sid) -notlike 'S-1-5-32-*'
        if ($null -ne $own -and $null -ne $sid -and $here) { $mine = [bool]$own[$sid] }
        [ordered]@{
            Identity          = [string]$rule.IdentityReference
            AccessControlType = ConvertTo-RegroupField $rule.AccessControlType
            ClusterRights     = ConvertTo-RegroupField $rule.ClusterRights
            Mine              = $mine
        }
    }
}
