import type { Runtime } from '../runtime'

export async function resumeClearing(_runtime: Runtime): Promise<void> {}
