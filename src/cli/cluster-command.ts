import { readClusterArguments, type ClusterArguments } from './cluster-arguments';
import { wrongCommandLine } from './command-line-error';
import type { Streams } from './streams';

/** The arguments of a command about a real cluster; the exit code where there is nothing more to do. */
export function clusterArgumentsOf(
  name: 'snapshot' | 'test' | 'run',
  words: readonly string[],
  help: () => string,
  streams: Streams,
): ClusterArguments | 0 | 2 {
  const read = readClusterArguments(words);
  if (!read.ok) return wrongCommandLine(name, read.error, streams);
  if (read.value === 'help') {
    streams.print(help());
    return 0;
  }
  if (read.value.output !== null && name !== 'run')
    return wrongCommandLine(name, '--output goes with run: nothing else brings files back.', streams);
  return read.value;
}
