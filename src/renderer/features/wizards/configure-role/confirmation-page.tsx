import { makeStyles, tokens } from '@fluentui/react-components';
import { ShowScript } from '../../../app/show-powershell';
import { useSecondHop } from '../../../app/second-hop';
import { forecast } from '../../../app/use-command-dialog';
import { useCluster } from '../../../lib/cluster-context';
import { EffectList } from '../../../ui/effect-list';
import { Message } from '../../../ui/message';
import { equalLists } from '../../../lib/equality';
import { clusterMachine } from './machine-choices';

const useStyles = makeStyles({
  text: { margin: 0 },
  name: { margin: '0 0 2px', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
});

/** What will be made. */
export function ConfirmationPage({ chosen, script }: { readonly chosen: readonly string[]; readonly script: string }) {
  const styles = useStyles();
  const warning = useSecondHop(clusterMachine, { vm: chosen[0] ?? '' });
  return (
    <>
      {warning === null ? null : (
        <Message tone="warn" title="Before you go on:">
          {warning}
        </Message>
      )}
      <p className={styles.text}>You are ready to configure high availability. Next does this:</p>
      {chosen.map((name) => (
        <MachineEffects key={name} name={name} />
      ))}
      <ShowScript code={script} />
    </>
  );
}

function MachineEffects({ name }: { readonly name: string }) {
  const styles = useStyles();
  const effects = useCluster((view) => forecast(clusterMachine, { vm: name }, view).effects, equalLists);
  return (
    <section aria-label={name}>
      <h4 className={styles.name}>{name}</h4>
      <EffectList effects={effects} />
    </section>
  );
}
