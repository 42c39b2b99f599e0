import { z } from 'zod';

/**
 * Makes zod check values without generating code, which the window's content security policy forbids.
 * A schema decides when it is built, so this file is the first import of every program that has such a policy.
 */
z.config({ jitless: true });
