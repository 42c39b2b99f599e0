import { presentSnapshot } from '#backend/present-snapshot';
import { clusterOptions } from './cluster-arguments';
import { clusterArgumentsOf } from './cluster-command';
import { wrongCommandLine } from './command-line-error';
import { printableJson } from './printable';
import type { Streams } from './streams';
import { complainOf, withCluster, type ClusterExitCode } from './with-cluster';

const help = (): string =>
  `Usage: snapshot [OPTIONS]\n\nReads a cluster and prints its snapshot as one JSON object.\n\n${clusterOptions()}`;

/** `snapshot`. */
export async function snapshot(words: readonly string[], streams: Streams): Promise<ClusterExitCode> {
  const args = clusterArgumentsOf('snapshot', words, help, streams);
  if (typeof args === 'number') return args;
  if (args.words.length > 0)
    return wrongCommandLine('snapshot', `There is no ${JSON.stringify(args.words[0])}.`, streams);
  return withCluster('snapshot', args, streams, {
    use: async (backend, own) => {
      const read = await backend.refresh();
      if (read.ok) own.print(`${printableJson(presentSnapshot(backend))}\n`);
      else complainOf('snapshot', read.error, own);
      return read.ok ? 0 : 1;
    },
    timeUp: (connected) =>
      connected
        ? 'The cluster answers, but not all of it was read: nothing is printed.'
        : 'The cluster had not answered: nothing is printed.',
  });
}
