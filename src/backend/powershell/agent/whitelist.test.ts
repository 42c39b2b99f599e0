import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderWhitelist } from '../../../../tests/support/whitelist';

const file = new URL('../../../../resources/powershell/agent/whitelist.ps1', import.meta.url);

it('the whitelist of the agent is that of the catalogue', () => {
  if (process.env['REGROUP_RENEW'] === '1') writeFileSync(file, renderWhitelist());
  const told = 'Renew it with: REGROUP_RENEW=1 npx vitest run whitelist';
  expect(readFileSync(file, 'utf8') === renderWhitelist(), told).toBe(true);
});
