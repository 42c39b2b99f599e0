import type { EventLevel } from '#shared/model/cluster-event';
import type { StatusWords } from '../../lib/tone';

const levelWords = {
  critical: { tone: 'error', text: 'Critical' },
  error: { tone: 'error', text: 'Error' },
  warning: { tone: 'warn', text: 'Warning' },
  information: { tone: 'info', text: 'Information' },
} as const satisfies Record<EventLevel, StatusWords>;

/** The level of an event, in a word. */
export function levelStatus(level: EventLevel): StatusWords {
  return levelWords[level];
}
