import { suggestionFor } from '#shared/suggestion';
import { printable } from './printable';
import type { Streams } from './streams';

/** Says what is wrong with a command line and where to read on. `name`: the command; null: none yet. Answers the exit code. */
export function wrongCommandLine(name: string | null, problem: string, streams: Streams): 2 {
  const help = name === null ? '--help' : `${name} --help`;
  streams.complain(`${name ?? 'regroup'}: ${printable(problem)}\nSee "${help}".\n`);
  return 2;
}

/** What is wrong with the options of a command line, one sentence or two: Node's own words say more than anybody wants to know. */
export function optionProblem(error: unknown, known: readonly string[]): string {
  const [said = ''] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.) |\n/);
  const unknown = /^Unknown option '(--?[^']*)'/.exec(said)?.[1];
  if (unknown === undefined) return said.endsWith('.') ? said : `${said}.`;
  const near = suggestionFor(unknown.replace(/^-+/, ''), known);
  return `There is no option ${unknown}${near === null ? '.' : `: was --${near} meant?`}`;
}
