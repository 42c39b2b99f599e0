import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '64ch' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px', maxWidth: '64ch' },
});

/** What the wizard does and what should be ready. */
export function BeforePage() {
  const styles = useStyles();
  return (
    <>
      <p className={styles.text}>
        This wizard makes a service or application highly available: when the node that runs it fails, another node goes
        on with it.
      </p>
      <p className={styles.text}>Before you go on, see to it that</p>
      <ul className={styles.list}>
        <li>the virtual machine exists on a node of this cluster,</li>
        <li>
          its files are on storage that every node reaches: a cluster shared volume, or a disk of Available storage,
        </li>
        <li>on Windows Server 2008 and 2008 R2 it is shut down or saved.</li>
      </ul>
      <p className={styles.text}>The machine itself is not changed. Nothing happens before you confirm it.</p>
    </>
  );
}
