import { expect, test } from 'vitest';
import { safeFileName } from './safe-file-name';

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

test('a very long name is cut, never in the middle of a character', () => {
  const name = safeFileName('😀'.repeat(300), 'csv');
  expect(name).toBe(`${'😀'.repeat(120)}.csv`);
});
