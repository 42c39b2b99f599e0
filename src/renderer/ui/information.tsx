import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  wrong: { color: tokens.colorStatusDangerForeground1 },
});

/** Why something is as it is. What is wrong stands out; the status beside it says so in a word. */
export function Information({ text, wrong }: { readonly text: string; readonly wrong: boolean }) {
  const styles = useStyles();
  return <span className={wrong ? styles.wrong : undefined}>{text}</span>;
}
