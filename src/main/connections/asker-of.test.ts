import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Asker, SecretQuestion } from '#backend/powershell/transport/asker';
import type { ConnectionPrompt, PromptAnswer } from '#shared/contract/connections';
import { quietLog, type QuietLog } from '../../../tests/support/quiet-log';
import { askerOf } from './asker-of';
import { createPrompts } from './prompts';
import { openSecretStore, type Safe, type SecretStore } from './secret-store';

/** Turns one bit of each letter around, which is not safe, but neither is it the text. */
function safe(isSafe = true): Safe {
  const turned = (text: string): string =>
    text.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) ^ 1));
  return {
    isSafe: () => Promise.resolve(isSafe),
    encrypt: (text) => Promise.resolve(Buffer.from(turned(text))),
    decrypt: (blob) => Promise.resolve(turned(blob.toString())),
  };
}

interface Rig {
  readonly asker: Asker;
  readonly secrets: SecretStore;
  readonly path: string;
  readonly log: QuietLog;
  readonly asked: readonly ConnectionPrompt[];
  /** A second start of the program. */
  readonly later: (safe: Safe) => SecretStore;
}

function rig(answers: readonly PromptAnswer[], own: Safe = safe(), connection: string | null = 'c', kept = true): Rig {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'secrets.json');
  const log = quietLog();
  const secrets = openSecretStore(path, own, log);
  const left = [...answers];
  const asked: ConnectionPrompt[] = [];
  const prompts = createPrompts({
    newId: () => `p${asked.length}`,
    tell: (prompt) => {
      asked.push(prompt);
      setImmediate(() => prompts.answer(prompt.prompt, left.shift() ?? { kind: 'cancel' }));
    },
    withdraw: () => undefined,
  });
  const asker = askerOf({ connection, prompts, secrets, isKept: () => kept });
  return { asker, secrets, path, log, asked, later: (other) => openSecretStore(path, other, log) };
}

const never = new AbortController().signal;
const question: SecretQuestion = { kind: 'password', host: 'demo1', account: 'SWS\\admin', wrongBefore: false };
const key = { connection: 'c', kind: 'password', of: 'SWS\\admin at demo1' } as const;
const said = (secret: string, keep: boolean): PromptAnswer => ({ kind: 'secret', secret, keep });

test('a password is asked for, and kept only when that is wanted', async () => {
  const { asker, asked, secrets } = rig([said('open sesame', false)]);
  expect(await asker.secret(question, never)).toBe('open sesame');
  expect(asked).toMatchObject([{ kind: 'password', account: 'SWS\\admin', host: 'demo1', canKeep: true }]);
  expect(await secrets.get(key)).toBeUndefined();
});

test('one that is kept is not asked for again, stands in no file in clear, and only this user can read the file', async () => {
  const { asker, asked, secrets, path, log, later } = rig([said('open sesame', true)]);
  await asker.secret(question, never);
  expect(await asker.secret(question, never)).toBe('open sesame');
  expect(asked).toHaveLength(1);
  secrets.flush();
  const file = readFileSync(path, 'utf8');
  expect(file).not.toContain('open sesame');
  expect(log.lines.join('\n')).not.toContain('sesame');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  expect(await later(safe()).get(key)).toBe('open sesame');
});

test('one that was refused is forgotten and asked for anew', async () => {
  const { asker, asked, secrets } = rig([said('wrong', true), said('right', true)]);
  await asker.secret(question, never);
  expect(await asker.secret({ ...question, wrongBefore: true }, never)).toBe('right');
  expect(asked.map((prompt) => 'wrongBefore' in prompt && prompt.wrongBefore)).toEqual([false, true]);
  expect(await secrets.get(key)).toBe('right');
});

test('it is for one account on one computer and one connection', async () => {
  const { asker, asked, secrets } = rig([said('one', true), said('two', true)]);
  await asker.secret(question, never);
  expect(await asker.secret({ ...question, host: 'elsewhere' }, never)).toBe('two');
  expect(asked).toHaveLength(2);
  secrets.removeAll('another');
  expect(await secrets.get(key)).toBe('one');
  secrets.removeAll('c');
  expect(await secrets.get(key)).toBeUndefined();
});

test('nothing is kept where there is no safe place, for a connection that is not saved, or one that was removed', async () => {
  const unsafe = rig([said('a', true)], safe(false));
  await unsafe.asker.secret(question, never);
  expect(unsafe.asked).toMatchObject([{ canKeep: false }]);
  const unsaved = rig([said('a', true)], safe(), null);
  await unsaved.asker.secret(question, never);
  expect(unsaved.asked).toMatchObject([{ canKeep: false, connection: null }]);
  const removed = rig([said('a', true)], safe(), 'c', false);
  await removed.asker.secret(question, never);
  for (const { secrets, path } of [unsafe, unsaved, removed]) {
    expect(await secrets.get(key)).toBeUndefined();
    secrets.flush();
    expect(contentsOf(path)).not.toContain('blob');
  }
});

test('one that the system cannot read any more is forgotten and asked for', async () => {
  const { asker, secrets, log, later } = rig([said('a', true)]);
  await asker.secret(question, never);
  secrets.flush();
  const changed = later({ ...safe(), decrypt: () => Promise.reject(new Error('another keychain')) });
  expect(await changed.get(key)).toBeUndefined();
  expect(log.lines.join('\n')).toContain('forgotten');
});

test('one that the system does not take is used all the same', async () => {
  const { asker } = rig([said('a', true)], {
    ...safe(),
    encrypt: () => Promise.reject(new Error('the wallet is locked')),
  });
  expect(await asker.secret(question, never)).toBe('a');
});

test('whoever cancels gives nothing, and trusts nothing', async () => {
  const { asker } = rig([]);
  expect(await asker.secret(question, never)).toBeNull();
  const key = { host: 'demo1', keyType: 'ED25519', fingerprint: 'SHA256:x' };
  expect(await asker.hostKeys([key], never)).toEqual([]);
  const keys = [key, { ...key, host: 'demo2' }];
  expect(await rig([{ kind: 'trust', hosts: ['demo2'] }]).asker.hostKeys(keys, never)).toEqual(['demo2']);
});

function contentsOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
