import type { ConnectionPrompt, PromptAnswer } from '#shared/contract/connections';
import { useClusterNames } from '../../../app/clusters/standings-context';
import { useClusters } from '../../../lib/clusters-context';
import { HostKeyDialog } from './host-key-dialog';
import { SecretDialog } from './secret-dialog';

interface PromptDialogProps {
  readonly prompt: ConnectionPrompt;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** The dialog of a prompt. It says which connection asks. */
export function PromptDialog({ prompt, onAnswer }: PromptDialogProps) {
  const names = useClusterNames();
  const asking = useClusters().find(({ connection }) => connection.id === prompt.connection)?.connection;
  const name = (asking && (names.get(asking.id)?.title ?? asking.name)) ?? prompt.host;
  return prompt.kind === 'hostKey' ? (
    <HostKeyDialog prompt={prompt} name={name} onAnswer={onAnswer} />
  ) : (
    <SecretDialog prompt={prompt} name={name} onAnswer={onAnswer} />
  );
}
