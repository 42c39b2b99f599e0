import { makeStyles } from '@fluentui/react-components';
import { useCluster, useClusterItem, useTimeScale } from '../../lib/cluster-context';
import { Information } from '../../ui/information';
import { NodeInterfaces } from './node-interfaces';
import { nodeInformation } from './node-words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 12px 10px' },
});

/** Above the roles of a node: what is to be said of it, and its network interfaces. */
export function NodeHead({ id }: { readonly id: string }) {
  const styles = useStyles();
  const scale = useTimeScale();
  const node = useClusterItem('nodes', id);
  const roles = useCluster((view) => (node === undefined ? 0 : view.rolesOn(node.name).length));
  if (node === undefined) return null;
  const information = nodeInformation(node, roles, scale);
  return (
    <div className={styles.root}>
      {information.text === '' ? null : <Information {...information} />}
      <NodeInterfaces node={node.name} />
    </div>
  );
}
