import { appBuild, buildIsFresh, cliBuild, make } from './build.mjs';
import { bringElectron, legacyNotice, presentElectron } from './electron/electron.mjs';
import { librariesAreKnown, provideLibraries } from './linux/libraries.mjs';
import { alone } from './lock.mjs';
import { installPackages, packagesAreFresh } from './packages.mjs';
import { cache, root } from './project.mjs';
import { say } from './say.mjs';

/**
 * Every piece asks first whether there is anything to do; only when there is, it waits its turn, asks again and works.
 * @param {() => boolean} fresh
 * @param {() => Promise<void>} work
 */
async function unless(fresh, work) {
  if (fresh()) return;
  await alone(cache, async () => {
    if (!fresh()) await work();
  });
}

/** The packages of the lock file. */
export const providePackages = () =>
  unless(
    () => packagesAreFresh(root),
    () => installPackages(root),
  );

/** @param {import('./build.mjs').Build} build */
const provideBuild = (build) =>
  unless(
    () => buildIsFresh(root, build),
    () => make(root, build),
  );

export const provideApp = () => provideBuild(appBuild);
export const provideCli = () => provideBuild(cliBuild);

/**
 * The Electron that runs Regroup here, with the system libraries that it needs.
 * @param {{ display: boolean }} needs display: whether a virtual display has to be there too
 */
export async function provideElectron({ display }) {
  const places = { root, cache, env: process.env };
  const runtime =
    presentElectron(places) ?? (await alone(cache, async () => presentElectron(places) ?? bringElectron(places)));
  if (runtime.kind === 'legacy') say(legacyNotice);
  if (process.platform === 'linux') {
    const needs = { executable: runtime.executable, display };
    await unless(
      () => librariesAreKnown(needs, cache),
      () => provideLibraries(needs, cache),
    );
  }
  return runtime;
}
