import { describe, expect, it } from 'vitest';
import { commandSamples } from '../../../tests/support/command-samples';
import { sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { clusterView } from '../model/cluster-view';
import { objectKinds } from '../model/object-reference';
import { catalogue, commandOf, commandsFor, isCommandName } from './catalogue';

const names = Object.keys(catalogue).filter(isCommandName);

describe('the catalogue', () => {
  it('calls every command by the name it stands under', () => {
    for (const [name, command] of Object.entries(catalogue)) expect(command.name).toBe(name);
  });

  it('offers every command for exactly one kind of object', () => {
    const offered = objectKinds.flatMap((kind) => commandsFor(kind).map((command) => command.name));
    expect([...offered].sort()).toEqual(Object.keys(catalogue).sort());
  });

  it('never shows two commands of the same title for one kind of object', () => {
    for (const kind of objectKinds) {
      const titles = commandsFor(kind).map((command) => command.title);
      expect(new Set(titles).size, titles.join(', ')).toBe(titles.length);
    }
  });

  it('knows its own names only', () => {
    expect(isCommandName('role.liveMigrate')).toBe(true);
    expect(isCommandName('toString')).toBe(false);
  });
});

describe.each(names)('%s', (name) => {
  const command = commandOf(name);

  it('accepts what the format says, and no field that it does not know', () => {
    for (const input of commandSamples[name]) {
      expect(command.input.safeParse(input).error).toBeUndefined();
      expect(command.input.safeParse({ ...input, surprise: 1 }).success).toBe(false);
    }
  });

  it('asks exactly when its target alone is not enough', () => {
    const complete = command.input.safeParse(command.inputFor('Demo1')).success;
    if (!command.asks) expect(complete).toBe(true);
  });

  it('is about the object that its menu entry names', () => {
    const parsed = command.input.safeParse(command.inputFor('Demo1'));
    if (!parsed.success || command.target === 'cluster') return;
    expect(command.targetOf(parsed.data)).toEqual({ kind: command.target, name: 'Demo1' });
  });

  it('says what it does with every input, in sentences, and names its objects', () => {
    const view = clusterView(sampleSnapshot());
    for (const input of commandSamples[name]) {
      const parsed: unknown = command.input.parse(input);
      expect(command.describe(parsed)).toMatch(/^[A-Z]/);
      const check = command.check(parsed, view);
      const sentences = check.accepted ? check.effects : [check.error.message];
      expect(sentences.length).toBeGreaterThan(0);
      for (const text of sentences) expect(text).toMatch(/^[^\s].*[.]$/s);
      for (const text of sentences) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it('is not offered and not accepted for what does not exist', () => {
    if (command.target === 'cluster') return;
    const view = clusterView(sampleSnapshot());
    expect(command.availability('Nothing', view)).toMatchObject({
      available: false,
      reason: expect.stringContaining('Nothing') as string,
    });
  });
});

describe('without quorum', () => {
  const view = clusterView(sampleSnapshot({ quorum: { state: 'Lost' } }));
  const reason = 'The cluster has no quorum.';

  it.each(['role', 'resource', 'disk', 'sharedVolume', 'network'] as const)('nothing is offered for a %s', (kind) => {
    for (const command of commandsFor(kind))
      expect(command.availability('SQL-01', view), command.name).toEqual({ available: false, reason });
  });

  it('commands are refused with 5925 and what to do', () => {
    expect(catalogue['role.bringOnline'].check({ role: 'WEB-01' }, view)).toMatchObject({
      accepted: false,
      error: { kind: 'noQuorum', code: 5925, message: reason, advice: expect.stringContaining('Start') as string },
    });
  });

  it('the cluster service can still be started', () => {
    const down = clusterView(sampleSnapshot({ cluster: { state: 'Stopped' }, nodes: { Demo2: { state: 'Down' } } }));
    expect(catalogue['node.startService'].availability('Demo2', down)).toEqual({ available: true });
  });
});
