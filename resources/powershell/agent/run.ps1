# The steps of a command. What they name must stand in the whitelist; their values are bound as values, never evaluated.

# Full names of the files that steps of this session returned: the only ones that may be read.
$global:RegroupFiles = @{}

# The parameter of a cmdlet that has this very name; fails when the whitelist does not have it. PowerShell itself compares by
# culture, here and where it binds parameters: for it a name with a soft hyphen in it is the same.
function Get-RegroupParameter {
    param([string]$Cmdlet, [string]$Name)
    foreach ($known in $RegroupWhitelist[$Cmdlet].parameters) {
        if ([string]::Equals($known, $Name, [StringComparison]::OrdinalIgnoreCase)) { return $known }
    }
    Stop-RegroupRequest 'Regroup.NotAllowed' "The parameter '$Name' of '$Cmdlet' is not one that Regroup uses."
}

# The command of a call with its parameters; fails when the whitelist does not have it.
function Get-RegroupCall {
    param($Call, [bool]$First)
    $name = [string]$Call['cmdlet']
    $allowed = $RegroupWhitelist[$name]
    if ($null -eq $allowed) { Stop-RegroupRequest 'Regroup.NotAllowed' "The cmdlet '$name' is not one that Regroup runs." }
    if (-not $global:RegroupCommands.ContainsKey($name)) { Stop-RegroupRequest 'CommandNotFoundException' "The modules on $([Environment]::MachineName) have no cmdlet '$name'." }
    $parameters = @{}
    if ($null -ne $Call['parameters']) {
        foreach ($parameter in $Call['parameters'].GetEnumerator()) {
            $key = Get-RegroupParameter $name $parameter.Key
            # One value in a list is the value, as it is shown: cmdlets that take several accept it, those that take one no list.
            if ($parameter.Value -is [array] -and $parameter.Value.Count -eq 1) { $parameters[$key] = $parameter.Value[0] }
            else { $parameters[$key] = $parameter.Value }
        }
    }
    # What comes through the pipeline knows its cluster.
    if ($First -and $allowed.cluster -and $global:RegroupCluster.Count -gt 0 -and -not $parameters.ContainsKey($allowed.cluster)) {
        $parameters[$allowed.cluster] = $global:RegroupCluster['Cluster']
    }
    return @{ Command = $name; Parameters = $parameters }
}

# The objects that a call names by what could be a pattern; null when it names none so: a role may be called VM[1]*. Such a
# name is looked for among all objects, and the object itself is handed on. Their names leave the call, and so does what says
# where they are: an object knows that.
function Find-RegroupNamed {
    param([long]$Id, $Bound)
    $finders = $RegroupWhitelist[$Bound.Command].named
    foreach ($parameter in $finders.Keys) {
        $names = @($Bound.Parameters[$parameter] | Where-Object { $null -ne $_ })
        if (@($names | Where-Object { [string]$_ -match '[*?\[\]`]' }).Count -eq 0) { continue }
        $finder = $finders[$parameter]
        $place = @{}
        if ($finder -eq 'Get-VM') {
            if ($Bound.Parameters.ContainsKey('ComputerName')) { $place['ComputerName'] = $Bound.Parameters['ComputerName'] }
            $Bound.Parameters.Remove('ComputerName')
        }
        else {
            $place = $global:RegroupCluster.Clone()
            $Bound.Parameters.Remove('Cluster')
        }
        $all = @(& $finder @place)
        $found = New-Object 'Collections.Generic.List[object]'
        foreach ($name in $names) {
            $own = @($all | Where-Object { [string]::Equals([string]$_.Name, [string]$name, [StringComparison]::OrdinalIgnoreCase) })
            if ($own.Count -ne 1) { Stop-RegroupRequest 'Regroup.NotFound' "There is no object '$name' for '$($Bound.Command)', or more than one." }
            $found.Add($own[0])
        }
        $Bound.Parameters.Remove($parameter)
        return , $found.ToArray()
    }
    return $null
}

