import { makeStyles, tokens } from '@fluentui/react-components';
import type { ActionGroups } from './use-actions';
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

/** The region "Actions": what can be done with the place and with the selected object. */
export function ActionsPane({ groups, placeTitle, selectionTitle }: ActionsPaneProps) {
  const styles = useStyles();
  const carryOut = useCarryOut();
  return (
    <section aria-label="Actions" data-pane="actions" tabIndex={-1} className={styles.pane}>
      <div className={styles.group}>
        <h2 className={styles.heading}>{placeTitle}</h2>
        <ActionList name={placeTitle} actions={groups.place} onChoose={carryOut} />
      </div>
      {selectionTitle === undefined || groups.selection.length === 0 ? null : (
        <div className={styles.group}>
          <h2 className={styles.heading}>{selectionTitle}</h2>
          <ActionList name={selectionTitle} actions={groups.selection} onChoose={carryOut} />
        </div>
      )}
    </section>
  );
}
