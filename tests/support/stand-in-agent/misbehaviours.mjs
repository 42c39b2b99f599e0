/**
 * What can go wrong, by the section that is asked for (or the argument `behave` of other operations).
 * @typedef {{id: number, args: any, send: (id: number, kind: string, payload: unknown) => void, write: (text: string | Buffer) => void,
 *   frame: (id: number, kind: string, payload: unknown) => string, stopped: Set<string>}} Stage
 */

/** @type {Record<string, ((stage: any) => void) | undefined>} How the start may go wrong; the name is `start` of the options. */
export const starts = {
  /** Takes the request and says nothing more. */
  silent: ({ write }) => write('silent\n'),
  refuse: ({ id, send }) =>
    send(id, 'fail', {
      fqid: 'Regroup.ModuleMissing',
      category: 'ObjectNotFound',
      hresult: null,
      win32: null,
      message: 'The module FailoverClusters is not there.',
      inner: [],
    }),
  crash: () => process.exit(4),
};

/** @type {Record<string, ((stage: Stage) => void) | undefined>} */
export const misbehaviours = {
  never: ({ write }) => write('never\n'),
  stubborn: ({ stopped, write }) => {
    stopped.add('stubborn');
    write('stubborn\n');
  },
  echo: ({ id, args, send }) => {
    send(id, 'rows', [args]);
    send(id, 'done', args);
  },
  garbage: ({ write, id, frame }) => write(frame(id, 'done', 1).replace(/ \S+\n$/, ' *not base64*\n')),
  notJson: ({ write, id, frame }) => write(frame(id, 'done', 1).replace(/ \S+\n$/, ' aGVsbG8=\n')),
  wrongForm: ({ id, send }) => send(id, 'rows', { rows: 'none' }),
  wrongId: ({ id, send }) => send(id + 100, 'done', null),
  wrongTag: ({ id, send, write, frame }) => {
    write(frame(id, 'done', 'forged').replace(/^RG1 \S+/, `RG1 ${'0'.repeat(32)}`));
    send(id, 'done', 'real');
  },
  huge: ({ write, id, frame }) => write(frame(id, 'done', 'x'.repeat(2 * 1024 * 1024))),
  large: ({ id, send }) => {
    for (let part = 0; part < 50; part++)
      send(
        id,
        'rows',
        Array.from({ length: 100 }, (_, row) => ({ name: `row ${part * 100 + row}`.padEnd(1000, '.') })),
      );
    send(id, 'done', null);
  },
  dies: ({ id, send }) => {
    send(id, 'rows', [{ name: 'first' }]);
    process.exit(7);
  },
  /** The beginning of an answer, whose end never comes. */
  begins: ({ id, send, write, frame }) => {
    send(id, 'rows', [{ name: 'first' }]);
    write(frame(id, 'rows', [{ name: 'second' }]).slice(0, 50));
  },
  half: ({ id, write, frame }) => {
    const line = frame(id, 'done', 'whole');
    write(line.slice(0, 20));
    process.exit(7);
  },
  /** Every byte of a line on its own, and characters of several bytes in stray output. */
  pieces: ({ id, write, frame }) => {
    const bytes = Buffer.from(`Gr\u00fc\u00dfe \u{1F5A5}\n${frame(id, 'done', 'Gr\u00fc\u00dfe \u{1F5A5}')}`, 'utf8');
    let at = 0;
    const next = () => {
      if (at >= bytes.length) return;
      write(bytes.subarray(at, ++at));
      setImmediate(next);
    };
    next();
  },
  stray: ({ id, send, write }) => {
    write('WARNING: something\r\nRG1 looks like a frame\n');
    send(id, 'done', 'after');
  },
  flood: ({ id, send }) => {
    const line = `${'e'.repeat(999)}\n`.repeat(1000);
    process.stderr.write(line, () => process.stderr.write(line, () => send(id, 'done', 'after')));
  },
  clixml: ({ id, send }) => {
    const progress =
      '<Obj S="progress" RefId="0"><TN RefId="0"><T>System.Management.Automation.PSCustomObject</T></TN><MS><PR N="Record"><AV>Preparing modules for first use.</AV></PR></MS></Obj>';
    const error = '<S S="Error">Get-Thing : it is &lt;gone&gt;_x000D__x000A_</S>';
    const text = `#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${progress}${error}</Objs>\r\n`;
    process.stderr.write(text, () => send(id, 'done', 'after'));
  },
  environment: ({ id, send }) =>
    send(
      id,
      'done',
      Object.keys(process.env).filter((name) => name.toLowerCase() === 'psmodulepath'),
    ),
  visible: ({ id, send }) => send(id, 'done', [...process.argv, ...process.execArgv, ...Object.values(process.env)]),
  pid: ({ id, send }) => send(id, 'done', process.pid),
  push: ({ id, send }) => {
    send(0, 'push', { what: 'group', name: 'SQL-01' });
    send(id, 'done', null);
  },
  note: ({ id, send }) => {
    send(id, 'note', { level: 'warning', text: 'Look\u001b[31m out' });
    send(id, 'done', null);
  },
  notBegun: ({ id, send }) =>
    send(id, 'fail', {
      fqid: 'Regroup.Stopped,NotBegun',
      category: 'InvalidOperation',
      hresult: null,
      win32: null,
      message: 'It was stopped before it began.',
      inner: [],
    }),
  refused: ({ id, send }) =>
    send(id, 'fail', {
      fqid: 'Microsoft.FailoverClusters.PowerShell.MoveGroup',
      category: 'NotSpecified',
      hresult: -2147019866,
      win32: 5030,
      message: 'Nein.',
      inner: [],
    }),
};
