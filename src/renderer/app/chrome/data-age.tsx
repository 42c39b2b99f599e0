import { useEffect, useState } from 'react';
import { useClusterAccess, useReading, useTimeScale } from '../../lib/cluster-context';
import { briefTime, formatAge } from '../../lib/format/time';

const tick = 1000;

/** How old what the window shows is. What could not be read lately is named. */
export function DataAge() {
  const { store } = useClusterAccess();
  const scale = useTimeScale();
  const paused = useReading((reading) => reading.clock?.paused === true);
  const trouble = useReading(({ view }) => view.snapshot.readings.find(({ problem }) => problem !== null));
  const isLost = useReading(({ connection }) => connection.status === 'lost');
  const [age, setAge] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAge(performance.now() - store.reading.updatedAt), tick);
    return () => clearInterval(timer);
  }, [store]);

  if (isLost) return <span>Read {formatAge(age)}</span>;
  if (trouble !== undefined) {
    return (
      <span title={trouble.problem ?? undefined}>
        {trouble.ofNode ?? 'Some of it'}{' '}
        {trouble.readAt === 0 ? 'could not be read' : `last read ${briefTime(trouble.readAt, scale)}`}
      </span>
    );
  }
  return (
    <span>
      {paused ? 'The clock is paused: nothing changes' : age < tick ? 'Read just now' : `Read ${formatAge(age)}`}
    </span>
  );
}
