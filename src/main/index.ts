import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload: join(__dirname, '../preload/index.cjs'), sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadFile(join(__dirname, '../renderer/index.html'));
});
