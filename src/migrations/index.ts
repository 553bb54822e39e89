import * as migration_20261122_204712_initial from './20261122_204712_initial';
import * as migration_20261124_145809_dialect_media from './20261124_145809_dialect_media';
import * as migration_20261124_150412_replan from './20261124_150412_replan';

export const migrations = [
  {
    up: migration_20261122_204712_initial.up,
    down: migration_20261122_204712_initial.down,
    name: '20261122_204712_initial',
  },
  {
    up: migration_20261124_145809_dialect_media.up,
    down: migration_20261124_145809_dialect_media.down,
    name: '20261124_145809_dialect_media',
  },
  {
    up: migration_20261124_150412_replan.up,
    down: migration_20261124_150412_replan.down,
    name: '20261124_150412_replan'
  },
];
