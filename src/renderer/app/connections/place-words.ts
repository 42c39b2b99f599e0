import type { ConnectionPlace } from '#shared/contract/connections';

/** How a cluster is reached, in a few words: `SSH demo1`. */
export function reachedBy(place: ConnectionPlace): string {
  switch (place.kind) {
    case 'local':
      return `PowerShell of this computer, ${place.cluster}`;
    case 'winrm':
      return `PowerShell remoting ${place.host}`;
    case 'ssh':
      return `SSH ${place.host}`;
    case 'jea':
      return `JEA ${place.host}`;
  }
}

/** The same as the end of a name, where there is little room and what differs has to be seen: `local`, `SSH demo1`. */
export function reachedShortly(place: ConnectionPlace): string {
  switch (place.kind) {
    case 'local':
      return 'local';
    case 'winrm':
      return `WinRM ${place.host}`;
    case 'ssh':
    case 'jea':
      return reachedBy(place);
  }
}

/** The same where two names would be alike otherwise. */
export function reachedShortlyExactly(place: ConnectionPlace): string {
  return place.kind === 'local'
    ? `${reachedShortly(place)}, ${place.cluster}`
    : `${reachedShortly(place)}${accountAndPort(place)}`;
}

/** How it is reached with account and port, for where there is room. */
export function reachedExactly(place: ConnectionPlace): string {
  return place.kind === 'local' ? reachedBy(place) : `${reachedBy(place)}${accountAndPort(place)}`;
}

function accountAndPort({ user, port }: Exclude<ConnectionPlace, { readonly kind: 'local' }>): string {
  return `${user === null ? '' : ` as ${user}`}${port === null ? '' : `, port ${port}`}`;
}
