import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { powerShellFolder } from '../../../../tests/support/pwsh';

const folder = join(powerShellFolder, 'jea');
const roles = join(folder, 'Regroup', 'RoleCapabilities');
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');
const namesIn = (text: string): readonly string[] => [...text.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
/** What stands behind a key, up to the end of its line. */
const valueOf = (text: string, key: string): string => new RegExp(`^\\s*${key}\\s*= (.*)$`, 'm').exec(text)?.[1] ?? '';

describe('the files of an endpoint', () => {
  it.each(readdirSync(roles))('%s shows one command, which the module has, and nothing else', (name) => {
    const role = read('Regroup', 'RoleCapabilities', name);
    const visible = namesIn(valueOf(role, 'VisibleFunctions'));
    expect(visible).toHaveLength(1);
    expect(namesIn(valueOf(read('Regroup', 'Regroup.psd1'), 'FunctionsToExport'))).toContain(visible[0]);
    expect(role).not.toMatch(/VisibleCmdlets|VisibleExternalCommands|VisibleProviders|FunctionDefinitions/);
  });

  it('give roles that there are, in a session that runs no scripts', () => {
    const endpoint = read('Regroup.pssc');
    const named = [...endpoint.matchAll(/RoleCapabilities = '([^']+)'/g)].map(([, name = '']) => name);
    expect(named).toEqual(['Regroup', 'RegroupReader']);
    for (const name of named) expect(existsSync(join(roles, `${name}.psrc`))).toBe(true);
    expect(valueOf(endpoint, 'SessionType')).toBe("'RestrictedRemoteServer'");
    expect(endpoint).not.toContain('LanguageMode');
  });
});
