import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program `ssh` that asks as OpenSSH does and starts the same agent on every host. */
export interface StandInSsh {
  /** What stands before the search path. */
  readonly folder: string;
  remove(): void;
}

interface StandInSshOptions {
  /** The program that is a PowerShell on every host. */
  readonly agent: string;
  /** What it asks for before it lets anybody in. */
  readonly asks: 'password' | 'passphrase';
  /** The right answer; letters and digits only. */
  readonly secret: string;
}

/** Every host has a key of its own, which is new until it stands in the file of the known ones. */
const script = ({ agent, asks, secret }: StandInSshOptions): string => `#!/bin/sh
user=somebody key=
while [ "$1" != -- ]; do
  case "$1" in
    -l) user="$2" ;;
    -i) key="$2" ;;
    UserKnownHostsFile=*) files="\${1#UserKnownHostsFile=}" ;;
  esac
  shift
done
host="$2"
if [ "$3" = exit ]; then
  fresh="$(printf %s "$files" | cut -d '"' -f 2)"
  known="$(printf %s "$files" | cut -d '"' -f 4)"
  if ! grep -q "^$host " "$known" 2>/dev/null; then
    echo "$host ssh-ed25519 $(printf %s "key of $host" | base64)" > "$fresh"
  fi
  echo 'Permission denied (none).' >&2
  exit 255
fi
question="${asks === 'password' ? `$user@$host's password: ` : `Enter passphrase for key '$key': `}"
for attempt in 1 2 3; do
  said="$("$SSH_ASKPASS" "$question")" || exit 255
  if [ "$said" = '${secret}' ]; then
    echo "Authenticated to $host ([192.0.2.1]:22) using \\"${asks === 'password' ? 'password' : 'publickey'}\\"." >&2
    exec '${agent}'
  fi
  echo 'Permission denied, please try again.' >&2
done
echo "$user@$host: Permission denied (publickey,password)." >&2
exit 255
`;

/** Makes one, in a folder of its own. */
export function standInSsh(options: StandInSshOptions): StandInSsh {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-ssh-'));
  writeFileSync(join(folder, 'ssh'), script(options), { mode: 0o755 });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
