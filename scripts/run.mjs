/**
 * Entry of every command: `node scripts/run.mjs COMMAND [ARGUMENTS]`.
 * It needs Node alone: nothing here or under lib/ may import a package, because packages may not be installed yet.
 * Only modules that an old Node can read are imported before the version is checked.
 */
import { complaintAboutNode } from './lib/node-version.mjs';

const commands = ['start', 'test', 'check', 'dev', 'build', 'electron-path', 'simulate', 'cli', 'hooks'];
const command = process.argv[2];
const complaint = complaintAboutNode(process.versions.node);

if (complaint !== undefined) {
  console.error(complaint);
  process.exit(1);
} else if (command === undefined || commands.indexOf(command) < 0) {
  console.error('Usage: node scripts/run.mjs ' + commands.join('|') + ' [ARGUMENTS]');
  process.exit(2);
} else {
  import('./lib/say.mjs').then((say) =>
    import('./commands/' + command + '.mjs')
      .then((module) => module.run(process.argv.slice(3)))
      .then(
        (code) => {
          if (code !== undefined) process.exitCode = code;
        },
        (error) => {
          say.failure(error);
          process.exitCode = 1;
        },
      ),
  );
}
