import { expect, it } from 'vitest';
import { userDataFolder } from './user-data';

it.each([
  ['linux', {}, '/home/ada', '/home/ada/.config/Regroup'],
  ['linux', { XDG_CONFIG_HOME: '/config' }, '/home/ada', '/config/Regroup'],
  ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Regroup'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Roaming\\Regroup',
  ],
] as const)('the user data of the window on %s is where Electron has it', (platform, environment, home, folder) => {
  expect(userDataFolder({ platform, environment, home })).toBe(folder);
});
