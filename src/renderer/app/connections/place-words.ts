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

/** The same with account and port, for where there is room. */
export function reachedExactly(place: ConnectionPlace): string {
  if (place.kind === 'local') return reachedBy(place);
  const account = place.user === null ? '' : ` as ${place.user}`;
  const port = place.port === null ? '' : `, port ${place.port}`;
  return `${reachedBy(place)}${account}${port}`;
}
