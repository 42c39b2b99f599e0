import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { withFate, type AgentRequest, type AgentResult } from '../agent/agent-request';
import { createKeptFiles } from './kept-files';

/** Agents whose files have this content; pieces of three bytes. */
function filesWith(
  contents: { readonly [path: string]: string },
  answer?: (args: AgentRequest['args']) => AgentResult,
) {
  const asked: AgentRequest['args'][] = [];
  const files = createKeptFiles((_lane, { args }) => {
    asked.push(args);
    const bytes = Buffer.from(contents[typeof args['path'] === 'string' ? args['path'] : ''] ?? '');
    const offset = Number(args['offset']);
    const end = offset + 3 >= bytes.length;
    const base64 = bytes.subarray(offset, offset + 3).toString('base64');
    return Promise.resolve(answer?.(args) ?? success({ base64, end }));
  });
  onTestFinished(() => files.close());
  return { files, asked };
}

const entry = (fullName: string, length: string | null) => ({
  name: fullName.split('\\').at(-1) ?? '',
  fullName,
  length,
});

test('files come piece by piece, under names that are safe here and differ', async () => {
  const contents = { 'C:\\a\\Cluster.log': 'Grüße 😀', 'C:\\b\\cluster.log': '', 'C:\\c\\..\\x<y>.exe\u202e': 'z' };
  const { files } = filesWith(contents);
  const answer = {
    files: [
      entry('C:\\a\\Cluster.log', String(Buffer.byteLength(contents['C:\\a\\Cluster.log']))),
      entry('C:\\b\\cluster.log', '0'),
      { name: 'x<y>.exe\u202e', fullName: 'C:\\c\\..\\x<y>.exe\u202e', length: '1' },
      entry('C:\\gone.log', null),
    ],
  };
  const told: (number | null)[] = [];
  const brought = await files.bring('1', answer, (_text, percent) => told.push(percent));
  expect(brought).toEqual(
    success([
      { name: 'Cluster.log', size: 12 },
      { name: 'cluster 2.log', size: 0 },
      { name: 'x_y_.exe_.txt', size: 1 },
    ]),
  );
  expect(told.at(-1)).toBe(99);
  const content = await files.read('1', 'Cluster.log');
  if (!content.ok) throw new Error(content.error.message);
  expect(await text(content.value)).toBe('Grüße 😀');
});

test.each([{ files: [] }, null, 'x', { files: [{ name: 1 }] }])(
  'an answer without files brings none: %j',
  async (answer) => {
    const { files, asked } = filesWith({});
    expect(await files.bring('1', answer, () => undefined)).toEqual(success([]));
    expect(asked).toEqual([]);
  },
);

test('a file that cannot be brought says where it is, and nothing is kept by halves', async () => {
  const gone = failure(withFate(clusterError('agentCrashed', 'The agent ended.'), 'unknown'));
  const { files } = filesWith({ a: 'abc' }, ({ path }) =>
    path === 'b' ? gone : success({ base64: 'YWJj', end: true }),
  );
  const answer = { files: [entry('a', '3'), entry('b', '3')] };
  expect(await files.bring('1', answer, () => undefined)).toMatchObject({
    ok: false,
    error: {
      kind: 'agentCrashed',
      message: expect.stringContaining('b') as string,
      advice: expect.stringContaining('a, b') as string,
    },
  });
  expect(await files.read('1', 'a.txt')).toMatchObject({ ok: false, error: { kind: 'notFound' } });
});

test('what is too large is not brought, and an agent that gives nothing for ever is given up', async () => {
  const { files, asked } = filesWith({});
  const large = { files: [entry('huge', String(5 * 1024 ** 3))] };
  expect(await files.bring('1', large, () => undefined)).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(asked).toEqual([]);
  const { files: empty } = filesWith({}, () => success({ base64: '', end: false }));
  expect(await empty.bring('1', { files: [entry('a', '1')] }, () => undefined)).toMatchObject({ ok: false });
});
