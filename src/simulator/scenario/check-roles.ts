import { sizeInWords } from '#shared/commands/words';
import type { Entry } from './parse-part';
import { inWords, type ProblemLog } from './problem-log';
import type { GivenRole } from './resolve-roles';

/** Complains of addresses that two roles which are online have, or one and the cluster: an address can be online once (1049). */
export function checkAddresses(roles: readonly Entry<GivenRole>[], cluster: string | undefined, log: ProblemLog): void {
  const holders = new Map(cluster === undefined ? [] : [[cluster, 'the cluster']]);
  for (const { value, path } of roles) {
    const { address, name, state } = value;
    if (address === undefined || state === 'offline') continue;
    const holder = holders.get(address);
    if (holder === undefined) holders.set(address, inWords(name));
    else
      log.complain({
        path: [...path, 'address'],
        expected: `another address than that of ${holder}`,
        found: inWords(address),
      });
  }
}

/** Complains of machines that use more memory than they have. */
export function checkUsedMemory(roles: readonly Entry<GivenRole>[], log: ProblemLog): void {
  for (const { value, path } of roles) {
    const { usedMemory, memory } = value;
    if (usedMemory === undefined || usedMemory <= memory) continue;
    const expected = `at most the memory of the machine (${sizeInWords(memory)})`;
    log.complain({ path: [...path, 'usedMemory'], expected, found: sizeInWords(usedMemory) });
  }
}
