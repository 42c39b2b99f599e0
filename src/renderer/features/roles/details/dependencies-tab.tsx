import { makeStyles, tokens } from '@fluentui/react-components';
import { useCluster } from '../../../lib/cluster-context';
import { EmptyState } from '../../../ui/empty-state';
import { dependencyLines } from '../dependency-tree';
import { DependencyLineView } from './dependency-line';

const useStyles = makeStyles({
  root: { padding: '8px 12px 16px', overflow: 'auto' },
  note: { margin: '0 0 6px', color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** What each resource of a role depends on, drawn as a tree. */
export function DependenciesTab({ role }: { readonly role: string }) {
  const styles = useStyles();
  const resources = useCluster((view) => view.resourcesOf(role));
  if (resources.length === 0) return <EmptyState>{role} has no resources.</EmptyState>;
  return (
    <div className={styles.root}>
      <p className={styles.note}>
        A resource needs what hangs below it: that comes online before it and goes offline after it.
      </p>
      <ul className={styles.list} aria-label={`Dependencies of ${role}`}>
        {dependencyLines(resources).map((line) => (
          <DependencyLineView key={line.path} line={line} />
        ))}
      </ul>
    </div>
  );
}
