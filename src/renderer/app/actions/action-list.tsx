import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { useId, type KeyboardEvent } from 'react';
import { ActionIcon } from './action-icon';
import { reasonOf, type Action, type ActionChoice } from './actions';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    width: '100%',
    minHeight: '26px',
    padding: '2px 12px',
    border: 'none',
    borderRadius: 0,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  disabled: {
    color: tokens.colorNeutralForegroundDisabled,
    ':hover': { backgroundColor: 'transparent' },
    ':active': { backgroundColor: 'transparent' },
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  icon: { display: 'flex', flexShrink: 0, fontSize: '16px', color: tokens.colorBrandForeground1 },
  disabledIcon: {
    color: tokens.colorNeutralForegroundDisabled,
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  title: { flexGrow: 1, minWidth: 0 },
  shortcut: { flexShrink: 0, fontSize: '11px', color: tokens.colorNeutralForeground3 },
});

interface ActionListProps {
  /** The accessible name. */
  readonly name: string;
  readonly actions: readonly Action[];
  readonly onChoose: (choice: ActionChoice) => void;
}

/** Actions as buttons, one below the other; arrow keys go from one to the next. Greyed out ones say why. */
export function ActionList({ name, actions, onChoose }: ActionListProps) {
  return (
    <ul className={useStyles().list} aria-label={name} onKeyDown={moveFocus}>
      {actions.map((action) => (
        <li key={action.key}>
          <ActionButton action={action} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function ActionButton({
  action,
  onChoose,
}: {
  readonly action: Action;
  readonly onChoose: ActionListProps['onChoose'];
}) {
  const styles = useStyles();
  const describedBy = useId();
  const reason = reasonOf(action);
  const disabled = reason !== undefined;
  const button = (
    <button
      type="button"
      className={mergeClasses(styles.button, disabled && styles.disabled)}
      aria-label={action.title}
      aria-disabled={disabled}
      aria-describedby={disabled ? describedBy : undefined}
      aria-keyshortcuts={action.shortcut ?? undefined}
      onClick={() => (disabled ? undefined : onChoose(action.choice))}
    >
      <span className={mergeClasses(styles.icon, disabled && styles.disabledIcon)}>
        <ActionIcon choice={action.choice} />
      </span>
      <span className={styles.title}>
        {action.title}
        {action.asks ? '…' : ''}
      </span>
      {action.shortcut === null ? null : <span className={styles.shortcut}>{shortcutText(action.shortcut)}</span>}
    </button>
  );
  if (!disabled) return button;
  // A tooltip that is the description itself would have a portal, hidden or not, made anew for each row that is selected.
  return (
    <>
      <Tooltip content={reason} relationship="inaccessible" positioning="before" withArrow>
        {button}
      </Tooltip>
      <span id={describedBy} hidden>
        {reason}
      </span>
    </>
  );
}

/** A key as it is shown. */
export function shortcutText(shortcut: string): string {
  return shortcut === 'Delete' ? 'Del' : shortcut;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const region = event.currentTarget.closest('[data-pane]') ?? event.currentTarget;
  const buttons = [...region.querySelectorAll<HTMLElement>('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[at + step]?.focus();
  event.preventDefault();
}
