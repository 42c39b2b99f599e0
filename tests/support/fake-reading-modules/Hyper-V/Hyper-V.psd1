@{
    RootModule        = 'Hyper-V.psm1'
    ModuleVersion     = '2.0.0.0'
    GUID              = '6f6b2f50-1c1c-4f5e-9f6e-2b1f3a3d7a13'
    FunctionsToExport = '*-VM*', 'Get-WinEvent'
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
