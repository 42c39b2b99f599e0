import { describe, expect, it } from 'vitest';
import { available } from '#shared/commands/command-definition';
import { clusterView } from '#shared/model/cluster-view';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { actionsFor, placeActions, reasonOf, type Action, type ActionRules } from './actions';

const view = clusterView(sampleSnapshot());
const rules: ActionRules = {
  hasDialog: () => true,
  tools: [],
  blockedBecause: null,
  unchangeableBecause: null,
  training: false,
};
const titles = (actions: readonly Action[]) => actions.map(({ title }) => title);
const role = (name: string) => ({ kind: 'role', name }) as const;

describe('the actions of a selected object', () => {
  it('are those of the catalogue for a role and for its virtual machine', () => {
    const found = titles(actionsFor(role('SQL-01'), view, rules));
    expect(found).toEqual(
      expect.arrayContaining(['Bring Online', 'Take Offline', 'Move', 'Live Migrate', 'Remove', 'Turn Off']),
    );
    expect(new Set(found).size).toBe(found.length);
  });

  it('are fewer for a role that is no virtual machine', () => {
    const found = titles(actionsFor(role('FS1'), view, rules));
    expect(found).toContain('Take Offline');
    expect(found).not.toContain('Turn Off');
  });

  it('stay where they are when they cannot be chosen, with the reason', () => {
    const bringOnline = actionsFor(role('SQL-01'), view, rules).find(({ title }) => title === 'Bring Online');
    expect(bringOnline === undefined ? '' : reasonOf(bringOnline)).toMatch(/online/i);
  });

  it('leave out what asks for more and has no dialog yet', () => {
    const found = actionsFor(role('SQL-01'), view, {
      ...rules,
      hasDialog: (command) => command === 'role.liveMigrate',
    });
    expect(titles(found)).toContain('Live Migrate');
    expect(titles(found)).not.toContain('Move');
    expect(titles(found)).toContain('Take Offline');
  });

  it('say for a disk what can be done with its resource too', () => {
    const found = actionsFor({ kind: 'disk', name: 'LUN7' }, view, rules);
    expect(titles(found)).toEqual(expect.arrayContaining(['Take Offline', 'Simulate Failure', 'Remove']));
    expect(titles(found).filter((title) => title === 'Remove')).toHaveLength(1);
  });

  it('offer the log of a node that is up', () => {
    const log = (name: string, state: 'Up' | 'Down') =>
      actionsFor({ kind: 'node', name }, clusterView(sampleSnapshot({ nodes: { [name]: { state } } })), rules).filter(
        ({ title }) => title === 'Collect Cluster Log',
      );
    expect(log('Demo2', 'Up').map(reasonOf)).toEqual([undefined]);
    expect(log('Demo2', 'Up')[0]?.choice).toMatchObject({ target: { kind: 'node', name: 'Demo2' } });
    expect(log('Demo2', 'Down').map(reasonOf)).toEqual(['Demo2 is down.']);
  });

  it('are all greyed out with one reason where nothing can be done', () => {
    const blocked = actionsFor(role('SQL-01'), view, { ...rules, blockedBecause: 'The connection is lost.' });
    expect(blocked.map(reasonOf)).toEqual(blocked.map(() => 'The connection is lost.'));
  });

  it('are greyed out where nothing may be changed, but for reports, which only read', () => {
    const readOnly = { ...rules, unchangeableBecause: 'This connection is read-only.' };
    const found = [
      ...actionsFor(role('SQL-01'), view, readOnly),
      ...placeActions('cluster', { kind: 'cluster', name: 'HVCLUSTER' }, view, readOnly),
    ];
    const free = found.filter((action) => action.choice.kind === 'command' && reasonOf(action) === undefined);
    expect(titles(free)).toEqual(['Show Dependency Report', 'Collect Cluster Log']);
    const validate = found.find(({ choice }) => choice.kind === 'command' && choice.command === 'cluster.validate');
    expect(validate === undefined ? undefined : reasonOf(validate)).toBe('This connection is read-only.');
  });

  it('end with what loses something, and last of all with what loses the object itself', () => {
    expect(titles(actionsFor(role('SQL-01'), view, rules)).slice(-2)).toEqual(['Turn Off', 'Remove']);
  });

  it('have one command for each key at most', () => {
    const keys = actionsFor(role('SQL-01'), view, rules).flatMap(({ shortcut }) => shortcut ?? []);
    expect(keys).toEqual(['Delete']);
  });
});

describe('the actions of a place', () => {
  it('begin with its tools and end with Refresh', () => {
    const tool = {
      id: 'configureRole',
      title: 'Configure a Service or Application',
      icon: null,
      places: ['roles'],
      availability: () => available,
      render: () => null,
    } as const;
    const found = titles(placeActions('roles', null, view, { ...rules, hasDialog: () => false, tools: [tool] }));
    expect(found).toEqual(['Configure a Service or Application', 'Refresh']);
    expect(titles(placeActions('nodes', null, view, { ...rules, hasDialog: () => false, tools: [tool] }))).toEqual([
      'Refresh',
    ]);
  });

  it('are those of the object that the place shows', () => {
    expect(titles(placeActions('node', { kind: 'node', name: 'Demo1' }, view, rules))).toContain('Pause');
  });
});
