import { makeStyles } from '@fluentui/react-components';
import { trainingTokens } from '../theme/themes';

const useStyles = makeStyles({
  root: {
    padding: '0 6px',
    borderRadius: '3px',
    fontSize: '11px',
    lineHeight: '16px',
    backgroundColor: trainingTokens.background,
    color: trainingTokens.foreground,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
});

/** The word "Training" in the colour of training. */
export function TrainingMark() {
  return <span className={useStyles().root}>Training</span>;
}
