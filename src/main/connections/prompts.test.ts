import { expect, test } from 'vitest';
import type { ConnectionPrompt } from '#shared/contract/connections';
import { createPrompts, type PromptQuestion, type Prompts } from './prompts';

interface Rig {
  readonly prompts: Prompts;
  readonly told: readonly ConnectionPrompt[];
  readonly withdrawn: readonly string[];
}

function rig(): Rig {
  const told: ConnectionPrompt[] = [];
  const withdrawn: string[] = [];
  let ids = 0;
  const prompts = createPrompts({
    newId: () => `p${(ids += 1)}`,
    tell: (prompt) => told.push(prompt),
    withdraw: (id) => withdrawn.push(id),
  });
  return { prompts, told, withdrawn };
}

const never = new AbortController().signal;
const password: PromptQuestion = {
  kind: 'password',
  connection: 'c',
  host: 'demo1',
  account: 'admin',
  canKeep: false,
  wrongBefore: false,
};
const hostKey: PromptQuestion = {
  kind: 'hostKeys',
  connection: 'c',
  keys: [{ host: 'demo1', keyType: 'ED25519', fingerprint: 'SHA256:x' }],
};
const secret = { kind: 'secret', secret: 's', keep: false } as const;

test('questions are asked one after the other', async () => {
  const { prompts, told } = rig();
  const first = prompts.ask(hostKey, never);
  const second = prompts.ask(password, never);
  expect(told).toEqual([{ ...hostKey, prompt: 'p1' }]);
  expect(prompts.answer('p1', { kind: 'trust', hosts: ['demo1'] })).toEqual({ ok: true, value: null });
  expect(await first).toEqual({ kind: 'trust', hosts: ['demo1'] });
  expect(told).toEqual([
    { ...hostKey, prompt: 'p1' },
    { ...password, prompt: 'p2' },
  ]);
  prompts.answer('p2', secret);
  expect(await second).toEqual(secret);
  expect(prompts.open()).toBeNull();
});

test('a window that comes later finds the question that waits', () => {
  const { prompts } = rig();
  void prompts.ask(password, never);
  expect(prompts.open()).toMatchObject({ prompt: 'p1', kind: 'password' });
});

test('a prompt is answered once, with what fits it, and only when it is its turn', async () => {
  const { prompts } = rig();
  const first = prompts.ask(hostKey, never);
  void prompts.ask(password, never);
  expect(prompts.answer('p2', secret)).toMatchObject({ ok: false, error: { kind: 'notFound' } });
  expect(prompts.answer('p1', secret)).toMatchObject({ ok: false, error: { kind: 'badInput' } });
  expect(prompts.answer('p1', { kind: 'cancel' })).toMatchObject({ ok: true });
  expect(prompts.answer('p1', { kind: 'trust', hosts: ['demo1'] })).toMatchObject({
    ok: false,
    error: { kind: 'notFound' },
  });
  expect(await first).toEqual({ kind: 'cancel' });
});

test('a question that nobody waits for is withdrawn, and the next one asked', async () => {
  const { prompts, told, withdrawn } = rig();
  const [one, two] = [new AbortController(), new AbortController()];
  const first = prompts.ask(password, one.signal);
  const second = prompts.ask(password, two.signal);
  void prompts.ask(hostKey, never);
  two.abort();
  expect(await second).toEqual({ kind: 'cancel' });
  expect(withdrawn).toEqual([]);
  one.abort();
  expect(await first).toEqual({ kind: 'cancel' });
  expect(withdrawn).toEqual(['p1']);
  expect(told.map(({ prompt }) => prompt)).toEqual(['p1', 'p3']);
});

test('nothing is asked at the end of the program', async () => {
  const { prompts, told } = rig();
  const waiting = prompts.ask(password, never);
  prompts.close();
  expect(await waiting).toEqual({ kind: 'cancel' });
  expect(await prompts.ask(password, never)).toEqual({ kind: 'cancel' });
  expect(told).toHaveLength(1);
});
