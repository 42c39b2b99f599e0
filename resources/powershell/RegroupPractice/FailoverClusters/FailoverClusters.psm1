# FailoverClusters for practice: see docs/practice.md.
. ([System.IO.Path]::Combine($PSScriptRoot, '..', 'RegroupPractice', 'Core.ps1'))
. ([System.IO.Path]::Combine($PSScriptRoot, '..', 'RegroupPractice', 'Extras.ps1'))
. ([System.IO.Path]::Combine($PSScriptRoot, 'Cmdlets.ps1'))
