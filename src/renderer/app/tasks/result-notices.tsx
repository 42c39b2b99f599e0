import { Message } from '../../ui/message';
import { ResultsInPlace } from './result-files';
import { explanationOf, outcomeInWords } from './task-list';
import { useEndedOperations } from './use-ended-operations';

/** What operations of the cluster that is shown brought back, as soon as they end, until it is dismissed. */
export function ResultNotices() {
  const { operations, dismiss } = useEndedOperations();
  return operations
    .filter(({ files = [] }) => files.length > 0)
    .map((operation) => (
      <Message
        key={operation.id}
        tone={operation.outcome === 'succeeded' ? 'ok' : 'warn'}
        title={`${operation.title}: ${outcomeInWords(operation).text.toLowerCase()}.`}
        onDismiss={() => dismiss(operation.id)}
      >
        {operation.outcome === 'succeeded' ? '' : explanationOf(operation)}
        <ResultsInPlace operation={operation} />
      </Message>
    ));
}
