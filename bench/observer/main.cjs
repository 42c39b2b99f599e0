/**
 * Runs an app as Electron itself would and prints, on one line of stdout, when its content was painted.
 * Arguments: this folder, the app's folder, the app's own arguments.
 */
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const [executable, , folder, ...rest] = process.argv.filter((word) => word !== '--no-sandbox');
const target = resolve(folder);
const description = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));

/** Resolves with the moment of the mark, in milliseconds since 1970. */
const painted = `new Promise((found) => {
  const look = () => performance.getEntriesByName('regroup:content-painted')[0];
  const answer = (mark) => found(performance.timeOrigin + mark.startTime);
  if (look()) answer(look());
  else new PerformanceObserver(() => look() && answer(look())).observe({ type: 'mark' });
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const moment = await contents.executeJavaScript(painted);
    process.stdout.write(`painted ${moment}\n`);
  });
});

app.setName(description.productName ?? description.name);
app.setVersion(description.version);
app.setAppPath(target);
process.argv = [executable, target, ...rest];
process.defaultApp = true;
require(join(target, description.main));
