import type { WantedSecret } from '../secret-keeper';
import type { SshPlace } from './ssh-place';

/** What ssh asks for. It makes these questions itself, in English; null: another one. */
export function wantedSecret(question: string, place: SshPlace): WantedSecret | null {
  const password = /^(.*)@[^@]*'s password: ?$/s.exec(question);
  // ssh shortens long names.
  if (password !== null) return { kind: 'password', account: place.user ?? password[1] ?? null };
  const passphrase = /^Enter passphrase for (?:key )?'?(.*?)'?: ?$/s.exec(question);
  if (passphrase !== null) return { kind: 'passphrase', file: place.identity ?? passphrase[1] ?? '' };
  return null;
}
