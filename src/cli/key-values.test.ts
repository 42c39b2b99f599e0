import { describe, expect, test } from 'vitest';
import { commandOf } from '#shared/commands/catalogue';
import { inputOf } from './key-values';

const read = (command: Parameters<typeof commandOf>[0], ...words: readonly string[]) =>
  inputOf(words, commandOf(command).input);

describe('key=value words', () => {
  test('are taken as the command wants them', () => {
    expect(read('node.pause', 'node=Demo1', 'drain=true')).toEqual({ ok: true, value: { node: 'Demo1', drain: true } });
    expect(read('node.setVote', 'node=1', 'vote=0')).toEqual({ ok: true, value: { node: '1', vote: 0 } });
    expect(read('role.setPreferredOwners', 'role=VM1', 'preferredOwners=Demo2, Demo1')).toEqual({
      ok: true,
      value: { role: 'VM1', preferredOwners: ['Demo2', 'Demo1'] },
    });
    expect(read('role.setFailover', 'role=VM1', 'failover={"threshold":2}')).toEqual({
      ok: true,
      value: { role: 'VM1', failover: { threshold: 2 } },
    });
  });

  test('keep what a name holds', () => {
    const name = `a=b,'$(x)' "y"`;
    expect(read('role.move', `role=${name}`)).toEqual({ ok: true, value: { role: name } });
  });

  test('that are none, or come twice, are told', () => {
    expect(read('role.move', 'VM1')).toEqual({ ok: false, error: '"VM1" is no key=value.' });
    expect(read('role.move', 'role=a', 'role=b')).toEqual({ ok: false, error: 'role is given twice.' });
  });
});
