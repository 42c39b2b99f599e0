# Runs every script of a folder as a trainee would, and tells what each put out, as one line of JSON.
param([string] $Folder)
$ProgressPreference = 'SilentlyContinue'
$found = [ordered] @{}
foreach ($script in Get-ChildItem $Folder -Filter *.ps1) {
    # Information: what -WhatIf says is written to the host, not into the output.
    $text = try { & $script.FullName 2>&1 3>&1 | Out-String -Width 150 } catch { "ENDED $_" }
    $found[$script.BaseName] = @($text -split '\r?\n' | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ })
}
[Console]::Out.WriteLine("FOUND $(ConvertTo-Json $found -Compress)")