function Invoke-RegroupCalls {
    param([long]$Id, $Calls)
    $shell = [powershell]::Create([Management.Automation.RunspaceMode]::CurrentRunspace)
    $objects = $null
    try {
        $first = $true
        foreach ($call in $Calls) {
            $bound = Get-RegroupCall $call $first
            if ($first) {
                $objects = Find-RegroupNamed $Id $bound
                $first = $false
                # What a Get cmdlet would answer is there already.
                if ($null -ne $objects -and $bound.Command -like 'Get-*' -and $bound.Command -notlike '*Report') {
                    if (@($Calls).Count -eq 1) { return , $objects }
                    continue
                }
            }
            # By its name and in a scope of its own: given as a CommandInfo, functions would share their variables.
            [void]$shell.AddCommand($bound.Command, $true).AddParameters($bound.Parameters)
        }
        $RegroupStop['Inner'] = $shell
        if ($null -ne $objects) { $output = $shell.Invoke($objects) }
        else { $output = $shell.Invoke() }
        Write-RegroupNotes $Id $shell
        if ($shell.Streams.Error.Count -gt 0) { throw $shell.Streams.Error[0] }
        return , $output
    }
    finally {
        $RegroupStop['Inner'] = $null
        $shell.Dispose()
    }
}

function Set-RegroupProperty {
    param([long]$Id, $Step)
    $property = [string]$Step['property']
    $name = [string]$Step['object']['cmdlet']
    if ($null -eq $RegroupWhitelist[$name] -or $RegroupWhitelist[$name].properties -notcontains $property) {
        Stop-RegroupRequest 'Regroup.NotAllowed' "The property '$property' of what '$name' returns is not one that Regroup sets."
    }
    $objects = Invoke-RegroupCalls $Id @($Step['object'])
    if ($objects.Count -ne 1) { Stop-RegroupRequest 'Regroup.NotFound' "'$name' found $($objects.Count) objects instead of one." }
    $value = $Step['value']
    if ($value -is [array]) {
        # Properties that hold several strings are of this type.
        $value = New-Object Collections.Specialized.StringCollection
        foreach ($item in $Step['value']) { [void]$value.Add([string]$item) }
    }
    $objects[0].$property = $value
}

# What an account that only looks may run: reports, which change nothing. They are brought to Regroup, and kept in no folder.
function Confirm-RegroupReports {
    param($Steps)
    foreach ($step in $Steps) {
        $calls = @($step['calls'])
        $allowed = $null
        if ([string]$step['kind'] -eq 'pipeline' -and $calls.Count -eq 1) { $allowed = $RegroupWhitelist[[string]$calls[0]['cmdlet']] }
        if ($null -eq $allowed -or -not $allowed['reports']) { Stop-RegroupRequest 'Regroup.ReadOnly' 'The endpoint lets this account only look.' }
        if ($null -eq $calls[0]['parameters']) { continue }
        foreach ($parameter in $calls[0]['parameters'].GetEnumerator()) {
            if ((Get-RegroupParameter $calls[0]['cmdlet'] $parameter.Key) -ne 'Destination') { continue }
            if ([string]::Equals([string]$parameter.Value, '.', [StringComparison]::Ordinal)) { continue }
            Stop-RegroupRequest 'Regroup.ReadOnly' 'The endpoint lets this account only look: it keeps no files in a folder of the node.'
        }
    }
}

# Carries out steps in order. Tells each one that is done by a row, so that whoever asked knows how far it came.
function Invoke-RegroupSteps {
    param([long]$Id, $Steps)
    $files = New-Object 'Collections.Generic.List[object]'
    $number = 0
    if ($RegroupIsRole -and -not $global:RegroupRuns) { Confirm-RegroupReports $Steps }
    Enter-RegroupFolder
    foreach ($step in $Steps) {
        switch ([string]$step['kind']) {
            'pipeline' {
                foreach ($result in (Invoke-RegroupCalls $Id $step['calls'])) {
                    if ($null -eq $result -or $result.PSObject.BaseObject -isnot [IO.FileInfo]) { continue }
                    $file = $result.PSObject.BaseObject
                    $global:RegroupFiles[$file.FullName] = $true
                    $length = $null
                    if ($file.Exists) { $length = [string]$file.Length }
                    $files.Add([ordered]@{ name = $file.Name; fullName = $file.FullName; length = $length })
                }
            }
            'setProperty' { Set-RegroupProperty $Id $step }
            default { Stop-RegroupRequest 'Regroup.BadRequest' "There is no step '$($step['kind'])'." }
        }
        $number++
        Write-RegroupRowFrame $Id @([ordered]@{ step = $number })
    }
    return [ordered]@{ files = $files.ToArray() }
}
