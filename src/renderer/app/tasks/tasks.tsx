import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { memo, useMemo, useState } from 'react';
import { useCluster } from '../../lib/cluster-context';
import { formatCount } from '../../lib/format/numbers';
import { EmptyState } from '../../ui/empty-state';
import { OtherTasks } from './other-tasks';
import { taskList, type Task } from './task-list';
import { TaskRow } from './task-row';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  list: {
    flexGrow: 1,
    minHeight: 0,
    margin: 0,
    padding: 0,
    overflow: 'auto',
    listStyleType: 'none',
    outlineStyle: 'none',
    containerType: 'inline-size',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  empty: { flexGrow: 1, minHeight: 0, overflow: 'auto' },
  parts: { margin: 0, padding: 0, listStyleType: 'none' },
  older: { padding: '6px 12px', color: tokens.colorNeutralForeground3 },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 12px 4px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    font: 'inherit',
    cursor: 'default',
    ':hover': { color: tokens.colorNeutralForeground1 },
  },
});

/** Parts of a task up to this many are shown without asking. */
const fewParts = 8;

/** The region "Tasks": every operation, whoever started it, newest first. */
export function Tasks() {
  const styles = useStyles();
  const operations = useCluster((view) => view.snapshot.operations);
  const { tasks, older } = useMemo(() => taskList(operations), [operations]);
  return (
    <section aria-label="Tasks" className={styles.pane}>
      {tasks.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState>Nothing was started yet. What runs here stays here, with how it ended.</EmptyState>
        </div>
      ) : (
        <ul className={styles.list} aria-label="Tasks" tabIndex={0}>
          {tasks.map((task) => (
            <TaskItem key={task.operation.id} {...task} />
          ))}
          {older === 0 ? null : <li className={styles.older}>{formatCount(older, 'older task')} not shown.</li>}
        </ul>
      )}
      <OtherTasks />
    </section>
  );
}

function TaskItemBase({ operation, parts }: Task) {
  const styles = useStyles();
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? parts.length <= fewParts;
  return (
    <li aria-label={operation.title}>
      <TaskRow operation={operation} part={false} />
      {parts.length <= fewParts ? null : (
        <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpened(!open)}>
          {open ? <ChevronDown12Regular aria-hidden /> : <ChevronRight12Regular aria-hidden />}
          {formatCount(parts.length, 'part')}, {parts.filter(({ outcome }) => outcome === 'running').length} running
        </button>
      )}
      {open && parts.length > 0 ? (
        <ul className={styles.parts} aria-label={`Parts of ${operation.title}`}>
          {parts.map((part) => (
            <li key={part.id} aria-label={part.title}>
              <TaskRow operation={part} part />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

const TaskItem = memo(
  TaskItemBase,
  (before, after) =>
    before.operation === after.operation &&
    before.parts.length === after.parts.length &&
    before.parts.every((part, index) => part === after.parts[index]),
);
