import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  cell: {
    padding: '3px 24px 3px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  end: { textAlign: 'right' },
  wide: {
    width: '100%',
    '& th:first-child': { width: '100%', overflowWrap: 'anywhere' },
    '& :is(th, td)': { verticalAlign: 'middle' },
    '& :is(th, td):last-child': { paddingRight: 0 },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** One column of a plain table; the first one names the row. */
export interface PlainColumn {
  readonly title: string;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
}

/** One row: its key and a cell for each column. */
export interface PlainRow {
  readonly id: string;
  readonly cells: readonly ReactNode[];
}

export interface PlainTableProps {
  /** The accessible name. */
  readonly label: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
  /** Takes the whole width: its lines end in buttons. */
  readonly wide?: true;
}

/** A small table to read, without selection. What can be long or acted on is a grid. */
export function PlainTable({ label, columns, rows, wide }: PlainTableProps) {
  const styles = useStyles();
  return (
    <table className={mergeClasses(styles.table, wide === true && styles.wide)} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, align }) => (
            <th
              key={title}
              scope="col"
              className={mergeClasses(styles.cell, styles.head, align === 'end' && styles.end)}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ title, align }, at) => {
              const className = mergeClasses(styles.cell, at === 0 && styles.name, align === 'end' && styles.end);
              return at === 0 ? (
                <th key={title} scope="row" className={className}>
                  {row.cells[at]}
                </th>
              ) : (
                <td key={title} className={className}>
                  {row.cells[at]}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
