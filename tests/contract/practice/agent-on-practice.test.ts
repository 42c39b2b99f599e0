import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue, isCommandName } from '#shared/commands/catalogue';
import { findPwsh } from '../../support/pwsh';
import { cancelled, stories, type CommandCase } from './command-stories';
import { lasting, pairOf, type Pair } from './pair';

const pwsh = findPwsh();

test('every command of the catalogue is compared', () => {
  const told = [...stories.flatMap(({ commands }) => commands), cancelled.first, cancelled.then];
  const compared = new Set<string>(told.map(([command]) => command));
  const left = Object.keys(catalogue).filter((name) => isCommandName(name) && !compared.has(name));
  // Add it to tests/contract/practice/command-stories.ts.
  expect(left).toEqual([]);
});

/** The agent in PowerShell, the practice modules and the pipe between a command and the cluster must change nothing. */
describe.skipIf(pwsh === null).each(stories)('the agent on the practice modules', (story) => {
  let pair: Pair;

  beforeAll(async () => {
    pair = await pairOf(pwsh ?? '', story.scenario);
  });

  afterAll(() => pair.close());

  test.each(story.commands)('%s %j', async (...command) => {
    await pair.run(command as CommandCase);
    await pair.settle();
    expect(lasting(pair.one.view().snapshot)).toEqual(lasting(pair.other.view().snapshot));
  });
});

describe.skipIf(pwsh === null)('a live migration through the agent', () => {
  test('is cancelled where it is, as it is without', async () => {
    const pair = await pairOf(pwsh ?? '', cancelled.scenario);
    try {
      await pair.run(cancelled.first);
      await pair.run(cancelled.then);
      await pair.settle();
      const [one, other] = [pair.one.view(), pair.other.view()];
      expect(lasting(one.snapshot)).toEqual(lasting(other.snapshot));
      expect(one.role('VM1')?.ownerNode).toBe('Demo1');
      expect(one.snapshot.operations.map(({ command, outcome }) => [command, outcome])).toEqual([
        ['role.liveMigrate', 'cancelled'],
        ['role.cancelMigration', 'succeeded'],
      ]);
    } finally {
      await pair.close();
    }
  });
});
