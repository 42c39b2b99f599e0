import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunReport } from '#simulator/run/run-report';
import { simulate } from './simulate';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(words: readonly string[], terminal = false): Result {
  const written = { stdout: '', stderr: '' };
  const code = simulate(words, {
    terminal,
    print: (text) => void (written.stdout += text),
    complain: (text) => void (written.stderr += text),
  });
  return { code, ...written };
}

const report = (text: string): RunReport => JSON.parse(text) as RunReport;

const good = `schema: regroup/scenario/1
title: Fine
cluster: {name: C}
nodes: [{name: Demo1}, {name: Demo2}, {name: Demo3}]
timeline: [{at: 5s, fault: node.crash, node: Demo3}]
expect:
  - {at: end, cluster: running}
  - {at: end, node: Demo3, state: Down}
`;

describe('simulate', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'regroup-simulate-'));
    mkdirSync(at('many/inner'), { recursive: true });
    mkdirSync(at('none'));
    writeFileSync(at('good.yaml'), good);
    writeFileSync(at('unmet.yaml'), good.replace('state: Down', 'state: Up'));
    writeFileSync(at('wrong.yaml'), good.replace('node: Demo3}]', 'node: Dmeo3}]'));
    writeFileSync(at('binary.yaml'), Buffer.from([0xff, 0xfe, 0x73, 0x00]));
    writeFileSync(at('many/b.yaml'), good);
    writeFileSync(at('many/a.yml'), good.replace('Fine', 'First'));
    writeFileSync(at('many/inner/c.YAML'), good.replace('Fine', 'Last'));
    writeFileSync(at('many/notes.txt'), 'not a scenario');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints one JSON object and nothing else when all is as expected', () => {
    const { code, stdout, stderr } = run([at('good.yaml')]);
    expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 2 });
    expect(report(stdout)).toMatchObject({ schema: 'regroup/run/1', title: 'Fine', seed: 1 });
  });

  it('tells what was not met, where it stands and what was found', () => {
    const { code, stdout, stderr } = run([at('unmet.yaml')]);
    expect(code).toBe(1);
    expect(report(stdout).expectations[1]).toEqual({ index: 1, met: false, actual: { state: 'Down' } });
    expect(stderr).toBe(
      `${at('unmet.yaml')}:8:5: expectation 1, node Demo3 at 19000 ms: expected state Up; found state Down\n`,
    );
  });

  it('prints nothing on stdout for a wrong file', () => {
    expect(run([at('wrong.yaml')])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${at('wrong.yaml')}:5:46: expected the name of a node, found "Dmeo3"; did you mean "Demo3"?\n`,
    });
    expect(run([at('binary.yaml')])).toMatchObject({ code: 2, stdout: '' });
    expect(run([at('missing.yaml')])).toEqual({
      code: 2,
      stdout: '',
      stderr: `simulate: ${at('missing.yaml')} cannot be read: there is no such file or folder.\n`,
    });
  });

  it.skipIf(process.platform === 'win32')('does not read a device, which may have no end', () => {
    expect(run(['/dev/zero'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'simulate: /dev/zero is no scenario: it is a device.\n',
    });
  });

  it('runs a folder, one line a file in order of their names, with a summary on stderr', () => {
    const { code, stdout, stderr } = run([at('many')]);
    const titles = stdout
      .trim()
      .split('\n')
      .map((line) => report(line).title);
    expect({ code, titles }).toEqual({ code: 0, titles: ['First', 'Fine', 'Last'] });
    expect(stderr).toBe('3 scenario files: 3 as expected, 0 not as expected, 0 wrong\n');
  });

  it('answers with the highest exit code of a folder', () => {
    const { code, stdout, stderr } = run([folder]);
    expect(code).toBe(2);
    expect(stdout.trim().split('\n')).toHaveLength(5);
    expect(stderr).toContain('7 scenario files: 4 as expected, 1 not as expected, 2 wrong\n');
    expect(run([at('none')])).toMatchObject({ code: 2, stdout: '' });
  });

  it('ends and draws lots as it is told', () => {
    expect(report(run([at('good.yaml'), '--until', '3s', '--seed', '7']).stdout)).toMatchObject({
      endedAt: 3000,
      seed: 7,
    });
    expect(report(run(['--until=1500', at('good.yaml')]).stdout).endedAt).toBe(1500);
    const digest = (seed: string): string => report(run([at('good.yaml'), '--seed', seed]).stdout).digest;
    expect(digest('7')).toBe(digest('7'));
  });

  it('writes for people at a terminal, and as it is told', () => {
    const text = run([at('good.yaml')], true).stdout;
    expect(text).toContain('Expectations: all 2 met');
    expect(text).toContain('0:00:19.000  1135  critical');
    expect(run([at('good.yaml'), '--format', 'text']).stdout).toBe(text);
    expect(report(run([at('good.yaml'), '--format', 'json'], true).stdout).title).toBe('Fine');
  });

  it('lets no name steer the terminal', () => {
    writeFileSync(at('odd.yaml'), good.replaceAll('Demo1', '"a\\e[31mb\\u202ec"').replace('state: Down', 'state: Up'));
    const { stdout, stderr } = run([at('odd.yaml'), '--format', 'text']);
    expect(stdout).toContain('a\ufffd[31mb\ufffdc');
    expect(`${stdout}${stderr}`).not.toMatch(/[\u001b\u202e]/);
  });

  it('helps', () => {
    const { code, stdout, stderr } = run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const option of ['--until', '--seed', '--format']) expect(stdout).toContain(option);
  });

  it.each<[readonly string[], string]>([
    [[], 'A scenario file or a folder is missing.'],
    [['a.yaml', 'b.yaml'], 'One file or folder at a time: "b.yaml" is one too many.'],
    [['a.yaml', '--until', 'soon'], '--until takes a time such as 500ms, 10s, 5m or 6h, not "soon".'],
    [['a.yaml', '--seed', '1.5'], '--seed takes a whole number, not "1.5".'],
    [['a.yaml', '--format', 'xml'], '--format takes json or text, not "xml".'],
    [['a.yaml', '--unknown'], 'There is no option --unknown.'],
  ])('refuses %j', (words, reason) => {
    const { code, stdout, stderr } = run(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`simulate: ${reason}`);
  });
});

describe.each(['tests/scenarios', 'resources/scenarios'])('the scenarios of %s', (folder) => {
  it.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
    const { code, stdout, stderr } = run([join(folder, file)]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { events, snapshot, operations, digest } = report(stdout);
    const fractions = JSON.stringify({ events, snapshot }).match(/[:[,]-?\d+\.\d+(?=[,}\]])/g) ?? [];
    expect(fractions).toEqual([]);
    expect(operations.filter(({ outcome }) => outcome === 'running')).toEqual([]);
    expect(report(run([join(folder, file)]).stdout).digest).toBe(digest);
  });
});
