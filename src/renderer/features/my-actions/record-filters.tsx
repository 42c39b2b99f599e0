import { makeStyles, Select } from '@fluentui/react-components';
import type { AuditedCluster, AuditOutcome } from '#shared/contract/audit';
import { useClusterNames } from '../../app/clusters/standings-context';
import { clusterWords } from './record-words';
import type { RecordSearch } from './use-records';

/** Long names of clusters must not move the rest of the bar to a second line. */
const useStyles = makeStyles({ select: { minWidth: '110px', maxWidth: '170px' } });

interface ResultChoice {
  readonly id: string;
  readonly text: string;
  readonly outcomes: readonly AuditOutcome[] | null;
}

const results: readonly ResultChoice[] = [
  { id: 'all', text: 'All results', outcomes: null },
  { id: 'bad', text: 'Not completed', outcomes: ['failed', 'refused', 'cancelled', 'unknown'] },
  { id: 'succeeded', text: 'Completed', outcomes: ['succeeded'] },
  { id: 'failed', text: 'Failed', outcomes: ['failed'] },
  { id: 'refused', text: 'Refused', outcomes: ['refused'] },
  { id: 'cancelled', text: 'Cancelled', outcomes: ['cancelled'] },
  { id: 'unknown', text: 'Outcome unknown', outcomes: ['unknown'] },
  { id: 'running', text: 'Running', outcomes: ['running', 'elsewhere'] },
];

interface RecordFiltersProps {
  readonly search: RecordSearch;
  readonly clusters: readonly AuditedCluster[];
  readonly onChange: (change: Partial<RecordSearch>) => void;
}

/** Which results and which cluster. */
export function RecordFilters({ search, clusters, onChange }: RecordFiltersProps) {
  const styles = useStyles();
  const names = useClusterNames();
  const chosen = results.find(({ outcomes }) => outcomes === search.outcomes)?.id ?? 'all';
  return (
    <>
      <Select
        className={styles.select}
        size="small"
        aria-label="Result"
        value={chosen}
        onChange={(_event, { value }) =>
          onChange({ outcomes: results.find(({ id }) => id === value)?.outcomes ?? null })
        }
      >
        {results.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </Select>
      <Select
        className={styles.select}
        size="small"
        aria-label="Cluster"
        value={search.connection ?? ''}
        onChange={(_event, { value }) => onChange({ connection: value === '' ? null : value })}
      >
        <option value="">All clusters</option>
        {clusters.map((cluster) => (
          <option key={cluster.connection} value={cluster.connection}>
            {clusterWords(cluster, names)}
          </option>
        ))}
      </Select>
    </>
  );
}
