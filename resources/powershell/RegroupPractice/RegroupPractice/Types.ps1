# Loads the types of the practice modules, once in each process. Compiling them takes seconds, so the assembly is kept in the
# user's own folder, named by what it was made from and by the PowerShell that made it. Without such a folder, or with a file
# in it that cannot be read, they are compiled in memory.

# The sources as they are, one after the other.
function Get-PracticeSource {
    $text = New-Object System.Text.StringBuilder
    foreach ($file in 'Practice.cs', 'Json.cs', 'Link.cs', 'Types.cs') {
        [void] $text.Append([System.IO.File]::ReadAllText([System.IO.Path]::Combine($PSScriptRoot, $file))).Append("`n")
    }
    return $text.ToString()
}

function Get-PracticeCompilation {
    param([string] $Source)
    # A compilation has its using directives at its beginning.
    $using = '(?m)^using [\w.]+;\r?$'
    $usings = [regex]::Matches($Source, $using) | ForEach-Object { $_.Value.Trim() } | Sort-Object -Unique
    $text = ($usings -join "`n") + "`n" + [regex]::Replace($Source, $using, '')
    $compilation = @{ TypeDefinition = $text; ErrorAction = 'Stop' }
    # Windows PowerShell does not reference the assembly of pipes by itself.
    if ($PSVersionTable.PSVersion.Major -lt 6) { $compilation.ReferencedAssemblies = 'System.Core' }
    return $compilation
}

# Where the assembly of this source is kept; nothing where the user has no such folder.
function Get-PracticeStore {
    param([string] $Source)
    $own = [System.Environment]::GetFolderPath('LocalApplicationData')
    if (-not $own) { return }
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { $digest = $hash.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($Source)) }
    finally { $hash.Dispose() }
    $name = "$($PSVersionTable.PSVersion)-" + [System.BitConverter]::ToString($digest).Replace('-', '').Substring(0, 32)
    return [System.IO.Path]::Combine($own, 'Regroup', 'practice', "$name.dll")
}

# Compiles into the store. The file has its name only when it is whole, and those of earlier versions go.
function Save-PracticeTypes {
    param([string] $Path, [string] $Source)
    $compilation = Get-PracticeCompilation $Source
    $folder = [System.IO.Path]::GetDirectoryName($Path)
    [void] [System.IO.Directory]::CreateDirectory($folder)
    $made = [System.IO.Path]::Combine($folder, [System.Guid]::NewGuid().ToString('N') + '.dll')
    try {
        Add-Type @compilation -OutputAssembly $made
        $stem = [System.IO.Path]::GetFileName($Path).Split('-')[0]
        foreach ($old in [System.IO.Directory]::GetFiles($folder, "$stem-*.dll")) { [System.IO.File]::Delete($old) }
        [System.IO.File]::Move($made, $Path)
    }
    finally { [System.IO.File]::Delete($made) }
}

function Import-PracticeTypes {
    $source = Get-PracticeSource
    try {
        $store = Get-PracticeStore $source
        if ($store) {
            if (-not [System.IO.File]::Exists($store)) { Save-PracticeTypes $store $source }
            # From bytes, so that no process holds the file.
            [void] [System.Reflection.Assembly]::Load([System.IO.File]::ReadAllBytes($store))
        }
    }
    catch {
        Write-Verbose "The types could not be kept: $_"
        # A file that cannot be read is made anew next time.
        if ($store) { try { [System.IO.File]::Delete($store) } catch { Write-Verbose "$_" } }
    }
    if (-not ('Regroup.Practice.Link' -as [type])) {
        $compilation = Get-PracticeCompilation $source
        Add-Type @compilation
    }
}

if (-not ('Regroup.Practice.Link' -as [type])) { Import-PracticeTypes }
