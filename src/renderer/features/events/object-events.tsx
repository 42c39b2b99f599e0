import { useMemo, useState } from 'react';
import type { ObjectReference } from '#shared/model/object-reference';
import { OldParts } from '../../app/chrome/old-parts';
import { useCluster } from '../../lib/cluster-context';
import { equalFields, equalLists } from '../../lib/equality';
import { eventColumns } from './event-columns';
import { EventGrid } from './event-grid';
import { subjectsOf } from './subjects';
import { useEvents } from './use-events';

/** With fewer than these of an object older ones are looked for at once. */
const enough = 10;

const eventsOnly = ['events'] as const;

/** The events of one object and of what belongs to it, for its details. */
export function ObjectEvents({ subject }: { readonly subject: ObjectReference }) {
  const { name } = subject;
  const subjects = useCluster(
    (view) => subjectsOf(subject, view),
    (a, b) => equalLists(a, b, equalFields),
  );
  const search = useMemo(() => ({ subjects, limit: 100 }), [subjects]);
  const found = useEvents(search, enough);
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <>
      <OldParts parts={eventsOnly} />
      <EventGrid
        name={`Events of ${name}`}
        found={found}
        columns={eventColumns}
        emptyText={`Nothing was logged about ${name} yet.`}
        selected={selected}
        onSelect={setSelected}
      />
    </>
  );
}
