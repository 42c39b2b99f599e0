import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { play, playInterrupted, playWatched, read } from './play';

const files = ['tests/scenarios', 'resources/scenarios'].flatMap((folder) =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? [`${folder}/${name}`] : [])),
);

describe('Engine: every scenario file', () => {
  it.each(files.map((file, place) => ({ file, moment: 1 + ((7 * place) % 40) })))(
    '$file holds every rule, and ends the same in one go, step by step, and saved and loaded at moment $moment',
    ({ file, moment }) => {
      const scenario = read(readFileSync(file, 'utf8'));
      const digest = playWatched(scenario);
      expect(play(scenario), 'digest in one go').toBe(digest);
      expect(playInterrupted(scenario, moment), 'digest after save and load').toBe(digest);
    },
  );
});
