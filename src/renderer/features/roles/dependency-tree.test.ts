import { expect, it } from 'vitest';
import type { Resource } from '#shared/model/resource';
import { dependencyLines, type DependencyLine } from './dependency-tree';

function resource(name: string, dependencyExpression = ''): Resource {
  return { id: name, name, dependencyExpression } as Resource;
}

function drawn(line: DependencyLine): string {
  const { content } = line;
  const text = content.kind === 'resource' ? content.resource.name : content.kind === 'group' ? content.join : '?';
  return `${'  '.repeat(line.depth)}${text}`;
}

it('puts each resource above what it depends on', () => {
  const lines = dependencyLines([
    resource('Disk'),
    resource('FS', '([FS Name]) and ([Disk])'),
    resource('FS Name', '([IP v4] or [IP v6])'),
    resource('IP v4'),
    resource('IP v6'),
    resource('Alone'),
  ]);
  expect(lines.map(drawn)).toEqual(['FS', '  FS Name', '    or', '      IP v4', '      IP v6', '  Disk', 'Alone']);
});

it('says which lines go on below, so that they can be drawn', () => {
  const lines = dependencyLines([resource('A', '[B] and [C]'), resource('B', '[D]'), resource('C'), resource('D')]);
  const [, b, d, c] = lines;
  expect(b).toMatchObject({ depth: 1, trunks: [], last: false });
  expect(d).toMatchObject({ depth: 2, trunks: [true], last: true });
  expect(c).toMatchObject({ depth: 1, trunks: [], last: true });
});

it('shows a provider that is not there, and ends in a circle', () => {
  expect(dependencyLines([resource('A', '[Gone]')]).map((line) => line.content.kind)).toEqual(['resource', 'missing']);
  expect(dependencyLines([resource('R', '[A]'), resource('A', '[B]'), resource('B', '[A]')]).map(drawn)).toEqual([
    'R',
    '  A',
    '    B',
    '      A',
  ]);
});
