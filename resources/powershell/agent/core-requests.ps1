# Which operation does what. A part that reads adds a line to $RegroupReads: a script block that gets the arguments of the
# request and puts out rows (see Select-RegroupFields), as they come.

$global:RegroupReads = @{}

function Invoke-RegroupRead {
    param([long]$Id, $Arguments)
    $read = $global:RegroupReads[[string]$Arguments['section']]
    if ($null -eq $read) { Stop-RegroupRequest 'Regroup.Unsupported' "This agent does not read '$($Arguments['section'])'." }
    & $read $Arguments | Send-RegroupRows -Id $Id
}

# What the loop and the request that runs tell each other: ids of the one that has begun and of one that is to stop, and the
# pipeline inside it. At the far end of a session nobody looks at it.
if ($null -eq (Get-Variable -Name RegroupStop -ErrorAction SilentlyContinue)) {
    $global:RegroupStop = [hashtable]::Synchronized(@{ Begun = 0; Asked = 0; Inner = $null })
}

function New-RegroupNotBegun {
    return New-RegroupFailure 'Regroup.Stopped,NotBegun' 'It was stopped before it began.'
}

function Enter-RegroupRequest {
    param($Id)
    $RegroupStop['Begun'] = $Id
    if ($Id -ne 0 -and $RegroupStop['Asked'] -eq $Id) { Stop-RegroupRequest 'Regroup.Stopped,NotBegun' 'It was stopped before it began.' }
}

# Runs in the second runspace; its output is the value of the request.
function Invoke-RegroupRequest {
    param($Request)
    Enter-RegroupRequest $Request.id
    $arguments = $Request.args
    if ($Request.op -eq 'open' -and $null -ne $arguments['session']) { return Open-RegroupRemote $arguments }
    if ($null -ne $global:RegroupSession) { return Invoke-RegroupRemotely $Request.id $Request.line }
    switch ($Request.op) {
        'open' { return Open-RegroupSession $arguments }
        'read' { return Invoke-RegroupRead $Request.id $arguments }
        'run' { return Invoke-RegroupSteps $Request.id $arguments['steps'] }
        'file' { return Read-RegroupFile $arguments['path'] $arguments['offset'] $arguments['length'] }
        'watch' { return Watch-RegroupCluster }
        default { Stop-RegroupRequest 'Regroup.Unsupported' "This agent does not know the operation '$($Request.op)'." }
    }
}
