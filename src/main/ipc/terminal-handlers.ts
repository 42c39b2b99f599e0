import { success } from '#shared/model/result';
import type { Terminals } from '../terminal/terminals';
import type { Handlers } from './handlers';

type TerminalMethods = `terminal.${'open' | 'write' | 'resize' | 'acknowledge' | 'close'}`;

const done = success(null);

/** The terminals of the window that asks. */
export function terminalHandlers(terminals: Terminals): Pick<Handlers, TerminalMethods> {
  return {
    'terminal.open': ({ connection, machine, columns, rows }, caller) =>
      terminals.open(caller, { connection, machine: machine ?? null }, { columns, rows }),
    'terminal.write': ({ terminal, data }, caller) => {
      terminals.use(caller, terminal, (process) => process.write(data));
      return done;
    },
    'terminal.resize': ({ terminal, columns, rows }, caller) => {
      terminals.use(caller, terminal, (process) => process.resize(columns, rows));
      return done;
    },
    'terminal.acknowledge': ({ terminal, characters }, caller) => {
      terminals.use(caller, terminal, (process) => process.acknowledge(characters));
      return done;
    },
    'terminal.close': ({ terminal }, caller) => {
      terminals.use(caller, terminal, (process) => process.close());
      return done;
    },
  };
}
