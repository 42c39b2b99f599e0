import { makeStyles, tokens } from '@fluentui/react-components';
import { useWindowActions } from '../../app/window-context';
import { useCluster, useReading, useTimeScale } from '../../lib/cluster-context';
import { equalLists } from '../../lib/equality';
import { DetailsColumns } from '../../ui/details-columns';
import { DetailsSection } from '../../ui/details-section';
import { LinkButton } from '../../ui/link-button';
import { Status } from '../../ui/status';
import { ClusterFacts } from './cluster-facts';
import { CoreResourcesSection } from './core-resources-section';
import { NodesSection } from './nodes-section';
import { ProblemList } from './problem-list';
import { sameProblem } from './problem';
import { problemsOf } from './problems';
import { QuorumSection } from './quorum-section';
import { RecentEvents } from './recent-events';

/** Problems that are listed one by one; the rest is found where it belongs. */
const most = 12;

const useStyles = makeStyles({
  root: { overflow: 'auto', flexGrow: 1, minHeight: 0 },
  part: { padding: '6px 12px 14px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  last: { padding: '14px 12px 20px' },
});

/** The cluster at one glance: what is wrong, quorum, nodes, core resources, what happened. */
export function Overview() {
  const styles = useStyles();
  const actions = useWindowActions();
  const scale = useTimeScale();
  const problems = useCluster(
    (view) => problemsOf(view, scale),
    (a, b) => equalLists(a, b, sameProblem),
  );
  return (
    <div className={styles.root}>
      <div className={styles.part}>
        <DetailsSection title="Needs attention">
          {problems.length === 0 ? <NothingWrong /> : <ProblemList problems={problems.slice(0, most)} />}
          {problems.length > most ? (
            <LinkButton
              onClick={() => actions.navigate({ kind: 'roles' })}
            >{`${problems.length - most} more`}</LinkButton>
          ) : null}
        </DetailsSection>
      </div>
      <DetailsColumns>
        <QuorumSection />
        <NodesSection />
        <CoreResourcesSection />
        <ClusterFacts />
      </DetailsColumns>
      <div className={styles.last}>
        <RecentEvents />
      </div>
    </div>
  );
}

function NothingWrong() {
  const isLost = useReading(({ connection }) => connection.status === 'lost');
  return isLost ? (
    <Status tone="unknown" text="Nothing was wrong when it was last read." />
  ) : (
    <Status tone="ok" text="Nothing is wrong." />
  );
}
