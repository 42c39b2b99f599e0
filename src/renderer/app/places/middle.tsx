import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, type ReactNode } from 'react';
import { usePaneLayout } from '../../lib/settings';
import { GridFilter } from '../../ui/grid/grid-filter';
import { Panes, type PaneDefinition } from '../../ui/panes';
import { Details } from '../details/details';
import { Notices } from '../chrome/notices';
import { ResultNotices } from '../tasks/result-notices';
import { OldParts } from '../chrome/old-parts';
import { Lower } from '../lower/lower';
import { ActionsButton } from '../actions/actions-button';
import { useShell } from '../shell-context';
import { GridSection } from './grid-section';
import { partsOf } from './shown-parts';
import { TitleLine } from './title-line';
import type { PlacePageState } from './use-place-page';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: { flexGrow: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' },
});

interface MiddleProps {
  readonly page: PlacePageState;
  /** Whether details and tasks are shown. */
  readonly showsDetails: boolean;
}

/** The middle of the window: the place, the details of what is selected in it, the tasks. */
export function Middle({ page, showsDetails }: MiddleProps) {
  const { definition, row, memory, remember } = page;
  const place: PaneDefinition = {
    id: 'place',
    minSize: '110px',
    defaultSize: definition.grid === undefined ? '77%' : '40%',
    content: <PlaceSection page={page} />,
  };
  const details: PaneDefinition | null =
    definition.grid === undefined
      ? null
      : {
          id: 'details',
          minSize: '90px',
          defaultSize: '37%',
          label: 'Height of the details',
          content: <Details definition={definition.grid} row={row} memory={memory} remember={remember} />,
        };
  const tasks: PaneDefinition = {
    id: 'tasks',
    minSize: '64px',
    defaultSize: '23%',
    label: 'Height of the tasks',
    content: <Lower />,
  };
  const panes = showsDetails ? [place, ...(details === null ? [] : [details]), tasks] : [place];
  const name = panes.map(({ id }) => id).join('-');
  const layout = usePaneLayout(name);
  return <Panes key={name} direction="vertical" panes={panes} {...layout} />;
}

function PlaceSection({ page }: { readonly page: PlacePageState }) {
  const styles = useStyles();
  const { state } = useShell();
  const { definition, place, title, summary, rows, row, memory, remember, groups } = page;
  const body: ReactNode = definition.body?.(place);
  const { grid } = definition;
  return (
    <div data-pane="place" tabIndex={-1} className={styles.place}>
      <Notices />
      <ResultNotices />
      <OldParts parts={partsOf(definition)} />
      <TitleLine title={title} summary={summary}>
        {grid === undefined ? null : (
          <GridFilter
            value={memory.filter}
            onChange={(filter) => remember({ filter })}
            onLeave={() => document.querySelector<HTMLElement>('[data-pane="place"] [role="grid"]')?.focus()}
          />
        )}
        {state.showsActions ? null : <ActionsButton groups={groups} />}
      </TitleLine>
      <Suspense>{grid === undefined ? <div className={styles.body}>{body}</div> : body}</Suspense>
      {grid === undefined ? null : (
        <GridSection
          kind={place.kind}
          title={title}
          definition={grid}
          rows={rows}
          filtered={memory.filter !== ''}
          selected={row?.id ?? null}
          onSelect={(selected) => remember({ selected })}
          actions={groups.selection}
        />
      )}
    </div>
  );
}
