import * as migration_20261122_204712_initial from './20261122_204712_initial';
import * as migration_20261124_141427_sound from './20261124_141427_sound';

export const migrations = [
  {
    up: migration_20261122_204712_initial.up,
    down: migration_20261122_204712_initial.down,
    name: '20261122_204712_initial',
  },
  {
    up: migration_20261124_141427_sound.up,
    down: migration_20261124_141427_sound.down,
    name: '20261124_141427_sound'
  },
];
