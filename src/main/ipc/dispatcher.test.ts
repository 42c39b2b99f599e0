import { describe, expect, test } from 'vitest';
import { settingsSchema } from '#shared/settings/settings';
import { dispatcherRig, info, page } from '../../../tests/support/dispatcher-rig';
import { recordingBackend } from '../../../tests/support/recording-backend';

describe('a link of the terminal', () => {
  test('is opened in the browser', async () => {
    const { dispatch, opened } = dispatcherRig();
    await dispatch(page(), 'link.open', { url: 'https://learn.microsoft.com/a?b=c#d' });
    expect(opened).toEqual(['https://learn.microsoft.com/a?b=c#d']);
  });

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:', '\\\\server\\share\\x.exe', 'C:\\x.bat', ''])(
    'that is no web address is refused: %s',
    async (url) => {
      const { dispatch, opened } = dispatcherRig();
      expect(await dispatch(page(), 'link.open', { url })).toMatchObject({ ok: false, error: { kind: 'badInput' } });
      expect(opened).toEqual([]);
    },
  );
});

describe('a call', () => {
  test('is answered by the handler of its method', async () => {
    const { backend, dispatch } = dispatcherRig();
    expect(await dispatch(page(), 'app.info', undefined)).toEqual({ ok: true, value: info });
    const input = {
      connection: 'training',
      command: 'role.move',
      input: { role: 'SQL-01', list: [1, null, { a: true }] },
    };
    expect(await dispatch(page(), 'cluster.execute', input)).toMatchObject({ ok: true, value: { outcome: 'running' } });
    expect(backend.asked).toEqual([['execute', { command: 'role.move', input: input.input }]]);
  });

  test.each([
    'cluster.destroyEverything',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    17,
    null,
    undefined,
    {},
    ['app.info'],
    Symbol('app.info'),
  ])('of %o is refused: there is no such method', async (name) => {
    const { dispatch } = dispatcherRig();
    expect(await dispatch(page(), name, undefined)).toMatchObject({ ok: false, error: { kind: 'badInput' } });
  });

  const hostile: readonly (readonly [string, unknown])[] = [
    ['app.info', {}],
    ['cluster.look', null],
    ['cluster.look', { connection: 'training' }],
    ['cluster.look', { connection: 'training', parts: ['everything'] }],
    ['cluster.look', { connection: 'training', parts: [], more: true }],
    ['cluster.look', { connection: '', parts: ['roles'] }],
    ['app.log', { level: 'fatal', message: 'x' }],
    ['app.log', { level: 'info', message: 'x'.repeat(10_001) }],
    ['settings.change', { theme: 'blue' }],
    ['settings.change', { theme: 'dark', password: 'x' }],
    ['settings.change', { speed: Number.NaN }],
    ['settings.change', { speed: -1 }],
    ['cluster.execute', undefined],
    ['cluster.execute', { connection: '', command: 'role.move', input: {} }],
    ['cluster.execute', { connection: 'training', command: 'x'.repeat(101), input: {} }],
    ['cluster.execute', { connection: 'training', command: 'role.move', input: { role: undefined } }],
    ['cluster.execute', { connection: 'training', command: 'role.move', input: { role: () => 1 } }],
    ['cluster.execute', { connection: 'training', command: 'role.move', input: { role: 1n } }],
    ['cluster.execute', { connection: 'training', command: 'role.move', input: [] }],
    ['cluster.execute', { connection: 'training', command: 'role.move', input: {}, extra: 1 }],
    ['cluster.query', { connection: 'training', name: 'secrets', input: {} }],
    ['cluster.query', { connection: 'training', name: 'events', input: { limit: 1e9 } }],
    ['cluster.query', { connection: 'training', name: 'events', input: { levels: ['fatal'] } }],
    ['cluster.query', { connection: 'training', name: 'destinations', input: { role: 'A', kind: 'teleport' } }],
    ['training.clock', { connection: 'training', speed: 0 }],
    ['training.clock', { connection: 'training', speed: 1001 }],
    ['training.clock', { connection: 'training', speed: Infinity }],
    ['training.clock', { connection: 'training', step: false }],
    ['training.fault', { connection: 'training', fault: 'node.explode', input: {} }],
    ['training.fault', { connection: 'training', fault: '__proto__', input: {} }],
    ['training.fault', { connection: 'training', fault: 'node.crash', input: {} }],
    ['training.fault', { connection: 'training', fault: 'node.crash', input: { node: 'Demo1', also: 'x' } }],
    ['training.fault', { connection: 'training', fault: 'node.crash', input: { node: 'x'.repeat(257) } }],
    ['audit.search', { limit: 1001 }],
    ['audit.search', { limit: 10, outcomes: ['lost'] }],
    ['file.save', { suggestedName: 'x', type: 'exe', content: '' }],
    ['clipboard.write', { text: 5 }],
  ];
  test.each(hostile)('of %s with a wrong input is refused in words', async (name, input) => {
    const { backend, dispatch, settings } = dispatcherRig();
    const answer = await dispatch(page(), name, input);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'badInput' } });
    expect(backend.asked).toEqual([]);
    expect(settings()).toEqual(settingsSchema.parse({}));
  });

  test('with an input that would change every object changes none', async () => {
    const { dispatch } = dispatcherRig();
    const input: unknown = JSON.parse('{"connection":"training","command":"role.move","input":{"__proto__":{"x":1}}}');
    await dispatch(page(), 'cluster.execute', input);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('for a connection that does not exist says so', async () => {
    const { dispatch } = dispatcherRig();
    const input = { connection: 'production', command: 'role.move', input: {} };
    expect(await dispatch(page(), 'cluster.execute', input)).toMatchObject({ ok: false, error: { kind: 'notFound' } });
  });

  test('that makes a handler throw is answered, and the cause is in the log', async () => {
    const { dispatch, lines } = dispatcherRig(recordingBackend(), {
      list: () => Promise.reject(new Error('the list broke')),
    });
    expect(await dispatch(page(), 'connections.list', undefined)).toMatchObject({
      ok: false,
      error: { kind: 'unexpected', message: expect.stringContaining('the list broke') as unknown },
    });
    expect(lines.join('\n')).toContain('connections.list');
  });

  test('never puts the inputs of a command into the log', async () => {
    const { dispatch, lines } = dispatcherRig();
    const secret = 'correct horse battery staple';
    await dispatch(page(), 'cluster.execute', { connection: 'training', command: 5, input: { password: secret } });
    await dispatch(page(), 'settings.change', { theme: secret });
    await dispatch(page(), secret, secret);
    expect(lines).not.toHaveLength(0);
    expect(lines.join('\n')).not.toContain(secret);
  });
});

