import {
  querySchemas,
  type EventPage,
  type QueryInput,
  type QueryName,
  type QueryOutputs,
} from '#shared/contract/queries';
import { clusterError } from '#shared/model/cluster-error';
import type { ClusterView } from '#shared/model/cluster-view';
import { failure, success, type Result } from '#shared/model/result';
import { z } from 'zod';
import { matchesQuery, queryEvents, type EventQuery } from '../../event-query';
import { destinationsOf } from './destinations';
import type { EventHistory } from './event-history';
import type { EventLog } from './event-log';

/** What questions are answered from. */
export interface QuerySources {
  readonly view: ClusterView;
  readonly events: EventLog;
  readonly history: EventHistory;
  readonly signal: AbortSignal | undefined;
}

/** Answers a question about a real cluster from what was read of it; only for events beyond that its nodes are asked. */
export async function answerQuery<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name>,
  sources: QuerySources,
): Promise<Result<QueryOutputs[Name]>> {
  // Each branch answers with the output of its own query.
  return (await answer(name, input, sources)) as Result<QueryOutputs[Name]>;
}

async function answer(
  name: QueryName,
  input: unknown,
  sources: QuerySources,
): Promise<Result<QueryOutputs[QueryName]>> {
  switch (name) {
    case 'events': {
      const parsed = querySchemas.events.safeParse(input);
      return parsed.success ? pageOf(parsed.data, sources) : badInput(parsed.error);
    }
    case 'destinations': {
      const parsed = querySchemas.destinations.safeParse(input);
      return parsed.success
        ? success(destinationsOf(parsed.data.role, parsed.data.kind, sources.view))
        : badInput(parsed.error);
    }
  }
}

async function pageOf(query: EventQuery, { events, history, signal }: QuerySources): Promise<Result<EventPage>> {
  const { before, limit } = query;
  // However far back one looks, nothing is one of none.
  if ([query.levels, query.ids, query.subjects].some((wanted) => wanted?.length === 0))
    return success(queryEvents(events.events, query));
  if (before !== undefined) await history.goBack({ before, matches: matchesQuery(query), limit, signal });
  if (signal?.aborted === true) return failure(clusterError('cancelled', 'The question was withdrawn.'));
  const page = queryEvents(events.events, query, events.older);
  const isLast = page.next === null || page.next === events.older?.before;
  if (!isLast) return success(page);
  const full = events.isFull && page.next === null ? [logIsFull] : [];
  return success({ ...page, gaps: [...history.gaps(), ...full] });
}

const logIsFull = 'Regroup keeps no more events than these. Event Viewer on the nodes shows older ones.';

function badInput(error: z.ZodError): Result<never> {
  return failure(clusterError('badInput', z.prettifyError(error)));
}
