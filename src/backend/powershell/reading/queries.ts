import { querySchemas, type QueryInput, type QueryName, type QueryOutputs } from '#shared/contract/queries';
import { clusterError } from '#shared/model/cluster-error';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { ClusterView } from '#shared/model/cluster-view';
import { failure, success, type Result } from '#shared/model/result';
import { z } from 'zod';
import { queryEvents } from '../../event-query';
import { destinationsOf } from './destinations';

/** Answers a question about a real cluster from what was read of it. */
export function answerQuery<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name>,
  view: ClusterView,
  events: readonly ClusterEvent[],
): Result<QueryOutputs[Name]> {
  // Each branch answers with the output of its own query.
  return answer(name, input, view, events) as Result<QueryOutputs[Name]>;
}

function answer(
  name: QueryName,
  input: unknown,
  view: ClusterView,
  events: readonly ClusterEvent[],
): Result<QueryOutputs[QueryName]> {
  switch (name) {
    case 'events': {
      const parsed = querySchemas.events.safeParse(input);
      return parsed.success ? success(queryEvents(events, parsed.data)) : badInput(parsed.error);
    }
    case 'destinations': {
      const parsed = querySchemas.destinations.safeParse(input);
      return parsed.success
        ? success(destinationsOf(parsed.data.role, parsed.data.kind, view))
        : badInput(parsed.error);
    }
  }
}

function badInput(error: z.ZodError): Result<never> {
  return failure(clusterError('badInput', z.prettifyError(error)));
}
