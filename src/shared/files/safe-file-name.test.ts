import { expect, test } from 'vitest';
import { safeFileName, safeFileNames } from './safe-file-name';

test.each([
  ['Report of HVCLUSTER', 'Report of HVCLUSTER.html'],
  ['report.html', 'report.html'],
  ['Report.HTML', 'Report.html'],
  ['Überblick ☃ 概要', 'Überblick ☃ 概要.html'],
  ['../../etc/passwd', '_.._etc_passwd.html'],
  ['C:\\Windows\\System32\\x', 'C__Windows_System32_x.html'],
  ['/absolute', '_absolute.html'],
  ['a<b>:"|?*c', 'a_b______c.html'],
  ['line\r\nend\u0000\u001b[2J', 'line__end__[2J.html'],
  ['invoice\u202elmth.exe', 'invoice_lmth.exe.html'],
  ['.hidden', 'hidden.html'],
  ['trailing. . ', 'trailing.html'],
  ['CON', '_CON.html'],
  ['nul.txt', '_nul.txt.html'],
  ['', 'regroup.html'],
  ['...', 'regroup.html'],
  ['.html', 'regroup.html'],
])('%j is saved as %j', (suggested, name) => expect(safeFileName(suggested, 'html')).toBe(name));

test.each(['😀', 'é', '概', 'x'])(
  'a very long name of %s is cut between characters, as every file system takes it',
  (character) => {
    const name = safeFileName(character.repeat(300), 'csv');
    expect(name).toMatch(new RegExp(`^(${character})+[.]csv$`, 'u'));
    expect(name.length).toBeLessThanOrEqual(124);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(204);
  },
);

test('half of a character is none', () => expect(safeFileName('a\ud83d', 'csv')).toBe('a_.csv'));

test('files that lie side by side have names that differ, however long they are', () => {
  const files = ['a/b', 'A\\b', 'x'.repeat(300), `${'x'.repeat(300)}y`, '', '...'];
  expect(safeFileNames(files.map((suggested) => ({ suggested, type: 'log' })))).toEqual([
    'a_b.log',
    'A_b 2.log',
    `${'x'.repeat(120)}.log`,
    `${'x'.repeat(120)} 2.log`,
    'regroup.log',
    'regroup 2.log',
  ]);
  expect(safeFileNames([{ suggested: 'report.MHT', type: 'MHT' }])).toEqual(['report.MHT']);
});
