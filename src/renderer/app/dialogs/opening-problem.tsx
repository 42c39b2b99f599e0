import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useAppAccess } from '../../lib/app-context';
import { openingProblemQuery } from '../../lib/queries';

const ProblemDialog = lazy(() => import('./problem-dialog').then((file) => ({ default: file.ProblemDialog })));

/** Says once why the scenario file of the command line could not be opened: every mistake with its line and column. */
export function OpeningProblemDialog() {
  const { bridge } = useAppAccess();
  const { data: problem } = useQuery(openingProblemQuery(bridge));
  const [closed, setClosed] = useState(false);
  if (!problem || closed) return null;
  return (
    <Suspense>
      <ProblemDialog problem={problem} onClose={() => setClosed(true)} />
    </Suspense>
  );
}
