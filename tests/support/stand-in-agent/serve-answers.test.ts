import { expect, it } from 'vitest';
import type { JsonValue } from '#shared/model/operation';
import { agentRig } from './agent-rig';
import { standInLaunch } from './launch';
import { serveAnswers } from './serve-answers';

it('a stand-in agent answers what the test says', async () => {
  const asked: unknown[] = [];
  const server = await serveAnswers((request) => {
    asked.push(request);
    return request.op === 'read'
      ? [
          ['rows', [{ Name: 'Demo1' }]],
          ['done', null],
        ]
      : [['done', { files: [] }]];
  });
  const { agent, read } = agentRig({ launch: standInLaunch({ answers: server.pipe }) });
  const rows: JsonValue[] = [];
  expect(await read('nodes', { onRows: (more) => rows.push(...more) })).toEqual({ ok: true, value: null });
  expect(rows).toEqual([{ Name: 'Demo1' }]);
  const steps = [{ kind: 'pipeline', calls: [{ cmdlet: 'Stop-Cluster', parameters: { Force: true } }] }];
  const run = { op: 'run' as const, args: { steps }, timeout: 10_000 };
  expect(await agent.run(run)).toEqual({ ok: true, value: { files: [] } });
  expect(asked).toEqual([
    { op: 'read', args: { section: 'nodes' } },
    { op: 'run', args: { steps } },
  ]);
  await agent.close();
  await server.close();
});
