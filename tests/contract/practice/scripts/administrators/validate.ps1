# Validates, and says what to look at.
$nodes = (Get-ClusterNode).Name
(Test-Cluster -List | Select-Object -ExpandProperty Category -Unique | Sort-Object) -join ', '
$report = Test-Cluster -Node $nodes -Include 'Inventory', 'Network' -ReportName monthly -WarningVariable warned -WarningAction SilentlyContinue
"$($report.BaseName) $($report.Extension -in '.htm', '.html', '.mht') $($report.Directory.Exists)"
(Get-Content $report.FullName -Raw) -match 'Validate IP Configuration'
$short = Test-Cluster -Ignore 'Storage', 'Network', 'System Configuration', 'Hyper-V Configuration' -WarningAction SilentlyContinue
(Get-Content $short.FullName -Raw) -match 'Validate IP Configuration'
try { Test-Cluster -Node Nowhere -ErrorAction Stop } catch { $_.CategoryInfo.Category }
Remove-Item $report, $short
