import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import type { AuditRecord } from '#shared/contract/audit';
import { useClusterNames } from '../../app/clusters/standings-context';
import { useWindowActions } from '../../app/window-context';
import { useCluster, useClusterAccess } from '../../lib/cluster-context';
import { exactDuration, exactTime, formatDuration, formatTime } from '../../lib/format/time';
import { useCopyText } from '../../lib/mutations';
import { CodeBlock } from '../../ui/code-block';
import { PropertyList, type Property } from '../../ui/property-list';
import { Status } from '../../ui/status';
import {
  actorOf,
  clusterWords,
  explanationOf,
  outcomeStatus,
  titleOf,
  valueInWords,
  type NowCalled,
} from './record-words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '6px 12px 12px', overflow: 'auto' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', userSelect: 'text' },
  end: { marginLeft: 'auto' },
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', userSelect: 'text' },
});

/** All of one command that was given. */
export function RecordDetails({ record }: { readonly record: AuditRecord }) {
  const styles = useStyles();
  const actions = useWindowActions();
  const copy = useCopyText();
  const { connection } = useClusterAccess();
  const { target, powershell, error } = record;
  const shows = useCluster(
    (view) => record.connection === connection.id && target !== null && view.has(target.kind, target.name),
  );
  const names = useClusterNames();
  const explanation = explanationOf(record);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <span className={styles.title}>{titleOf(record)}</span>
        <Status {...outcomeStatus(record.outcome)} />
        {target !== null && shows ? (
          <Button
            className={styles.end}
            size="small"
            appearance="subtle"
            icon={<Open16Regular />}
            onClick={() => actions.reveal(target)}
          >
            Show object
          </Button>
        ) : null}
      </div>
      {explanation === '' ? null : (
        <p className={styles.text}>
          {explanation}
          {error === null || error.code === null ? null : ` (error ${error.code})`}
        </p>
      )}
      {powershell === null ? null : (
        <CodeBlock label="PowerShell" copyName="Copy PowerShell" code={powershell} onCopy={copy.mutateAsync} />
      )}
      <PropertyList properties={propertiesOf(record, names)} />
    </div>
  );
}

function propertiesOf(record: AuditRecord, names: NowCalled): readonly Property[] {
  const time = Date.parse(record.time);
  const length = record.endedAt === null ? null : Date.parse(record.endedAt) - time;
  return [
    { label: 'Time', value: formatTime(time, 'real'), exact: exactTime(time, 'real') },
    ...(length === null ? [] : [{ label: 'Took', value: formatDuration(length), exact: exactDuration(length) }]),
    { label: 'Cluster', value: clusterWords(record, names) },
    { label: 'Who', value: actorOf(record) },
    { label: 'Command', value: record.command },
    ...Object.entries(record.input).map(([name, value]) => ({ label: name, value: valueInWords(value) })),
  ];
}
