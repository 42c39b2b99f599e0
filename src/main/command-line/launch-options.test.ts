import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLaunchOptions } from './launch-options';

const folder = resolve('/home/admin');
const nothing = {
  scenario: null,
  speed: null,
  userData: null,
  paused: false,
  allowOldElectron: false,
  powershell: null,
  modulePath: null,
};

describe('the command line', () => {
  test('without arguments asks for nothing', () => {
    expect(parseLaunchOptions([], folder)).toEqual({ ok: true, value: nothing });
  });

  test('takes all four options, paths counted from the folder it was typed in', () => {
    const args = ['.', '--scenario', 'lab/two nodes.yaml', '--speed', '0.5', '--user-data=data', '--paused'];
    expect(parseLaunchOptions(args, folder)).toEqual({
      ok: true,
      value: {
        ...nothing,
        scenario: resolve(folder, 'lab/two nodes.yaml'),
        speed: 0.5,
        userData: resolve(folder, 'data'),
        paused: true,
      },
    });
  });

  test('takes the PowerShell for connections as it is, and the folder of its modules as a path', () => {
    expect(parseLaunchOptions(['--powershell', 'pwsh', '--module-path', 'modules'], folder)).toEqual({
      ok: true,
      value: { ...nothing, powershell: 'pwsh', modulePath: resolve(folder, 'modules') },
    });
    expect(parseLaunchOptions(['--powershell', '--paused'], folder)).toEqual({
      ok: false,
      error: ['--powershell needs the PowerShell to start after it.'],
    });
  });

  test('leaves absolute paths as they are', () => {
    const file = resolve('/srv/scenario.yaml');
    expect(parseLaunchOptions(['--scenario', file], folder)).toMatchObject({ value: { scenario: file } });
  });

  test('passes over switches of Chromium, Electron and Playwright', () => {
    const args = [
      '--inspect=0',
      '--remote-debugging-port=0',
      '--no-sandbox',
      '-r',
      'x.js',
      '.',
      '--paused',
      '--',
      '--y',
    ];
    expect(parseLaunchOptions(args, folder)).toEqual({ ok: true, value: { ...nothing, paused: true } });
  });

  test.each([
    ['--sceanrio=lab.yaml', '--sceanrio', '--scenario'],
    ['--pause', '--pause', '--paused'],
    ['-paused', '-paused', '--paused'],
    ['--Speed=2', '--Speed', '--speed'],
    ['--userdata=x', '--userdata', '--user-data'],
    ['--user_data', '--user_data', '--user-data'],
  ])('says of %s what was probably meant', (arg, written, meant) => {
    expect(parseLaunchOptions(['.', arg], folder)).toEqual({
      ok: false,
      error: [`There is no option ${written}. Did you mean ${meant}?`],
    });
  });

  test.each([
    '--user-data-dir=x',
    '--user-agent=x',
    '--lang=de',
    '--disable-gpu',
    '--enable-logging',
    '--force-device-scale-factor=2',
    '--ozone-platform=x11',
    '--proxy-server=x',
    '--password-store=basic',
    '--js-flags=x',
    '--no-sandbox',
    '--type=renderer',
    '--trace-warnings',
    '--headless',
    '-psn_0_1234',
  ])('leaves %s to Chromium and Electron', (arg) => {
    expect(parseLaunchOptions([arg], folder)).toEqual({ ok: true, value: nothing });
  });

  test.each(['0', '-1', '1000.5', 'fast', 'NaN', 'Infinity', '10x'])('refuses the speed %j in words', (speed) => {
    expect(parseLaunchOptions([`--speed=${speed}`], folder)).toEqual({
      ok: false,
      error: [`--speed must be a number above 0 and at most 1000, and it is "${speed}".`],
    });
  });

  test('names every option whose value is missing', () => {
    expect(parseLaunchOptions(['--scenario', '--user-data', '--speed'], folder)).toEqual({
      ok: false,
      error: [
        '--scenario needs a scenario file after it.',
        '--speed needs a number above 0 and at most 1000 after it.',
      ],
    });
    expect(parseLaunchOptions(['--user-data', '--paused'], folder)).toEqual({
      ok: false,
      error: ['--user-data needs a folder after it.'],
    });
  });
});
