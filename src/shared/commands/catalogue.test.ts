import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { clusterView } from '../model/cluster-view';
import { objectKinds } from '../model/object-reference';
import { catalogue, commandsFor, isCommandName } from './catalogue';

describe('the catalogue', () => {
  it('calls every command by the name it stands under', () => {
    for (const [name, command] of Object.entries(catalogue)) expect(command.name).toBe(name);
  });

  it('offers every command for exactly one kind of object', () => {
    const offered = objectKinds.flatMap((kind) => commandsFor(kind).map((command) => command.name));
    expect([...offered].sort()).toEqual(Object.keys(catalogue).sort());
  });

  it('knows its own names only', () => {
    expect(isCommandName('role.liveMigrate')).toBe(true);
    expect(isCommandName('toString')).toBe(false);
  });

  it('says for a role what cannot be reached without quorum', () => {
    const view = clusterView(sampleSnapshot({ quorum: { state: 'Lost' } }));
    for (const command of commandsFor('role'))
      expect(command.availability('SQL-01', view)).toEqual({ available: false, reason: 'The cluster has no quorum.' });
  });
});
