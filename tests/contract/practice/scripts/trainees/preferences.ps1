# Preferences of a script hold for the cmdlets that it calls.
$WhatIfPreference = $true
Suspend-ClusterNode Demo2 -Drain
$WhatIfPreference = $false
(Get-ClusterNode Demo2).State
$ErrorActionPreference = 'SilentlyContinue'
Get-ClusterGroup Nowhere
$ErrorActionPreference = 'Stop'
try { Get-ClusterGroup Nowhere; 'went on' } catch { 'stopped' }
$WarningPreference = 'SilentlyContinue'
Get-ClusterResource 'IP Address 192.168.100.60' | Set-ClusterParameter EnableDhcp 0
'quiet'
