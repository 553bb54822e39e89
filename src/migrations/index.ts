import * as migration_20261122_204712_initial from './20261122_204712_initial';
import * as migration_20261124_141732_kit from './20261124_141732_kit';

export const migrations = [
  {
    up: migration_20261122_204712_initial.up,
    down: migration_20261122_204712_initial.down,
    name: '20261122_204712_initial',
  },
  {
    up: migration_20261124_141732_kit.up,
    down: migration_20261124_141732_kit.down,
    name: '20261124_141732_kit'
  },
];
