import { makeStyles, tokens } from '@fluentui/react-components';
import type { OpeningProblem } from '#shared/contract/contract';
import { formatCount } from '../../lib/format/numbers';
import { DialogFrame } from '../../ui/dialog-frame';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: {
    margin: 0,
    padding: '8px 12px 8px 30px',
    maxHeight: '50vh',
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

interface ProblemDialogProps {
  readonly problem: OpeningProblem;
  readonly onClose: () => void;
}

/** Every mistake of a scenario file with its line and column. */
export function ProblemDialog({ problem, onClose }: ProblemDialogProps) {
  const styles = useStyles();
  const { file, problems } = problem;
  return (
    <DialogFrame title="The scenario could not be opened" onClose={onClose} width={720}>
      <p className={styles.text}>
        {file} has {formatCount(problems.length, 'mistake')}. The training cluster is open instead. Mend the file, then
        start Regroup with it again.
      </p>
      <ol className={styles.list} aria-label="Mistakes" tabIndex={0}>
        {problems.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </DialogFrame>
  );
}
