import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FaultSwitch, FaultSwitches } from './fault-switches';
import { SwitchCell } from './switch-cell';

const useStyles = makeStyles({
  scroller: { overflowX: 'auto', flexShrink: 0 },
  table: { borderCollapse: 'collapse', width: '100%' },
  head: { color: tokens.colorNeutralForeground3, fontSize: '11px' },
  cell: {
    padding: '0 1px',
    minWidth: '34px',
    textAlign: 'center',
    // A long name becomes two lines; it must not move the switches out of the panel.
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { padding: '0 4px 0 0', textAlign: 'left' },
  off: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
});

export interface SwitchTableProps {
  readonly switches: Pick<FaultSwitches, 'nodes' | 'networks'>;
  readonly onTurn: (entry: FaultSwitch) => void;
}

/** Every node with its power and its interface on each network; the last row cuts a network as a whole. */
export function SwitchTable({ switches: { nodes, networks }, onTurn }: SwitchTableProps) {
  const styles = useStyles();
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label="Nodes and networks">
        <thead className={styles.head}>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.name)}>
              Node
            </th>
            <th scope="col" className={styles.cell}>
              Power
            </th>
            {networks.map(({ name }) => (
              <th key={name} scope="col" className={styles.cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ node, power, interfaces }) => (
            <tr key={node}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name, !power.on && styles.off)}>
                {node}
              </th>
              <td className={styles.cell}>
                <SwitchCell entry={power} onTurn={onTurn} />
              </td>
              {interfaces.map((entry, at) => (
                <td key={networks[at]?.name ?? at} className={styles.cell}>
                  {entry === undefined ? null : <SwitchCell entry={entry} onTurn={onTurn} />}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              Network
            </th>
            <td className={styles.cell} />
            {networks.map(({ name, whole }) => (
              <td key={name} className={styles.cell}>
                <SwitchCell entry={whole} onTurn={onTurn} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
