import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useId } from 'react';
import { EmptyState } from '../../ui/empty-state';
import type { GridRow } from '../../ui/grid/grid-types';
import { Status } from '../../ui/status';
import type { DetailsTab, PlaceGrid } from '../feature';
import type { PlaceMemory } from '../shell-state';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    flexShrink: 0,
    height: '38px',
    padding: '0 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground2 },
  name: {
    margin: 0,
    fontSize: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minWidth: '48px',
  },
  status: { minWidth: 0, flexShrink: 1 },
  tabs: { marginLeft: 'auto', flexShrink: 0, marginRight: '-10px' },
  tab: { minHeight: '37px', '& .fui-Tab__content': { fontSize: '12.5px' } },
  body: { flexGrow: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' },
});

interface DetailsProps {
  readonly definition: PlaceGrid;
  /** Undefined: nothing is selected. */
  readonly row: GridRow | undefined;
  readonly memory: PlaceMemory;
  readonly remember: (change: Partial<PlaceMemory>) => void;
}

/** The region "Details": the selected row in tabs. */
export function Details({ definition, row, memory, remember }: DetailsProps) {
  const styles = useStyles();
  const panel = useId();
  const preferred = row === undefined ? undefined : definition.preferredTab?.(row);
  const pinned = memory.pinnedTab?.row === row?.id ? memory.pinnedTab?.tab : undefined;

  // What is shown because something runs stays when it is over: its outcome stands there.
  useEffect(() => {
    if (row !== undefined && preferred !== undefined && pinned === undefined) {
      remember({ pinnedTab: { row: row.id, tab: preferred } });
    }
  });

  if (row === undefined) {
    return (
      <section aria-label="Details" data-pane="details" tabIndex={-1} className={styles.pane}>
        <EmptyState>Select a row to see its details here.</EmptyState>
      </section>
    );
  }
  const tabs = definition.details.filter((tab) => tab.applies?.(row) ?? true);
  const current = currentTab(tabs, [pinned, preferred, memory.usualTab]);
  const status = definition.status?.(row);
  const choose = (tab: string): void => remember({ usualTab: tab, pinnedTab: { row: row.id, tab } });
  return (
    <section aria-label="Details" data-pane="details" tabIndex={-1} className={styles.pane}>
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          {definition.icon?.(row)}
        </span>
        <h2 className={styles.name} title={row.name}>
          {row.name}
        </h2>
        {status === undefined ? null : (
          <span className={styles.status}>
            <Status {...status} />
          </span>
        )}
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={current?.id}
          onTabSelect={(_event, { value }) => choose(String(value))}
          aria-label="Details"
        >
          {tabs.map((tab) => (
            <Tab key={tab.id} value={tab.id} className={styles.tab} aria-controls={panel}>
              {tab.title}
            </Tab>
          ))}
        </TabList>
      </div>
      <div id={panel} role="tabpanel" aria-label={current?.title} className={mergeClasses(styles.body)} tabIndex={0}>
        <Suspense>{current?.render(row)}</Suspense>
      </div>
    </section>
  );
}

/** The first of the wanted tabs that is there; else the first of all. */
function currentTab(
  tabs: readonly DetailsTab[],
  wanted: readonly (string | null | undefined)[],
): DetailsTab | undefined {
  const id = wanted.find((candidate) => tabs.some((tab) => tab.id === candidate));
  return tabs.find((tab) => tab.id === id) ?? tabs[0];
}