describe('a real cluster', () => {
  test.each([
    ['training.clock', { paused: true }],
    ['training.fault', { fault: 'node.crash', input: { node: 'Demo1' } }],
    ['training.restart', {}],
  ])('refuses %s', async (name, input) => {
    const { dispatch } = dispatcherRig(recordingBackend({ training: null }));
    const answer = await dispatch(page(), name, { connection: 'training', ...input });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
  });
});

test('a fault reaches the backend as it was named', async () => {
  const { backend, dispatch } = dispatcherRig();
  const input = { connection: 'training', fault: 'nic.fail', input: { node: 'Demo1', network: 'Public' } };
  await dispatch(page(), 'training.fault', input);
  expect(backend.asked).toEqual([['inject', { fault: 'nic.fail', node: 'Demo1', network: 'Public' }]]);
});

test('a window is shown when its page says that there is something to see', async () => {
  const { dispatch } = dispatcherRig();
  const one = page();
  await dispatch(one, 'app.contentPainted', undefined);
  expect(one.revealed()).toBe(1);
});

test('a file is saved under a harmless name, however long the suggested one is', async () => {
  const { dispatch, saved } = dispatcherRig();
  await dispatch(page(), 'file.save', { suggestedName: '../../etc/passwd', type: 'csv', content: 'x' });
  await dispatch(page(), 'file.save', { suggestedName: `${'x'.repeat(300)} events.csv`, type: 'csv', content: 'x' });
  expect(saved).toEqual([
    ['_.._etc_passwd.csv', 'csv', 'x'],
    [`${'x'.repeat(120)}.csv`, 'csv', 'x'],
  ]);
});

describe('updates', () => {
  const clock = { kind: 'clock', clock: { now: 1, speed: 1, paused: false, nextEventAt: null } } as const;

  test('go to the page that subscribed, once, however often it asked', async () => {
    const { backend, dispatch } = dispatcherRig();
    const one = page();
    const other = page();
    await dispatch(one, 'cluster.subscribe', { connection: 'training' });
    await dispatch(one, 'cluster.subscribe', { connection: 'training' });
    backend.tell(clock);
    expect(one.sent).toEqual([['cluster.update', { connection: 'training', update: clock }]]);
    expect(other.sent).toEqual([]);
  });

  test('end when the page asks for it, and when it is gone', async () => {
    const { backend, dispatch } = dispatcherRig();
    const one = page();
    const other = page();
    for (const each of [one, other]) await dispatch(each, 'cluster.subscribe', { connection: 'training' });
    await dispatch(one, 'cluster.unsubscribe', { connection: 'training' });
    expect(backend.listeners).toBe(1);
    other.leave();
    expect(backend.listeners).toBe(0);
    await dispatch(other, 'cluster.subscribe', { connection: 'training' });
    expect(backend.listeners).toBe(0);
  });
});

describe('what a window shows', () => {
  test('is known until it shows something else or its page is gone', async () => {
    const { dispatch, attention } = dispatcherRig();
    const own = page();
    await dispatch(own, 'cluster.look', { connection: 'training', parts: ['roles', 'nodes'] });
    expect(attention.of('training').parts).toEqual(new Set(['roles', 'nodes']));
    await dispatch(own, 'cluster.look', { connection: 'prod', parts: ['disks'] });
    expect(attention.of('training').parts).toEqual(new Set());
    expect(attention.of('prod').parts).toEqual(new Set(['disks']));
    own.leave();
    expect(attention.of('prod').parts).toEqual(new Set());
    await dispatch(own, 'cluster.look', { connection: 'prod', parts: ['disks'] });
    expect(attention.of('prod').parts).toEqual(new Set());
  });
});

describe('a query', () => {
  const ask = (call?: string) => ({ connection: 'training', call, name: 'events', input: {} });

  test('is cancelled all the way by its name', async () => {
    const { dispatch } = dispatcherRig();
    const one = page();
    const answer = dispatch(one, 'cluster.query', ask('q1'));
    await dispatch(page(), 'cluster.cancelQuery', { call: 'q1' });
    await dispatch(one, 'cluster.cancelQuery', { call: 'another' });
    await dispatch(one, 'cluster.cancelQuery', { call: 'q1' });
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  test.each(['q1', undefined])('named %s is cancelled when its page is gone', async (call) => {
    const { dispatch } = dispatcherRig();
    const one = page();
    const answer = dispatch(one, 'cluster.query', ask(call));
    await new Promise(setImmediate);
    one.leave();
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });
});
