# What went wrong, told apart by what PowerShell says of it.
$Error.Clear()
Get-ClusterResource Nowhere -ErrorAction SilentlyContinue
"$? $($Error.Count) $($Error[0].FullyQualifiedErrorId)"
"$($Error[0].CategoryInfo.Activity) $($Error[0].CategoryInfo.Category) $($Error[0].CategoryInfo.TargetName) $($Error[0].CategoryInfo.Reason)"
Get-ClusterNode Nowhere -ErrorAction Ignore
$Error.Count
function Try-Do([scriptblock] $what) {
    try { & $what | Out-Null; 'done' }
    catch {
        $number = $_.Exception.HResult -band 0xffff
        switch -Wildcard ($_.FullyQualifiedErrorId) {
            'ClusterGroupNotFound,*' { 'no such role'; break }
            'ClusterNodeNotFound,*' { 'no such node'; break }
            'ParameterBindingFailed*' { 'wrong call'; break }
            'NamedParameterNotFound,*' { 'no such parameter'; break }
            'MissingMandatoryParameter,*' { 'something is missing'; break }
            'ParameterArgumentTransformationError,*' { 'no such value'; break }
            'CannotConvertArgumentNoMessage,*' { 'no such value'; break }
            'NotSimulated,*' { 'not simulated'; break }
            default { "other: $number" }
        }
    }
}
Try-Do { Move-ClusterGroup Nowhere -ErrorAction Stop }
Try-Do { Move-ClusterGroup FS-Public Nowhere -ErrorAction Stop }
Try-Do { Move-ClusterGroup -Colour red }
Try-Do { Move-ClusterVirtualMachineRole SQL-01 -MigrationType Slowly }
Try-Do { Add-ClusterResource -Name x -Group FS-Public }
Try-Do { Start-ClusterGroup FS-Public -ChooseBestNode -ErrorAction SilentlyContinue }
Try-Do { Add-ClusterGroup FS-Public -ErrorAction Stop }
Try-Do { Get-ClusterGroup -Cluster OTHER -ErrorAction Stop }
Try-Do { Get-ClusterGroup FS-Public -Cluster hvcluster }
Get-ClusterGroup Nowhere, FS-Public, Nothing -ErrorVariable lost -ErrorAction SilentlyContinue | ForEach-Object Name
($lost | ForEach-Object { ($_.Exception.Message -split "'")[1] }) -join ', '
try { Stop-ClusterNode Demo9 -ErrorAction Stop } catch [System.Management.Automation.ActionPreferenceStopException] { 'wrapped' } catch { $_.Exception.GetType().Name }
