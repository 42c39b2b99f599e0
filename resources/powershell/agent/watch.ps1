# Events of the cluster as they happen, until the request is stopped. They say what changed, not how.

# EventObjectType of MSCluster_Event.
$global:RegroupEventObjects = @{ 1 = 'cluster'; 2 = 'node'; 3 = 'group'; 4 = 'resource'; 5 = 'resourceType'; 6 = 'network'; 7 = 'networkInterface'; 9 = 'quorum' }

function Watch-RegroupCluster {
    if ($null -eq (Get-Command -Name Register-CimIndicationEvent -ErrorAction SilentlyContinue)) {
        Stop-RegroupRequest 'Regroup.Unsupported' 'This PowerShell cannot receive events of the cluster.'
    }
    $place = @{}
    if ($global:RegroupCluster.Count -gt 0) { $place['ComputerName'] = $global:RegroupCluster['Cluster'] }
    Register-CimIndicationEvent -Namespace 'root/MSCluster' -Query 'SELECT * FROM MSCluster_Event' -SourceIdentifier 'Regroup' @place
    try {
        Write-RegroupFrame 0 'push' @{ what = ''; name = '' }
        while ($true) {
            [void](Wait-Event -SourceIdentifier 'Regroup' -Timeout 1)
            $changed = @{}
            foreach ($waiting in @(Get-Event -SourceIdentifier 'Regroup' -ErrorAction SilentlyContinue)) {
                $change = $waiting.SourceEventArgs.NewEvent
                $kind = [string]$global:RegroupEventObjects[[int]$change.EventObjectType]
                $changed["$kind/$($change.EventObjectName)"] = @{ what = $kind; name = [string]$change.EventObjectName }
                Remove-Event -EventIdentifier $waiting.EventIdentifier
            }
            foreach ($push in $changed.Values) { Write-RegroupFrame 0 'push' $push }
        }
    }
    finally {
        Unregister-Event -SourceIdentifier 'Regroup' -ErrorAction SilentlyContinue
    }
}
