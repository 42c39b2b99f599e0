import { makeStyles, tokens } from '@fluentui/react-components';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { useWindowActions } from '../../app/window-context';
import { useTimeScale } from '../../lib/cluster-context';
import { exactTime, formatTime } from '../../lib/format/time';
import { LinkButton } from '../../ui/link-button';
import { PropertyList, type Property } from '../../ui/property-list';
import { Status } from '../../ui/status';
import { levelStatus } from './event-words';

const useStyles = makeStyles({
  root: {
    padding: '8px 12px 16px',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '12px 40px',
    alignItems: 'flex-start',
    overflow: 'auto',
  },
  main: { flexGrow: 1, flexBasis: '320px', display: 'flex', flexDirection: 'column', gap: '8px' },
  message: { margin: 0, maxWidth: '90ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  head: { display: 'flex', gap: '16px', alignItems: 'center', fontWeight: tokens.fontWeightSemibold },
});

/** All of one event. */
export function EventDetails({ event }: { readonly event: ClusterEvent }) {
  const styles = useStyles();
  const actions = useWindowActions();
  const scale = useTimeScale();
  const { subject } = event;
  const properties: readonly Property[] = [
    { label: 'Time', value: formatTime(event.time, scale), exact: exactTime(event.time, scale) },
    { label: 'Node', value: event.node },
    ...(subject === null
      ? []
      : [
          {
            label: 'Object',
            value: <LinkButton onClick={() => actions.reveal(subject)}>{subject.name}</LinkButton>,
          },
        ]),
    { label: 'Source', value: event.source },
    { label: 'Log', value: event.channel },
  ];
  return (
    <div className={styles.root}>
      <div className={styles.main}>
        <div className={styles.head}>
          <span>Event {event.id}</span>
          <Status {...levelStatus(event.level)} />
        </div>
        <p className={styles.message}>{event.message}</p>
      </div>
      <PropertyList properties={properties} />
    </div>
  );
}
