import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { CommandDialogProps } from '../../app/feature';
import { ShowPowerShell } from '../../app/show-powershell';
import { DialogFrame } from '../../ui/dialog-frame';
import { EffectList } from '../../ui/effect-list';
import { timeSpans, useCollectLog } from './use-collect-log';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '2px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  nodes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    // Else the touch areas of the check boxes stick out and a single line scrolls.
    gridAutoRows: '32px',
    padding: '2px 0',
    maxHeight: '26vh',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  spans: { display: 'flex', flexDirection: 'row', flexWrap: 'wrap' },
  small: { fontSize: 'inherit', '& .fui-Radio__label': { color: 'inherit' } },
  effects: { minHeight: '60px' },
});

/** Which nodes' logs, how far back, and where they stay. */
export function CollectLogDialog({ target, onClose }: CommandDialogProps) {
  const styles = useStyles();
  const { nodes, chosen, toggle, toggleAll, form, change, input, dialog, blockedBecause } = useCollectLog(
    target,
    onClose,
  );
  const possible = nodes.filter(({ up }) => up);
  return (
    <DialogFrame
      title="Collect Cluster Log"
      width={600}
      onClose={onClose}
      busy={dialog.busy}
      error={dialog.error}
      action={{ label: 'Collect', onClick: dialog.submit, blockedBecause }}
    >
      <div className={styles.part} role="group" aria-label="Nodes">
        <div className={styles.head}>
          <span>Nodes</span>
          <Checkbox
            label="All that are up"
            checked={chosen.length === possible.length ? true : chosen.length === 0 ? false : 'mixed'}
            onChange={toggleAll}
          />
        </div>
        <div className={styles.nodes}>
          {nodes.map(({ name, up }) => (
            <Checkbox
              key={name}
              label={up ? name : `${name} (not up)`}
              disabled={!up}
              checked={chosen.includes(name)}
              onChange={() => toggle(name)}
            />
          ))}
        </div>
      </div>
      <Field label="How far back">
        <RadioGroup
          className={styles.spans}
          value={form.span}
          onChange={(_event, { value }) => change({ span: value })}
          aria-label="How far back"
        >
          {timeSpans.map(({ id, label }) => (
            <Radio key={id} className={styles.small} value={id} label={label} />
          ))}
        </RadioGroup>
      </Field>
      <Checkbox
        label="Times of the node's time zone instead of UTC"
        checked={form.localTime}
        onChange={(_event, { checked }) => change({ localTime: checked === true })}
      />
      <Field
        label="Also keep them in a folder (optional)"
        hint="As the computer sees it on which PowerShell runs, for example C:\Logs."
      >
        <Input value={form.destination} onChange={(_event, { value }) => change({ destination: value })} />
      </Field>
      <div className={styles.effects}>
        <EffectList effects={dialog.effects} />
      </div>
      <ShowPowerShell command="cluster.collectLog" input={input} />
    </DialogFrame>
  );
}
