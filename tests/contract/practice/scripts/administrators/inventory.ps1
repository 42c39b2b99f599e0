# Where every machine is and what it takes, as a table for the accountants.
$file = New-TemporaryFile
Get-ClusterNode | ForEach-Object { Get-VM -ComputerName $_.Name } |
    Select-Object Name, ComputerName, State, ProcessorCount,
        @{ Name = 'MemoryGB'; Expression = { [math]::Round($_.MemoryStartup / 1GB, 1) } },
        @{ n = 'Path'; e = { Split-Path ($_.HardDrives | Select-Object -First 1).Path -Leaf } },
        @{ l = 'Role'; e = { ($_ | Get-ClusterGroup -ErrorAction SilentlyContinue).Name } } |
    Sort-Object ComputerName, Name | Export-Csv -Path $file -NoTypeInformation -Delimiter ';'
$rows = Import-Csv $file -Delimiter ';'
($rows[0].PSObject.Properties.Name) -join ','
$rows | Where-Object Name -eq SQL-01 | ForEach-Object { "$($_.Name);$($_.State);$($_.ProcessorCount);$($_.MemoryGB);$($_.Path);$($_.Role)" }
$rows | Group-Object ComputerName | ForEach-Object { '{0}: {1} machines, {2} GB' -f $_.Name, $_.Count, ($_.Group | Measure-Object MemoryGB -Sum).Sum }
@($rows | Where-Object Role -eq '').Name -join ','
Remove-Item $file
