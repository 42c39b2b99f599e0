import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { margin: 0, padding: '8px 12px', color: tokens.colorNeutralForeground3, maxWidth: '60ch' },
});

/** Says why there is nothing and what to do. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <p className={useStyles().root}>{children}</p>;
}
