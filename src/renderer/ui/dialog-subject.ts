import { createContext } from 'react';

/** What all that a dialog or wizard does is done to, worded; null: there is nothing that it could be taken for. */
export const DialogSubject = createContext<string | null>(null);
