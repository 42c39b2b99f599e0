import { makeStyles, tokens } from '@fluentui/react-components';
import { foldName } from '#shared/model/cluster-view';
import { useCluster, useClusterItem, useTimeScale } from '../../lib/cluster-context';
import { equalLists } from '../../lib/equality';
import { Information } from '../../ui/information';
import { Status } from '../../ui/status';
import { interfaceStatus } from '../networks';
import { NodeDeparture } from './node-departure';
import { nodeInformation, nodeStatus } from './node-words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '0 12px 8px' },
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '28px', rowGap: '4px', margin: 0, padding: 0 },
  entry: { display: 'flex', gap: '8px', listStyleType: 'none' },
  faint: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

/** Above the roles of a node: what is to be said of it, and its network interfaces. */
export function NodeHead({ id }: { readonly id: string }) {
  const styles = useStyles();
  const scale = useTimeScale();
  const node = useClusterItem('nodes', id);
  const name = foldName(node?.name ?? '');
  const roles = useCluster((view) => view.rolesOn(name).filter((role) => !role.isCoreGroup).length);
  const interfaces = useCluster(
    (view) => view.snapshot.networkInterfaces.filter((entry) => foldName(entry.node) === name),
    equalLists,
  );
  if (node === undefined) return null;
  const information = nodeInformation(node, roles, scale);
  return (
    <div className={styles.root}>
      {information.text === '' ? null : <Information {...information} tone={nodeStatus(node).tone} />}
      {node.state === 'Down' ? <NodeDeparture node={node.name} /> : null}
      <ul className={styles.list} aria-label={`Network interfaces of ${node.name}`}>
        {interfaces.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <span className={styles.faint}>{entry.network}</span>
            <Status {...interfaceStatus(entry.state)} />
            <span className={styles.faint}>{entry.address}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
