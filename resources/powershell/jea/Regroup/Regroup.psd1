@{
    ModuleVersion     = '1.0.0'
    GUID              = '6f0c8f0e-5c54-4a53-9a5e-0d2f2f6a4b11'
    Description       = 'What an endpoint of just enough administration offers to Regroup.'
    RootModule        = 'Regroup.psm1'
    PowerShellVersion = '5.1'
    FunctionsToExport = @('Invoke-RegroupEndpoint', 'Invoke-RegroupReader')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
