import { makeStyles, tokens } from '@fluentui/react-components';
import { useCluster } from '../../lib/cluster-context';
import { DetailsSection } from '../../ui/details-section';
import { PlainTable, type PlainColumn } from '../../ui/plain-table';
import { Status, ToneIcon } from '../../ui/status';
import { canFailSentence, quorumModeInWords, voters, votesSentence } from './quorum-sentences';

const useStyles = makeStyles({
  sentence: { display: 'flex', gap: '8px', alignItems: 'flex-start', margin: '0 0 8px', maxWidth: '52ch' },
  mode: { color: tokens.colorNeutralForeground3 },
});

const columns: readonly PlainColumn[] = [
  { title: 'Voter' },
  { title: 'Kind' },
  { title: 'Status' },
  { title: 'Vote', align: 'end' },
];

/** Whether the cluster has quorum, who votes, and what can still fail. */
export function QuorumSection() {
  const styles = useStyles();
  const quorum = useCluster((view) => view.snapshot.quorum);
  const nodes = useCluster((view) => view.snapshot.nodes);
  const tone = quorum.state === 'Lost' ? 'error' : quorum.canFailAtOnce === 0 ? 'warn' : 'ok';
  const list = voters(quorum, nodes);
  const withNotes = list.some(({ note }) => note !== '');
  return (
    <DetailsSection title="Quorum">
      <p className={styles.sentence}>
        <ToneIcon tone={tone} />
        <span>
          {votesSentence(quorum)} {canFailSentence(quorum)}
          <br />
          <span className={styles.mode}>{quorumModeInWords(quorum.mode)}</span>
        </span>
      </p>
      <PlainTable
        label="Votes"
        columns={withNotes ? [...columns, { title: 'Note' }] : columns}
        rows={list.map(({ name, kind, status, vote, note }) => ({
          id: `${kind}/${name}`,
          cells: [name, kind, <Status key="status" {...status} />, vote, note],
        }))}
      />
    </DetailsSection>
  );
}
