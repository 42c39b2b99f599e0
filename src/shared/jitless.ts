import { z } from 'zod';

/**
 * Makes zod check values without generating code, which the window's content security policy forbids, and which takes
 * longer than it saves where a program checks few values or is waited for. A schema decides when it is built, so this
 * file is the first import of such a program.
 */
z.config({ jitless: true });
