import { makeStyles } from '@fluentui/react-components';
import { useCluster } from '../../../lib/cluster-context';
import { EmptyState } from '../../../ui/empty-state';
import { PropertyList } from '../../../ui/property-list';
import { StatusSentence } from '../../../ui/status-sentence';
import { Downtime } from './downtime';
import { migrationFacts } from './migration-facts';
import { downtimeBlock, latestMigration, migrationOutcome, passBars, stepLines } from './migration-view';
import { PassBars } from './pass-bars';
import { quickPhases } from './quick-phases';
import { StepList } from './step-list';

const useStyles = makeStyles({
  root: { padding: '10px 12px 16px', display: 'flex', flexDirection: 'column', gap: '12px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(180px, max-content) minmax(130px, max-content)',
    columnGap: 'clamp(16px, 2vw, 56px)',
    alignItems: 'start',
  },
  figures: { display: 'flex', flexDirection: 'column', gap: '10px' },
});

/** How a machine moves, or how its last move went. */
export function MigrationTab({ role }: { readonly role: string }) {
  const styles = useStyles();
  const operation = useCluster((view) => latestMigration(view.snapshot.operations, role));
  const itself = useCluster((view) => view.role(role));
  const machine = useCluster((view) => view.machineOf(role));
  const shared = useCluster((view) => (machine?.disks ?? []).every((disk) => view.sharedVolume(disk) !== undefined));

  if (operation === undefined)
    return (
      <EmptyState>
        Regroup saw no migration of {role} since this cluster was opened. Of earlier ones its events tell.
      </EmptyState>
    );
  const outcome = migrationOutcome(operation);
  const steps =
    operation.migration.kind === 'live' ? stepLines(operation, shared) : quickPhases(operation, itself, machine);
  const bars = passBars(operation.migration);
  const downtime = downtimeBlock(operation);
  return (
    <div className={styles.root}>
      {operation.outcome === 'running' ? null : <StatusSentence {...outcome} />}
      <div className={styles.columns}>
        <StepList label="Steps" steps={steps} />
        {bars.length === 0 ? <span /> : <PassBars bars={bars} />}
        <div className={styles.figures}>
          {downtime === undefined ? null : <Downtime block={downtime} />}
          <PropertyList properties={migrationFacts(operation)} />
        </div>
      </div>
    </div>
  );
}
