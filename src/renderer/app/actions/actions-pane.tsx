import { makeStyles, tokens } from '@fluentui/react-components';
import { connectionGroup, type ActionGroups } from './use-actions';
import { ActionList } from './action-list';
import { useCarryOut } from './use-carry-out';

const useStyles = makeStyles({
  pane: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  group: {
    padding: '4px 0 8px',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  heading: {
    margin: 0,
    padding: '6px 12px 4px',
    fontSize: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

interface ActionsPaneProps {
  readonly groups: ActionGroups;
  readonly placeTitle: string;
  /** Undefined: nothing is selected. */
  readonly selectionTitle: string | undefined;
}

/** The region "Actions": what can be done with the place, with the selected object, and with the connection itself. */
export function ActionsPane({ groups, placeTitle, selectionTitle }: ActionsPaneProps) {
  const styles = useStyles();
  const carryOut = useCarryOut();
  const shown = [
    { id: 'place', title: placeTitle, actions: groups.place },
    { id: 'selection', title: selectionTitle ?? '', actions: groups.selection },
    { id: 'connection', title: connectionGroup, actions: groups.connection },
  ].filter(({ actions }) => actions.length > 0);
  return (
    <section aria-label="Actions" data-pane="actions" tabIndex={-1} className={styles.pane}>
      {shown.map(({ id, title, actions }) => (
        <div key={id} className={styles.group}>
          <h2 className={styles.heading}>{title}</h2>
          <ActionList name={title} actions={actions} onChoose={carryOut} />
        </div>
      ))}
    </section>
  );
}
