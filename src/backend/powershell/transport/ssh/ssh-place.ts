import { isHostName } from '../node-seats';

/** A node that is reached with OpenSSH. */
export interface SshPlace {
  readonly host: string;
  /** Null: as ssh's own configuration says. */
  readonly user: string | null;
  readonly port: number | null;
  /** File of a private key; null: the agent and the usual keys. */
  readonly identity: string | null;
  /** PowerShell at the far end. */
  readonly executable: string;
  readonly modulePath: string | null;
  /** The ssh of this computer. */
  readonly ssh: string;
}

/** What may stand in a user name and the path of PowerShell: nothing that a shell or ssh would take for more. */
const userName = /^[A-Za-z0-9_][A-Za-z0-9._@\\+-]{0,254}$/;
const executablePath = /^[A-Za-z0-9_/.:\\~-]{1,255}$/;

/** Why a place cannot be used, one sentence; null: it can. */
export function sshProblem({ host, user, executable }: SshPlace): string | null {
  if (!isHostName(host)) return `${JSON.stringify(host)} is no name or address of a computer.`;
  if (user !== null && !userName.test(user)) return `${JSON.stringify(user)} is no name of a user.`;
  if (!executablePath.test(executable))
    return `${JSON.stringify(executable)} cannot be run over ssh: a path without spaces and special characters is needed.`;
  return null;
}
