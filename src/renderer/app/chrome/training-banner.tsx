import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { Flash16Regular } from '@fluentui/react-icons/svg/flash';
import { Next16Regular } from '@fluentui/react-icons/svg/next';
import { Pause16Regular } from '@fluentui/react-icons/svg/pause';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import { useState } from 'react';
import { speeds } from '#shared/settings/settings';
import { clusterErrorOf } from '../../lib/bridge';
import type { ClockChange } from '../../lib/cluster-client';
import { useReading } from '../../lib/cluster-context';
import { exactTime, formatTime } from '../../lib/format/time';
import { useSetClock } from '../../lib/mutations';
import { useChangeSettings } from '../../lib/settings';
import { SegmentedControl } from '../../ui/segmented-control';
import { useWindowActions } from '../window-context';
import { trainingTokens } from '../theme/themes';
import { faultsTool } from '../tools';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    flexShrink: 0,
    height: '32px',
    padding: '0 12px',
    backgroundColor: trainingTokens.background,
    color: trainingTokens.foreground,
    borderBottom: `2px solid ${trainingTokens.border}`,
  },
  text: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold, marginRight: '10px' },
  clock: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  control: {
    color: 'inherit',
    minWidth: '28px',
    ':hover': { color: 'inherit' },
    ':hover:active': { color: 'inherit' },
  },
  faults: {
    color: 'inherit',
    backgroundColor: 'transparent',
    border: `1px solid ${trainingTokens.border}`,
    ':hover': { color: 'inherit' },
  },
});

/** Across the whole window while the cluster is a simulated one: nobody can take it for real. Its clock and faults are here. */
export function TrainingBanner() {
  const styles = useStyles();
  const actions = useWindowActions();
  const clock = useReading((reading) => reading.clock);
  const setClock = useSetClock();
  const change = (what: ClockChange): void =>
    setClock.mutate(what, {
      onError: (cause) => actions.showError('The clock could not be set.', clusterErrorOf(cause)),
    });
  const pauseLabel = clock?.paused === true ? 'Run the clock' : 'Pause the clock';
  const nothingLeft = clock?.nextEventAt === null;

  return (
    <header className={styles.banner}>
      <div role="status" aria-label="Training" className={styles.text}>
        <span className={styles.strong}>Training</span>
        Simulated cluster. Nothing here touches a real server.
      </div>
      {clock === null ? null : (
        <>
          <span className={styles.clock}>
            <Clock16Regular aria-hidden />
            <span role="timer" aria-label="Simulated time" title={exactTime(clock.now, 'simulated')}>
              {formatTime(clock.now, 'simulated')}
            </span>
          </span>
          <div role="group" aria-label="Clock" className={styles.clock}>
            <Tooltip content={pauseLabel} relationship="label">
              <Button
                size="small"
                appearance="subtle"
                className={styles.control}
                icon={clock.paused ? <Play16Regular /> : <Pause16Regular />}
                onClick={() => change({ paused: !clock.paused })}
              />
            </Tooltip>
            <Tooltip content="Step to the next event" relationship="label">
              <Button
                size="small"
                appearance="subtle"
                className={styles.control}
                icon={<Next16Regular />}
                disabledFocusable={nothingLeft}
                onClick={() => change({ step: true })}
              />
            </Tooltip>
            <SpeedControl speed={clock.speed} />
          </div>
        </>
      )}
      <Button
        size="small"
        className={styles.faults}
        icon={<Flash16Regular />}
        onClick={() => actions.openTool(faultsTool)}
      >
        Faults
      </Button>
    </header>
  );
}

/** Shows a chosen speed at once; the clock follows when main has set it. */
function SpeedControl({ speed }: { readonly speed: number }) {
  const actions = useWindowActions();
  const setClock = useSetClock();
  const changeSettings = useChangeSettings();
  const [wanted, setWanted] = useState<number | null>(null);
  if (wanted === speed) setWanted(null);
  return (
    <SegmentedControl<number>
      label="Speed"
      options={speeds.map((value) => ({ value, text: `${value}x` }))}
      value={wanted ?? speed}
      onChange={(value) => {
        setWanted(value);
        changeSettings(() => ({ speed: value }));
        setClock.mutate(
          { speed: value },
          {
            onError: (cause) => {
              setWanted(null);
              actions.showError('The clock could not be set.', clusterErrorOf(cause));
            },
          },
        );
      }}
    />
  );
}
