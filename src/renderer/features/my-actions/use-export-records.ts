import { useMutation } from '@tanstack/react-query';
import type { Bridge } from '#shared/contract/bridge';
import { largestAuditPage, type AuditRecord } from '#shared/contract/audit';
import { useWindowActions } from '../../app/window-context';
import { callOrThrow, clusterErrorOf } from '../../lib/bridge';
import { useClusterAccess } from '../../lib/cluster-context';
import { recordsAsCsv, recordsAsJson } from './records-export';
import { searchInput, type RecordSearch } from './use-records';

/** Files of this kind. */
export type ExportType = 'csv' | 'json';

/** Records that one file takes at most. */
const mostRecords = 20_000;

/** Saves all records of a search, also those that were not loaded yet. */
export function useExportRecords() {
  const { bridge } = useClusterAccess();
  const actions = useWindowActions();
  return useMutation({
    mutationFn: async ({ search, type }: { readonly search: RecordSearch; readonly type: ExportType }) => {
      const { records, more } = await allRecords(bridge, search);
      const suggestedName = more ? `My actions (newest ${records.length}).${type}` : `My actions.${type}`;
      const content = type === 'csv' ? recordsAsCsv(records) : recordsAsJson(records);
      return callOrThrow(bridge, 'file.save', { suggestedName, type, content });
    },
    onError: (cause) => actions.showError('The actions could not be saved.', clusterErrorOf(cause)),
  });
}

async function allRecords(bridge: Bridge, search: RecordSearch) {
  const records: AuditRecord[] = [];
  for (;;) {
    const input = searchInput(search, largestAuditPage, records.at(-1)?.id);
    const page = await callOrThrow(bridge, 'audit.search', input);
    records.push(...page.records);
    if (!page.more || records.length >= mostRecords) return { records, more: page.more };
  }
}
