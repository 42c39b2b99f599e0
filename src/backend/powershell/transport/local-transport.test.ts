import { expect, test } from 'vitest';
import { ManualTime } from '../../../../tests/support/manual-time';
import { createPowerShellBackend } from '../powershell-backend';
import { localTransport } from './local-transport';

test('a PowerShell that is not there is told at once, and not waited for', async () => {
  // Nobody lets this time pass: a pause before another attempt would never end.
  const time = new ManualTime();
  const place = { executable: '/nowhere/pwsh', modulePath: null, cluster: 'HVCLUSTER' };
  const transport = localTransport(place, { script: '', time, log: () => undefined });
  const backend = createPowerShellBackend({ transport, time, now: () => 0, log: () => undefined });
  expect(await backend.connect()).toMatchObject({
    ok: false,
    error: {
      kind: 'unsupported',
      message: '"/nowhere/pwsh" is no program that can be started on this computer.',
      advice: expect.stringContaining('Name the PowerShell') as string,
    },
  });
  await backend.close();
});
