import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { testSteps, type TestOutcome, type TestStep, type TestStepName } from '#shared/contract/connections';
import { formatCount } from '../../../lib/format/numbers';
import { Message } from '../../../ui/message';
import { Status } from '../../../ui/status';
import { outcomeWords, stepTitles, verdictOf } from './step-words';
import type { TestRun } from './use-connection-test';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  verdict: {
    display: 'flex',
    padding: '7px 12px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  steps: { margin: 0, padding: '4px 0', listStyleType: 'none', userSelect: 'text' },
  line: {
    display: 'grid',
    gridTemplateColumns: '92px 148px minmax(0, 1fr)',
    columnGap: '10px',
    alignItems: 'start',
    padding: '3px 12px',
    lineHeight: '20px',
  },
  nodes: { margin: 0, padding: 0, listStyleType: 'none', gridColumn: '1 / -1' },
  node: {
    display: 'grid',
    gridTemplateColumns: '92px 148px minmax(0, 1fr)',
    columnGap: '10px',
    alignItems: 'start',
    padding: '1px 0',
  },
  name: { overflowWrap: 'anywhere' },
  nodeName: { paddingLeft: '12px', overflowWrap: 'anywhere' },
  text: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  advice: { margin: 0, color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
});

/** Nodes up to this many are listed even when nothing is wrong with them. */
const fewNodes = 8;

/** A connection test, live: every step with how it ended, what was found and what to do. */
export function TestPanel({ run }: { readonly run: TestRun }) {
  const styles = useStyles();
  const panel = useRef<HTMLDivElement>(null);
  const { status } = run;
  useEffect(() => {
    if (status !== 'none') panel.current?.scrollIntoView({ block: 'nearest' });
  }, [status]);
  if (run.status === 'none') return null;
  if (run.status === 'refused') {
    return (
      <div ref={panel}>
        <Message tone="error" title="The connection could not be tested.">
          {run.error.message} {run.error.advice}
        </Message>
      </div>
    );
  }
  const verdict = verdictOf(run.status, run.steps);
  return (
    <div ref={panel} role="group" aria-label="Connection test" className={styles.root}>
      <div role="status" className={styles.verdict}>
        {run.status === 'running' ? <Spinner size="extra-tiny" label={verdict.text} /> : <Status {...verdict} />}
      </div>
      <ol className={styles.steps} aria-label="Steps">
        {testSteps.map((name) => (
          <StepLine
            key={name}
            name={name}
            step={run.steps.find((step) => step.name === name)}
            stopped={run.status !== 'running'}
          />
        ))}
      </ol>
    </div>
  );
}

interface StepLineProps {
  readonly name: TestStepName;
  /** Undefined: it did not begin yet. */
  readonly step: TestStep | undefined;
  readonly stopped: boolean;
}

function StepLine({ name, step, stopped }: StepLineProps) {
  const styles = useStyles();
  if (step === undefined) {
    return (
      <li className={styles.line} aria-label={stepTitles[name]}>
        <span className={styles.quiet}>
          <Status {...outcomeWords(stopped ? 'skipped' : 'waiting')} />
        </span>
        <span className={styles.quiet}>{stepTitles[name]}</span>
      </li>
    );
  }
  const { nodes } = step;
  const listed = nodes.length <= fewNodes ? nodes : nodes.filter(({ outcome }) => outcome !== 'passed');
  return (
    <li className={styles.line} aria-label={stepTitles[name]}>
      <Outcome outcome={step.outcome} stopped={stopped} />
      <span className={styles.name}>{stepTitles[name]}</span>
      <Found text={step.text} advice={step.advice} />
      {nodes.length === 0 ? null : (
        <ul className={styles.nodes} aria-label={`Nodes: ${stepTitles[name]}`}>
          {listed.map((node) => (
            <li key={node.node} className={styles.node} aria-label={node.node}>
              <Outcome outcome={node.outcome} stopped={stopped} />
              <span className={styles.nodeName}>{node.node}</span>
              <Found text={node.text} advice={node.advice} />
            </li>
          ))}
          {listed.length === nodes.length ? null : (
            <li className={styles.node}>
              <Outcome outcome="passed" stopped={stopped} />
              <span className={styles.nodeName}>{formatCount(nodes.length - listed.length, 'node')} more</span>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function Outcome({ outcome, stopped }: { readonly outcome: TestOutcome; readonly stopped: boolean }) {
  if (outcome === 'running' && !stopped) return <Spinner size="extra-tiny" label="Running" />;
  return <Status {...outcomeWords(outcome === 'running' ? 'stopped' : outcome)} />;
}

function Found({ text, advice }: { readonly text: string; readonly advice: string | null }) {
  const styles = useStyles();
  return (
    <div className={styles.text}>
      {text}
      {advice === null ? null : <p className={styles.advice}>{advice}</p>}
    </div>
  );
}
