import { commandOf } from '#shared/commands/catalogue';
import { renderScript } from '#shared/commands/render-script';
import { wrongCommandLine } from './command-line-error';
import { commandList } from './command-keys';
import { commandIn } from './named-command';
import type { Streams } from './streams';

/** `script`. 0: printed; 2: the command line is wrong. */
export function script(words: readonly string[], streams: Streams): 0 | 2 {
  const [option] = words.filter((word) => word.startsWith('-'));
  if (option === '--help' || option === '-h') {
    streams.print(
      `Usage: script COMMAND KEY=VALUE ...\n\nPrints the PowerShell behind a command. Nothing is run.\n\n${commandList()}`,
    );
    return 0;
  }
  if (option !== undefined)
    return wrongCommandLine('script', `It takes no options such as ${option}: it reaches no cluster.`, streams);
  const named = commandIn(words);
  if (typeof named === 'string') return wrongCommandLine('script', named, streams);
  streams.print(`${renderScript(commandOf(named.command).script(named.input))}\n`);
  return 0;
}
