import { makeStyles, tokens } from '@fluentui/react-components';
import type { NetworkInterface } from '#shared/model/network';
import { useCluster } from '../../lib/cluster-context';
import { PlainTable } from '../../ui/plain-table';
import { Status } from '../../ui/status';
import { interfaceMatrix } from './interface-matrix';
import { interfaceStatus } from './network-words';

const useStyles = makeStyles({
  root: { padding: '10px 12px 16px' },
  cell: { display: 'flex', columnGap: '10px' },
  address: { color: tokens.colorNeutralForeground3 },
});

/** Every node against every network: where an interface is lost, and whether it is one node's or everybody's. */
export function MatrixTab() {
  const styles = useStyles();
  const nodes = useCluster((view) => view.snapshot.nodes);
  const networks = useCluster((view) => view.snapshot.networks);
  const interfaces = useCluster((view) => view.snapshot.networkInterfaces);
  return (
    <div className={styles.root}>
      <PlainTable
        label="Network interfaces by node and network"
        columns={[{ title: 'Node' }, ...networks.map(({ name }) => ({ title: name }))]}
        rows={interfaceMatrix(nodes, networks, interfaces).map(({ node, cells }) => ({
          id: node,
          cells: [node, ...cells.map((entry, at) => <MatrixCell key={at} entry={entry} />)],
        }))}
      />
    </div>
  );
}

function MatrixCell({ entry }: { readonly entry: NetworkInterface | undefined }) {
  const styles = useStyles();
  if (entry === undefined) return <span className={styles.address}>no interface</span>;
  return (
    <span className={styles.cell}>
      <Status {...interfaceStatus(entry.state)} />
      <span className={styles.address}>{entry.address}</span>
    </span>
  );
}
