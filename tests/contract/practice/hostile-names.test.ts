import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { presentSnapshot } from '#backend/present-snapshot';
import { startPracticeServer } from '#backend/practice/practice-server';
import { catalogue, commandOf } from '#shared/commands/catalogue';
import { renderScript } from '#shared/commands/render-script';
import { openBackend } from '../../support/practice-rig';
import { findPwsh, powerShellFolder } from '../../support/pwsh';
import type { CommandCase } from './command-stories';
import { lasting, pairOf } from './pair';

const pwsh = findPwsh();

const names = [
  'VM[1]*',
  '*',
  '?M1',
  '[a-z]*',
  'V`M1',
  "'; Stop-Cluster; '",
  '$(Stop-Cluster)',
  '`"${env:PATH}',
  '\u2018; Stop-Cluster; \u2019',
  'a\nb\tc',
  '\u202eVM1',
  'x'.repeat(300),
  '\u{1f600}'.repeat(20),
  '<img src=x onerror=alert(1)>',
  '-Force',
  '@{a=1}',
];

/** Roles that a name taken for a pattern or for PowerShell would hit. */
const others = ['VM1', 'VM11', 'a'];

const scenario = `
schema: regroup/scenario/1
title: Hostile names
cluster: { name: C }
nodes: [{ name: Demo1 }, { name: Demo2 }]
roles:
${[...others, ...names]
  .map((name) => `  - { name: ${JSON.stringify(name)}, type: genericService, owner: Demo1 }`)
  .join('\n')}
`;

function commandsFor(role: string): readonly CommandCase[] {
  return [
    ['role.setPriority', { role, priority: 'high' }],
    ['role.setAntiAffinity', { role, antiAffinity: [role] }],
    ['role.setPreferredOwners', { role, preferredOwners: ['Demo2'] }],
    ['role.move', { role, destination: 'Demo2' }],
    ['resource.setPolicies', { resource: role, restart: { threshold: 3 } }],
    ['role.dependencyReport', { role }],
    ['role.takeOffline', { role }],
    ['resource.remove', { resource: role }],
    ['role.remove', { role }],
  ];
}

describe.skipIf(pwsh === null)('a name, whatever it is made of', () => {
  test('is only the name of that one object for every command through agent and modules', async () => {
    const pair = await pairOf(pwsh ?? '', scenario);
    try {
      for (const name of names) {
        for (const command of commandsFor(name)) {
          await pair.run(command);
          await pair.settle();
          const [one, other] = [pair.one.view().snapshot, pair.other.view().snapshot];
          expect(lasting(one), JSON.stringify(command)).toEqual(lasting(other));
          expect(one.operations.at(-1)?.outcome, JSON.stringify(command)).toBe('succeeded');
        }
      }
      const left = pair.one.view().snapshot.roles.filter(({ isCoreGroup }) => !isCoreGroup);
      expect(left.map(({ name, state, ownerNode, priority }) => [name, state, ownerNode, priority])).toEqual(
        others.map((name) => [name, 'Online', 'Demo1', 2000]),
      );
    } finally {
      await pair.close();
    }
  });

  test('is only the name of that one object for the PowerShell that is shown to be copied', async () => {
    const backend = await openBackend(scenario);
    onTestFinished(() => backend.close());
    const server = await startPracticeServer({ backend, advanceWhileWaiting: true, epoch: 0 });
    onTestFinished(() => server.close());
    const shown = names.flatMap((role) =>
      (
        [
          ['role.setPriority', { role, priority: 'high' }],
          ['role.setPreferredOwners', { role, preferredOwners: ['Demo2', 'Demo1'] }],
          ['role.takeOffline', { role }],
        ] as const
      ).map(([command, input]) => renderScript(commandOf(command).script(catalogue[command].input.parse(input)))),
    );
    const script = ["$ErrorActionPreference = 'Stop'", "$ProgressPreference = 'SilentlyContinue'", ...shown].join('\n');
    const encoded = Buffer.from(script, 'utf16le').toString('base64');
    await promisify(execFile)(pwsh ?? '', ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded], {
      env: {
        ...process.env,
        REGROUP_PRACTICE_PIPE: server.pipe,
        REGROUP_PRACTICE_TOKEN: server.token,
        PSModulePath: join(powerShellFolder, 'RegroupPractice'),
      },
    });
    const roles = presentSnapshot(backend)?.roles.filter(({ isCoreGroup }) => !isCoreGroup) ?? [];
    expect(
      roles.map(({ name, priority, preferredOwners, state }) => [name, priority, preferredOwners, state === 'Online']),
    ).toEqual([
      ...others.map((name) => [name, 2000, [], true]),
      ...names.map((name) => [name, 3000, ['Demo2', 'Demo1'], false]),
    ]);
  });
});
