import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderScript, stringLiteral } from './render-script';
import { call, cmdletCall, pipeline, setProperty } from './script-step';

/** The single quotes of PowerShell's tokenizer (CharTraits, IsSingleQuote). */
const singleQuotes = "'\u2018\u2019\u201A\u201B";

/** Reads a single-quoted string at `start` by PowerShell's rules: two quotes are one, the first alone ends it. */
function readQuoted(source: string, start: number): { readonly text: string; readonly end: number } {
  if (!singleQuotes.includes(source.charAt(start))) throw new Error(`No quote at ${start}: ${source}`);
  let text = '';
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (singleQuotes.includes(character)) {
      const next = source.charAt(at + 1);
      if (next === '' || !singleQuotes.includes(next)) return { text, end: at + 1 };
      at += 1;
      text += next;
    } else {
      text += character;
    }
  }
  throw new Error(`The quote does not end: ${source}`);
}

/** Reads what {@link stringLiteral} may write: a quoted string, or a sum of quoted strings and characters in parentheses. */
function readLiteral(source: string): string {
  if (!source.startsWith('(')) {
    const { text, end } = readQuoted(source, 0);
    if (end !== source.length) throw new Error(`Something stands behind the literal: ${source}`);
    return text;
  }
  let text = '';
  let at = 1;
  for (;;) {
    const character = /^\[char\]0x([0-9A-F]{4})/.exec(source.slice(at));
    if (character?.[1] !== undefined) {
      if (at === 1) throw new Error('A sum that begins with a character is a number');
      text += String.fromCharCode(Number.parseInt(character[1], 16));
      at += character[0].length;
    } else {
      const read = readQuoted(source, at);
      text += read.text;
      at = read.end;
    }
    if (source.slice(at) === ')') return text;
    if (!source.startsWith(' + ', at)) throw new Error(`No sum: ${source}`);
    at += 3;
  }
}

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...singleQuotes.split(''),
      ...[
        '"',
        '\u201C',
        '\u201D',
        '\u201E',
        '`',
        '$',
        '$(',
        ')',
        '(',
        '{',
        '}',
        ';',
        '|',
        '&',
        '@',
        '#',
        '<',
        '>',
        ' ',
      ],
      ...['\n', '\r', '\0', '\t', '\u001B[31m', '\u2028', '\u2029', '\u202E', '\u200B', '\uFEFF', '\uD800', '\uDC00'],
      ...['😀', 'é', ' + ', '[char]0x41', "'; Remove-Cluster -Force; '"],
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  maxLength: 40,
});

describe('a literal', () => {
  it('is the text again when PowerShell reads it, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readLiteral(stringLiteral(text))).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('shows nothing that breaks the line or reverses its direction', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(stringLiteral(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 5000 },
    );
  });

  it('doubles the typographic quotes, which PowerShell takes for plain ones', () => {
    expect(stringLiteral('a\u2019; Remove-Cluster; \u2018b')).toBe("'a\u2019\u2019; Remove-Cluster; \u2018\u2018b'");
  });

  it('writes a line break as a character', () => {
    expect(stringLiteral('a\nb')).toBe("('a' + [char]0x000A + 'b')");
    expect(stringLiteral('\n')).toBe("('' + [char]0x000A)");
  });
});

describe('a script', () => {
  it.each([
    ['VM[1]*', "'VM[1]*'"],
    ['V`M1', "'V`M1'"],
    ["*'; Stop-Cluster; '", "'*''; Stop-Cluster; '''"],
  ])('never gives %s to a cmdlet that could take it for a pattern', (name, literal) => {
    const only = `Where-Object -Property 'Name' -EQ -Value ${literal}`;
    expect(
      renderScript([
        call('Remove-ClusterGroup', { Name: [name], Force: true, Confirm: false }),
        call('Set-ClusterOwnerNode', { Resource: name, Owners: ['Demo1'] }),
        call('Stop-VM', { Name: name, ComputerName: 'Demo1', Force: true }),
        call('Get-ClusterResourceDependencyReport', { Group: name }),
        call('Start-ClusterGroup', { Name: ['VM1', name] }),
        call('Add-ClusterGroup', { Name: name }),
        pipeline(cmdletCall('Get-ClusterResource', { Name: name }), cmdletCall('Set-ClusterParameter', { Name: 'x' })),
        setProperty(cmdletCall('Get-ClusterGroup', { Name: name }), 'Priority', 3000),
      ]),
    ).toBe(
      [
        `Get-ClusterGroup | ${only} | Remove-ClusterGroup -Force -Confirm:$false`,
        `Get-ClusterResource | ${only} | Set-ClusterOwnerNode -Owners 'Demo1'`,
        `Get-VM -ComputerName 'Demo1' | ${only} | Stop-VM -Force`,
        `Get-ClusterGroup | ${only} | Get-ClusterResourceDependencyReport`,
        `Get-ClusterGroup | Where-Object -Property 'Name' -In -Value @('VM1', ${literal}) | Start-ClusterGroup`,
        `Add-ClusterGroup -Name ${literal}`,
        `Get-ClusterResource | ${only} | Set-ClusterParameter -Name 'x'`,
        `(Get-ClusterGroup | ${only}).Priority = 3000`,
      ].join('\n'),
    );
  });

  it('writes calls as an administrator would type them', () => {
    expect(
      renderScript([
        call('Move-ClusterVirtualMachineRole', { Name: 'SQL-01', Node: 'Demo2', MigrationType: 'Live', Wait: 0 }),
        call('Suspend-ClusterNode', { Name: ['Demo1'], Drain: true, Confirm: false }),
        call('Set-ClusterOwnerNode', { Group: 'FS1', Owners: ['Demo1', "Bob's"] }),
        call('Set-ClusterOwnerNode', { Group: 'FS1', Owners: [] }),
      ]),
    ).toBe(
      [
        "Move-ClusterVirtualMachineRole -Name 'SQL-01' -Node 'Demo2' -MigrationType 'Live' -Wait 0",
        "Suspend-ClusterNode -Name 'Demo1' -Drain -Confirm:$false",
        "Set-ClusterOwnerNode -Group 'FS1' -Owners @('Demo1', 'Bob''s')",
        "Set-ClusterOwnerNode -Group 'FS1' -Owners @()",
      ].join('\n'),
    );
  });

  it('writes pipelines and properties', () => {
    expect(
      renderScript([
        pipeline(cmdletCall('Get-ClusterAvailableDisk'), cmdletCall('Add-ClusterDisk')),
        setProperty(cmdletCall('Get-ClusterGroup', { Name: ['x'] }), 'Priority', 3000),
        setProperty(cmdletCall('Get-ClusterNetwork', { Name: ['x'] }), 'Name', 'Private'),
      ]),
    ).toBe(
      [
        'Get-ClusterAvailableDisk | Add-ClusterDisk',
        "(Get-ClusterGroup -Name 'x').Priority = 3000",
        "(Get-ClusterNetwork -Name 'x').Name = 'Private'",
      ].join('\n'),
    );
  });
});
