import { provideApp, provideCli, providePackages } from '../lib/set-up.mjs';

/** Builds the app and the command line tool where they are older than their sources. */
export async function run() {
  await providePackages();
  await provideApp();
  await provideCli();
}
