import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualTime } from '../../../../../tests/support/manual-time';
import { person } from '../../../../../tests/support/person';
import { startsScripts } from '../../../../../tests/support/stand-in-agent/stand-in-executable';
import { createTurns } from '../turns';
import { createHostKeys } from './host-keys';

/** Shows a key of each host as ssh does; `silent` answers only when the file `go` is there. */
const ssh = `#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in
    UserKnownHostsFile=*) files="\${1#UserKnownHostsFile=}" ;;
    --) host="$2" ;;
  esac
  shift
done
fresh="$(printf %s "$files" | cut -d '"' -f 2)"
known="$(printf %s "$files" | cut -d '"' -f 4)"
while [ "$host" = silent ] && [ ! -e "$(dirname "$0")/go" ]; do sleep 0.05; done
if ! grep -q "^$host " "$known" 2>/dev/null; then echo "$host ssh-ed25519 a2V5" > "$fresh"; fi
echo "Permission denied (none)." >&2
exit 255
`;

function rig(trusts = true) {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-host-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const command = join(folder, 'ssh');
  writeFileSync(command, ssh, { mode: 0o755 });
  const somebody = person([], trusts);
  const turns = createTurns();
  const time = new ManualTime();
  const knownHosts = join(folder, 'known_hosts');
  const place = {
    host: 'hv1',
    user: null,
    port: null,
    identity: null,
    executable: 'pwsh',
    modulePath: null,
    ssh: command,
  };
  const keys = createHostKeys({
    place,
    knownHosts,
    asker: somebody,
    oneAtATime: (ask) => turns.run('question', ask),
    signal: new AbortController().signal,
    time,
  });
  return { keys, somebody, time, knownHosts, goOn: () => writeFileSync(join(folder, 'go'), '') };
}

const nodes = Array.from({ length: 20 }, (_, at) => `hv${at + 1}`);

describe.skipIf(!startsScripts)('keys of hosts', { timeout: 60_000 }, () => {
  it('that are new are asked about together, once', async () => {
    const { keys, somebody, knownHosts } = rig();
    keys.meet(nodes);
    expect((await Promise.all(nodes.map((node) => keys.check(node)))).every(({ ok }) => ok)).toBe(true);
    expect(somebody.lists.map((list) => [...list].sort())).toEqual([[...nodes].sort()]);
    expect(readFileSync(knownHosts, 'utf8').trim().split('\n')).toHaveLength(nodes.length);
    keys.meet(nodes);
    expect(somebody.lists).toHaveLength(1);
  });

  it('that nobody trusts are not asked about again by themselves', async () => {
    const { keys, somebody } = rig(false);
    keys.meet(['hv1', 'hv2']);
    expect(await keys.check('hv2')).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    keys.meet(['hv1', 'hv2', 'hv3']);
    await keys.check('hv3');
    expect(somebody.lists).toEqual([expect.arrayContaining(['hv1', 'hv2']), ['hv3']]);
  });

  it('do not wait for ever for a host that does not answer', async () => {
    const { keys, somebody, time, goOn } = rig();
    keys.meet(['silent', 'hv1']);
    const first = keys.check('hv1');
    await expect.poll(() => time.waiting, { timeout: 30_000 }).toBe(1);
    expect(somebody.lists).toEqual([]);
    time.pass(6000);
    expect(await first).toMatchObject({ ok: true });
    expect(somebody.lists).toEqual([['hv1']]);
    goOn();
    expect(await keys.check('silent')).toMatchObject({ ok: true });
    expect(somebody.lists).toEqual([['hv1'], ['silent']]);
  });
});
