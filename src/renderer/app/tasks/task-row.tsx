import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId } from 'react';
import { isCommandName } from '#shared/commands/catalogue';
import type { Operation } from '#shared/model/operation';
import { useCluster, useClusterAccess, useReading, useTimeScale } from '../../lib/cluster-context';
import { exactDuration, exactTime, formatDuration } from '../../lib/format/time';
import { ProgressBar } from '../../ui/progress-bar';
import { useToneStyles } from '../../ui/tone-styles';
import { secondHopOf } from '../second-hop';
import { useWindowActions } from '../window-context';
import { ResultFiles } from './result-files';
import { explanationOf, isQueued, outcomeInWords } from './task-list';

/** Where a line has no room for everything, what happens stands on a second one. */
const narrow = '@container (max-width: 520px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 11fr) minmax(32px, 2fr) 74px 74px minmax(120px, 9fr) 64px',
    columnGap: '12px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) 74px 74px 64px' },
    alignItems: 'center',
    minHeight: '28px',
    padding: '0 12px',
    fontVariantNumeric: 'tabular-nums',
  },
  part: { paddingLeft: '18px' },
  link: {
    display: 'block',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'default',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  bar: { [narrow]: { display: 'none' } },
  text: {
    minWidth: 0,
    padding: '5px 0',
    color: tokens.colorNeutralForeground3,
    [narrow]: { gridRow: 2, gridColumn: '1 / -1', paddingTop: 0, ':empty': { display: 'none' } },
  },
  oneLine: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface TaskRowProps {
  readonly operation: Operation;
  readonly part: boolean;
}

function TaskRowBase({ operation, part }: TaskRowProps) {
  const styles = useStyles();
  const tones = useToneStyles();
  const actions = useWindowActions();
  const titleId = useId();
  const { title, target, cancel, progress, outcome, error } = operation;
  const queued = useCluster((view) => isQueued(operation, view));
  const words = outcomeInWords(operation, queued);
  const { capabilities } = useClusterAccess().connection;
  const asks = useCluster(
    (view) =>
      cancel !== null &&
      isCommandName(cancel.command) &&
      secondHopOf(cancel.command, cancel.input, view, capabilities) !== null,
  );
  const left =
    progress.remaining === null || outcome !== 'running' ? '' : ` · ${formatDuration(progress.remaining)} left`;
  return (
    <div className={styles.row}>
      <span id={titleId} className={mergeClasses(styles.title, part && styles.part)} title={title}>
        {target === null ? (
          title
        ) : (
          <button type="button" className={styles.link} onClick={() => actions.reveal(target)}>
            {title}
          </button>
        )}
      </span>
      <div className={styles.bar}>
        <ProgressBar
          label={title}
          percent={outcome !== 'running' ? 100 : queued ? 0 : progress.percent}
          tone={words.tone}
        />
      </div>
      <span className={outcome === 'failed' || outcome === 'unknown' ? tones[words.tone] : undefined}>
        {words.text}
      </span>
      <TaskTime operation={operation} />
      <span
        className={mergeClasses(styles.text, error === null && styles.oneLine)}
        title={error === null ? explanationOf(operation) + left : undefined}
      >
        {explanationOf(operation)}
        {left}
      </span>
      <ResultFiles operation={operation} describedBy={titleId} />
      {cancel === null ? null : (
        <Button
          size="small"
          aria-describedby={titleId}
          onClick={() => {
            if (asks && target !== null) actions.choose(cancel.command, target);
            else void actions.execute(cancel.command, cancel.input);
          }}
        >
          Cancel
        </Button>
      )}
    </div>
  );
}

/** One operation: what it is, how far, how long, what happens or how it ended, and how to cancel it. */
export const TaskRow = memo(TaskRowBase);

function TaskTime({ operation: { startedAt, endedAt } }: { readonly operation: Operation }) {
  const styles = useStyles();
  const scale = useTimeScale();
  const now = useReading(({ clock, view }) =>
    endedAt === null ? Math.floor(Math.max(clock?.now ?? 0, view.snapshot.time) / 1000) * 1000 : endedAt,
  );
  const length = Math.max(0, now - startedAt);
  const exact = endedAt === null ? '' : `, took ${exactDuration(length)}`;
  return (
    <span className={styles.quiet} title={`Started ${exactTime(startedAt, scale)}${exact}`}>
      {endedAt === null && length < 1000 ? '' : formatDuration(length)}
    </span>
  );
}
