import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '4px',
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
});

/** One property with its value. */
export interface Property {
  readonly label: string;
  readonly value: ReactNode;
  /** The exact figure; shown when the pointer rests. */
  readonly exact?: string | undefined;
}

/** Properties one below the other, labels left, values right. */
export function PropertyList({ properties }: { readonly properties: readonly Property[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {properties.map(({ label, value, exact }) => [
        <dt key={`${label} label`} className={styles.label}>
          {label}
        </dt>,
        <dd key={`${label} value`} className={styles.value} title={exact}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
