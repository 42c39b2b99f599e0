import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import syntax from '../../../../scripts/generate/reference/module-syntax.json';
import { powerShellFiles, powerShellParser } from '../../../../tests/support/powershell-syntax';
import { findPwsh, powerShellFolder } from '../../../../tests/support/pwsh';

/** Parameter sets as `Name:Type` and marks. */
interface Reference {
  readonly [cmdlet: string]: { readonly sets: Readonly<Record<string, string>> };
}

const pwsh = findPwsh();
const parse = await powerShellParser();
const scripts = powerShellFiles(powerShellFolder).map((file) => {
  const text = readFileSync(file, 'utf8');
  return { name: relative(powerShellFolder, file), text, ...parse(text) };
});
const agentScripts = scripts.filter(({ name }) => name.startsWith('agent'));

describe.each(scripts)('$name', ({ text, errors, kinds }) => {
  it('is ASCII, which every PowerShell reads in the same way (trap 12)', () => {
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('is understood whole by a parser', () => {
    expect(errors).toEqual([]);
  });

  it('holds nothing that Windows PowerShell 5.1 does not know', () => {
    expect(text).not.toMatch(/\?\?|\?\.|\?\[| && | \|\| |-AsArray|-AsHashtable|-EnumsAsStrings|\$IsWindows|::new\(/);
    expect([...kinds].filter((kind) => /class_statement|enum_statement|ternary/.test(kind))).toEqual([]);
  });

  it('evaluates no text (trap 9)', () => {
    expect(text).not.toMatch(/Invoke-Expression|\biex\b|scriptblock\]::Create|ExpandString|NewScriptBlock/i);
  });

  it('never reads the pipeline that belongs to the host (traps 1 and 4)', () => {
    expect(text).not.toMatch(/\$input\b|Read-Host/i);
  });
});

describe('the scripts of the agent', () => {
  it('evaluate text in one place: their own, in the second runspace and in sessions', () => {
    const places = agentScripts.filter(({ text }) => /AddScript|\.InvokeScript/.test(text));
    expect(places.map(({ name }) => name)).toEqual(['agent.ps1']);
    expect(places[0]?.text.match(/AddScript\([^)]*\)/g)).toEqual(['AddScript($Script)']);
  });

  it('ask ConvertTo-Json for depth, since its usual one cuts silently (trap 13)', () => {
    const calls = agentScripts.flatMap(({ calls }) => calls).filter(({ name }) => name === 'ConvertTo-Json');
    expect(calls.length).toBeGreaterThan(0);
    for (const { parameters } of calls) expect(parameters).toEqual(expect.arrayContaining(['Depth', 'InputObject']));
  });

  const reference: Reference = { ...syntax.modules.FailoverClusters, ...syntax.modules['Hyper-V'] };
  const setsOf = (name: string): readonly (readonly string[])[] =>
    Object.values(reference[name]?.sets ?? {}).map((set) => set.split(' ').map((text) => text.replace(/:.*/, '')));
  const own = new Set(agentScripts.flatMap(({ functions }) => functions));
  const calls = agentScripts
    .flatMap(({ calls }) => calls)
    .filter(({ name }) => /^[A-Za-z]+-(Cluster|VM)/.test(name) && !own.has(name));

  it('call only cmdlets and parameters of FailoverClusters and Hyper-V that exist, all of one parameter set', () => {
    const unknown = calls.filter(
      ({ name, parameters }) =>
        !setsOf(name).some((set) =>
          parameters.every((parameter) => parameter === 'ErrorAction' || set.includes(parameter)),
        ),
    );
    expect(unknown.map(({ name, parameters }) => `${name} ${parameters.join(' ')}`)).toEqual([]);
  });
});

describe.skipIf(pwsh === null)('PowerShell itself', () => {
  it('understands every script', () => {
    const command = [
      '$errors = @(foreach ($file in $args) {',
      '$found = $null',
      '[void][Management.Automation.Language.Parser]::ParseFile($file, [ref]$null, [ref]$found)',
      '$found | ForEach-Object { "$file $($_.Extent.StartLineNumber): $($_.Message)" } })',
      '[Console]::Out.Write(($errors -join "`n"))',
    ].join('\n');
    const files = powerShellFiles(powerShellFolder);
    const script = `& { ${command} } ${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(' ')}`;
    const encoded = Buffer.from(script, 'utf16le').toString('base64');
    const said = execFileSync(pwsh ?? '', ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded]);
    expect(said.toString('utf8')).toBe('');
  });
});
