import * as migration_20261122_204712_initial from './20261122_204712_initial';
import * as migration_20261124_141631_upload from './20261124_141631_upload';

export const migrations = [
  {
    up: migration_20261122_204712_initial.up,
    down: migration_20261122_204712_initial.down,
    name: '20261122_204712_initial',
  },
  {
    up: migration_20261124_141631_upload.up,
    down: migration_20261124_141631_upload.down,
    name: '20261124_141631_upload'
  },
];
