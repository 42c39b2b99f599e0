/** Words for the person at the terminal. All of it goes to stderr: stdout belongs to the command's own answer. */

/** An error that is explained by its message; no stack is shown for it. */
export class SetUpError extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {unknown} error */
export function failure(error) {
  if (error instanceof SetUpError) say(`\n${error.message}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Announces a piece of work, says every ten seconds that it is still going on, and at the end how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [ending] what came of it, in words
 * @returns {Promise<T>}
 */
export async function announced(title, work, ending = () => 'done') {
  const started = Date.now();
  say(`${title} …`);
  const pulse = setInterval(() => say(`  still at it after ${seconds(Date.now() - started)}`), 10_000);
  try {
    const result = await work();
    say(`  ${ending(result)} in ${seconds(Date.now() - started)}`);
    return result;
  } finally {
    clearInterval(pulse);
  }
}
