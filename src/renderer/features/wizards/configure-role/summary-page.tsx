import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentText16Regular } from '@fluentui/react-icons/svg/document-text';
import { Save16Regular } from '@fluentui/react-icons/svg/save';
import { useState } from 'react';
import { useWindowActions } from '../../../app/window-context';
import { clusterErrorOf } from '../../../lib/bridge';
import { useSaveFile } from '../../../lib/mutations';
import { StatusSentence } from '../../../ui/status-sentence';
import { OutcomeTable } from './outcome-table';
import { outcomeSentence, wizardTitle, type RoleReport } from './report';
import { reportAsHtml } from './report-html';
import { reportAsText } from './report-text';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  report: {
    margin: 0,
    padding: '10px 12px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    font: 'inherit',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** How it ended, and the report. */
export function SummaryPage({ report }: { readonly report: RoleReport }) {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  const save = useSaveReport(report);
  const failed = report.machines.some(({ outcome }) => outcome !== 'succeeded');
  return (
    <>
      <StatusSentence tone={failed ? 'error' : 'ok'} text={outcomeSentence(report.machines)} />
      <OutcomeTable machines={report.machines} />
      <div className={styles.buttons}>
        <Button size="small" icon={<DocumentText16Regular />} aria-expanded={shown} onClick={() => setShown(!shown)}>
          View Report
        </Button>
        <Button size="small" icon={<Save16Regular />} onClick={() => save('html')}>
          Save Report as HTML
        </Button>
        <Button size="small" icon={<Save16Regular />} onClick={() => save('txt')}>
          Save Report as Text
        </Button>
      </div>
      {shown ? (
        <pre className={styles.report} aria-label="Report" role="document" tabIndex={0}>
          {reportAsText(report)}
        </pre>
      ) : null}
    </>
  );
}

function useSaveReport(report: RoleReport): (type: 'html' | 'txt') => void {
  const actions = useWindowActions();
  const save = useSaveFile();
  return (type) => {
    const content = type === 'html' ? reportAsHtml(report) : reportAsText(report);
    save.mutate(
      { suggestedName: `${wizardTitle}.${type}`, type, content },
      { onError: (cause) => actions.showError('The report could not be saved.', clusterErrorOf(cause)) },
    );
  };
}
