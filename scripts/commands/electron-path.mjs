import { providePackages, provideElectron } from '../lib/set-up.mjs';

/** Prints the executable that `npm start` uses. */
export async function run() {
  await providePackages();
  const { executable } = await provideElectron({ display: false });
  process.stdout.write(`${executable}\n`);
}
