import { describe, expect, it } from 'vitest';
import { suggestionFor } from './suggestion';

describe('Scenario files: suggestions', () => {
  it.each([
    ['memroy', 'memory'],
    ['onwer', 'owner'],
    ['preferedOwners', 'preferredOwners'],
    ['DEMO1', 'Demo1'],
    ['Dmeo2', 'Demo2'],
    ['role.livemigrate', 'role.liveMigrate'],
    ['nodeAndDiscMajority', 'nodeAndDiskMajority'],
  ])('knows what %s means', (word, meant) => {
    const names = ['memory', 'owner', 'preferredOwners', 'Demo1', 'Demo2', 'role.liveMigrate', 'nodeAndDiskMajority'];
    expect(suggestionFor(word, names)).toBe(meant);
  });

  it('says nothing when nothing is near', () => {
    expect(suggestionFor('colour', ['memory', 'owner'])).toBeNull();
    expect(suggestionFor('x', ['y'])).toBeNull();
    expect(suggestionFor('VM1', [])).toBeNull();
  });

  it('takes the nearest, and the first of equally near ones', () => {
    expect(suggestionFor('Demo', ['Demo10', 'Demo1', 'Demo2'])).toBe('Demo1');
  });
});
