/** Controls of a terminal, and marks that turn the direction of text around. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A line in which nothing can steer a terminal or show words in another order: names come from files. */
export function printable(line: string): string {
  return line.replace(steering, '\u{fffd}');
}

/** A value as one line of JSON, in which nothing can steer a terminal either: such characters are escaped, and stay what they are. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(steering, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
