import * as migration_20261122_204712_initial from './20261122_204712_initial';
import * as migration_20261124_142026_subtitles from './20261124_142026_subtitles';

export const migrations = [
  {
    up: migration_20261122_204712_initial.up,
    down: migration_20261122_204712_initial.down,
    name: '20261122_204712_initial',
  },
  {
    up: migration_20261124_142026_subtitles.up,
    down: migration_20261124_142026_subtitles.down,
    name: '20261124_142026_subtitles'
  },
];
