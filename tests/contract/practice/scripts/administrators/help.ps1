# What a cmdlet takes, asked of PowerShell itself.
(Get-Help Move-ClusterVirtualMachineRole).Name
((Get-Help Move-ClusterVirtualMachineRole | Out-String) -replace '\s+', ' ') -match '\[-MigrationType \{?TurnOff'
(Get-Help Get-ClusterGroup -Parameter Name).position
(Get-Command Suspend-ClusterNode -Syntax) -match '\[-Drain\]'
(Get-Command -Module FailoverClusters -Name *-ClusterNode | Sort-Object Name).Name -join ' '
(Get-Command Get-ClusterLog).Parameters['UseLocalTime'].Aliases
[enum]::GetNames((Get-Command Move-ClusterVirtualMachineRole).Parameters['MigrationType'].ParameterType) -join ' '
(Get-ClusterGroup SQL-01 | Get-Member -MemberType Property | Where-Object Name -like 'Owner*').Definition
(Get-Module FailoverClusters).Version.Major
(Get-Command Get-VM).Module.Name
(Get-ClusterNode Demo1).GetType().FullName
