import { makeStyles, tokens } from '@fluentui/react-components';
import { fullName } from '../../app/clusters/cluster-names';
import { useClusterAmongOthers } from '../../app/clusters/standings-context';
import { useClusterAccess } from '../../lib/cluster-context';
import { PowerShellOfClicks } from './powershell-of-clicks';
import type { ShellState } from './session';
import { TerminalScreen } from './terminal-screen';
import { useTerminalSlot } from './terminal-slot';

const useStyles = makeStyles({
  head: {
    flexShrink: 0,
    padding: '3px 12px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** A PowerShell in a screen; where there is none, the cmdlets of what was clicked. */
export function TerminalTab() {
  const styles = useStyles();
  const { bridge, connection } = useClusterAccess();
  const slot = useTerminalSlot();
  const cluster = useClusterAmongOthers();
  return (
    <TerminalScreen
      program="PowerShell"
      slot={slot}
      open={(size) => bridge.call('terminal.open', { connection: connection.id, ...size })}
      head={(state) =>
        cluster === null ? null : <div className={styles.head}>{headOf(fullName(cluster), state)}</div>
      }
      instead={<PowerShellOfClicks />}
    />
  );
}

/** Which cluster the shell is for, and what it is called. */
function headOf(cluster: string, state: ShellState | null): string {
  const title = state?.kind === 'running' || state?.kind === 'starting' ? state.title : null;
  return title === null ? cluster : `${cluster}: ${title}`;
}
