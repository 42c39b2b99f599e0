import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../child.mjs';

/**
 * A package manager and what Electron needs by the names it knows.
 * @typedef {object} Installer
 * @property {string} name of its program
 * @property {readonly string[]} words command that installs, without packages
 * @property {readonly string[]} libraries
 * @property {readonly string[]} display packages for a virtual display
 */

/** @type {readonly Installer[]} */
export const installers = [
  {
    name: 'apt-get',
    words: ['apt-get', 'install', '-y', '--no-install-recommends'],
    libraries: [
      ...['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libxss1', 'libatk-bridge2.0-0', 'libdrm2'],
      ...['libxshmfence1', 'fonts-dejavu-core'],
    ],
    display: ['xvfb', 'xauth'],
  },
  {
    name: 'dnf',
    words: ['dnf', 'install', '-y'],
    libraries: [
      ...['gtk3', 'nss', 'mesa-libgbm', 'alsa-lib', 'libXScrnSaver', 'at-spi2-atk', 'libdrm', 'libxshmfence'],
      'dejavu-sans-fonts',
    ],
    display: ['xorg-x11-server-Xvfb'],
  },
  {
    name: 'zypper',
    words: ['zypper', 'install', '-y'],
    libraries: [
      ...['libgtk-3-0', 'mozilla-nss', 'libgbm1', 'libasound2', 'libXss1', 'libatk-bridge-2_0-0', 'libdrm2'],
      ...['libxshmfence1', 'dejavu-fonts'],
    ],
    display: ['xorg-x11-server-Xvfb'],
  },
  {
    name: 'pacman',
    words: ['pacman', '-S', '--needed'],
    libraries: ['gtk3', 'nss', 'mesa', 'alsa-lib', 'libxss', 'at-spi2-core', 'libdrm', 'libxshmfence', 'ttf-dejavu'],
    display: ['xorg-server-xvfb'],
  },
];

/**
 * The package manager of this machine; undefined when it is none that we know.
 * @returns {Installer | undefined}
 */
export function installerHere() {
  const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
  return installers.find(({ name }) => folders.some((folder) => existsSync(join(folder, name))));
}

/**
 * The command to type, in words that can be copied.
 * @param {Installer} installer
 * @param {boolean} display whether a virtual display is needed too
 */
export async function installCommand(installer, display) {
  return ['sudo', ...installer.words, ...(await packagesHere(installer, display))].join(' ');
}

/**
 * Installs them with apt-get; for root on Debian and Ubuntu.
 * @param {Installer} installer
 * @param {boolean} display
 * @returns {Promise<string>} what was printed
 */
export async function installNow(installer, display) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await collect('apt-get', ['update', '-qq'], { env });
  const [command = '', ...words] = installer.words;
  const installed = await collect(command, [...words, '-qq', ...(await packagesHere(installer, display))], { env });
  return `${updated.output}${installed.output}`.trim();
}

/**
 * @param {Installer} installer
 * @param {boolean} display
 */
function packagesHere(installer, display) {
  const names = [...installer.libraries, ...(display ? installer.display : [])];
  return installer.name === 'apt-get' ? Promise.all(names.map(nameHere)) : names;
}

/**
 * Newer Debian and Ubuntu call some libraries by the name with t64.
 * @param {string} name
 */
async function nameHere(name) {
  const renamed = await collect('apt-cache', ['show', `${name}t64`]);
  return renamed.code === 0 && renamed.stdout.includes(`Package: ${name}t64`) ? `${name}t64` : name;
}
