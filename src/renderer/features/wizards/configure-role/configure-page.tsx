import { makeStyles, tokens } from '@fluentui/react-components';
import { OutcomeTable } from './outcome-table';
import type { ConfiguredMachine } from './report';

const useStyles = makeStyles({ hint: { margin: 0, color: tokens.colorNeutralForeground3 } });

interface ConfigurePageProps {
  readonly machines: readonly ConfiguredMachine[];
  /** Nothing waits for its turn: what is under way goes on without the wizard too. */
  readonly goesOn: boolean;
}

/** The work, machine by machine, and what leaving the wizard means for it. */
export function ConfigurePage({ machines, goesOn }: ConfigurePageProps) {
  return (
    <>
      <OutcomeTable machines={machines} />
      <p className={useStyles().hint}>
        {goesOn
          ? 'Close leaves the wizard: what is under way goes on and stands in the tasks.'
          : 'Cancel leaves out the virtual machines that still wait; what is under way goes on.'}
      </p>
    </>
  );
}
