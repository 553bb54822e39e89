import * as migration_20261122_204712_initial from './20261122_204712_initial';
import * as migration_20261124_160144_media_and_demand from './20261124_160144_media_and_demand';
import * as migration_20261124_185644_demand_and_planner from './20261124_185644_demand_and_planner';

export const migrations = [
  {
    up: migration_20261122_204712_initial.up,
    down: migration_20261122_204712_initial.down,
    name: '20261122_204712_initial',
  },
  {
    up: migration_20261124_160144_media_and_demand.up,
    down: migration_20261124_160144_media_and_demand.down,
    name: '20261124_160144_media_and_demand',
  },
  {
    up: migration_20261124_185644_demand_and_planner.up,
    down: migration_20261124_185644_demand_and_planner.down,
    name: '20261124_185644_demand_and_planner'
  },
];
