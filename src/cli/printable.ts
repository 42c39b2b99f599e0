/** Controls of a terminal, and marks that turn the direction of text around. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A line in which nothing can steer a terminal or show words in another order: names come from files. */
export function printable(line: string): string {
  return line.replace(steering, '\u{fffd}');
}
