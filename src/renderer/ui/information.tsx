import type { Tone } from '../lib/tone';
import { useToneStyles } from './tone-styles';

export interface InformationProps {
  readonly text: string;
  /** Whether it tells of something wrong. */
  readonly wrong: boolean;
  /** The tone of the status beside it, which says in a word how bad it is. */
  readonly tone: Tone;
}

/** Why something is as it is. What is wrong stands out: as an error where the status is one, else as a warning. */
export function Information({ text, wrong, tone }: InformationProps) {
  const tones = useToneStyles();
  return <span className={wrong ? tones[tone === 'error' ? 'error' : 'warn'] : undefined}>{text}</span>;
}
