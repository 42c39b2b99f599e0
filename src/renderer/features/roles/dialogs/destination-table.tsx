import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { ToneIcon } from '../../../ui/status';
import { bestNode, bestPossible, type DestinationLine } from './destination-choice';

const useStyles = makeStyles({
  scroller: {
    maxHeight: 'min(44vh, 380px)',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: '12.5px', fontVariantNumeric: 'tabular-nums' },
  head: {
    lineHeight: '26px',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '0 20px 0 0',
    textAlign: 'left',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  first: { paddingLeft: '4px', whiteSpace: 'nowrap' },
  headFirst: { paddingLeft: '12px' },
  end: { textAlign: 'right', whiteSpace: 'nowrap' },
  excluded: { color: tokens.colorNeutralForeground3 },
  note: { whiteSpace: 'normal', display: 'flex', gap: '6px', alignItems: 'flex-start' },
  radio: {
    fontSize: 'inherit',
    '& .fui-Radio__indicator': { margin: '6px 8px' },
    '& .fui-Radio__label': { padding: '5px 0', color: 'inherit' },
  },
  group: { width: '100%' },
});

const heads = [
  { title: 'Node', end: false },
  { title: 'Memory free', end: true },
  { title: 'Time', end: true, predicted: true },
  { title: 'Downtime', end: true, predicted: true },
  { title: 'Note', end: false },
] as const satisfies readonly { readonly title: string; readonly end: boolean; readonly predicted?: true }[];

export interface DestinationTableProps {
  readonly lines: readonly DestinationLine[];
  readonly choice: string;
  readonly onChoose: (choice: string) => void;
}

/** Where the role may go: the cluster's choice first, then each node with what it would cost, or why it cannot. */
export function DestinationTable({ lines, choice, onChoose }: DestinationTableProps) {
  const styles = useStyles();
  const best = bestNode(lines);
  // Only a simulated cluster predicts: for real ones the columns would be empty.
  const predicts = lines.some(({ time }) => time !== '');
  const nobody = lines.every(({ excluded }) => excluded !== null);
  return (
    <RadioGroup
      className={styles.group}
      value={choice}
      onChange={(_event, { value }) => onChoose(value)}
      aria-label="Destination"
    >
      <div className={mergeClasses(styles.scroller, styles.group)}>
        <table className={styles.table}>
          <thead className={styles.head}>
            <tr>
              {(predicts ? heads : heads.filter((head) => !('predicted' in head))).map(({ title, end }) => (
                <th
                  key={title}
                  scope="col"
                  className={mergeClasses(
                    styles.cell,
                    title === 'Node' && styles.headFirst,
                    title === 'Note' && styles.group,
                    end && styles.end,
                  )}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Line
              value={bestPossible}
              label="Best possible node"
              disabled={nobody}
              focused
              predicts={predicts}
              line={best}
              note={
                nobody
                  ? 'No other node can take it now'
                  : best === undefined
                    ? 'The cluster decides when it moves'
                    : `${best.node} at present`
              }
            />
            {lines.map((line) => (
              <Line
                key={line.node}
                value={line.node}
                label={line.node}
                disabled={line.excluded !== null}
                predicts={predicts}
                line={line}
                note={line.excluded ?? line.warning ?? ''}
                warns={line.excluded === null && line.warning !== null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </RadioGroup>
  );
}

interface LineProps {
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly line: DestinationLine | undefined;
  /** Whether the table has the columns of what is predicted. */
  readonly predicts: boolean;
  readonly note: string;
  readonly warns?: boolean;
  /** It takes the focus when it comes: the answer arrives after the dialog has opened. */
  readonly focused?: boolean;
}

function Line({ value, label, disabled, line, predicts, note, warns = false, focused = false }: LineProps) {
  const styles = useStyles();
  const noteId = useId();
  const end = mergeClasses(styles.cell, styles.end);
  return (
    <tr className={disabled ? styles.excluded : undefined}>
      <td className={mergeClasses(styles.cell, styles.first)}>
        <Radio
          className={styles.radio}
          value={value}
          label={label}
          disabled={disabled}
          autoFocus={focused}
          aria-describedby={note === '' ? undefined : noteId}
        />
      </td>
      <td className={end} title={line?.memoryExact}>
        {line?.memory}
      </td>
      {predicts ? (
        <>
          <td className={end}>{line?.time}</td>
          <td className={end}>{line?.downtime}</td>
        </>
      ) : null}
      <td className={styles.cell}>
        <span id={noteId} className={styles.note}>
          {warns ? <ToneIcon tone="warn" /> : null}
          {note}
        </span>
      </td>
    </tr>
  );
}
