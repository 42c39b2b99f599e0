import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: '56px',
    rowGap: '20px',
    padding: '10px 12px 16px',
  },
});

/** Parts of a pane side by side, one below the other where there is no room. */
export function DetailsColumns({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>;
}
