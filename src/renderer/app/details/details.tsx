import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { Suspense, useId } from 'react';
import { EmptyState } from '../../ui/empty-state';
import type { GridRow } from '../../ui/grid/grid-types';
import { Status } from '../../ui/status';
import type { DetailsTab, PlaceGrid } from '../feature';
import type { ChosenTab } from '../shell-state';

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
  readonly chosen: ChosenTab | null;
  readonly onChoose: (tab: ChosenTab) => void;
}

/** The region "Details": the selected row in tabs. */
export function Details({ definition, row, chosen, onChoose }: DetailsProps) {
  const styles = useStyles();
  const panel = useId();
  if (row === undefined) {
    return (
      <section aria-label="Details" data-pane="details" tabIndex={-1} className={styles.pane}>
        <EmptyState>Select a row to see its details here.</EmptyState>
      </section>
    );
  }
  const tabs = definition.details.filter((tab) => tab.applies?.(row) ?? true);
  const current = currentTab(tabs, row, chosen, definition.preferredTab?.(row));
  const status = definition.status?.(row);
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
          onTabSelect={(_event, { value }) => onChoose({ tab: String(value), row: row.id })}
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

/** The tab that was chosen for this row; else the one it prefers; else the last one chosen here; else the first. */
export function currentTab(
  tabs: readonly DetailsTab[],
  row: GridRow,
  chosen: ChosenTab | null,
  preferred: string | undefined,
): DetailsTab | undefined {
  const order = chosen?.row === row.id ? [chosen.tab, preferred] : [preferred, chosen?.tab];
  const wanted = order.find((id) => tabs.some((tab) => tab.id === id));
  return tabs.find((tab) => tab.id === wanted) ?? tabs[0];
}
