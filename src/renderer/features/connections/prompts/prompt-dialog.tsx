import type { ConnectionPrompt, PromptAnswer } from '#shared/contract/connections';
import { useClusterNames } from '../../../app/clusters/standings-context';
import { useClusters } from '../../../lib/clusters-context';
import { HostKeyDialog } from './host-key-dialog';
import { HostKeysDialog } from './host-keys-dialog';
import { SecretDialog } from './secret-dialog';

interface PromptDialogProps {
  readonly prompt: ConnectionPrompt;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** The dialog of a prompt. It says which connection asks. */
export function PromptDialog({ prompt, onAnswer }: PromptDialogProps) {
  const names = useClusterNames();
  const asking = useClusters().find(({ connection }) => connection.id === prompt.connection)?.connection;
  const called = asking && (names.get(asking.id)?.title ?? asking.name);
  if (prompt.kind !== 'hostKeys')
    return <SecretDialog prompt={prompt} name={called ?? prompt.host} onAnswer={onAnswer} />;
  const { keys } = prompt;
  const [first] = keys;
  if (first === undefined) return null;
  return keys.length === 1 ? (
    <HostKeyDialog shown={first} name={called ?? first.host} onAnswer={onAnswer} />
  ) : (
    <HostKeysDialog keys={keys} name={called ?? 'The cluster'} onAnswer={onAnswer} />
  );
}
