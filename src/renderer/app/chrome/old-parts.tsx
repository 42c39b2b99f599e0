import type { ReadPart, SectionReading } from '#shared/model/snapshot';
import { useReading, useTimeScale } from '../../lib/cluster-context';
import { equalFields, equalLists } from '../../lib/equality';
import { Message } from '../../ui/message';
import { oldPartsInWords } from './old-part-words';

const none: readonly SectionReading[] = [];

/** Says which parts of a place could not be read lately: why, and how old they are. */
export function OldParts({ parts }: { readonly parts: readonly ReadPart[] }) {
  const scale = useTimeScale();
  const old = useReading(
    // A lost connection is told by itself: everything is old then.
    ({ connection, view }) =>
      connection.status === 'lost'
        ? none
        : view.snapshot.readings.filter(({ section, problem }) => problem !== null && parts.includes(section)),
    (a, b) => equalLists(a, b, equalFields),
  );
  const [first, ...others] = oldPartsInWords(old, scale);
  if (first === undefined) return null;
  return (
    <Message tone="warn" title="Not everything here could be read.">
      {others.length === 0 ? (
        first
      ) : (
        <ul style={{ margin: 0, paddingLeft: '18px' }}>
          {[first, ...others].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Message>
  );
}
