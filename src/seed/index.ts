import type { Runtime } from '../runtime'

/** What an empty database needs before the first visitor: reference rows, the first administrator, the demo county. */
export async function prepare(_runtime: Runtime): Promise<void> {}
