import { Link, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontWeight: 'inherit',
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
});

/** A name that leads to its thing. */
export function LinkButton({ children, onClick }: { readonly children: ReactNode; readonly onClick: () => void }) {
  return (
    <Link as="button" type="button" className={useStyles().root} onClick={onClick}>
      {children}
    </Link>
  );
}
