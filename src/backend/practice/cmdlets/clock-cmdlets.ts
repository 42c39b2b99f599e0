import { wrongArgument } from '../cmdlet-failure';
import type { Cmdlet } from '../cmdlet-run';

/** A day: as far as one call moves the clock. */
const longest = 86_400;

/** Moves the clock of the training cluster. The real modules have no such cmdlet. */
export const clockCmdlets = {
  'Step-RegroupClock': async (run) => {
    const { parameters } = run;
    const seconds = parameters.number('Seconds');
    if (seconds !== undefined && (seconds < 0 || seconds > longest))
      throw wrongArgument(`-Seconds takes 0 to ${longest}.`);
    if (parameters.flag('UntilIdle')) await run.cluster.advanceUntilIdle((seconds ?? longest) * 1000);
    else await run.cluster.advance(Math.round((seconds ?? 0) * 1000));
    run.write({ $type: 'RegroupClock', Time: run.cluster.clock()?.now ?? 0 });
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };
