import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** What something will do, sentence by sentence; nothing for none. */
export function EffectList({ effects }: { readonly effects: readonly string[] }) {
  const styles = useStyles();
  if (effects.length === 0) return null;
  return (
    <ul className={styles.list}>
      {effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  );
}
