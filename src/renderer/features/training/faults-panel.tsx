import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { EmptyState } from '../../ui/empty-state';
import { brokenCount } from './fault-switches';
import { SwitchList } from './switch-list';
import { SwitchTable } from './switch-table';
import { useFaults } from './use-faults';
import { useFocusInside } from './use-focus-inside';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    height: '34px',
    padding: '0 4px 0 12px',
  },
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground3, flexGrow: 1 },
  body: {
    overflowX: 'hidden',
    overflowY: 'auto',
    padding: '0 8px 16px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The fault switches: what is off is broken. Beside the work, so that one sees the effect. */
export function FaultsPanel({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { switches, turn } = useFaults();
  const panel = useFocusInside();
  const broken = switches === undefined ? 0 : brokenCount(switches);
  return (
    <section
      ref={panel}
      className={styles.root}
      aria-label="Faults"
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>Faults</h2>
        <span className={styles.count} role="status">
          {broken === 0 ? 'all works' : `${broken} off`}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label="Close Faults"
          onClick={onClose}
        />
      </div>
      {switches === undefined ? (
        <EmptyState>The training cluster has not told yet what can be broken.</EmptyState>
      ) : (
        <div className={styles.body}>
          <p className={styles.note}>What is off is broken: its power is gone, or nothing gets through.</p>
          <SwitchTable switches={switches} onTurn={turn} />
          <SwitchList title="Disks" switches={switches.disks} onTurn={turn} />
          <SwitchList title="Storage servers" switches={switches.storageServers} onTurn={turn} />
          <SwitchList
            title="Quorum"
            switches={switches.witness === undefined ? [] : [switches.witness]}
            onTurn={turn}
          />
        </div>
      )}
    </section>
  );
}
