/**
 * What `electron FOLDER` does in an official Electron, for a runtime that came without it: the first argument that is
 * no switch is the folder of an app, whose package.json names it and its main file.
 */
const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');

const argument = process.argv.slice(1).find((text) => !text.startsWith('-'));
const folder = argument === undefined ? undefined : resolve(argument);

if (folder === undefined || !(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
  console.error(`Usage: electron FOLDER [ARGUMENTS]${folder === undefined ? '' : `\n${folder} is no folder`}`);
  app.exit(1);
} else {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = description.productName ?? description.name;
  app.setName(name);
  app.setVersion(description.version);
  app.setAppPath(folder);
  app.setPath('userData', join(app.getPath('appData'), name));
  process.defaultApp = true;
  require(join(folder, description.main));
}
