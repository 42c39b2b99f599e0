import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { ConnectionPrompt, PromptAnswer } from '#shared/contract/connections';
import { useAppAccess } from '../../../lib/app-context';

const PromptDialog = lazy(() => import('./prompt-dialog').then((file) => ({ default: file.PromptDialog })));

/** Asks what connections ask, over whatever the window shows. Main tells one prompt at a time. */
export function PromptsProvider({ children }: { readonly children: ReactNode }) {
  const { prompt, answer } = usePrompt();
  return (
    <>
      {children}
      {prompt === null ? null : (
        <Suspense>
          <PromptDialog key={prompt.prompt} prompt={prompt} onAnswer={answer} />
        </Suspense>
      )}
    </>
  );
}

function usePrompt() {
  const { bridge } = useAppAccess();
  const [prompt, setPrompt] = useState<ConnectionPrompt | null>(null);
  useEffect(() => {
    const leave = (id: string): void => setPrompt((open) => (open?.prompt === id ? null : open));
    const stops = [
      bridge.on('connections.prompt', setPrompt),
      bridge.on('connections.promptWithdrawn', ({ prompt: id }) => leave(id)),
    ];
    // One that was told before this page was there.
    void bridge.call('connections.openPrompt', undefined).then((result) => {
      if (result.ok && result.value !== null) setPrompt(result.value);
    });
    return () => stops.forEach((stop) => stop());
  }, [bridge]);
  const answer = (said: PromptAnswer): void => {
    if (prompt === null) return;
    // Whatever main answers, the question is over: it was answered, or withdrawn meanwhile.
    setPrompt(null);
    void bridge.call('connections.answer', { prompt: prompt.prompt, answer: said });
  };
  return { prompt, answer };
}
